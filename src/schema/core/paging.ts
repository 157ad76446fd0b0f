import { badInput } from './arguments.js';
import type { Cursors } from './cursor.js';

export const DEFAULT_PAGE = 20;
export const MAX_PAGE = 1000;

export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A stretch of a list: `start` included, `end` not. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Refuses impossible page sizes before anything is asked.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument and the allowed range.
 */
export function checkPageSize({ first, last }: PageArgs): void {
  checkSize('first', first);
  checkSize('last', last);
  if (first != null && last != null) {
    throw badInput('last', last, 'Leave one of them out.', ', and "first" is given too');
  }
}

function checkSize(argument: 'first' | 'last', size: number | null | undefined): void {
  if (size != null && (size < 0 || size > MAX_PAGE)) {
    throw badInput(argument, size, `Use a number from 0 to ${MAX_PAGE}.`);
  }
}

/**
 * The stretch that the arguments ask for, by the rules of the Relay cursor connections specification.
 *
 * @param indexOf - Where a uid stands in the list now, or -1.
 * @throws EntrezError `BAD_USER_INPUT` for a foreign cursor.
 */
export function cutPage(args: PageArgs, length: number, cursors: Cursors, indexOf: (uid: string) => number): Stretch {
  const placeOf = (cursor: string, argument: 'after' | 'before'): Stretch => {
    const { uid, index } = cursors.decode(cursor, argument);
    const now = indexOf(uid);
    // A record that left the list since takes no room; its old place, where the next one stands now, is the best known.
    return now < 0 ? { start: index, end: index } : { start: now, end: now + 1 };
  };
  let start = args.after == null ? 0 : Math.min(placeOf(args.after, 'after').end, length);
  let end = args.before == null ? length : Math.min(placeOf(args.before, 'before').start, length);
  end = Math.max(start, end);
  if (args.last != null) {
    start = Math.max(start, end - args.last);
  } else {
    end = Math.min(end, start + (args.first ?? DEFAULT_PAGE));
  }
  return { start, end };
}
