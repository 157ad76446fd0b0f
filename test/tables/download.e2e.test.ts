import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { getGlobalDispatcher, MockAgent, setGlobalDispatcher } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';

import { download } from '../../src/tables/importing/download.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { TinyDisk } from '../support/tiny-disk.js';

/** Large enough that its beginning is on the disk when the connection breaks. */
const CONTENT = Buffer.from('0123456789'.repeat(800_000));
const HALF = CONTENT.length / 2;

async function folder(): Promise<string> {
  const temporary = await TemporaryFolder.create();
  onTestFinished(() => temporary[Symbol.asyncDispose]());
  return temporary.path;
}

/** A server of one file, and the requests that it got. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<{ readonly url: string; readonly requests: readonly IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request);
    answer(request, response, requests.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/table.gz`, requests };
}

/** Sends the first half, and breaks off. */
function breakOff(response: ServerResponse, etag: string): void {
  response.writeHead(200, { 'content-length': CONTENT.length, etag });
  // What was sent arrives before the end of the connection.
  response.write(CONTENT.subarray(0, HALF), () => response.socket?.end());
}

function sendRest(response: ServerResponse, etag: string, start: number, from = start): void {
  const range = `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}`;
  response.writeHead(206, { etag, 'content-range': range, 'content-length': CONTENT.length - from });
  response.end(CONTENT.subarray(from));
}

function startOf({ headers }: IncomingMessage): number {
  return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
}

const isPossible = await TinyDisk.isPossible();

