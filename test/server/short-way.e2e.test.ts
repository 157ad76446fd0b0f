import { request as send } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { describe, expect, it, vi } from 'vitest';

import type { SettingName } from '../../src/config.js';
import { systemClock } from '../../src/upstream/clock.js';
import { RunningGateway } from '../support/running-gateway.js';

const QUERY = `{ records { gene(uids: [${Array.from({ length: 60 }, (_, index) => index + 1).join(' ')}]) { uid url } } }`;
/** Requests until one is answered from a whole answer, and the next without Yoga. */
const TIMES = 6;

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  readonly isShort: boolean;
}

type Headers = Readonly<Record<string, string>>;

class Asking implements AsyncDisposable {
  readonly #gateway: RunningGateway;

  private constructor(gateway: RunningGateway) {
    this.#gateway = gateway;
  }

  static async start(settings: Partial<Record<SettingName, string>> = {}): Promise<Asking> {
    return new Asking(await RunningGateway.start({ settings }));
  }

  get url(): string {
    return this.#gateway.server.url;
  }

  async ask(headers: Headers = {}, body = JSON.stringify({ query: QUERY })): Promise<Answer> {
    const { shortWay } = this.#gateway.gateway;
    const taken = shortWay && vi.spyOn(shortWay, 'answer');
    try {
      const answer = await this.#post(headers, body);
      const isShort: unknown = await taken?.mock.results[0]?.value;
      return { ...answer, isShort: isShort === true };
    } finally {
      taken?.mockRestore();
    }
  }

  /** Asks until the way is short; gives the last answer. */
  async often(headers: Headers = {}): Promise<Answer> {
    let last = await this.ask(headers);
    for (let time = 1; time < TIMES; time += 1) {
      last = await this.ask(headers);
    }
    return last;
  }

  #post(headers: Headers, body: string): Promise<Omit<Answer, 'isShort'>> {
    return new Promise((resolve, reject) => {
      const sent = send(
        `${this.url}/graphql`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        },
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

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway[Symbol.asyncDispose]();
  }
}

describe('a request that was answered before', () => {
  it('is answered the same without Yoga', async () => {
    await using asking = await Asking.start();
    const long = await asking.ask();
    const short = await asking.often();
    expect([long.isShort, short.isShort]).toEqual([false, true]);
    expect(JSON.parse(short.body.toString()).data).toEqual(JSON.parse(long.body.toString()).data);
    expect(JSON.parse(short.body.toString()).extensions.entrez).toMatchObject({ calls: { total: 0 } });
    expect(short.status).toBe(200);
    const names = ({ headers }: Answer): string[] => Object.keys(headers).toSorted();
    expect(names(short)).toEqual(names(long));
    for (const name of ['content-type', 'vary', 'x-content-type-options', 'referrer-policy']) {
      expect(short.headers[name]).toEqual(long.headers[name]);
    }
    expect(short.headers['content-length']).toBe(String(short.body.byteLength));
    expect(short.headers['x-request-id']).not.toBe(long.headers['x-request-id']);
  });

  it('is compressed in gzip from what is kept, and in others on the long way', async () => {
    await using asking = await Asking.start();
    const plain = await asking.often();
    const gzip = await asking.ask({ 'accept-encoding': 'gzip' });
    expect(gzip.isShort).toBe(true);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(gzip.body).toString()).data).toEqual(JSON.parse(plain.body.toString()).data);
    const brotli = await asking.ask({ 'accept-encoding': 'br' });
    expect([brotli.isShort, brotli.headers['content-encoding']]).toEqual([false, 'br']);
  });

  it('keeps its id, and is counted', async () => {
    await using asking = await Asking.start({ METRICS: 'on' });
    await asking.often();
    const { headers, isShort } = await asking.ask({ 'x-request-id': 'mine' });
    expect([isShort, headers['x-request-id']]).toEqual([true, 'mine']);
    const metrics = await (await fetch(`${asking.url}/metrics`)).text();
    expect(metrics).toMatch(/entrez_graph_operations_total\{[^}]*outcome="answered"[^}]*\} 7\n/);
  });

  it.each([
    ['another media type', { accept: 'application/graphql-response+json' }],
    ['its own limits', { 'x-entrez-max-calls': '1' }],
    ['its own key', { 'x-ncbi-api-key': 'a-key-of-a-caller' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['an origin', { origin: 'https://example.org' }],
    ['a type that pages may send', { 'content-type': 'text/plain' }],
  ])('goes the long way with %s', async (_what, headers: Headers) => {
    await using asking = await Asking.start();
    expect((await asking.often()).isShort).toBe(true);
    expect((await asking.ask(headers)).isShort).toBe(false);
  });

  it('goes the long way with another body, which is read once', async () => {
    await using asking = await Asking.start();
    await asking.often();
    const other = await asking.ask({}, JSON.stringify({ query: '{ gene(uid: "7157") { uid } }' }));
    expect(other.isShort).toBe(false);
    expect(JSON.parse(other.body.toString()).data).toEqual({ gene: { uid: '7157' } });
    const broken = await asking.ask({}, '{"query":');
    expect([broken.status, JSON.parse(broken.body.toString()).errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each([
    ['requests are counted', { REQUESTS_PER_MINUTE: '100' }],
    ['calls are counted', { CALLS_PER_HOUR: '100' }],
    ['a header is required', { CSRF_HEADER: 'on' }],
  ])('goes the long way where %s', async (_what, settings) => {
    await using asking = await Asking.start(settings);
    expect((await asking.often({ 'x-entrez-csrf': '1' })).isShort).toBe(false);
  });

  it('is refused beyond a quota as before', async () => {
    await using asking = await Asking.start({ REQUESTS_PER_MINUTE: '3' });
    expect((await asking.often()).status).toBe(429);
  });

  it('is answered anew once its answer is outdated', async () => {
    await using asking = await Asking.start({ SUMMARIES_TTL_S: '60' });
    const body = JSON.stringify({ query: '{ gene(uid: "7157") { symbol } }' });
    for (let time = 0; time < TIMES; time += 1) {
      await asking.ask({}, body);
    }
    expect((await asking.ask({}, body)).isShort).toBe(true);
    const later = systemClock.now() + 3_600_000;
    const now = vi.spyOn(systemClock, 'now').mockReturnValue(later);
    try {
      expect((await asking.ask({}, body)).isShort).toBe(false);
    } finally {
      now.mockRestore();
    }
  });
});
