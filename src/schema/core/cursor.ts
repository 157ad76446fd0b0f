import { badInput } from './arguments.js';

/** Where an edge stands: in which list, on which record, and at which place when the cursor was made. */
export interface CursorPosition {
  readonly uid: string;
  readonly index: number;
  /** What else tells its place, as whole numbers, in a list that has such. */
  readonly more?: readonly number[] | undefined;
}

/**
 * Cursors of one list. They name the record, so that they hold their place when the list is fetched anew and has
 * grown at its head, and they name their list, so that one of another list is refused.
 */
export class Cursors {
  readonly #list: string;

  /** @param list - Tells this list from all others, such as `gene_pubmed:7157`. */
  constructor(list: string) {
    this.#list = list;
  }

  encode({ uid, index, more = [] }: CursorPosition): string {
    return Buffer.from([this.#list, uid, index, ...more].join('|')).toString('base64url');
  }

  /**
   * @param mayHave - How many numbers there are in {@link CursorPosition.more}, if there are any.
   * @throws EntrezError `BAD_USER_INPUT` naming `argument` when the cursor is not one of this list.
   */
  decode(cursor: string, argument: 'after' | 'before', mayHave = 0): CursorPosition {
    const [list, uid, index = '', ...more] = Buffer.from(cursor, 'base64url').toString().split('|');
    const isOurs =
      list === this.#list &&
      uid !== undefined &&
      /^\d{1,9}$/.test(index) &&
      (more.length === 0 || more.length === mayHave) &&
      more.every((number) => /^\d{1,15}$/.test(number));
    if (!isOurs) {
      throw badInput(argument, cursor, 'Use a cursor that this field returned for the same list.');
    }
    return { uid, index: Number(index), ...(more.length > 0 && { more: more.map(Number) }) };
  }
}
