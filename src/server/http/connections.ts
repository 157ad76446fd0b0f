import type { IncomingMessage, RequestListener, ServerResponse, Server, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';

import type { Milliseconds } from '../../upstream/clock.js';

/** Connections at once. */
export const MAX_CONNECTIONS = 1000;
/** Header fields of a request. */
const MAX_HEADERS = 100;
/** Time beyond the deadline of an operation that a connection may be silent. */
const SILENCE_MS: Milliseconds = 30_000;

/** How slow and how large the head of a request may be; its body has a bound of its own. */
export const REQUEST_LIMITS: ServerOptions = {
  /** All that a GET can ask for stands in its first line. */
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  /** Until the last byte of the body has come. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
};

/** Bounds what one process holds open. A client that stops reading its answer is cut off like one that stops asking. */
export function limitConnections(server: Server, deadline: Milliseconds): void {
  server.maxConnections = MAX_CONNECTIONS;
  server.maxHeadersCount = MAX_HEADERS;
  server.setTimeout(deadline + SILENCE_MS);
}

/** Requests of one connection that wait for the one before. */
export const MAX_PIPELINED = 100;

/**
 * Handles the requests of a connection one after the other, each in a turn of the event loop of its own. Their responses
 * have to leave in this order anyway (RFC 9112, section 9.3.2), and a client that sends thousands of requests at once
 * would keep all other connections waiting. A connection on which more than {@link MAX_PIPELINED} wait is cut.
 */
export function oneByOne(handle: RequestListener): RequestListener {
  const queues = new WeakMap<Socket, (() => void)[]>();
  return (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const begin = (): void => {
      response.on('close', () => {
        next(socket);
      });
      handle(request, response);
    };
    const queue = queues.get(socket);
    if (!queue) {
      queues.set(socket, []);
      begin();
    } else if (queue.length < MAX_PIPELINED) {
      queue.push(begin);
    } else {
      socket.destroy();
    }
  };

  function next(socket: Socket): void {
    const begin = queues.get(socket)?.shift();
    if (begin && !socket.destroyed) {
      setImmediate(begin);
    } else {
      queues.delete(socket);
    }
  }
}
