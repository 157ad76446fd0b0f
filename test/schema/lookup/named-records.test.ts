import { describe, expect, it } from 'vitest';

import { knownUids, readRecords } from '../../../src/schema/lookup/named-records.js';
import { failureOf } from '../../eutils/entrez-errors.js';

describe('the records that arguments name together', () => {
  it('are taken once each, without leading zeros, in the order given', () => {
    expect(knownUids(readRecords('gene', { uids: ['7157', '0672', 'NCBIGene:7157', ' 672 '] }, 4))).toEqual([
      '7157',
      '672',
    ]);
  });

  it('are known at once unless one of them is to be searched', () => {
    const names = readRecords('gene', { ids: ['7157', 'TP53'] }, 4);
    expect(names).toMatchObject([{ uid: '7157' }, { kind: 'symbol' }]);
    expect(knownUids(names)).toBeUndefined();
  });

  it.each([
    [{ uids: [] }, 'Argument "uids" is an empty list. Use 1 to 3 entries.'],
    [{ ids: ['1', '2', '3', '4'] }, 'Argument "ids" has 4 entries. Use 1 to 3 entries.'],
    [
      { uids: ['1', 'x'] },
      'Argument "uids" is "x". Use a uid: a whole number above 0 of at most 20 digits, or ids: ["x"].',
    ],
    [{ uids: ['1'], ids: ['1'] }, 'The records are missing or given twice. Use one of "uids" and "ids".'],
    [{ uids: null }, 'The records are missing or given twice. Use one of "uids" and "ids".'],
  ])('are refused as %j', (given, message) => {
    expect(failureOf(() => readRecords('gene', given, 3))).toMatchObject({ code: 'BAD_USER_INPUT', message });
  });
});
