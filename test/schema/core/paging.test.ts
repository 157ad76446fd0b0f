import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Cursors } from '../../../src/schema/core/cursor.js';
import { checkPageSize, cutPage, DEFAULT_PAGE, MAX_PAGE, type PageArgs } from '../../../src/schema/core/paging.js';

const cursors = new Cursors('gene_pubmed:7157');
const lists = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }).map(String), { maxLength: 60 });
const sizes = fc.integer({ min: 1, max: 70 });

/** The page of a list, as uids. */
function page(list: readonly string[], args: PageArgs): string[] {
  const { start, end } = cutPage(args, list.length, cursors, (uid) => list.indexOf(uid));
  return list.slice(start, end);
}

/** The cursor an edge had when the list was as given. */
function cursorOf(list: readonly string[], uid: string): string {
  return cursors.encode({ uid, index: list.indexOf(uid) });
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(1000 + index));
}

describe('cutPage', () => {
  const list = numbered(50);
  const at = (index: number): string => cursorOf(list, list[index] ?? '');

  it(`gives the first ${DEFAULT_PAGE} without arguments, and with nulls`, () => {
    expect(page(list, {})).toEqual(list.slice(0, DEFAULT_PAGE));
    expect(page(list, { first: null, after: null, last: null, before: null })).toEqual(list.slice(0, DEFAULT_PAGE));
  });

  it('counts first from the start and last from the end', () => {
    expect(page(list, { first: 3 })).toEqual(list.slice(0, 3));
    expect(page(list, { last: 3 })).toEqual(list.slice(47));
    expect(page(list, { first: MAX_PAGE })).toEqual(list);
    expect(page(list, { last: MAX_PAGE })).toEqual(list);
  });

  it('starts behind after and ends before before', () => {
    expect(page(list, { first: 3, after: at(9) })).toEqual(list.slice(10, 13));
    expect(page(list, { last: 3, before: at(9) })).toEqual(list.slice(6, 9));
    expect(page(list, { after: at(9), before: at(14) })).toEqual(list.slice(10, 14));
  });

  it('applies both cursors before first and last, as Relay demands', () => {
    expect(page(list, { first: 2, after: at(9), before: at(14) })).toEqual(list.slice(10, 12));
    expect(page(list, { last: 2, after: at(9), before: at(14) })).toEqual(list.slice(12, 14));
    expect(page(list, { last: 9, after: at(9), before: at(12) })).toEqual(list.slice(10, 12));
  });

  it('is empty behind the last edge, before the first one, and between crossed cursors', () => {
    expect(page(list, { first: 5, after: at(49) })).toEqual([]);
    expect(page(list, { last: 5, before: at(0) })).toEqual([]);
    expect(page(list, { after: at(20), before: at(10) })).toEqual([]);
    expect(page([], { first: 5 })).toEqual([]);
  });

  it('gives any list once and in order when walked forwards, whatever the page size', () => {
    fc.assert(
      fc.property(lists, sizes, (all, first) => {
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const uids = page(all, { first, after });
          seen.push(...uids);
          const lastUid = uids.at(-1);
          after = lastUid === undefined ? null : cursorOf(all, lastUid);
        } while (after !== null);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('gives any list once and in order when walked backwards, whatever the page size', () => {
    fc.assert(
      fc.property(lists, sizes, (all, last) => {
        const seen: string[] = [];
        let before: string | null = null;
        do {
          const uids = page(all, { last, before });
          seen.unshift(...uids);
          const firstUid = uids[0];
          before = firstUid === undefined ? null : cursorOf(all, firstUid);
        } while (before !== null);
        expect(seen).toEqual(all);
      }),
    );
  });

  it('goes on behind the same record after the list has grown at its head', () => {
    fc.assert(
      fc.property(lists, lists, fc.nat(), sizes, (old, candidates, pick, size) => {
        fc.pre(old.length > 0);
        const cut = pick % old.length;
        const uid = old[cut] ?? '';
        const grown = [...candidates.filter((candidate) => !old.includes(candidate)), ...old];
        expect(page(grown, { first: size, after: cursorOf(old, uid) })).toEqual(old.slice(cut + 1, cut + 1 + size));
        expect(page(grown, { before: cursorOf(old, uid), last: MAX_PAGE }).at(-1)).toBe(grown[grown.indexOf(uid) - 1]);
      }),
    );
  });

  it('skips and repeats nothing when the record of the cursor has left the list', () => {
    fc.assert(
      fc.property(lists, fc.nat(), sizes, (old, pick, size) => {
        fc.pre(old.length > 0);
        const cut = pick % old.length;
        const cursor = cursorOf(old, old[cut] ?? '');
        const shrunk = old.toSpliced(cut, 1);
        expect(page(shrunk, { first: size, after: cursor })).toEqual(shrunk.slice(cut, cut + size));
        expect(page(shrunk, { last: size, before: cursor })).toEqual(shrunk.slice(Math.max(0, cut - size), cut));
      }),
    );
  });

  it('stays inside a list that has shrunk below the place of the cursor', () => {
    const few = numbered(5);
    expect(page(few, { first: 5, after: at(40) })).toEqual([]);
    expect(page(few, { last: 2, before: at(40) })).toEqual(few.slice(3));
  });

  it('refuses a cursor of another list and names the argument', () => {
    const foreign = new Cursors('gene_pubmed:672').encode({ uid: '1000', index: 0 });
    expect(() => page(list, { after: foreign })).toThrow(/^Argument "after" is .*Use a cursor/);
    expect(() => page(list, { before: foreign })).toThrow(/^Argument "before" is .*Use a cursor/);
  });
});

describe('checkPageSize', () => {
  it.each([0, 1, 20, MAX_PAGE])('accepts %i', (size) => {
    expect(() => {
      checkPageSize({ first: size });
    }).not.toThrow();
    expect(() => {
      checkPageSize({ last: size });
    }).not.toThrow();
  });

  it.each([-1, MAX_PAGE + 1])('refuses %i, naming the argument and the allowed range', (size) => {
    expect(() => {
      checkPageSize({ first: size });
    }).toThrow(`Argument "first" is ${size}. Use a number from 0 to 1000.`);
    expect(() => {
      checkPageSize({ last: size });
    }).toThrow(`Argument "last" is ${size}. Use a number from 0 to 1000.`);
  });

  it('refuses first and last together', () => {
    expect(() => {
      checkPageSize({ first: 2, last: 3 });
    }).toThrow('Argument "last" is 3, and "first" is given too. Leave one of them out.');
  });

  it('accepts nulls and absence', () => {
    expect(() => {
      checkPageSize({ first: null, last: null });
    }).not.toThrow();
    expect(() => {
      checkPageSize({});
    }).not.toThrow();
  });
});
