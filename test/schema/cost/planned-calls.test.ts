import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { RecordSet, START } from '../../../src/schema/cost/record-set.js';
import { PlannedCalls } from '../../../src/schema/cost/planned-calls.js';
import { neverKnown, type PlannedQuery } from '../../../src/schema/cost/planned-query.js';

const question = neverKnown('esummary', 'gene');

function calls({ callGroups }: PlannedCalls): (readonly [level: number, keys: readonly string[], mostKeys: number])[] {
  return callGroups.map(({ level, keys, mostKeys }) => [level, [...keys], mostKeys]);
}

describe('PlannedCalls', () => {
  it('asks for what is not known, and gives what is', () => {
    const summary = { title: 'known' };
    const cached: PlannedQuery = {
      ...question,
      peek: (uid) => (uid === '1' ? { value: summary } : undefined),
    };
    const plannedCalls = new PlannedCalls();
    const { known, missing } = plannedCalls.ask(cached, RecordSet.known('gene', ['1', '2'], START));
    expect([...known]).toEqual([['1', summary]]);
    expect([missing?.keys, missing?.since.level]).toEqual([['2'], 1]);
    expect(calls(plannedCalls)).toEqual([[0, ['2'], 1]]);
    expect(plannedCalls.known).toMatchObject([{ answers: 1 }]);
  });

  it('takes a record that is known not to exist for known, and holds nothing of it', () => {
    const gone = { value: new EntrezError('UNKNOWN_ID', 'There is none.') };
    const plannedCalls = new PlannedCalls();
    const outcome = plannedCalls.ask({ ...question, peek: () => gone }, RecordSet.known('gene', ['1'], START));
    expect([outcome.known.size, outcome.missing]).toEqual([0, undefined]);
    expect(calls(plannedCalls)).toEqual([]);
  });

  it('asks nothing twice, neither about keys nor about what answers will name', () => {
    const plannedCalls = new PlannedCalls();
    const some = RecordSet.unknown('gene', 20, { ...START, level: 1 });
    plannedCalls.ask(question, RecordSet.known('gene', ['1'], START));
    plannedCalls.ask(question, some);
    plannedCalls.ask(question, RecordSet.known('gene', ['1'], { ...START, level: 2 }));
    const { missing } = plannedCalls.ask(question, some.at({ ...START, level: 5 }));
    expect(missing?.since.level).toBe(5);
    expect(calls(plannedCalls)).toEqual([
      [0, ['1'], 1],
      [1, [], 20],
    ]);
  });

  it('asks about a key when it is first wanted, in whatever order that is found out', () => {
    const plannedCalls = new PlannedCalls();
    plannedCalls.ask(question, RecordSet.known('gene', ['1', '2'], { ...START, level: 3 }));
    plannedCalls.ask(question, RecordSet.known('gene', ['1'], START));
    expect(calls(plannedCalls)).toEqual([
      [0, ['1'], 1],
      [3, ['2'], 1],
    ]);
  });

  it('asks nothing about a page of a list about whose members it has asked', () => {
    const plannedCalls = new PlannedCalls();
    const whole = RecordSet.unknown('gene', 500, START);
    plannedCalls.ask(question, whole);
    plannedCalls.ask(question, RecordSet.unknown('gene', 20, { ...START, level: 1 }, whole));
    expect(calls(plannedCalls)).toEqual([[0, [], 500]]);
  });

  it('reckons that what stands below records of which some may be known leaves in a batch of its own for these', () => {
    const below = { ...question, about: 'below', batchSize: 100 };
    const callsBelow = (more: Partial<PlannedQuery>): number | undefined => {
      const plannedCalls = new PlannedCalls();
      const first = { ...question, about: 'first', batchSize: 100 };
      const { missing = RecordSet.known('gene', [], START) } = plannedCalls.ask(
        first,
        RecordSet.known('gene', ['1'], START),
      );
      const some = RecordSet.unknown('gene', 20, missing.since);
      const second = plannedCalls.ask({ ...question, about: 'second', batchSize: 100, ...more }, some).missing;
      plannedCalls.ask(below, RecordSet.unknown('pubmed', 50, second?.since ?? START));
      return plannedCalls.callGroups.find(({ question: { about } }) => about === 'below')?.mostCalls;
    };
    expect([callsBelow({}), callsBelow({ mayKnow: true })]).toEqual([1, 2]);
  });

  it('reckons the same of records that are named, where answers may be in a store', () => {
    const callsBelow = (isStored: boolean): number | undefined => {
      const plannedCalls = new PlannedCalls();
      const named = RecordSet.known('gene', ['1', '2'], START);
      const first = plannedCalls.ask(
        { ...question, about: 'first', batchSize: 100, mayKnow: true, isStored },
        named,
      ).missing;
      plannedCalls.ask(
        { ...question, about: 'below', batchSize: 100 },
        RecordSet.unknown('pubmed', 50, first?.since ?? START),
      );
      return plannedCalls.callGroups.find(({ question: { about } }) => about === 'below')?.mostCalls;
    };
    expect([callsBelow(false), callsBelow(true)]).toEqual([1, 2]);
  });
});
