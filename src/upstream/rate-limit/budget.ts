import type { RateHeaders } from '../../eutils/failures/rate-headers.js';
import type { Milliseconds } from '../clock.js';

/** What one API key, or one address, may ask of NCBI: so many places for departures in any window. */
export interface Budget {
  /** Requests a second: the configured rate, or what NCBI says it allows where that is less. */
  readonly limit: number;
  /** Places that could be taken at once, as far as it is known here. */
  readonly free: number;
  /** When the next place can be taken; `Infinity` while that hangs on what happens to others. */
  readonly opensAt: Milliseconds;
  /** How long a departure takes up its place. */
  readonly span: Milliseconds;
  /** Time until the gate opens after a refusal; 0 when it is open. */
  readonly coolingFor: Milliseconds;
  /** By how much the windows are stretched after refusals; 1 when they are not. */
  readonly slowedBy: number;
  /** Whether nothing that happened here matters any more to what may start next. */
  readonly idle: boolean;
  /** How it stands with those it is shared with; absent where it is spent by one process alone. */
  readonly sharing?: Sharing;
  /** Takes a place, once {@link Budget.opensAt} has come. */
  take(): Slot;
  /** Is told how many would take a place now, each time after all who could have done so. */
  setDemand(count: number): void;
  /** @see Pacer.coolDown */
  coolDown(startedAt: Milliseconds, retryAfter: Milliseconds): Milliseconds;
  /** Sets who is told when {@link Budget.opensAt} has become earlier by itself. */
  watch(onChange: () => void): void;
  /** Lets go of everything: nothing will be taken any more. */
  close(): Promise<void>;
}

/** A place for one departure, taken until the window after it is over. */
export interface Slot {
  /** Whether it may no longer be used: it was only lent, and nobody could be told in time that it is still needed. */
  readonly expired: boolean;
  /** Says that the request departs now; the latest time counts. */
  markSent(): void;
  /** Says that nothing departed, and that nothing will. */
  cancel(): void;
  /** Is told what the answer says of NCBI's own count. Only for a request that has departed. */
  applyRateHeaders(said: RateHeaders): void;
}

/** How a budget stands that several processes spend. */
export interface Sharing {
  /**
   * `shared`: permits come from the common store. `own share`: the store is away, and each process goes on with its part.
   * `closed`: nothing may start, because the store is not known yet, there is no part left for this process, or the
   * change from one to the other takes its time.
   */
  readonly by: 'shared' | 'own share' | 'closed';
  /** Set while the store is away and this process has no part of the budget: nothing starts until the store is back. */
  readonly isStranded?: boolean;
  /** Processes that share it, this one included, as far as it is known; 0 when that was never known. */
  readonly members: number;
}
