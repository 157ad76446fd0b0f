import { constants } from 'node:os';

/** Resolves at the first SIGINT or SIGTERM. A second one ends the process at once, also where it is process 1. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (stopping) {
          process.exit(128 + constants.signals[signal]);
        }
        stopping = true;
        resolve();
      });
    }
  });
}
