import type { EntrezError } from '../eutils/errors.js';
import type { EutilsRequest } from '../eutils/wire.js';
import { Breaker, type Pass } from './breaker.js';
import type { Clock, Milliseconds } from './clock.js';

/** The services behind E-utilities that fail one without the other (protocol: error bodies name them). */
export const BACK_ENDS = ['link', 'score', 'search', 'summary', 'fetch', 'history', 'catalog'] as const;

export type BackEnd = (typeof BACK_ENDS)[number];

/** One bad answer in ten is NCBI's daily life; five in a row are not. */
const PATIENCE = 5;
const PAUSE: Milliseconds = 5000;
const MAX_PAUSE: Milliseconds = 120_000;
/** Whoever goes on asking after NCBI has blocked him is blocked for longer. */
const BLOCKED_PAUSE: Milliseconds = 15 * 60_000;
const MAX_BLOCKED_PAUSE: Milliseconds = 4 * 3_600_000;

/** Told of what is left alone for a while, and why: a back end, or all of NCBI when it keeps this address out. */
export type OnTrip = (what: BackEnd | 'blocked', failure: EntrezError, pause: Milliseconds) => void;

/**
 * What is known of NCBI's health, which does not depend on the key that asks: a breaker for each back end, and one for
 * the door itself, which stays shut after NCBI has answered with the page it shows to addresses it blocks.
 */
export class BackEnds {
  readonly #clock: Clock;
  readonly #onTrip: OnTrip;
  readonly #breakers = new Map<BackEnd, Breaker>();
  readonly #whole: Breaker;

  constructor(clock: Clock, onTrip: OnTrip = () => undefined) {
    this.#clock = clock;
    this.#onTrip = onTrip;
    this.#whole = new Breaker({
      clock,
      patience: 1,
      pause: BLOCKED_PAUSE,
      maxPause: MAX_BLOCKED_PAUSE,
      judge: ({ blocked }) => (blocked ? 'bad' : 'neither'),
      explain: (_failures, seconds) => `Nothing is asked of NCBI for another ${seconds} s.`,
      onTrip: (failure, pause) => {
        onTrip('blocked', failure, pause);
      },
    });
  }

  /**
   * Asks for leave to send a request.
   *
   * @throws EntrezError `down`, with `retryAfterMs`.
   */
  admit(request: EutilsRequest): Pass {
    const whole = this.#whole.admit();
    try {
      const own = this.#breakerOf(backEndOf(request)).admit();
      return {
        report: (outcome, repeated) => {
          whole.report(outcome, repeated);
          own.report(outcome, repeated);
        },
      };
    } catch (error) {
      whole.report(error);
      throw error;
    }
  }

  /** What is left alone at present, and why. */
  get down(): { readonly what: BackEnd | 'blocked'; readonly failure: EntrezError }[] {
    return [['blocked', this.#whole] as const, ...this.#breakers].flatMap(([what, { failure }]) =>
      failure ? [{ what, failure }] : [],
    );
  }

  #breakerOf(backEnd: BackEnd): Breaker {
    const known = this.#breakers.get(backEnd);
    if (known) {
      return known;
    }
    const breaker = new Breaker({
      clock: this.#clock,
      patience: PATIENCE,
      pause: PAUSE,
      maxPause: MAX_PAUSE,
      judge,
      explain: (failures, seconds) =>
        `NCBI's ${backEnd} service failed ${failures} times in a row and is left alone for another ${seconds} s.`,
      onTrip: (failure, pause) => {
        this.#onTrip(backEnd, failure, pause);
      },
    });
    this.#breakers.set(backEnd, breaker);
    return breaker;
  }
}

function backEndOf({ utility, params }: EutilsRequest): BackEnd {
  switch (utility) {
    case 'elink':
      return params.some(([name, value]) => name === 'cmd' && value === 'neighbor_score') ? 'score' : 'link';
    case 'esearch':
    case 'espell':
      return 'search';
    case 'esummary':
      return 'summary';
    case 'efetch':
      return 'fetch';
    case 'epost':
      return 'history';
    case 'einfo':
      return 'catalog';
  }
}

/** A refusal for the rate or the key comes from the gateway before the back ends; what they say themselves proves life. */
function judge({ code, retryable }: EntrezError): 'bad' | 'good' | 'neither' {
  switch (code) {
    case 'UPSTREAM_TIMEOUT':
      return 'bad';
    case 'UPSTREAM_UNAVAILABLE':
      return retryable ? 'bad' : 'neither';
    case 'UPSTREAM_RATE_LIMITED':
    case 'INVALID_API_KEY':
      return 'neither';
    default:
      return 'good';
  }
}
