import type { Sharing } from './budget.js';
import type { Milliseconds } from '../clock.js';

/** How a pacer stands at this moment. */
export interface PacerState {
  /** Requests a second it grants: the configured rate, or what NCBI says it allows where that is less. */
  readonly limit: number;
  /** Requests that could start at once. */
  readonly remaining: number;
  /** Requests waiting for a permit. */
  readonly queued: number;
  /** Requests that hold a permit. */
  readonly inFlight: number;
  /** How long a request that came now would wait, as far as the rate decides. */
  readonly expectedWait: Milliseconds;
  /** Time until the gate opens after a refusal; 0 when it is open. */
  readonly coolingFor: Milliseconds;
  /** By how much the windows are stretched after refusals; 1 when they are not. */
  readonly slowedBy: number;
  /** How it stands with the other processes that spend the same budget, where there may be any. */
  readonly sharing: Sharing | undefined;
}
