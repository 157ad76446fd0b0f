import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { packNumbers, UidList } from '../../../src/eutils/body/uid-list.js';

/** Uids as NCBI gives them, and what it might give one day. */
const uid = fc.oneof(
  fc.nat(0xffff_ffff).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  fc.stringMatching(/^0[0-9]{1,20}$/),
  fc.constantFrom('0', '-1', '-0', '1.5', '1e3', 'NaN', 'Infinity', '', ' 7', '4294967295', '4294967296'),
  fc.constantFrom('999999999999999', '1000000000000000', '9007199254740993', '18446744073709551615'),
  fc.string(),
);

describe('UidList', () => {
  it('gives back what it was made from, whatever the uids look like', () => {
    fc.assert(
      fc.property(fc.array(uid), (uids) => {
        const list = UidList.from(uids);
        expect(list.length).toBe(uids.length);
        expect(list.slice(0, uids.length)).toEqual(uids);
        expect(uids.map((_, i) => list.at(i))).toEqual(uids);
      }),
    );
  });

  it('cuts pages as an array does', () => {
    fc.assert(
      fc.property(fc.array(uid), fc.nat(20), fc.nat(20), (uids, start, end) => {
        expect(UidList.from(uids).slice(start, end)).toEqual(uids.slice(start, end));
      }),
    );
  });

  it('finds a uid where an array finds it, and no other that has the same number', () => {
    fc.assert(
      fc.property(fc.array(uid), uid, (uids, stranger) => {
        const list = UidList.from(uids);
        for (const sought of [...uids, stranger]) {
          expect(list.indexOf(sought)).toBe(uids.indexOf(sought));
        }
      }),
    );
    const list = UidList.from(['0', '7', '1000']);
    expect(['007', '7.0', '1e3', ''].map((sought) => list.indexOf(sought))).toEqual([-1, -1, -1, -1]);
  });

  it('has nothing outside its ends', () => {
    const list = UidList.from(['7157']);
    expect(() => list.at(1)).toThrow(RangeError);
    expect(() => list.at(-1)).toThrow('No uid at -1 in a list of 1.');
  });

  it('takes 4 bytes a uid of today, 8 for longer numbers', () => {
    expect(UidList.from([]).bytes).toBe(0);
    expect(UidList.from(['1', '4294967295']).bytes).toBe(8);
    expect(UidList.from(['1', '4294967296']).bytes).toBe(16);
  });

  it('counts the text it has to keep', () => {
    expect(UidList.from(['1', '18446744073709551615']).bytes).toBeGreaterThan(40);
  });
});

describe('packNumbers', () => {
  it('loses nothing', () => {
    const number = fc.oneof(
      fc.integer(),
      fc.nat(0xffff_ffff),
      fc.double({ noNaN: true }).filter((n) => n !== 0),
    );
    fc.assert(
      fc.property(fc.array(number), (numbers) => {
        expect(Array.from(packNumbers(numbers))).toEqual(numbers);
      }),
    );
  });
});
