import type { Said, TurnAnswer } from './budget-store.js';
import type { Milliseconds } from './clock.js';

/** What the store is to be told with the next turn. */
export interface News {
  departed: { readonly place: number; readonly at: Milliseconds; readonly answered: (answer: TurnAnswer) => void }[];
  givenBack: number[];
  said: (Omit<Said, 'ago'> & { readonly at: Milliseconds }) | undefined;
  caution: boolean;
}

/** No news. */
export const nothing = (): News => ({ departed: [], givenBack: [], said: undefined, caution: false });

/** All the news of two turns, the first of which may not have been heard. */
export function merged(earlier: News, later: News): News {
  return {
    departed: [...earlier.departed, ...later.departed],
    givenBack: [...earlier.givenBack, ...later.givenBack],
    said: later.said ?? earlier.said,
    caution: earlier.caution || later.caution,
  };
}
