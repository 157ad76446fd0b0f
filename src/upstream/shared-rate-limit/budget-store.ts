import type { Milliseconds } from '../clock.js';
import type { Caution } from '../rate-limit/cooldown.js';

/**
 * For how long a place is lent. Who has not said by then that the request has departed, or is still about to, must not
 * send it any more; so long, and a window, are places lost that a process took to its grave.
 */
export const LEASE: Milliseconds = 1000;
/**
 * Within so long of each other all processes notice that the store is away, or back, and nothing is sent any more on the
 * strength of what was true before: they try five times a second, give up a question after one, and a lease ends sooner.
 */
export const NOTICED: Milliseconds = 1500;

/** Places that several processes share, kept in one store. Each step is atomic, and its time is the store's own. */
export interface BudgetStore {
  /**
   * Says that a process is there. A store that knows nothing, since it is new or was emptied, stays closed for a while:
   * until everybody has noticed it, and what they did meanwhile is over. Who notices it late may have spent its part until
   * then: the store stays closed for as long from then on.
   *
   * @param isAlone - Whether the process spends its part by itself.
   */
  beat(member: string, isAlone?: boolean): Promise<Heartbeat>;
  /** Says that a process is there no more. */
  leave(member: string): Promise<void>;
  /** Tells what became of the places of one API key, and asks for more. Undefined when the store knows nothing. */
  turn(turn: LeaseRequest): Promise<LeaseGrant | undefined>;
}

export interface Heartbeat {
  /** Time until the store lends places; 0 when it does so. */
  readonly opensIn: Milliseconds;
  /** Whether the process was there already. */
  readonly known: boolean;
  /** Processes that are there, this one included. */
  readonly members: number;
  /** How many of them come before this one, in an order that all agree on. */
  readonly rank: number;
}

/** What a process says of the places of one API key. Spans of time end when it speaks. */
export interface LeaseRequest {
  /** The API key, under a name that does not tell it. */
  readonly bucket: string;
  readonly member: string;
  readonly rps: number;
  /** How long a departure takes up its place, as long as nothing was refused. */
  readonly window: Milliseconds;
  /** Requests that wait. */
  readonly want: number;
  /** How many of them may be served with one turn. */
  readonly few: number;
  /** Number of the next place that it is lent: places are named by who has them, and a number. */
  readonly next: number;
  readonly sent: readonly { readonly slot: number; readonly ago: Milliseconds }[];
  readonly givenBack: readonly number[];
  /** Places whose requests have not departed, but will. */
  readonly kept: readonly number[];
  /** What NCBI said last of its own count. */
  readonly said?: RateReport | undefined;
  readonly caution?: Caution | undefined;
}

export interface RateReport {
  readonly limit: number;
  /** Requests of strangers that NCBI counted. */
  readonly strangers: number;
  /** Time since the departure of the request whose answer said so. */
  readonly ago: Milliseconds;
}

export interface LeaseGrant {
  /** How many places were lent. */
  readonly leased: number;
  /** Those of {@link LeaseRequest.kept} that may be kept, if any. */
  readonly kept?: readonly number[];
  /** When to ask again for what was wanted and not lent. */
  readonly wait: Milliseconds;
  /** Places that are taken by us, strangers left out. */
  readonly ours: number;
  /** Places that are free. */
  readonly free: number;
  /** Requests a second, as far as NCBI allows them. */
  readonly limit: number;
  readonly caution?: Caution | undefined;
}
