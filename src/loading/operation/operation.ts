import { EntrezError } from '../../eutils/failures/errors.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import { SPAN } from '../../upstream/client-pool.js';
import type { NcbiClient } from '../../upstream/ncbi-client.js';
import type { Flow } from '../../upstream/rate-limit/fair-queue.js';
import { CostRecorder } from './cost-recorder.js';
import type { CostReport } from './cost-report.js';
import { DependencyTracker } from './dependency-tracker.js';

export interface OperationOptions {
  readonly clock: Clock;
  /** Time the operation may take, waiting for permits included; may be infinite. */
  readonly deadline: Milliseconds;
  /** Where its questions go out, with the API key they go out with. */
  readonly client: NcbiClient;
  /** Upstream calls it may take part in. */
  readonly maxCalls: number;
  /** What its calls count against besides. */
  readonly allowance?: Allowance | undefined;
  /** Records the whole that it is a part of. */
  readonly total?: CostRecorder | undefined;
  /** Aborts when the caller goes away. */
  readonly signal?: AbortSignal;
  /** How old the answers may be that it is given from memory and stores; any age where it is left out. */
  readonly maxAge?: Milliseconds | undefined;
  /** Whether its report explains where the time went. */
  readonly isExplained?: boolean;
  /** Lists it until it has ended or is closed. */
  readonly running?: Set<Operation>;
}

/** One GraphQL operation as the loaders see it: its time limit, its call limit, and the record of what it cost. */
export class Operation extends CostRecorder implements Flow {
  readonly client: NcbiClient;
  readonly maxCalls: number;
  /** Answers to calls that were sent before are too old for it; minus infinity where no answer is. */
  readonly notBefore: Milliseconds;
  /** Whether it takes nothing that was known before it began. */
  readonly isLive: boolean;
  /** Whether it belongs to another process, for which this one requests. */
  readonly isRemote: boolean = false;
  /** What its answers make it ask next. */
  readonly dependencies = new DependencyTracker();
  virtualTime = 0;
  #calls = 0;
  readonly #allowance: Allowance | undefined;
  readonly #isExplained: boolean;
  readonly #waiters = new Set<(reason: Error) => void>();
  readonly #stopWatching: () => void;
  #endedBy: Error | undefined;

  constructor(options: OperationOptions) {
    const { clock, deadline, client, maxCalls, signal, maxAge = Infinity, isExplained = false, running } = options;
    super(clock, options.total);
    this.client = client;
    this.maxCalls = maxCalls;
    this.#allowance = options.allowance;
    this.#isExplained = isExplained;
    this.notBefore = maxAge === Infinity ? -Infinity : clock.now() - maxAge;
    this.isLive = maxAge === 0;
    const onAbort = (): void => {
      this.end(new EntrezError('DEADLINE_EXCEEDED', 'The caller went away.'));
    };
    const cancelTimer =
      deadline === Infinity
        ? undefined
        : clock.after(deadline, () => {
            this.end(new EntrezError('DEADLINE_EXCEEDED', `The operation took longer than ${deadline} ms.`));
          });
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#stopWatching = () => {
      cancelTimer?.();
      signal?.removeEventListener('abort', onAbort);
      running?.delete(this);
    };
    running?.add(this);
    if (signal?.aborted) {
      onAbort();
    }
  }

  /** On whose behalf it runs, where it is not a caller's own. */
  get callers(): Iterable<Operation> | undefined {
    return undefined;
  }

  /** Why it has ended; undefined while it runs. */
  get endedBy(): Error | undefined {
    return this.#endedBy;
  }

  /** Calls it has taken part in. */
  get callsMade(): number {
    return this.#calls;
  }

  /** Whether it may not take part in another call. */
  get spentUp(): boolean {
    return this.#calls >= this.maxCalls || (this.#allowance?.isSpent ?? false);
  }

  /** Counts calls it is about to take part in, unless they are more than it may. */
  charge(calls: number): boolean {
    const isCharged = this.#calls + calls <= this.maxCalls && (this.#allowance?.take(calls) ?? true);
    this.#calls += isCharged ? calls : 0;
    return isCharged;
  }

  /** Whether it waits for nothing any more. */
  get hasEnded(): boolean {
    return this.#endedBy !== undefined;
  }

  /** Counts calls that another process has made for it. */
  count(calls: number): void {
    this.#calls += calls;
  }

  /** Resolves when its answers have led to what they lead to, where another process requests that. */
  followed(): Promise<void> | undefined {
    return undefined;
  }

  /** Takes back calls that were counted, but are not made. */
  refund(calls: number): void {
    this.#calls -= calls;
    this.#allowance?.giveBack(calls);
  }

  /**
   * Waits for work that others may share. When the operation ends first, only this wait ends.
   *
   * @param work - Called after `join`, unless that has ended the wait.
   * @param join - Told how to end this wait; gives what is to be called when it ended early. Not needed for work that goes
   * on whoever leaves.
   * @throws {@link EntrezError} `DEADLINE_EXCEEDED`, the reason `giveUp` was called with, or what `work` rejects with.
   */
  wait<T>(
    work: () => Promise<T>,
    join: (giveUp: (reason: Error) => void) => () => void = () => () => undefined,
  ): Promise<T> {
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

  override report(): CostReport {
    const billed = super.report();
    // Calls are billed when their batch has a result, which an operation that has ended no longer waits for.
    const unfinished = this.#endedBy ? Math.max(0, this.#calls - billed.calls.total) : 0;
    const report = { ...billed, ...(unfinished > 0 && { unfinished }) };
    const { pacer } = this.client;
    return this.#isExplained
      ? { ...report, explain: this.explanation({ limit: Math.max(1, Math.floor(pacer.state.limit)), span: SPAN }) }
      : report;
  }

  /** Lets go of timers and listeners. To be called when the operation has been answered. */
  close(): void {
    this.#stopWatching();
  }

  /** Ends all its waits, and those that it still begins. */
  end(reason: Error): void {
    this.#endedBy ??= reason;
    this.#stopWatching();
    for (const giveUp of [...this.#waiters]) {
      giveUp(reason);
    }
  }
}

/** What one client may take of something. */
export interface Allowance {
  /** Whether nothing is left. */
  readonly isSpent: boolean;
  /** Takes `amount`, or nothing when that is more than is left. */
  take(amount: number): boolean;
  /** Takes back what was taken in vain. */
  giveBack(amount: number): void;
}
