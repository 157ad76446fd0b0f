import type { Answer } from './asker.js';

/** How answers become text. */
export interface AnswerWriter {
  /** What stands before the first answer. */
  readonly begin: () => string;
  /** The text of an answer, in pieces. */
  readonly add: (answer: Answer) => Iterable<string>;
  /** What stands behind the last answer: also after an interruption, so that the whole is valid. */
  readonly end: () => string;
}
