import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { START } from '../../../src/schema/cost/record-set.js';
import { inBatchesOf, neverKnown } from '../../../src/schema/cost/planned-query.js';
import { CallGroup } from '../../../src/schema/cost/call-group.js';

/** Calls for keys that come in groups, when each group is sent before the next comes. */
function callsOneByOne(groups: readonly number[], batchSize: number): number {
  return groups.reduce((calls, keys) => calls + Math.ceil(keys / batchSize), 0);
}

describe('inBatchesOf', () => {
  it('is reached by no way to spread keys over moments, and exceeded by none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 100 }),
        (groups, batchSize) => {
          const keys = groups.reduce((sum, group) => sum + group, 0);
          const most = inBatchesOf(batchSize)(keys, groups.length);
          expect(callsOneByOne(groups, batchSize)).toBeLessThanOrEqual(most);
          expect(most).toBeLessThanOrEqual(keys);
        },
      ),
    );
  });

  it('is the number of full batches for keys that come at once', () => {
    expect([0, 1, 99, 100, 101, 250].map((keys) => inBatchesOf(100)(keys, 1))).toEqual([0, 1, 1, 1, 2, 3]);
  });
});

describe('a group of calls', () => {
  const question = { ...neverKnown('esummary', 'pubmed'), batchSize: 100 };

  it('counts a key once, however often it is wanted', () => {
    const callGroup = new CallGroup(question, 0);
    callGroup.add(['1', '2'], 0, START);
    callGroup.add(['2', '3'], 40, START);
    expect([callGroup.keys.size, callGroup.mostKeys, callGroup.mostCalls]).toEqual([3, 43, 1]);
  });

  it('may need a call for each answer that brings keys', () => {
    const bringer = new CallGroup({ ...question, batchSize: 10 }, 0);
    bringer.add([], 25, START);
    const callGroup = new CallGroup(question, 1);
    callGroup.add([], 50, { level: 1, callGroups: [bringer], mostMoments: 25 });
    expect([bringer.mostCalls, callGroup.mostCalls]).toEqual([3, 3]);
  });

  it('needs no more calls than there are objects that bring keys', () => {
    const [links, summaries] = [new CallGroup(question, 0), new CallGroup(question, 0)];
    links.add(['7157'], 0, START);
    summaries.add(['7157'], 0, START);
    const callGroup = new CallGroup(question, 1);
    callGroup.add([], 20, { level: 1, callGroups: [links, summaries], mostMoments: 1 });
    expect(callGroup.mostCalls).toBe(1);
  });
});
