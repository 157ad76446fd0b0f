import { EntrezError } from '../eutils/errors.js';
import type { Utility } from '../eutils/wire.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { Source } from '../upstream/door.js';
import type { Answer } from './answer-cache.js';
import type { Receipt } from './receipt.js';

/** A part of an answer that is older than it should be, and why. */
export interface DegradedPart {
  readonly code: EntrezError['code'];
  readonly message: string;
}

/** What an operation cost: the content of `extensions.entrez`. */
export interface Account {
  /** Upstream calls that this operation took part in; one shared with other operations counts for each of them. */
  readonly calls: Readonly<Record<Utility, number>> & { readonly total: number };
  /** Ids that these calls asked about. */
  readonly ids: number;
  /** Answers that were known already. */
  readonly cacheHits: number;
  /** Time these calls waited for their permits, in milliseconds, added up. */
  readonly waitedMs: number;
  /** Where the data come from; null when nothing was needed. */
  readonly source: Source | null;
  readonly degraded: readonly DegradedPart[];
}

/** The account of an operation that was refused before it asked anything. */
export const NOTHING_SPENT: Account = {
  calls: { elink: 0, esummary: 0, esearch: 0, efetch: 0, epost: 0, einfo: 0, espell: 0, total: 0 },
  ids: 0,
  cacheHits: 0,
  waitedMs: 0,
  source: null,
  degraded: [],
};

export interface OperationOptions {
  readonly clock: Clock;
  /** Time the operation may take, waiting for permits included. */
  readonly deadline: Milliseconds;
  /** Aborts when the caller goes away. */
  readonly signal?: AbortSignal;
}

/** One GraphQL operation as the loaders see it: its patience, and the account of what it cost. */
export class Operation {
  readonly #receipts = new Set<Receipt>();
  readonly #sources = new Set<Source>();
  readonly #degraded = new Set<EntrezError>();
  readonly #waiters = new Set<(reason: Error) => void>();
  readonly #stopWatching: () => void;
  #cacheHits = 0;
  #endedBy: Error | undefined;

  constructor({ clock, deadline, signal }: OperationOptions) {
    const onAbort = (): void => {
      this.#end(new EntrezError('DEADLINE_EXCEEDED', 'The caller went away.'));
    };
    const cancelTimer = clock.after(deadline, () => {
      this.#end(new EntrezError('DEADLINE_EXCEEDED', `The operation took longer than ${deadline} ms.`));
    });
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#stopWatching = () => {
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) {
      onAbort();
    }
  }

  /** Notes an answer that was known already. */
  hit(answer: Answer<unknown>): void {
    this.#cacheHits += 1;
    this.#noteOrigin(answer);
  }

  /** Notes an answer that was waited for. */
  answered(answer: Answer<unknown>): void {
    // An outdated answer was paid for long ago; this operation took part in the attempt to renew it.
    this.spent((answer.staleBecause ?? answer).receipt);
    this.#noteOrigin(answer);
  }

  /** Notes calls made on behalf of this operation, successful or not. */
  spent(receipt: Receipt): void {
    this.#receipts.add(receipt);
    if (receipt.source) {
      this.#sources.add(receipt.source);
    }
  }

  /**
   * Waits for work that others may share. When the operation ends first, only this wait ends.
   *
   * @param onGone - Called when the operation no longer waits.
   * @throws {@link EntrezError} `DEADLINE_EXCEEDED`, or what `work` rejects with.
   */
  wait<T>(work: Promise<T>, onGone: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      const abandon = (reason: Error): void => {
        onGone();
        reject(reason);
      };
      this.#waiters.add(abandon);
      void work.then(resolve, reject).finally(() => {
        this.#waiters.delete(abandon);
      });
      if (this.#endedBy) {
        abandon(this.#endedBy);
      }
    });
  }

  /** Lets go of timers and listeners. To be called when the operation has been answered. */
  close(): void {
    this.#stopWatching();
  }

  /** The cost so far. */
  account(): Account {
    const calls = { ...NOTHING_SPENT.calls };
    let ids = 0;
    let waited = 0;
    for (const call of [...this.#receipts].flatMap((receipt) => receipt.calls)) {
      calls[call.utility] += 1;
      calls.total += 1;
      ids += call.ids;
      waited += call.waited;
    }
    return {
      calls,
      ids,
      cacheHits: this.#cacheHits,
      waitedMs: Math.round(waited),
      source: this.#source(),
      degraded: [...this.#degraded].map(({ code, message }) => ({ code, message })),
    };
  }

  /** Anything from the sandbox makes the whole answer sample data. */
  #source(): Source | null {
    if (this.#sources.has('sandbox')) {
      return 'sandbox';
    }
    return this.#sources.has('ncbi') ? 'ncbi' : null;
  }

  #noteOrigin({ receipt, staleBecause }: Answer<unknown>): void {
    if (receipt.source) {
      this.#sources.add(receipt.source);
    }
    if (staleBecause) {
      this.#degraded.add(staleBecause.failure);
    }
  }

  #end(reason: EntrezError): void {
    this.#endedBy ??= reason;
    this.#stopWatching();
    for (const abandon of [...this.#waiters]) {
      abandon(reason);
    }
    this.#waiters.clear();
  }
}
