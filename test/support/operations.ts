import { Operation, type OperationOptions } from '../../src/loading/operation/operation.js';
import type { Clock } from '../../src/upstream/clock.js';
import type { NcbiClient } from '../../src/upstream/ncbi-client.js';

/** An operation that has time and may make a thousand calls, unless told otherwise, and whose caller can leave. */
export class TestOperation extends Operation {
  readonly #caller: AbortController;

  constructor(clock: Clock, client: NcbiClient, options: Partial<OperationOptions> = {}) {
    const caller = new AbortController();
    super({ clock, client, deadline: 3_600_000, maxCalls: 1000, signal: caller.signal, ...options });
    this.#caller = caller;
  }

  /** Lets its caller go away. */
  leave(): void {
    this.#caller.abort();
  }
}
