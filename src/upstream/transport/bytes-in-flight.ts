import { EntrezError } from '../../eutils/failures/errors.js';

/** The bytes of one response, until it is read. */
export interface HeldBytes {
  /**
   * Adds bytes as they arrive, unpacked.
   *
   * @throws EntrezError `OVERLOADED`, retryable, where other responses leave no room for them.
   */
  readonly add: (count: number) => void;
  /** Gives all of them back. */
  readonly release: () => void;
}

/** After so long another try makes sense: reading what is there takes about as long. */
const RETRY_AFTER_MS = 1000;

/** Bounds the bytes of all responses of NCBI that are received or decoded at the same time. */
export class BytesInFlight {
  readonly #max: number;
  #held = 0;

  /** @param max - A response that is the only one may be larger. */
  constructor(max: number) {
    this.#max = max;
  }

  /** Bytes of all responses that are being read. */
  get count(): number {
    return this.#held;
  }

  hold(): HeldBytes {
    let own = 0;
    let isReleased = false;
    return {
      add: (count) => {
        // A response that was cut off may have bytes on their way, which nobody gives back.
        if (isReleased) {
          return;
        }
        const others = this.#held - own;
        if (others > 0 && this.#held + count > this.#max) {
          throw new EntrezError(
            'OVERLOADED',
            'The gateway is reading more from NCBI than NCBI_MAX_IN_FLIGHT_MB allows. Retry in a second.',
            { retryable: true, retryAfterMs: RETRY_AFTER_MS },
          );
        }
        own += count;
        this.#held += count;
      },
      release: () => {
        this.#held -= own;
        own = 0;
        isReleased = true;
      },
    };
  }
}
