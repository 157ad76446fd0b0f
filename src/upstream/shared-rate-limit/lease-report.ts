import type { RateReport, LeaseGrant } from './budget-store.js';
import type { Milliseconds } from '../clock.js';

/** What the store is to be told with the next turn. */
export interface LeaseReport {
  sent: { readonly slot: number; readonly at: Milliseconds; readonly answered: (answer: LeaseGrant) => void }[];
  givenBack: number[];
  said: (Omit<RateReport, 'ago'> & { readonly at: Milliseconds }) | undefined;
  caution: boolean;
}

/** No news. */
export const nothing = (): LeaseReport => ({ sent: [], givenBack: [], said: undefined, caution: false });

/** All the news of two turns, the first of which may not have been heard. */
export function merged(earlier: LeaseReport, later: LeaseReport): LeaseReport {
  return {
    sent: [...earlier.sent, ...later.sent],
    givenBack: [...earlier.givenBack, ...later.givenBack],
    said: later.said ?? earlier.said,
    caution: earlier.caution || later.caution,
  };
}
