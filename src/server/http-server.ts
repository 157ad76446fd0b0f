import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Gateway } from './gateway.js';
import { GraphiqlPage } from './graphiql-page.js';

/** Time that answers under way get when the server stops, in milliseconds. */
const DRAIN_MS = 10_000;

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Stops taking requests, finishes those under way for at most ten seconds, and closes everything. */
  close(): Promise<void>;
}

/**
 * Serves a gateway over HTTP: `/graphql`, GraphiQL for browsers at the same address, `/health/live` and
 * `/health/ready`.
 *
 * @throws Error when the address cannot be listened on.
 */
export async function startServer(
  gateway: Gateway,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const graphiql = new GraphiqlPage();
  let closing: Promise<void> | undefined;

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?', 1)[0];
    switch (path) {
      case '/graphql':
        await (GraphiqlPage.isWanted(request) ? graphiql.send(request, response) : gateway.yoga(request, response));
        return;
      case '/health/live':
        sendJson(response, 200, { status: 'live' });
        return;
      case '/health/ready':
        sendJson(response, closing ? 503 : 200, {
          status: closing ? 'draining' : 'ready',
          queuedBatches: gateway.pacer.queued,
          inFlight: gateway.pacer.inFlight,
        });
        return;
      case '/':
        response.writeHead(302, { location: '/graphql' }).end();
        return;
      default:
        sendJson(response, 404, { error: 'Nothing here. GraphQL is at /graphql.' });
    }
  };

  const server = createServer((request, response) => {
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
  await listen(server, host, port);
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