describe('a download', () => {
  it.skipIf(!isPossible)(
    'onto a full disk names the folder, and is not tried again (skipped where no disk can be mounted)',
    async () => {
      await using disk = await TinyDisk.mount('size=1m');
      const { url, requests } = await serve((_request, response) => {
        response.writeHead(200, { 'content-length': CONTENT.length, etag: '"one"' }).end(CONTENT);
      });
      await expect(download(url, { tablesDir: disk.path })).rejects.toThrow(
        `No space left on the disk of ${disk.path}.`,
      );
      expect(requests).toHaveLength(1);
    },
  );

  it('goes on where the connection broke, if the file is still the same', async () => {
    const { url, requests } = await serve((request, response) => {
      const start = startOf(request);
      if (start === 0) {
        breakOff(response, '"one"');
        return;
      }
      sendRest(response, '"one"', start);
    });
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '').equals(CONTENT)).toBe(true);
    expect(requests.at(-1)?.headers).toMatchObject({
      'if-range': '"one"',
      range: expect.stringMatching(/^bytes=[1-9]/),
    });
  });

  it('starts again where the file was replaced meanwhile', async () => {
    const { url } = await serve((_request, response, count) => {
      if (count === 1) {
        breakOff(response, '"one"');
        return;
      }
      response.writeHead(200, { etag: '"two"' });
      response.end('new');
    });
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('new');
    expect(file?.etag).toBe('"two"');
  });

  it.each([
    ['the rest of another version', '"two"', 0],
    ['another part', '"one"', 5],
  ])('starts again where a server sends %s, whatever was requested', async (_what, etag, before) => {
    const { url } = await serve((request, response, count) => {
      const start = startOf(request);
      if (count === 1) {
        breakOff(response, '"one"');
      } else if (start > 0) {
        sendRest(response, etag, start, start - before);
      } else {
        response.writeHead(200, { etag });
        response.end('new');
      }
    });
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('new');
  });

  it('does not load again what is here as a whole', async () => {
    const { url, requests } = await serve((request, response) => {
      if (startOf(request) > 0) {
        response.writeHead(416, { 'content-range': `bytes */${CONTENT.length}` });
        response.end();
      } else {
        response.writeHead(200, { etag: '"one"' });
        response.end(CONTENT);
      }
    });
    const tablesDir = await folder();
    await download(url, { tablesDir });
    const again = await download(url, { tablesDir });
    expect(again).toMatchObject({ size: CONTENT.length, etag: '"one"' });
    expect(requests).toHaveLength(2);
  });

  it('starts again where the file is shorter now than the part that is here', async () => {
    const { url } = await serve((request, response, count) => {
      if (count === 1) {
        breakOff(response, '"one"');
      } else if (startOf(request) > 0) {
        response.writeHead(416, { 'content-range': 'bytes */3' });
        response.end();
      } else {
        response.end('new');
      }
    });
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('new');
  });

  it('(G14) keeps the bytes of a gzip file, whatever the server says of its transfer, and follows redirections', async () => {
    const packed = gzipSync('rows');
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/table.gz') {
        response.writeHead(302, { location: '/elsewhere.gz' });
        response.end();
      } else {
        response.writeHead(200, { 'content-encoding': 'x-gzip', 'content-length': packed.length });
        response.end(packed);
      }
    });
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '').equals(packed)).toBe(true);
    expect(requests.map((request) => request.url)).toEqual(['/table.gz', '/elsewhere.gz']);
  });

  it('is spared where the server says that nothing has changed since the last import', async () => {
    const { url, requests } = await serve((request, response) => {
      response.writeHead(request.headers['if-none-match'] === '"one"' ? 304 : 200);
      response.end();
    });
    expect(await download(url, { tablesDir: await folder(), before: { from: url, etag: '"one"' } })).toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it('(G10) is compared with the checksum beside the file, in each form in which there are some', async () => {
    const md5 = createHash('md5').update('rows').digest('hex');
    for (const text of [`${md5}  table.gz\n`, `MD5 (table.gz) = ${md5.toUpperCase()}\n`, md5]) {
      const { url, requests } = await serve((request, response) => {
        response.end(request.url?.startsWith('/table.gz.md5') ? text : 'rows');
      });
      const file = await download(`${url}?version=1`, { tablesDir: await folder(), md5: true });
      expect(readFileSync(file?.path ?? '', 'utf8')).toBe('rows');
      expect(requests.map((request) => request.url)).toEqual(['/table.gz?version=1', '/table.gz.md5?version=1']);
    }
  });

  it('is loaded once more, with its checksum, where only one of them was replaced yet', async () => {
    const contents = ['old', 'new'];
    const { url, requests } = await serve((request, response) => {
      response.end(request.url === '/table.gz' ? contents.shift() : createHash('md5').update('new').digest('hex'));
    });
    const file = await download(url, { tablesDir: await folder(), md5: true });
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('new');
    expect(requests).toHaveLength(4);
  });

  it('that does not match its checksum twice is refused, and nothing of it is kept', async () => {
    const tablesDir = await folder();
    const { url, requests } = await serve((request, response) => {
      response.setHeader('etag', '"one"').end(request.url === '/table.gz' ? 'rows' : '0'.repeat(32));
    });
    const refused = `The file does not match the checksum ${url}.md5. Try again later.`;
    await expect(download(url, { tablesDir, md5: true })).rejects.toThrow(refused);
    await expect(download(url, { tablesDir, md5: true })).rejects.toThrow(refused);
    expect(requests.map(startOf)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['lacks', 404, '', undefined],
    ['does not lack, but does not give', 500, '', 'status 500'],
    ['answers with something else for', 200, '<html>Not found</html>', 'status 200'],
  ])('from a mirror that %s the checksum is taken only if there is none', async (_what, status, text, refused) => {
    const { url } = await serve((request, response) => {
      response.writeHead(request.url === '/table.gz' ? 200 : status).end(request.url === '/table.gz' ? 'rows' : text);
    });
    const found = download(url, { tablesDir: await folder(), md5: true });
    await (refused === undefined
      ? expect(found).resolves.toMatchObject({ size: 4 })
      : expect(found).rejects.toThrow(`The server gave no checksum at ${url}.md5 (${refused}). Try again later.`));
  });

  it.each([
    [404, 'Check the address.'],
    [206, 'Check the address.'],
    [503, 'Try again later.'],
  ])('is refused with the status %i of the server, and tried once', async (status, remedy) => {
    const { url, requests } = await serve((_request, response) => {
      response.writeHead(status);
      response.end();
    });
    await expect(download(url, { tablesDir: await folder() })).rejects.toThrow(
      `The server answered ${status} to ${url}. ${remedy}`,
    );
    expect(requests).toHaveLength(1);
  });

  it('does not depend on the dispatcher of the process, which may be of the undici inside Node', async () => {
    const before = getGlobalDispatcher();
    onTestFinished(() => {
      setGlobalDispatcher(before);
    });
    const refusing = new MockAgent();
    refusing.disableNetConnect();
    setGlobalDispatcher(refusing);
    const { url } = await serve((_request, response) => response.end('whole'));
    const file = await download(url, { tablesDir: await folder() });
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('whole');
  });

  it('says how a server is not reached', async () => {
    const { url } = await serve((_request, response) => response.destroy());
    await expect(download(url, { tablesDir: await folder() })).rejects.toThrow(
      new RegExp(`Cannot download ${url}: .+\\. Run the command again`),
    );
  });

  it('needs an address without a password, which no message repeats', async () => {
    const tablesDir = await folder();
    const refused = download('http://user:hunter2@127.0.0.1/x', { tablesDir });
    await expect(refused).rejects.toThrow('holds a user name or password');
    await expect(refused).rejects.not.toThrow('hunter2');
    await expect(download('http://', { tablesDir })).rejects.toThrow('is no address');
  });
});
