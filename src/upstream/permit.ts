import type { RateHeaders } from '../eutils/rate-headers.js';
import type { Clock, Milliseconds } from './clock.js';
import type { Places } from './places.js';

/** Leave to start one request. Whoever holds it must give it back, also after a failure. */
export interface Permit {
  /** Time spent in the queue. */
  readonly waited: Milliseconds;
  /** When the permit was granted. */
  readonly startedAt: Milliseconds;
  /**
   * To be called when the request goes on the wire. NCBI counts what arrives, and between grant and departure may lie
   * the opening of a connection or a busy event loop. Until then the place stays taken. Only the first call counts.
   */
  readonly sent: () => void;
  /** To be told what the answer says of NCBI's own count. */
  readonly heed: (said: RateHeaders) => void;
  /** Ends the request; calling it again does nothing. */
  readonly release: () => void;
  /** Gives the permit back as if it had never been granted: nothing was sent, and nothing will be. */
  readonly cancel: () => void;
}

/** What a permit needs of the pacer that grants it. */
export interface Granting {
  readonly clock: Clock;
  readonly places: Places;
  /** When the request came. */
  readonly since: Milliseconds;
  /** How long a departure takes up its place. */
  readonly span: () => Milliseconds;
  /** Told when the request has departed. */
  readonly onSent: () => void;
  /** Told when it has ended, or was given back. */
  readonly onEnd: () => void;
  /** Told what NCBI said, when the request departed, and how many places were taken then. */
  readonly onHeed: (said: RateHeaders, departedAt: Milliseconds, taken: number) => void;
}

/** Takes a place and gives leave to start one request from it. */
export function grantPermit({ clock, places, since, span, onSent, onEnd, onHeed }: Granting): Permit {
  const startedAt = clock.now();
  const place = places.take();
  let departedAt: Milliseconds | undefined;
  let taken = 0;
  let held = true;
  const sent = (): void => {
    if (held && departedAt === undefined) {
      departedAt = clock.now();
      places.free(place, departedAt + span());
      taken = places.takenAt(startedAt);
      onSent();
    }
  };
  return {
    waited: startedAt - since,
    startedAt,
    sent,
    heed: (said) => {
      if (departedAt !== undefined) {
        onHeed(said, departedAt, taken);
      }
    },
    release: () => {
      if (held) {
        // A request that failed before its departure was noted may have left all the same.
        sent();
        held = false;
        onEnd();
      }
    },
    cancel: () => {
      if (held && departedAt === undefined) {
        held = false;
        places.free(place, startedAt);
        onEnd();
      }
    },
  };
}
