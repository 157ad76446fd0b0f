import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

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
