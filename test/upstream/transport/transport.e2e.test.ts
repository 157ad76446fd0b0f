import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { brotliCompressSync, createGzip, deflateSync, gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import type { EutilsRequest } from '../../../src/eutils/wire.js';
import { HttpTransport, type TransportOptions } from '../../../src/upstream/transport/transport.js';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

const REQUEST: EutilsRequest = {
  utility: 'elink',
  retmode: 'json',
  params: [
    ['dbfrom', 'gene'],
    ['id', '7157'],
    ['id', '672'],
    ['id', '7157'],
    ['term', 'a b+c&d=é'],
  ],
  idCount: 3,
};
const KEY = 'a-secret-key';

let server: Server;
let transport: HttpTransport;
let received: Received[];
let respond: (response: ServerResponse, request: IncomingMessage) => void;
const options = { signal: new AbortController().signal, onSent: () => undefined };

beforeEach(async () => {
  received = [];
  respond = (response) => response.end('{}');
  server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ method: request.method, url: request.url, contentType: request.headers['content-type'], body });
      respond(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  transport = transportTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/entrez/eutils/`);
});

afterEach(async () => {
  await transport.close();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

function transportTo(baseUrl: string, more: Partial<TransportOptions> = {}): HttpTransport {
  const defaults = { tool: 'entrez-graph', email: undefined, connections: 4 };
  return new HttpTransport({ baseUrl, ...defaults, ...more });
}

/** The form of the only request that came. */
async function formSentBy(sender: HttpTransport, apiKey?: string): Promise<[string, string][]> {
  try {
    await sender.send(REQUEST, { ...options, apiKey });
  } finally {
    if (sender !== transport) {
      await sender.close();
    }
  }
  return [...new URLSearchParams(received[0]?.body)];
}

async function failureOf(sent: Promise<unknown>): Promise<EntrezError> {
  const failure: unknown = await sent.then(
    () => expect.unreachable('it was answered'),
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(EntrezError);
  return failure as EntrezError;
}

describe('HttpTransport sends', () => {
  it('a POST with a form to the program of the utility', async () => {
    await transport.send(REQUEST, options);
    expect(received).toMatchObject([
      {
        method: 'POST',
        url: '/entrez/eutils/elink.fcgi',
        contentType: expect.stringMatching(/^application\/x-www-form-urlencoded/) as string,
      },
    ]);
  });

  it('all parameters as they are, repeated ids in their order, and who asks', async () => {
    expect(await formSentBy(transport)).toEqual([...REQUEST.params, ['tool', 'entrez-graph']]);
  });

  it('the e-mail address and the key, where there are any, in the body only', async () => {
    const { port } = server.address() as AddressInfo;
    const named = transportTo(`http://127.0.0.1:${port}/`, { email: 'me@example.org' });
    expect(await formSentBy(named, KEY)).toEqual([
      ...REQUEST.params,
      ['tool', 'entrez-graph'],
      ['email', 'me@example.org'],
      ['api_key', KEY],
    ]);
    expect(received[0]?.url).toBe('/elink.fcgi');
  });
});

describe('HttpTransport tells the departure of a request', () => {
  it('before its answer, and once its connection is open', async () => {
    let answered = false;
    const departures: boolean[] = [];
    respond = (response) => {
      answered = true;
      response.end('{}');
    };
    await transport.send(REQUEST, { ...options, onSent: () => departures.push(answered) });
    expect(departures).toEqual([false]);
  });

  it('twice: before the first byte, and once the system has the last one', async () => {
    let socket: Socket | undefined;
    const onHeaders = (message: unknown): void => {
      ({ socket } = message as { readonly socket: Socket });
    };
    const left: unknown[] = [];
    const note = (): void => {
      left.push(socket && { isWritten: socket.bytesWritten > 0, isBuffered: socket.writableLength > 0 });
    };
    subscribe('undici:client:sendHeaders', onHeaders);
    await transport.send(REQUEST, { ...options, onSent: note, onWritten: note });
    unsubscribe('undici:client:sendHeaders', onHeaders);
    expect(left).toEqual([undefined, { isWritten: true, isBuffered: false }]);
  });

  it('not while another request holds the only connection', async () => {
    const { port } = server.address() as AddressInfo;
    const narrow = transportTo(`http://127.0.0.1:${port}/`, { connections: 1 });
    const receivedBefore: number[] = [];
    const onSent = (): number => receivedBefore.push(received.length);
    await Promise.all([narrow.send(REQUEST, { ...options, onSent }), narrow.send(REQUEST, { ...options, onSent })]);
    await narrow.close();
    expect(receivedBefore).toEqual([0, 1]);
  });

  it('never when there is no connection', async () => {
    await new Promise((resolve) => server.close(resolve));
    let departures = 0;
    await failureOf(transport.send(REQUEST, { ...options, onSent: () => (departures += 1) }));
    expect(departures).toBe(0);
  });
});

