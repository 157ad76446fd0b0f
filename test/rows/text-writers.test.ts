import { describe, expect, it } from 'vitest';

import { placeFailures } from '../../src/rows/failures.js';
import type { Piece } from '../../src/rows/piece.js';
import type { Shape } from '../../src/rows/shape.js';
import { Table } from '../../src/rows/table.js';
import { csvWriter, tsvWriter } from '../../src/rows/text-writers.js';

const list = (name: string): Shape => ({
  name,
  field: name,
  isList: true,
  holdsRecords: false,
  isConnection: false,
  type: 'ID',
  isNode: false,
  fields: undefined,
  nodes: [],
  owners: [],
});
const table = new Table([list('rows'), list('beside')], {
  rows: ['rows'],
  lists: 'joined',
  hasInputs: false,
  hasErrors: true,
});

/** `rows` beside a list of failures, each of which has its error in every row. */
function pieceOf(rows: readonly string[], failures: number): Piece {
  const errors = Array.from({ length: failures }, (_, i) => ({
    message: `No "${i}"; it is gone`,
    path: ['beside', i],
    extensions: { code: 'UNKNOWN_ID' },
  }));
  return { data: placeFailures({ rows, beside: errors.map(() => null) }, errors), errors };
}

describe.each([
  ['CSV', csvWriter],
  ['TSV', tsvWriter],
])('the lengths of rows in %s', (_, writerOf) => {
  const writer = writerOf(table);
  const lengths = (piece: Piece): number[] => [...(writer.lengths?.(piece) ?? [])];
  const written = (piece: Piece): string => [...writer.add(piece)].join('');

  it('are near what is written, and never more', () => {
    const piece = pieceOf(['a', 'b;"c"', ''], 40);
    const text = written(piece);
    const sum = lengths(piece).reduce((all, length) => all + length, 0);
    expect(lengths(piece)).toHaveLength(3);
    expect(sum).toBeLessThanOrEqual(text.length);
    // Failed cells, quotes and escapes are left out.
    expect(sum).toBeGreaterThan(text.length / 2);
  });

  it('count the errors of what lies beside the rows in each of them', () => {
    const [few = 0] = lengths(pieceOf(['a'], 10));
    const [first = 0, second = 0] = lengths(pieceOf(['a', 'b'], 100));
    expect(first).toBeGreaterThan(9 * few);
    expect(second).toBe(first);
  });
});
