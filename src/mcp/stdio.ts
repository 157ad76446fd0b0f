import { serveStdio } from '@modelcontextprotocol/server/stdio';

import type { Gateway } from '../server/gateway.js';
import type { Caller } from './caller.js';
import { createServer } from './server.js';

/**
 * Serves tools over standard input and output.
 *
 * @returns What closes the connection.
 */
export function serveOverStdio(gateway: Gateway): { close(): Promise<void> } {
  const caller: Caller = {
    start: () => ({
      begin: (most, signal) => {
        const maxCalls = Math.min(most, gateway.config.MAX_CALLS);
        return gateway.createOperation({ limits: { maxCalls }, signal });
      },
      end: ({ unexpected }) => {
        for (const error of unexpected) {
          gateway.logger.error(error);
        }
      },
    }),
  };
  return serveStdio(() => createServer({ gateway, caller }), {
    onerror: (error) => {
      gateway.logger.warn(error.message);
    },
  });
}
