import { EntrezError } from '../../eutils/failures/errors.js';
import type { RateHeaders } from '../../eutils/failures/rate-headers.js';
import type { Slot } from './budget.js';
import type { Clock, Milliseconds } from '../clock.js';

/** Leave to start one request. Whoever holds it must give it back, also after a failure. */
export interface Permit {
  /** Time spent in the queue. */
  readonly waited: Milliseconds;
  /** When the permit was granted. */
  readonly startedAt: Milliseconds;
  /**
   * To be called when the request goes on the wire. NCBI counts what arrives, and between grant and departure may lie
   * the opening of a connection or a busy event loop. Until then the place stays taken. Only the first call counts.
   *
   * @throws {@link EntrezError} `OVERLOADED`, retryable, when a permit of a shared budget was held for so long that
   * somebody else may have its place: the request must not go.
   */
  readonly markSent: () => void;
  /** To be called when the system has the request, where that is known: the place is taken by a departure at this time. */
  readonly markWritten: () => void;
  /** To be told what the answer says of NCBI's own count. */
  readonly applyRateHeaders: (said: RateHeaders) => void;
  /** Ends the request; calling it again does nothing. */
  readonly release: () => void;
  /** Gives the permit back as if it had never been granted: nothing was sent, and nothing will be. */
  readonly cancel: () => void;
}

/** What a permit needs of the pacer that grants it. */
export interface Granting {
  readonly clock: Clock;
  readonly slot: Slot;
  /** When the request came. */
  readonly requestedAt: Milliseconds;
  /** Told when the budget knows more: the request has departed, or its answer said something. */
  readonly onChange: () => void;
  /** Told when it has ended, or was given back. */
  readonly onEnd: () => void;
}

/** Gives leave to start one request from a place. */
export function grantPermit({ clock, slot, requestedAt, onChange, onEnd }: Granting): Permit {
  const startedAt = clock.now();
  let sent = false;
  let held = true;
  const depart = (): void => {
    if (held && !sent) {
      sent = true;
      slot.markSent();
      onChange();
    }
  };
  return {
    waited: startedAt - requestedAt,
    startedAt,
    markSent: () => {
      if (held && !sent && slot.expired) {
        throw new EntrezError('OVERLOADED', 'The request was not sent before its permit expired. Retry it.', {
          retryable: true,
        });
      }
      depart();
    },
    markWritten: () => {
      if (held && sent) {
        slot.markSent();
        onChange();
      }
    },
    applyRateHeaders: (said) => {
      if (sent) {
        slot.applyRateHeaders(said);
        onChange();
      }
    },
    release: () => {
      if (held) {
        // A request that failed before its departure was noted may have left all the same.
        depart();
        held = false;
        onEnd();
      }
    },
    cancel: () => {
      if (held && !sent) {
        held = false;
        slot.cancel();
        onEnd();
      }
    },
  };
}
