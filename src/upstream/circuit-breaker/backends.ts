import type { EntrezError } from '../../eutils/failures/errors.js';
import type { EutilsRequest } from '../../eutils/wire.js';
import { CircuitBreaker, type Ticket } from './circuit-breaker.js';
import type { Clock, Milliseconds } from '../clock.js';

/** The services behind E-utilities that fail one without the other (protocol: error bodies name them). */
export const BACKENDS = ['link', 'score', 'search', 'summary', 'fetch', 'history', 'catalog', 'citation'] as const;

export type Backend = (typeof BACKENDS)[number];

/** One bad answer in ten is NCBI's daily life; five in a row are not. */
const FAILURE_THRESHOLD = 5;
const PAUSE: Milliseconds = 5000;
const MAX_PAUSE: Milliseconds = 120_000;
/** Whoever goes on asking after NCBI has blocked him is blocked for longer. */
const BLOCKED_PAUSE: Milliseconds = 15 * 60_000;
const MAX_BLOCKED_PAUSE: Milliseconds = 4 * 3_600_000;

/** Told of what is left alone for a while, and why: a back end, or all of NCBI when it keeps this address out. */
export type OnCircuitOpen = (what: Backend | 'blocked', failure: EntrezError, pause: Milliseconds) => void;

/**
 * What is known of NCBI's health, which does not depend on the key that asks: a breaker for each back end, and one for
 * NCBI as a whole, whose breaker stays open after NCBI has answered with the page it shows to addresses it blocks.
 */
export class BackendBreakers {
  readonly #clock: Clock;
  readonly #onOpen: OnCircuitOpen;
  readonly #breakers = new Map<Backend, CircuitBreaker>();
  readonly #whole: CircuitBreaker;

  constructor(clock: Clock, onOpen: OnCircuitOpen = () => undefined) {
    this.#clock = clock;
    this.#onOpen = onOpen;
    this.#whole = new CircuitBreaker({
      clock,
      threshold: 1,
      pause: BLOCKED_PAUSE,
      maxPause: MAX_BLOCKED_PAUSE,
      classify: ({ scope }) => (scope === 'address' ? 'bad' : 'neither'),
      explain: (_failures, seconds) => `Nothing is asked of NCBI for another ${seconds} s.`,
      onOpen: (failure, pause) => {
        onOpen('blocked', failure, pause);
      },
    });
  }

  /**
   * Asks for leave to send a request.
   *
   * @throws {@link EntrezError} of the service or the address, with `retryAfterMs`.
   */
  acquire(request: EutilsRequest): Ticket {
    const whole = this.#whole.acquire();
    try {
      const own = this.#breakerOf(backendOf(request)).acquire();
      return {
        settle: (outcome, repeated) => {
          whole.settle(outcome, repeated);
          own.settle(outcome, repeated);
        },
      };
    } catch (error) {
      whole.settle(error);
      throw error;
    }
  }

  /** Time until anything is sent again after NCBI blocked this address; else 0. */
  get blockedFor(): Milliseconds {
    return this.#whole.pausedFor;
  }

  /** What is left alone at present, and why. */
  get open(): { readonly what: Backend | 'blocked'; readonly failure: EntrezError }[] {
    return [['blocked', this.#whole] as const, ...this.#breakers].flatMap(([what, { failure }]) =>
      failure ? [{ what, failure }] : [],
    );
  }

  #breakerOf(backend: Backend): CircuitBreaker {
    const known = this.#breakers.get(backend);
    if (known) {
      return known;
    }
    const breaker = new CircuitBreaker({
      clock: this.#clock,
      threshold: FAILURE_THRESHOLD,
      pause: PAUSE,
      maxPause: MAX_PAUSE,
      classify,
      explain: (failures, seconds) =>
        `NCBI's ${backend} service failed ${failures} times in a row and is left alone for another ${seconds} s.`,
      onOpen: (failure, pause) => {
        this.#onOpen(backend, failure, pause);
      },
    });
    this.#breakers.set(backend, breaker);
    return breaker;
  }
}

function backendOf({ utility, params }: EutilsRequest): Backend {
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
    case 'ecitmatch':
      return 'citation';
  }
}

/** A refusal for the rate or the key comes from the gateway before the back ends; what they say themselves proves life. */
function classify({ code, retryable }: EntrezError): 'bad' | 'good' | 'neither' {
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
