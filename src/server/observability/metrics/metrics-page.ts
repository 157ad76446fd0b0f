import type { IncomingMessage, ServerResponse } from 'node:http';

import { bearerToken } from '../../access/use-client-identity.js';
import type { Tokens } from '../../access/tokens.js';
import type { Metrics } from './metrics.js';

/** `/metrics` for Prometheus. Where there are tokens it takes one, of any client, and else it is as open as the port. */
export class MetricsPage {
  readonly #metrics: Metrics;
  readonly #tokens: Tokens | undefined;

  constructor(metrics: Metrics, tokens: Tokens | undefined) {
    this.#metrics = metrics;
    this.#tokens = tokens;
  }

  async send({ method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (method !== 'GET') {
      response.writeHead(405, { allow: 'GET' }).end();
      return;
    }
    const token = bearerToken(headers.authorization);
    if (this.#tokens && (token === undefined || this.#tokens.callerOf(token) === undefined)) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      return;
    }
    const text = await this.#metrics.read();
    response.writeHead(200, { 'content-type': this.#metrics.contentType, 'cache-control': 'no-store' }).end(text);
  }
}
