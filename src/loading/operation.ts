import { EntrezError } from '../eutils/errors.js';
import type { Utility } from '../eutils/wire.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { Door, Source } from '../upstream/door.js';
import type { Share } from '../upstream/fair-queue.js';
import type { Answer } from './answer-cache.js';
import { Feeding } from './feeding.js';
import type { Receipt } from './receipt.js';

/** A part of an answer that is older or less than it should be, and why. */
export interface DegradedPart {
  /** `STALE` for what is only being renewed; else what failed. */
  readonly code: EntrezError['code'] | 'STALE';
  readonly message: string;
  /** How old the data are, in seconds. */
  readonly ageS?: number;
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
  /** Time these calls took, in milliseconds, added up. */
  readonly tookMs: number;
  /** Where the data come from; null when nothing was needed. */
  readonly source: Source | null;
  readonly degraded: readonly DegradedPart[];
}

/** Where an answer was: known, known but outdated, kept in a store, or asked of NCBI. */
export type AnswerLevel = 'memory' | 'stale' | 'store' | 'upstream';

/** An answer all of which was known, and good. */
export interface KnownWhole {
  /** Answers it is made of. */
  readonly cacheHits: number;
  readonly source: Source | null;
  /** Time until one of them is outdated. */
  readonly goodFor: Milliseconds;
}

/** The account of an operation that was refused before it asked anything. */
export const NOTHING_SPENT: Account = {
  calls: { elink: 0, esummary: 0, esearch: 0, efetch: 0, epost: 0, einfo: 0, espell: 0, total: 0 },
  ids: 0,
  cacheHits: 0,
  waitedMs: 0,
  tookMs: 0,
  source: null,
  degraded: [],
};

export interface OperationOptions {
  readonly clock: Clock;
  /** Time the operation may take, waiting for permits included; may be infinite. */
  readonly deadline: Milliseconds;
  /** Where its questions go out, with the API key they go out with. */
  readonly door: Door;
  /** Upstream calls it may take part in. */
  readonly maxCalls: number;
  /** Aborts when the caller goes away. */
  readonly signal?: AbortSignal;
}

/** One GraphQL operation as the loaders see it: its patience, its budget, and the account of what it cost. */
export class Operation implements Share {
  readonly door: Door;
  readonly maxCalls: number;
  /** What its answers make it ask next. */
  readonly feeding = new Feeding();
  virtualTime = 0;
  #calls = 0;
  readonly #receipts = new Set<Receipt>();
  readonly #sources = new Set<Source>();
  readonly #degraded = new Map<string, DegradedPart>();
  readonly #waiters = new Set<(reason: Error) => void>();
  readonly #stopWatching: () => void;
  #cacheHits = 0;
  readonly #answers: Record<AnswerLevel, number> = { memory: 0, stale: 0, store: 0, upstream: 0 };
  /** Time until one of the answers is outdated; 0 when the whole holds for this moment only. */
  #goodFor: Milliseconds = Infinity;
  #endedBy: Error | undefined;

