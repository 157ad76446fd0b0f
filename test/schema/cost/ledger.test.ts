import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { RecordSet, START } from '../../../src/schema/cost/record-set.js';
import { Ledger } from '../../../src/schema/cost/ledger.js';
import { neverKnown, type PlannedQuery } from '../../../src/schema/cost/planned-query.js';

const question = neverKnown('esummary', 'gene');

function calls({ callGroups }: Ledger): (readonly [level: number, keys: readonly string[], mostKeys: number])[] {
  return callGroups.map(({ level, keys, mostKeys }) => [level, [...keys], mostKeys]);
}

describe('the ledger', () => {
  it('asks for what is not known, and gives what is', () => {
    const summary = { title: 'known' };
    const cached: PlannedQuery = {
      ...question,
      peek: (uid) => (uid === '1' ? { value: summary } : undefined),
    };
    const ledger = new Ledger();
    const { known, missing } = ledger.ask(cached, RecordSet.known('gene', ['1', '2'], START));
    expect([...known]).toEqual([['1', summary]]);
    expect([missing?.keys, missing?.since.level]).toEqual([['2'], 1]);
    expect(calls(ledger)).toEqual([[0, ['2'], 1]]);
    expect(ledger.known).toMatchObject([{ answers: 1 }]);
  });

  it('takes a record that is known not to exist for known, and holds nothing of it', () => {
    const gone = { value: new EntrezError('UNKNOWN_ID', 'There is none.') };
    const ledger = new Ledger();
    const outcome = ledger.ask({ ...question, peek: () => gone }, RecordSet.known('gene', ['1'], START));
    expect([outcome.known.size, outcome.missing]).toEqual([0, undefined]);
    expect(calls(ledger)).toEqual([]);
  });

  it('asks nothing twice, neither about keys nor about what answers will name', () => {
    const ledger = new Ledger();
    const some = RecordSet.unknown('gene', 20, { ...START, level: 1 });
    ledger.ask(question, RecordSet.known('gene', ['1'], START));
    ledger.ask(question, some);
    ledger.ask(question, RecordSet.known('gene', ['1'], { ...START, level: 2 }));
    const { missing } = ledger.ask(question, some.at({ ...START, level: 5 }));
    expect(missing?.since.level).toBe(5);
    expect(calls(ledger)).toEqual([
      [0, ['1'], 1],
      [1, [], 20],
    ]);
  });

  it('asks about a key when it is first wanted, in whatever order that is found out', () => {
    const ledger = new Ledger();
    ledger.ask(question, RecordSet.known('gene', ['1', '2'], { ...START, level: 3 }));
    ledger.ask(question, RecordSet.known('gene', ['1'], START));
    expect(calls(ledger)).toEqual([
      [0, ['1'], 1],
      [3, ['2'], 1],
    ]);
  });

  it('asks nothing about a page of a list about whose members it has asked', () => {
    const ledger = new Ledger();
    const whole = RecordSet.unknown('gene', 500, START);
    ledger.ask(question, whole);
    ledger.ask(question, RecordSet.unknown('gene', 20, { ...START, level: 1 }, whole));
    expect(calls(ledger)).toEqual([[0, [], 500]]);
  });
});
