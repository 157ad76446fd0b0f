import { badInput } from './arguments.js';

/** Where an edge stands: in which list, on which record, and at which place when the cursor was made. */
export interface CursorPosition {
  readonly uid: string;
  readonly index: number;
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

  encode({ uid, index }: CursorPosition): string {
    return Buffer.from(`${this.#list}|${uid}|${index}`).toString('base64url');
  }

  /** @throws EntrezError `BAD_USER_INPUT` naming `argument` when the cursor is not one of this list. */
  decode(cursor: string, argument: 'after' | 'before'): CursorPosition {
    const [list, uid, index, ...rest] = Buffer.from(cursor, 'base64url').toString().split('|');
    if (list !== this.#list || uid === undefined || !/^\d{1,9}$/.test(index ?? '') || rest.length > 0) {
      throw badInput(argument, cursor, 'Use a cursor that this field returned for the same list.');
    }
    return { uid, index: Number(index) };
  }
}
