import type { Recording } from './recorded.js';

/** What must hold for every recording of a kind, also for those that nobody here has seen. */
export interface Rule {
  /** The kind, for the name of the test. */
  readonly what: string;
  /** Whether a recording is of this kind, to be told from its body. */
  readonly isOne: (recording: Recording) => boolean;
  /** Compares what the decoders make of it with what a naive reader finds in the text. */
  readonly check: (recording: Recording) => void;
}
