import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ExplorePage } from './explore-page.js';
import type { Gateway } from './gateway.js';
import { GraphiqlPage } from './graphiql-page.js';
import { limitConnections, REQUEST_LIMITS } from './http-limits.js';
import { secureAnswer } from './security-headers.js';

/** Time that answers under way get when the server stops, in milliseconds. */
const DRAIN_MS = 10_000;

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Stops taking requests, finishes those under way for at most ten seconds, and closes everything. */
  close(): Promise<void>;
}

export interface Listening {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** @defaultValue {@link REQUEST_LIMITS} */
  readonly limits?: ServerOptions;
  /** Where the built page /explore lies. Default: beside this program. */
  readonly explore?: string;
}

/**
 * Serves a gateway over HTTP: `/graphql`, GraphiQL for browsers at the same address, `/health/live` and
 * `/health/ready`.
 *
 * @throws Error when the address cannot be listened on.
 */
export async function startServer(
  gateway: Gateway,
  { host, port, limits = REQUEST_LIMITS, explore: exploreFolder }: Listening,
): Promise<RunningServer> {
  const graphiql = gateway.config.GRAPHIQL === 'on' ? new GraphiqlPage() : undefined;
  const explore = new ExplorePage(exploreFolder);
  let closing: Promise<void> | undefined;

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0];
    switch (path) {
      case '/graphql':
        await (graphiql && GraphiqlPage.isWanted(request)
          ? graphiql.send(request, response)
          : gateway.yoga(request, response));
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
        await explore.send(path, request, response);
        return;
      default:
        sendJson(response, 404, { error: 'Nothing here. GraphQL is at /graphql.' });
    }
  };

  const server = createServer(limits, (request, response) => {
    secureAnswer(response);
    response.once('close', () => {
      if (closing) {
        // The connection was busy when the server stopped, and would now be kept alive for seconds.
        request.socket.destroySoon();
      }
    });
    route(request, response).catch((error: unknown) => {
      response.destroy(error as Error);
    });
  });
  limitConnections(server, gateway.config.DEADLINE_MS);
  await listen(server, host, port);
  void gateway.prepare();
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
    close: () => (closing ??= drain(server).then(() => gateway.close())),
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

/** Idle connections are closed at once; busy ones end with their answer, or are cut when the time is up. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

/** Ready to answer, with what is known of NCBI. A blocked address cannot answer; a back end that is down leaves the rest. */
function sendReadiness(response: ServerResponse, { pacer, backEnds }: Gateway, draining: boolean): void {
  const { down } = backEnds;
  const blocked = down.some(({ what }) => what === 'blocked');
  sendJson(response, draining || blocked ? 503 : 200, {
    status: draining ? 'draining' : blocked ? 'blocked' : 'ready',
    queuedBatches: pacer.queued,
    inFlight: pacer.inFlight,
    down: down.map(({ what, failure }) => ({ what, because: failure.message })),
  });
}
