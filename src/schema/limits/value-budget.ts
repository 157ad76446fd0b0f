import { GraphQLError } from 'graphql';

import { turns } from '../../turns.js';
import { EntrezError, type ErrorCode } from '../../eutils/failures/errors.js';

/** Values of a response for each MB that it may have: one takes some 150 bytes of memory until it is sent. */
export const VALUES_PER_MB = (1024 * 1024) / 64;

/** Values that are completed before other work has its turn: some 5 ms. */
const VALUES_PER_TURN = 2500;
/** The same where all are known and the operation is compiled: some milliseconds as well. */
export const KNOWN_VALUES_PER_TURN = 10_000;

/** Values that one failure counts as: its error takes as much more time and memory. */
export const VALUES_PER_FAILURE = 50;

/** In place of each failure that is too many. It has a path, so that no error is made of it anew for each field. */
const INSTEAD_OF_MORE = new GraphQLError(
  'More fields of this operation fail than its response may have errors. Request fewer records or fields.',
  { path: [], extensions: { code: 'RESPONSE_TOO_LARGE' satisfies ErrorCode } },
);

/**
 * The error of a response in which more fields fail than it may have errors: it is sent without data, since a null
 * whose error is left out would pass for an answer. Undefined for every other response.
 */
export function tooManyFailures(errors: readonly GraphQLError[]): GraphQLError | undefined {
  const { message, extensions } = INSTEAD_OF_MORE;
  return errors.some((error) => error === INSTEAD_OF_MORE || error.originalError === INSTEAD_OF_MORE)
    ? new GraphQLError(message, { extensions })
    : undefined;
}

/** Values that the response to one operation may still hold, and when those of its lists are completed. */
export class ValueBudget {
  readonly #max: number;
  /** Values that are completed before other work has its turn. */
  readonly perTurn: number;
  #taken = 0;
  #failures = 0;
  #excess: string | undefined;
  /** Values that are completed in the last turn that was begun or planned. */
  #inTurn = 0;
  /** Begins the last turn that is planned; undefined while there is room in the present one. */
  #turn: Promise<void> | undefined;

  constructor(max: number, perTurn = VALUES_PER_TURN) {
    this.#max = max;
    this.perTurn = perTurn;
  }

  /** A budget of the same size of which nothing is taken. */
  renewed(): ValueBudget {
    return new ValueBudget(this.#max, this.perTurn);
  }

  /** @throws EntrezError `RESPONSE_TOO_LARGE` when the values are more than are left. */
  take(values: number): void {
    this.#taken += values;
    this.check();
  }

  /** @throws EntrezError `RESPONSE_TOO_LARGE` when too many values were taken. */
  check(): void {
    if (this.#taken > this.#max) {
      // Hundreds of fields may meet it, and take longest to put the number into words.
      this.#excess ??= `The response holds more than the ${this.#max.toLocaleString('en')} values allowed. Request smaller pages or fewer fields.`;
      throw new EntrezError('RESPONSE_TOO_LARGE', this.#excess);
    }
  }

  /**
   * Counts a failure. Returns the error that `create` makes of it: at once, or in a turn of the operation, so that other
   * requests have theirs between thousands of failures. Of those that are too many, each gets the same one.
   */
  failure(create: () => unknown): unknown {
    this.#failures += 1;
    if (this.#failures * VALUES_PER_FAILURE > this.#max) {
      return INSTEAD_OF_MORE;
    }
    const turn = this.turnOf(VALUES_PER_FAILURE);
    return turn ? turn.then(create) : create();
  }

  /** When values may be completed: undefined for at once. Other requests have their turn in between. */
  turnOf(values: number): Promise<void> | undefined {
    if (this.#inTurn + values <= this.perTurn || this.#inTurn === 0) {
      if (this.#inTurn === 0) {
        setImmediate(() => {
          if (!this.#turn) {
            this.#inTurn = 0;
          }
        });
      }
      this.#inTurn += values;
      return this.#turn;
    }
    const turn: Promise<void> = (this.#turn ?? Promise.resolve())
      .then(() => turns.next())
      .then(() => {
        if (this.#turn === turn) {
          this.#turn = undefined;
          this.#inTurn = 0;
        }
      });
    this.#turn = turn;
    this.#inTurn = values;
    return turn;
  }
}
