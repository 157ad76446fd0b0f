import type { ServerContext } from '@modelcontextprotocol/server';

import type { Operation } from '../loading/operation/operation.js';

/** Time between two notifications, in milliseconds. */
const INTERVAL = 500;

/**
 * Notifies a client that wants it of what a call waits for.
 *
 * @returns What ends the notifications.
 */
export function reportProgress({ mcpReq }: ServerContext, operation: Operation): () => void {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) {
    return () => undefined;
  }
  let progress = 0;
  const timer = setInterval(() => {
    progress += 1;
    const params = { progressToken, progress, message: describe(operation) };
    // A client that has left needs no progress.
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined);
  }, INTERVAL);
  return () => {
    clearInterval(timer);
  };
}

function describe(operation: Operation): string {
  const { queued, limit } = operation.client.pacer.state;
  const sent = `${operation.callsMade} requests sent to NCBI`;
  return queued > 0 ? `${sent}; waiting for the rate limit (${limit} per second, ${queued} in the queue)` : sent;
}
