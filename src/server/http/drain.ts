import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { Milliseconds } from '../../upstream/clock.js';

/** Time to write the responses of operations that the stop has ended. */
const LAST_RESPONSES: Milliseconds = 5000;
/** It passes in so many turns of the event loop, so that a loop that is busy with these responses does not use it up. */
const TURNS = 100;

/** The responses of a server that are not over, and the connections that they go to. */
export class Drain {
  readonly #server: Server;
  readonly #responses = new Set<ServerResponse>();
  readonly #connections = new Set<Socket>();
  #isDraining = false;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (connection: Socket) => {
      this.#connections.add(connection);
      connection.once('close', () => this.#connections.delete(connection));
    });
  }

  /** To be called for each response, before anything is written to it. */
  watch(response: ServerResponse): void {
    this.#responses.add(response);
    if (this.#isDraining) {
      closeAfter(response);
    }
    response.on('close', () => {
      this.#responses.delete(response);
      if (this.#isDraining) {
        // The connection was busy when the server stopped, and would now be kept alive for seconds.
        response.req.socket.destroySoon();
      }
    });
  }

  /** From now on each response is the last of its connection. */
  begin(): void {
    this.#isDraining = true;
    this.#responses.forEach(closeAfter);
  }

  /**
   * Takes no more connections and waits for the responses. When the time is up, `endOperations` lets the operations that
   * still run answer with what they have; a connection that is busy even then is cut.
   *
   * @returns How many responses were cut.
   */
  finish(timeout: Milliseconds, endOperations: () => void): Promise<number> {
    return new Promise((resolve) => {
      let cut = 0;
      let turns = 0;
      let timer = setTimeout(() => {
        endOperations();
        timer = setInterval(() => {
          turns += 1;
          if (turns === TURNS) {
            cut = this.#responses.size;
            this.#server.closeAllConnections();
          }
        }, LAST_RESPONSES / TURNS);
      }, timeout);
      this.#server.close(() => {
        clearTimeout(timer);
        resolve(cut);
      });
      // Node takes a connection for busy on which no request has come yet, such as those that browsers open ahead, and
      // times it no longer once the server closes.
      const busy = new Set([...this.#responses].map(({ req }) => req.socket));
      for (const connection of this.#connections) {
        if (!busy.has(connection)) {
          connection.destroy();
        }
      }
    });
  }
}

/** Who keeps connections open would lose the request that it sends as this one is closed. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader('connection', 'close');
  }
}
