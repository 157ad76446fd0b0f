import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { ExplorePage } from '../pages/explore-page.js';
import type { Gateway } from '../gateway.js';
import { GraphiqlPage } from '../pages/graphiql-page.js';
import { LLMS_TEXT } from '../pages/llms-text.js';
import { Drain } from './drain.js';
import { readinessOf } from './health.js';
import { refuseInvalidAddress, sendGraphql, sendUnexpected } from './last-handler.js';
import { limitConnections, REQUEST_LIMITS, oneByOne } from './connections.js';
import { ANSWER_HEADERS, setHeaders } from '../pages/security-headers.js';

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /**
   * Is no longer ready, but goes on for DRAIN_GRACE_MS, so that balancers can turn elsewhere. Then takes no more
   * requests, finishes those under way for at most DRAIN_TIMEOUT_MS, answers the rest with what is there, and closes
   * everything.
   */
  close(): Promise<void>;
}

/** Answers a request of `node:http`. Rejects with what nobody expects. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Listening {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** @defaultValue {@link REQUEST_LIMITS} */
  readonly limits?: ServerOptions;
  /** Where the built page /explore lies. Default: beside this program. */
  readonly explore?: string;
  /** Answers `/mcp`. Without it, that is not served. */
  readonly mcp?: RequestHandler | undefined;
}

/**
 * Serves a gateway over HTTP: `/graphql`, GraphiQL for browsers at the same address, `/mcp`, `/health/live`,
 * `/health/ready` and `/metrics`.
 *
 * @throws Error when the address cannot be listened on. The gateway is closed then.
 */
export async function startServer(
  gateway: Gateway,
  { host, port, limits = REQUEST_LIMITS, explore: exploreFolder, mcp }: Listening,
): Promise<RunningServer> {
  const explore = gateway.config.EXPLORE === 'on' ? new ExplorePage(gateway.config, exploreFolder) : undefined;
  const graphiql =
    gateway.config.GRAPHIQL === 'on' ? new GraphiqlPage(gateway.schema, explore !== undefined) : undefined;
  let closing: Promise<void> | undefined;

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (refuseInvalidAddress(request, response)) {
      return;
    }
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (path === '/graphql' && !(graphiql && GraphiqlPage.isWanted(request))) {
      await sendGraphql(gateway, request, response, ANSWER_HEADERS);
      return;
    }
    setHeaders(response, ANSWER_HEADERS);
    switch (path) {
      case '/graphql':
        await graphiql?.send(path, request, response);
        return;
      case '/mcp':
        if (mcp) {
          await mcp(request, response);
          return;
        }
        break;
      case '/metrics':
        if (gateway.metrics) {
          await gateway.metrics.send(request, response);
          return;
        }
        break;
      case '/llms.txt':
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(LLMS_TEXT);
        return;
      case '/health/live':
        sendJson(response, 200, { status: 'live' });
        return;
      case '/health/ready':
        sendReadiness(response, gateway, closing !== undefined);
        return;
      case '/':
        response.writeHead(302, { location: '/graphql' }).end();
        return;
      case '/explore':
      case '/explore/explore.js':
      case '/explore/explore.css':
        if (explore) {
          await explore.send(path, request, response);
          return;
        }
        break;
      default:
        if (graphiql && GraphiqlPage.isPart(path)) {
          await graphiql.send(path, request, response);
          return;
        }
    }
    sendJson(response, 404, { error: 'Nothing here. GraphQL is at /graphql.' });
  };

  const handle = oneByOne((request, response) => {
    drain.watch(response);
    route(request, response).catch((error: unknown) => {
      // The client of a closed connection has left; nothing went wrong.
      if (!response.destroyed) {
        gateway.logger.error(error);
        sendUnexpected(response);
      }
    });
  });
  const server = createServer(limits, handle);
  const drain = new Drain(server);
  limitConnections(server, gateway.config.DEADLINE_MS);
  server.keepAliveTimeout = gateway.config.KEEP_ALIVE_S * 1000;
  try {
    await listen(server, host, port);
  } catch (error) {
    await gateway.close();
    throw error;
  }
  void gateway.prepare();
  const { port: actualPort } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    const { DRAIN_GRACE_MS, DRAIN_TIMEOUT_MS } = gateway.config;
    drain.begin();
    if (DRAIN_GRACE_MS > 0) {
      await pause(DRAIN_GRACE_MS);
    }
    const cut = await drain.finish(DRAIN_TIMEOUT_MS, () => {
      const ended = gateway.endOperations();
      if (ended > 0) {
        gateway.logger.warn(`DRAIN_TIMEOUT_MS is over: ${ended} operations were answered with what they had.`);
      }
    });
    if (cut > 0) {
      gateway.logger.warn(`${cut} responses were not read in time: their connections were cut.`);
    }
    await gateway.close();
  };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: () => (closing ??= close()),
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function sendReadiness(response: ServerResponse, gateway: Gateway, isDraining: boolean): void {
  const readiness = readinessOf(gateway, isDraining);
  sendJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
}
