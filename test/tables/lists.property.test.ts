import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PairSorter } from '../../src/tables/sorting/pair-sorter.js';
import type { PageView } from '../../src/tables/storage/kept-pages.js';
import { findOnPage, listsOnPage } from '../../src/tables/storage/list-page.js';
import { ListPageWriter } from '../../src/tables/storage/list-page-writer.js';

/** A page among other bytes. */
function viewOf(page: Buffer): PageView {
  const start = 3;
  return {
    bytes: Buffer.concat([Buffer.alloc(start, 0xff), page, Buffer.alloc(9, 0xff)]),
    start,
    end: start + page.length,
  };
}

const uid = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 0xff_ff_ff_ff }));

describe('pages of lists', () => {
  it('give each list back, descending, and none for other sources', () => {
    const lists = fc.uniqueArray(fc.tuple(uid, fc.uniqueArray(uid, { minLength: 1, maxLength: 40 })), {
      selector: ([source]) => source,
      minLength: 1,
    });
    fc.assert(
      fc.property(lists, uid, fc.nat(7), (unsorted, other, zeros) => {
        const sorted = unsorted.toSorted(([a], [b]) => a - b);
        const writer = new ListPageWriter();
        const kept = sorted.filter(([source, members]) =>
          writer.add(source, Uint32Array.from(members).sort(), members.length),
        );
        const first = writer.firstSource;
        const page = Buffer.concat([writer.take(), Buffer.alloc(zeros)]);

        const expected = kept.map(([source, members]) => [source, members.toSorted((a, b) => b - a)]);
        expect([...listsOnPage(page, first)].map(([source, members]) => [source, [...members]])).toEqual(expected);
        for (const [source, members] of expected) {
          expect([...(findOnPage(viewOf(page), first, source as number) ?? [])]).toEqual(members);
        }
        expect(findOnPage(viewOf(page), first, other) !== undefined).toBe(kept.some(([source]) => source === other));
      }),
    );
  });

  it.each([1, 3, 4, 500, 5000])(
    'give lists of %i members whose memory is their own: who keeps one keeps no others',
    (count) => {
      const members = Uint32Array.from({ length: count }, (_, i) => i + 1);
      const writer = new ListPageWriter();
      writer.add(7157, members, count);
      const page = viewOf(Buffer.from(writer.take()));

      const [first, second] = [findOnPage(page, 7157, 7157), findOnPage(page, 7157, 7157)];
      expect([first?.length, first?.buffer.byteLength]).toEqual([count, first?.byteLength]);
      expect(second?.buffer).not.toBe(first?.buffer);
    },
  );

  it('hold a list that is longer than a page', () => {
    const members = Uint32Array.from({ length: 100_000 }, (_, i) => 3 * i + 1);
    const writer = new ListPageWriter();

    expect(writer.add(7157, members, members.length)).toBe(true);
    expect(writer.add(7158, members, 1)).toBe(false);

    const found = findOnPage(viewOf(Buffer.from(writer.take())), 7157, 7157);
    expect(found?.toString()).toBe(members.toReversed().toString());
  });
});

describe('a sorter of pairs', () => {
  it('gives all pairs in both orders, also when they do not fit into memory', () => {
    const folder = mkdtempSync(join(tmpdir(), 'entrez-graph-'));
    let count = 0;
    // Records with one link, with some, and with many.
    const source = fc.oneof(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 20 }), uid);
    const pairs = fc.array(fc.tuple(source, source), { maxLength: 120, size: 'max' });
    const byBoth = (a: readonly number[], b: readonly number[]): number =>
      (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0);
    try {
      fc.assert(
        fc.property(pairs, fc.integer({ min: 1, max: 100 }), (added, room) => {
          const sorter = new PairSorter(folder, `${(count += 1)}`, room);
          added.forEach(([a, b]) => {
            sorter.add(a, b);
          });
          const forward: number[][] = [];
          const backward: number[][] = [];
          sorter.forward(({ firsts, seconds }, length) => {
            forward.push(...Array.from({ length }, (_, i) => [firsts[i] ?? 0, seconds[i] ?? 0]));
          });
          sorter.backward(({ firsts, seconds }, length) => {
            backward.push(...Array.from({ length }, (_, i) => [firsts[i] ?? 0, seconds[i] ?? 0]));
          });
          sorter.close();

          expect(forward).toEqual(added.toSorted(byBoth));
          expect(backward).toEqual(added.map(([a, b]) => [b, a]).toSorted(byBoth));
        }),
        { numRuns: 30 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
