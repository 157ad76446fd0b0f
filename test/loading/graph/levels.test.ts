import { describe, expect, it } from 'vitest';

import { UidList } from '../../../src/eutils/body/uid-list.js';
import { endOf, meet } from '../../../src/loading/graph/levels.js';

/** A level of one list: so many records from `first` on, `step` apart. */
function levelOf(parent: string, first: number, count: number, step: number) {
  const uids = UidList.fromPacked(Uint32Array.from({ length: count }, (_, index) => first + index * step));
  const links = { uids, bytes: uids.bytes, source: 'ELINK', asOf: 0 } as const;
  return { before: endOf(parent), lists: [{ parent, links }], name: 'gene_pubmed', size: count };
}

describe('the records in which two levels meet', () => {
  it('are found with a pause at least every 8,192 records, however long a list is', () => {
    const work = meet(levelOf('1', 0, 100_000, 1), levelOf('2', 0, 100_000, 2));
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
    }
    expect(step.value).toHaveLength(50_000);
    expect(step.value[1]).toEqual({ uid: '2', left: ['1'], right: ['2'] });
    // Both lists are read, and then the records that are kept.
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(300_000 / 8192));
  });
});