describe('HttpTransport receives', () => {
  it('status, headers in lower case and the body', async () => {
    respond = (response) => response.writeHead(429, { 'Retry-After': '3' }).end('{"error":"slow down"}');
    expect(await transport.send(REQUEST, options)).toMatchObject({
      status: 429,
      headers: { 'retry-after': '3' },
      body: '{"error":"slow down"}',
    });
  });

  it('compressed answers, for which it asks', async () => {
    let accepted: string | string[] | undefined;
    respond = (response, request) => {
      accepted = request.headers['accept-encoding'];
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"linksets":[]}'));
    };
    expect((await transport.send(REQUEST, options)).body).toBe('{"linksets":[]}');
    expect(accepted).toContain('gzip');
  });

  it.each(['GZIP', 'x-gzip', ' gzip ', 'identity, gzip'])('answers that are compressed as %j', async (encoding) => {
    respond = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(gzipSync('{"a":1}'));
    expect((await transport.send(REQUEST, options)).body).toBe('{"a":1}');
  });

  it('answers that say that they are not compressed', async () => {
    respond = (response) => response.writeHead(200, { 'content-encoding': 'identity' }).end('{"a":1}');
    expect((await transport.send(REQUEST, options)).body).toBe('{"a":1}');
  });

  it('characters that the network cut in two', async () => {
    // Three bytes each, after a single one: wherever the answer is cut, it is rarely between two of them.
    const title = `"${'中'.repeat(400_000)}"`;
    respond = (response) => response.end(title);
    expect((await transport.send(REQUEST, options)).body === title).toBe(true);
  });

  it.each([
    ['as they are', (text: string) => Buffer.from(text), {}],
    ['compressed', (text: string) => gzipSync(text), { 'content-encoding': 'gzip' }],
  ])('large answers %s, and counts their bytes as they arrive, unpacked', async (_, pack, headers) => {
    const body = `"${'中'.repeat(400_000)}"`;
    const counts: number[] = [];
    respond = (response) => response.writeHead(200, headers).end(pack(body));
    const received = await transport.send(REQUEST, { ...options, onBytes: (count) => counts.push(count) });
    expect(received.body === body).toBe(true);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Buffer.byteLength(body));
    expect(counts.length).toBeGreaterThan(10);
  });

  it.each([
    ['as it is', (text: string) => Buffer.from(text), {}],
    ['compressed', (text: string) => gzipSync(text), { 'content-encoding': 'gzip' }],
  ])('no more of an answer, %s, than there is room for', async (_, pack, headers) => {
    const full = new EntrezError('OVERLOADED', 'full', { retryable: true });
    respond = (response) => response.writeHead(200, headers).end(pack('x'.repeat(4_000_000)));
    let room = 500_000;
    const onBytes = (count: number): void => {
      room -= count;
      if (room < 0) {
        throw full;
      }
    };
    await expect(transport.send(REQUEST, { ...options, onBytes })).rejects.toBe(full);
  });

  it('an empty answer as an empty text', async () => {
    respond = (response) => response.end();
    expect((await transport.send(REQUEST, options)).body).toBe('');
  });

  it('a redirection as it is, and does not follow it', async () => {
    respond = (response) => response.writeHead(301, { location: '/elsewhere' }).end('<html></html>');
    expect((await transport.send(REQUEST, options)).status).toBe(301);
    expect(received).toHaveLength(1);
  });
});

