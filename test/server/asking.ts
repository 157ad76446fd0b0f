import { request as send } from 'node:http';

import { vi } from 'vitest';

import type { SettingName } from '../../src/config.js';
import { RunningGateway } from '../support/running-gateway.js';

/** What is asked where nothing else is said. */
const QUESTION = JSON.stringify({
  query: `{ records { gene(uids: [${Array.from({ length: 60 }, (_, index) => index + 1).join(' ')}]) { uid url } } }`,
});
/** Requests until one is answered from a whole answer, and the next without Yoga. */
export const TIMES = 6;

/** A response, and whether it was given without Yoga. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
  readonly isShort: boolean;
}

export type Headers = Readonly<Record<string, string>>;

/** Sends requests to a gateway and tells which were answered the short way. */
export class Asking implements AsyncDisposable {
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

  /** Requests that NCBI's sandbox has got so far. */
  get upstreamRequests(): number {
    return this.#gateway.sandbox.requests.length;
  }

  async ask(headers: Headers = {}, body = QUESTION): Promise<Answer> {
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
