import type { CallRecord, Source } from '../../upstream/call.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { CallTime } from './shortest-schedule.js';
import type { EntrezError } from '../../eutils/failures/errors.js';

/** What is known of the batches of a question. */
interface Sizing {
  /** Ids in one call at most. */
  readonly current: number;
  /** What a call takes, as far as it has been learned. */
  readonly latency: CallTime | undefined;
}

/** What it took to get the answers of one batch. All of them share it, so that no call is counted twice. */
export class BatchCost {
  readonly #calls: CallRecord[] = [];
  #source: Source | undefined;

  /** Names the question of the batch, where there is one. */
  readonly question: string | undefined;
  /** Sizes the batches of that question. */
  readonly size: Sizing | undefined;

  /** @param source - Where the answers come from, when they took no call. */
  constructor(source?: Source, { question, size }: { readonly question?: string; readonly size?: Sizing } = {}) {
    this.#source = source;
    this.question = question;
    this.size = size;
  }

  get calls(): readonly CallRecord[] {
    return this.#calls;
  }

  /** When its first call was sent, by the clock of the process; undefined when it took none. */
  get startedAt(): Milliseconds | undefined {
    const starts = this.#calls.flatMap(({ endedAt, took }) => (endedAt === undefined ? [] : [endedAt - took]));
    return starts.length === 0 ? undefined : Math.min(...starts);
  }

  /** Where the answers come from, as the last call that was answered says. */
  get source(): Source | undefined {
    return this.#source;
  }

  readonly onCall = (call: CallRecord): void => {
    this.#calls.push(call);
    this.#source = call.source ?? this.#source;
  };
}

/** A failure together with what was spent until it was certain. */
export class BilledError extends Error {
  override readonly name = 'BilledError';

  constructor(
    override readonly cause: unknown,
    readonly cost: BatchCost,
  ) {
    super('A batch failed.', { cause });
  }
}

/** A failed revalidation of an answer, and what it cost. */
interface FailedRevalidation {
  readonly failure: EntrezError;
  readonly cost: BatchCost;
}

/** What an answer cost and how long it holds, whatever its value. */
export interface AnswerOrigin {
  readonly cost: BatchCost;
  /** How long it may be returned without a request. */
  readonly ttl: Milliseconds;
  /** Why this answer is older than its `ttl`. */
  readonly staleBecause?: FailedRevalidation;
}
