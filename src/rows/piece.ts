import type { GraphQLFormattedError } from 'graphql';

/** A part of an answer that is written as rows or lines. */
export interface Piece {
  /** The input that it answers; undefined where the operation has none. */
  readonly input?: string | undefined;
  /** The data, with a failure in place of each null that has an error. */
  readonly data: unknown;
  /** All errors of it. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** Turns pieces into text. */
export interface RowsWriter {
  /** Text before the first piece. */
  readonly begin: () => string;
  /** The text of a piece, in parts. */
  readonly add: (piece: Piece) => Iterable<string>;
  /**
   * At least how many characters each row of a piece takes, without writing it: rows repeat what lies beside them.
   * Without it no text is much longer than the data.
   */
  readonly lengths?: (piece: Piece) => Iterable<number>;
}

/** Name of the first column, and of a member of each line, where rows belong to inputs. */
export const INPUT = 'input';
/** Name of the last column. */
export const ERROR = 'error';
/** Member of an NDJSON line that holds errors. GraphQL reserves names that start so. */
export const ERRORS = '__errors';
