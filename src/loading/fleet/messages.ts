import type { CallRecord, Source } from '../../upstream/call.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { StoredAnswer } from '../cache/answer-store.js';

/** A key that an operation of another process waits for. */
export interface Offer {
  /** The kind of question, and its variant. */
  readonly kind: string;
  readonly variant: unknown;
  /** The question as both processes name it. */
  readonly question: string;
  readonly key: string;
  readonly operation: number;
  /** The question whose answer led to it. */
  readonly after?: string | undefined;
}

/** An operation of another process. */
export interface FarOperation {
  readonly id: number;
  /** Calls it may take part in; absent where there is no limit. */
  readonly maxCalls?: number | undefined;
  /** Calls it has taken part in without the process that batches. */
  readonly calls: number;
  /** How old the answers may be that it is given; absent where any age will do. */
  readonly maxAge?: Milliseconds | undefined;
}

/** What a process says to the one that batches the keys of all. */
export interface OfferMessage {
  readonly from: string;
  readonly operations: readonly FarOperation[];
  readonly offers: readonly Offer[];
  /** Operations that wait for nothing any more. */
  readonly ended: readonly number[];
  /** Numbers of the answer messages whose answers have led to all that they lead to. */
  readonly followed: readonly number[];
}

/** The calls of a batch; they end so long ago. */
export interface FarCost {
  readonly id: number;
  readonly source?: Source | undefined;
  readonly calls: readonly (Omit<CallRecord, 'endedAt'> & { readonly ago?: Milliseconds | undefined })[];
}

/** What became of a key: an answer, a failure, or nothing, where it is to be requested by the process that wants it. */
interface FarOutcome {
  readonly answer?: StoredAnswer | undefined;
  readonly failure?: Error | undefined;
}

/** What became of a key for all operations of a process. */
export interface FarAnswer extends FarOutcome {
  readonly question: string;
  readonly key: string;
  /** {@link FarCost.id} */
  readonly cost: number;
}

/** A key that one operation gets no answer to. */
export interface Refusal {
  readonly question: string;
  readonly key: string;
  readonly operation: number;
  readonly failure: Error;
}

/** What the process that batches the keys of all says to another. */
export interface AnswerMessage {
  readonly from: string;
  readonly number: number;
  readonly costs: readonly FarCost[];
  readonly answers: readonly FarAnswer[];
  readonly refusals: readonly Refusal[];
  /** Calls that operations have taken part in; fewer than none where they are not made after all. */
  readonly charges: readonly (readonly [operation: number, calls: number])[];
}

export type FleetMessage = OfferMessage | AnswerMessage;

/** The way to the other processes, which share a store. Nothing here throws. */
export interface FleetChannel {
  /** The name of this process. */
  readonly process: string;
  /**
   * Sends a message to the process that batches the keys of all. Where none is in reach, this one becomes it. Waits until
   * it is known whether the store is in reach. A message may arrive twice.
   *
   * @param lease - How long this process is believed to be there if it says nothing, where it batches.
   * @returns The name of that process; undefined when the store is away.
   */
  toKeeper(message: OfferMessage, lease: Milliseconds): Promise<string | undefined>;
  /** @returns Whether a process has received a message. */
  send(to: string, message: AnswerMessage): Promise<boolean>;
  /** Sets who is told of messages, and when messages may have been missed or the store has come or gone. */
  listen(listener: { readonly onMessage: (message: FleetMessage) => void; readonly onChange: () => void }): void;
  /** Leaves the batching to others. */
  close(): Promise<void>;
}