describe('HttpTransport fails', () => {
  it.each<readonly [string, typeof respond]>([
    ['before an answer', (response) => response.destroy()],
    [
      'inside an answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('{"linksets":', () => response.destroy());
      },
    ],
  ])('as UPSTREAM_UNAVAILABLE, worth another try, when the connection breaks %s', async (_, breaking) => {
    respond = breaking;
    const failure = await failureOf(transport.send(REQUEST, options));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(failure.message).not.toMatch(/7157|term|tool/);
  });

  it('as SHUTTING_DOWN when the transport is closed meanwhile: no answer is waited for then', async () => {
    const arrived = new Promise<void>((resolve) => {
      respond = () => {
        resolve();
      };
    });
    const failure = failureOf(transport.send(REQUEST, options));
    await arrived;
    await transport.close();
    expect(await failure).toMatchObject({ code: 'SHUTTING_DOWN', retryable: false });
  });

  it('as UPSTREAM_UNAVAILABLE when nobody listens, with the name of the reason and no parameter', async () => {
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const failure = await failureOf(transport.send(REQUEST, { ...options, apiKey: KEY }));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(failure.message).toBe(`No answer from 127.0.0.1:${port}: ECONNREFUSED.`);
  });

  it('as UPSTREAM_UNAVAILABLE when a compressed answer is garbled', async () => {
    respond = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('this is not gzip');
    expect(await failureOf(transport.send(REQUEST, options))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
  });

  it.each([
    ['br', brotliCompressSync('{"linksets":[]}')],
    ['deflate', deflateSync('{"linksets":[]}')],
    ['gzip, gzip', gzipSync(gzipSync('{"linksets":[]}'))],
    ['aws-chunked', Buffer.from('{"linksets":[]}')],
  ])('as MALFORMED_RESPONSE when an answer is packed as %s, for which it did not ask', async (encoding, bytes) => {
    respond = (response) => response.writeHead(200, { 'content-encoding': encoding }).end(bytes);
    const failure = await failureOf(transport.send(REQUEST, options));
    expect(failure).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    expect(failure.message).toContain(encoding);
    respond = (response) => response.writeHead(503, { 'content-encoding': encoding }).end(bytes);
    expect((await transport.send(REQUEST, options)).status).toBe(503);
  });

  const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';
  it.each([
    ['is shorter than it says', `${HEAD}Content-Length: 100\r\n\r\n{}`],
    ['is cut off between two chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`],
    ['is cut off inside a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\nff\r\n{}`],
    ['has chunks of no size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ['has two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 9\r\n\r\n{}`],
    ['has a length below zero', `${HEAD}Content-Length: -2\r\n\r\n{}`],
    ['has a length and chunks', `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`],
    ['has more headers than anybody reads', `${HEAD}${'X: y\r\n'.repeat(20_000)}\r\n{}`],
    ['has a status that is none', 'HTTP/1.1 2000 OK\r\n\r\n{}'],
    ['is no HTTP', '{"linksets":[]}'],
    ['changes the protocol', 'HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n{}'],
  ])('as UPSTREAM_UNAVAILABLE, worth another try, when an answer %s', async (_, bytes) => {
    const rude = createTcpServer((socket) => {
      socket.on('error', () => undefined).once('data', () => socket.end(bytes));
    });
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const other = transportTo(`http://127.0.0.1:${(rude.address() as AddressInfo).port}/`);
    const failure = await failureOf(other.send(REQUEST, options));
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    await other.close();
    await new Promise((resolve) => rude.close(resolve));
  });

  it('for no other answer: what follows one behind its length is not the answer to the next request', async () => {
    const follower = `${HEAD}Content-Length: 8\r\n\r\n"forged"`;
    let answered = 0;
    const rude = createTcpServer((socket) => {
      socket
        .on('error', () => undefined)
        .on('data', () => {
          answered += 1;
          socket.write(`${HEAD}Content-Length: 6\r\n\r\n"own${answered % 10}"${answered === 1 ? follower : ''}`);
        });
    });
    await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve));
    const other = transportTo(`http://127.0.0.1:${(rude.address() as AddressInfo).port}/`, { connections: 1 });
    expect((await other.send(REQUEST, options)).body).toBe('"own1"');
    const next = await other.send(REQUEST, options).catch((error: unknown) => error);
    expect(next instanceof EntrezError ? next.code : (next as { body: string }).body).not.toBe('"forged"');
    expect((await other.send(REQUEST, options)).body).toMatch(/^"own/);
    await other.close();
    await new Promise((resolve) => rude.close(resolve));
  });

  it('as MALFORMED_RESPONSE when an answer unfolds to more than 64 MB', async () => {
    respond = (response) => {
      const gzip = createGzip();
      gzip.pipe(response.writeHead(200, { 'content-encoding': 'gzip' }));
      gzip.end(Buffer.alloc(64 * 1024 * 1024 + 1));
    };
    expect(await failureOf(transport.send(REQUEST, options))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: false,
    });
  });
});

describe('HttpTransport gives up when its signal aborts', () => {
  const gone = new Error('gone');

  it.each<readonly [string, (giveUp: () => void) => unknown]>([
    [
      'before it sends',
      (giveUp) => {
        giveUp();
      },
    ],
    ['while it waits for a free connection', (giveUp) => setImmediate(giveUp)],
  ])('%s: at once, and nothing leaves', async (_, when) => {
    const { port } = server.address() as AddressInfo;
    const narrow = transportTo(`http://127.0.0.1:${port}/`, { connections: 1 });
    const held = new Promise<ServerResponse>((resolve) => {
      respond = resolve;
    });
    const first = narrow.send(REQUEST, options);
    const response = await held;
    const controller = new AbortController();
    when(() => {
      controller.abort(gone);
    });
    await expect(narrow.send(REQUEST, { ...options, signal: controller.signal })).rejects.toBe(gone);
    response.end('{}');
    await first;
    await narrow.close();
    expect(received).toHaveLength(1);
  });

  it.each<readonly [string, (response: ServerResponse) => void]>([
    ['while it waits for an answer', () => undefined],
    ['inside an answer', (response) => response.write('{"linksets":')],
  ])('%s, and closes that connection', async (_, begin) => {
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => {
      respond = (response) => {
        response.once('close', resolve);
        begin(response);
        setImmediate(() => {
          controller.abort(gone);
        });
      };
    });
    await expect(transport.send(REQUEST, { ...options, signal: controller.signal })).rejects.toBe(gone);
    await closed;
  });
});
