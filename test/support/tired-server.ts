import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { Sandbox } from '../../src/sandbox/server.js';

/** An NCBI that gives one answer, that of a sandbox, and wants a minute of peace from then on. */
export class TiredServer implements AsyncDisposable {
  /** Requests that were refused for their rate. */
  refused = 0;
  readonly #server: Server;

  private constructor(sandbox: Sandbox) {
    let hasAnswered = false;
    this.#server = createServer((request, response) => {
      if (hasAnswered) {
        this.refused += 1;
        response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '60' });
        response.end('{"error":"API rate limit exceeded","count":"4"}');
        return;
      }
      hasAnswered = true;
      void text(request)
        .then((body) => fetch(new URL(request.url ?? '', sandbox.url), { method: 'POST', body, headers: FORM }))
        .then(async (answer) => response.end(await answer.text()));
    });
  }

  static async start(sandbox: Sandbox): Promise<TiredServer> {
    const started = new TiredServer(sandbox);
    started.#server.listen(0, '127.0.0.1');
    await once(started.#server, 'listening');
    return started;
  }

  /** As `NCBI_BASE_URL`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/entrez/eutils/`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
