import { request as send } from 'node:http';
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../../support/running-gateway.js';

/** Some 4 kB. */
const LONG = `{ records { gene(uids: [${Array.from({ length: 100 }, (_, index) => index + 1).join(' ')}]) { uid url } } }`;
const SHORT = '{ gene(uid: "7157") { uid } }';

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

describe('over HTTP', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** Unlike fetch, decodes nothing and adds no header. */
  function post(
    body: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
    method = 'POST',
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = send(
        `${gateway.server.url}/graphql`,
        { method, headers: { 'content-type': 'application/json', ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => {
              resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
            })
            .on('error', reject);
        },
      );
      sent.on('error', reject).end(body);
    });
  }

  function ask(query: string, accepted?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return post(JSON.stringify({ query }), {
      ...headers,
      ...(accepted !== undefined && { 'accept-encoding': accepted }),
    });
  }

  describe('a long response', () => {
    it.each([
      ['gzip', gunzipSync],
      ['br', brotliDecompressSync],
    ] as const)('is sent in %s to a client that accepts it, with its length', async (encoding, decode) => {
      const plain = await ask(LONG);
      const { headers, body } = await ask(LONG, encoding);
      expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(body.byteLength) });
      expect(headers['content-type']).toBe(plain.headers['content-type']);
      expect(JSON.parse(decode(body).toString()).data).toEqual(JSON.parse(plain.body.toString()).data);
      expect(body.byteLength).toBeLessThan(plain.body.byteLength / 3);
    });

    it.each([undefined, 'gzip;q=0', 'deflate', 'identity, gzip;q=0.1'])(
      'is sent as it is for Accept-Encoding: %s',
      async (accepted) => {
        const { headers, body } = await ask(LONG, accepted);
        expect(headers['content-encoding']).toBeUndefined();
        expect(JSON.parse(body.toString()).data.records.gene).toHaveLength(100);
      },
    );

    it('is the same however often it is sent, also from the kept form', async () => {
      const answers: Buffer[] = [];
      for (let time = 0; time < 6; time += 1) {
        answers.push((await ask(LONG, 'gzip')).body);
      }
      const data = answers.map((body) => JSON.parse(gunzipSync(body).toString()).data);
      expect(new Set(data.map((each) => JSON.stringify(each))).size).toBe(1);
    });

    it('is sent as it is where it is streamed', async () => {
      const query = '{ gene(uid: "7157") { uid ... @defer { symbol summary } } }';
      const { headers, body } = await ask(query, 'gzip, br', { accept: 'multipart/mixed' });
      expect(headers['content-type']).toContain('multipart/mixed');
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toContain('"symbol":"TP53"');
    });
  });

  describe('a short response', () => {
    it('is sent as it is, unless the client refuses that', async () => {
      const plain = await ask(SHORT, 'gzip, br');
      expect(plain.headers['content-encoding']).toBeUndefined();
      const forced = await ask(SHORT, 'gzip, identity;q=0');
      expect(forced.headers['content-encoding']).toBe('gzip');
      expect(JSON.parse(gunzipSync(forced.body).toString()).data).toEqual({ gene: { uid: '7157' } });
    });

    it('is sent to a client that accepts nothing', async () => {
      const { status, body } = await ask(SHORT, '*;q=0');
      expect(status).toBe(200);
      expect(JSON.parse(body.toString()).data).toEqual({ gene: { uid: '7157' } });
    });
  });

  it.each([LONG, SHORT])('caches learn that a response depends on Accept-Encoding', async (query) => {
    for (const accepted of [undefined, 'gzip']) {
      expect(String((await ask(query, accepted)).headers.vary)).toMatch(/accept-encoding/i);
    }
  });

  it('a HEAD request is answered without a body', async () => {
    const { status, headers, body } = await post('', { 'accept-encoding': 'gzip' }, 'HEAD');
    expect(status).toBe(405);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.byteLength).toBe(0);
  });

  describe('a compressed request', () => {
    const text = JSON.stringify({ query: SHORT });

    it.each([
      ['gzip', gzipSync(text)],
      ['GZIP', gzipSync(text)],
      ['deflate', deflateSync(text)],
      ['br', brotliCompressSync(text)],
      ['identity', Buffer.from(text)],
    ])('is decoded: %s', async (encoding, body) => {
      const { status, body: answer } = await post(body, { 'content-encoding': encoding });
      expect(status).toBe(200);
      expect(JSON.parse(answer.toString()).data).toEqual({ gene: { uid: '7157' } });
    });

    it.each([
      ['a bomb', 'gzip', gzipSync(Buffer.alloc(50_000_000)), 413, 'BODY_TOO_LARGE'],
      ['a bomb', 'br', brotliCompressSync(Buffer.alloc(50_000_000, 32)), 413, 'BODY_TOO_LARGE'],
      ['one that is cut off', 'gzip', gzipSync(text).subarray(0, 20), 400, 'BAD_REQUEST'],
      ['one that is plain', 'gzip', Buffer.from(text), 400, 'BAD_REQUEST'],
      ['one of an unknown encoding', 'compress', Buffer.from(text), 415, 'UNSUPPORTED_MEDIA_TYPE'],
      ['one of two encodings', 'gzip, gzip', gzipSync(gzipSync(text)), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ])('is refused: %s (%s)', async (_what, encoding, body, status, code) => {
      const answer = await post(body, { 'content-encoding': encoding });
      expect(answer.status).toBe(status);
      expect(JSON.parse(answer.body.toString()).errors[0].extensions.code).toBe(code);
      expect(answer.headers['accept-encoding'] !== undefined).toBe(status === 415);
    });
  });
});
