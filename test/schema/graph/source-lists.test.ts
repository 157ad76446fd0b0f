import { describe, expect, it } from 'vitest';

import { UidList } from '../../../src/eutils/body/uid-list.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { EntrezRecord } from '../../../src/schema/core/record.js';
import { closeLists } from '../../../src/schema/graph/source-lists.js';

const list = (input: string, scores?: readonly number[]) => {
  const uids = UidList.from(['30', '20', '10']);
  const links = { uids, bytes: uids.bytes, source: 'ELINK', asOf: 0, ...(scores && { scores: [...scores] }) } as const;
  return { input, source: new EntrezRecord('pubmed', input), links };
};

describe('lists without the links of lower scores', () => {
  it('are made one by one, with a pause after each; one without scores is missing', () => {
    const failed = { input: '4', source: undefined, failure: new EntrezError('UNKNOWN_ID', 'No such record.') };
    const work = closeLists([list('1', [9, 5, 1]), list('2', [4, 4, 4]), list('3'), failed], 5, 'pubmed_pubmed');
    let pauses = 0;
    let step = work.next();
    for (; step.done !== true; step = work.next()) {
      pauses += 1;
    }
    expect(pauses).toBe(4);
    const kept = step.value.map((each) => ('links' in each ? [...each.links.uids] : [each.input, each.failure.code]));
    expect(kept).toEqual([['30', '20'], [], ['3', 'MALFORMED_RESPONSE'], ['4', 'UNKNOWN_ID']]);
  });
});