  constructor({ clock, deadline, door, maxCalls, signal }: OperationOptions) {
    this.door = door;
    this.maxCalls = maxCalls;
    const onAbort = (): void => {
      this.#end(new EntrezError('DEADLINE_EXCEEDED', 'The caller went away.'));
    };
    const cancelTimer =
      deadline === Infinity
        ? undefined
        : clock.after(deadline, () => {
            this.#end(new EntrezError('DEADLINE_EXCEEDED', `The operation took longer than ${deadline} ms.`));
          });
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#stopWatching = () => {
      cancelTimer?.();
      signal?.removeEventListener('abort', onAbort);
    };
    if (signal?.aborted) {
      onAbort();
    }
  }

  /** Whether it may not take part in another call. */
  get spentUp(): boolean {
    return this.#calls >= this.maxCalls;
  }

  /** Counts calls it is about to take part in, unless they are more than it may. */
  charge(calls: number): boolean {
    if (this.#calls + calls > this.maxCalls) {
      return false;
    }
    this.#calls += calls;
    return true;
  }

  /** Takes back calls that were counted, but are not made. */
  refund(calls: number): void {
    this.#calls -= calls;
  }

  /** Notes an answer that was known already. */
  hit(answer: Answer<unknown>, age: Milliseconds, level: 'memory' | 'store' = 'memory'): void {
    this.#cacheHits += 1;
    this.#answers[isOutdated(answer, age) ? 'stale' : level] += 1;
    this.#noteOrigin(answer, age);
  }

  /** Notes an answer that was waited for. */
  answered(answer: Answer<unknown>, age: Milliseconds): void {
    this.#answers[answer.staleBecause ? 'stale' : 'upstream'] += 1;
    // An outdated answer was paid for long ago; this operation took part in the attempt to renew it.
    this.spent((answer.staleBecause ?? answer).receipt);
    this.#noteOrigin(answer, age);
  }

  /** Notes that its answer tells how things stand at this moment, and must not be given again. */
  holdsForNowOnly(): void {
    this.#goodFor = 0;
  }

  /** What its answer is made of, if all that was known before and nothing was asked. */
  get knownWhole(): KnownWhole | undefined {
    const whole = this.#goodFor > 0 && this.#calls === 0 && this.#receipts.size === 0 && this.#degraded.size === 0;
    return whole ? { cacheHits: this.#cacheHits, source: this.#source(), goodFor: this.#goodFor } : undefined;
  }

  /** Notes an answer that is given again as a whole. */
  recall({ cacheHits, source }: KnownWhole): void {
    this.#cacheHits += cacheHits;
    this.#answers.memory += cacheHits;
    if (source) {
      this.#sources.add(source);
    }
  }

  /** Notes that a part of the answer is less than was asked for. */
  degrade(part: DegradedPart): void {
    this.#degraded.set(`${part.code} ${part.message}`, part);
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
   * @param work - Called after `join`, unless that has ended the wait.
   * @param join - Told how to end this wait; gives what is to be called when it ended early.
   * @throws {@link EntrezError} `DEADLINE_EXCEEDED`, the reason `giveUp` was called with, or what `work` rejects with.
   */
  wait<T>(work: () => Promise<T>, join: (giveUp: (reason: Error) => void) => () => void): Promise<T> {
    return new Promise((resolve, reject) => {
      // It may be told to give up while it joins, and then has nothing to leave yet.
      let leave = (): void => undefined;
      const giveUp = (reason: Error): void => {
        if (this.#waiters.delete(giveUp)) {
          leave();
          reject(reason);
        }
      };
      this.#waiters.add(giveUp);
      leave = join(giveUp);
      const settled = (): void => {
        this.#waiters.delete(giveUp);
      };
      if (this.#endedBy) {
        giveUp(this.#endedBy);
      }
      if (this.#waiters.has(giveUp)) {
        const answer = work();
        answer.then(settled, settled);
        answer.then(resolve, reject);
      }
    });
  }

  /** Lets go of timers and listeners. To be called when the operation has been answered. */
  close(): void {
    this.#stopWatching();
  }

  /** How many answers it was given so far, by where they were. */
  get answers(): Readonly<Record<AnswerLevel, number>> {
    return this.#answers;
  }

  /** The cost so far. */
  account(): Account {
    const calls = { ...NOTHING_SPENT.calls };
    let ids = 0;
    let waited = 0;
    let took = 0;
    for (const call of [...this.#receipts].flatMap((receipt) => receipt.calls)) {
      calls[call.utility] += 1;
      calls.total += 1;
      ids += call.ids;
      waited += call.waited;
      took += call.took;
    }
    return {
      calls,
      ids,
      cacheHits: this.#cacheHits,
      waitedMs: Math.round(waited),
      tookMs: Math.round(took),
      source: this.#source(),
      degraded: [...this.#degraded.values()],
    };
  }

  /** Anything from the sandbox makes the whole answer sample data. */
  #source(): Source | null {
    if (this.#sources.has('sandbox')) {
      return 'sandbox';
    }
    return this.#sources.has('ncbi') ? 'ncbi' : null;
  }

  #noteOrigin({ receipt, staleBecause, life }: Answer<unknown>, age: Milliseconds): void {
    if (receipt.source) {
      this.#sources.add(receipt.source);
    }
    this.#goodFor = Math.min(this.#goodFor, life - age);
    if (staleBecause) {
      const { code, message } = staleBecause.failure;
      this.degrade({ code, message, ageS: inSeconds(age) });
    } else if (age > life) {
      this.degrade({
        code: 'STALE',
        message: 'Data that are older than they should be are being renewed.',
        ageS: inSeconds(age),
      });
    }
  }

  #end(reason: EntrezError): void {
    this.#endedBy ??= reason;
    this.#stopWatching();
    for (const giveUp of [...this.#waiters]) {
      giveUp(reason);
    }
  }
}

function isOutdated({ staleBecause, life }: Answer<unknown>, age: Milliseconds): boolean {
  return staleBecause !== undefined || age > life;
}

function inSeconds(span: Milliseconds): number {
  return Math.round(span / 1000);
}
