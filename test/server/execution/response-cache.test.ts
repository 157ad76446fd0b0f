import { parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';

import { Operation } from '../../../src/loading/operation/operation.js';
import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import { type Question, ResponseCache, type Result } from '../../../src/server/execution/response-cache.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';
import { answerGoodFor, SECOND } from '../answer-good-for.js';

const DOCUMENT = parse('query ($number: Int) { gene(number: $number) { symbol } }');

describe('an answer as a whole', () => {
  let clock: FakeClock;
  let remembered: ResponseCache;
  beforeEach(() => {
    clock = new FakeClock();
    remembered = new ResponseCache({ clock, maxBytes: 10_000 });
  });

  function operation(): Operation {
    const client = clientOver(clock, new ScriptedTransport());
    return new Operation({ clock, client, deadline: Infinity, maxCalls: 10 });
  }

  /** An operation that got by with known answers, of which so much of the life is left. */
  function operationWith(...left: readonly number[]): Operation {
    const created = operation();
    for (const life of left) {
      created.hit(answerGoodFor(life), SECOND);
    }
    return created;
  }

  function questionNumber(number: number): Question {
    return remembered.questionOf(DOCUMENT, { number });
  }

  /** Gives the answer as often as it takes to be remembered, and what is recalled then. */
  function recalled(
    result: Result,
    operationOf = () => operationWith(60 * SECOND),
  ): ReturnType<ResponseCache['recall']> {
    for (let time = 0; time < 3; time += 1) {
      remembered.remember(questionNumber(1), result, operationOf());
    }
    return remembered.recall(questionNumber(1), operation());
  }

  it('is given again once its question has come twice', () => {
    const result = { data: { gene: { symbol: 'TP53' } } };
    remembered.remember(questionNumber(1), result, operationWith(60 * SECOND));
    expect(remembered.recall(questionNumber(1), operation())).toBeUndefined();
    remembered.remember(questionNumber(1), result, operationWith(60 * SECOND));
    expect(remembered.recall(questionNumber(1), operation())).toMatchObject(result);
  });

  it('brings its text along, with the extensions of the operation it is given to', () => {
    const data = { gene: { symbol: 'T"5\u2028', summary: null, score: 1.5 } };
    const again = recalled({ data });
    const extensions = { entrez: { cacheHits: 3 } };
    expect(again).toHaveProperty('stringify');
    expect(JSON.parse((again as Result).stringify?.({ data, extensions }) ?? '')).toEqual({ data, extensions });
  });

  it('counts what it is made of as known, and keeps its source', async () => {
    await recalled({ data: { a: 1 } }, () => operationWith(60 * SECOND, 90 * SECOND));
    const next = operation();
    await remembered.recall(questionNumber(1), next);
    expect(next.report()).toMatchObject({ cacheHits: 2, source: 'sandbox', calls: { total: 0 } });
  });

  it('is good as long as the part that is outdated first', async () => {
    await recalled({ data: { a: 1 } }, () => operationWith(90 * SECOND, 60 * SECOND));
    await clock.advance(59 * SECOND);
    expect(remembered.recall(questionNumber(1), operation())).toBeDefined();
    await clock.advance(SECOND);
    expect(remembered.recall(questionNumber(1), operation())).toBeUndefined();
  });

  it('is not kept when something failed', () => {
    const [error] = [new Error('no')];
    expect(recalled({ data: { a: null }, errors: [error as never] })).toBeUndefined();
  });

  it('is not kept when a call was made for it', () => {
    const asking = () => {
      const asked = operationWith(60 * SECOND);
      asked.bill(new BatchCost());
      return asked;
    };
    expect(recalled({ data: { a: 1 } }, asking)).toBeUndefined();
  });

  it('is not kept when a part of it is older or less than it should be', () => {
    const degraded = () => {
      const made = operationWith(60 * SECOND);
      made.degrade({ code: 'UPSTREAM_TIMEOUT', message: 'Scores are missing.' });
      return made;
    };
    expect(recalled({ data: { a: 1 } }, degraded)).toBeUndefined();
    expect(recalled({ data: { a: 1 } }, () => operationWith(60 * SECOND, -1))).toBeUndefined();
  });

  it('is not kept when it tells how things stand at the moment', () => {
    const momentary = () => {
      const made = operationWith(60 * SECOND);
      made.noStore();
      return made;
    };
    expect(recalled({ data: { a: 1 } }, momentary)).toBeUndefined();
  });

  it('is forgotten for others when memory runs out', () => {
    for (let number = 0; number < 20; number += 1) {
      for (let time = 0; time < 2; time += 1) {
        remembered.remember(questionNumber(number), { data: { text: 'x'.repeat(1000) } }, operationWith(60 * SECOND));
      }
    }
    const kept = Array.from({ length: 20 }, (_, number) => remembered.recall(questionNumber(number), operation()));
    expect(kept[0]).toBeUndefined();
    expect(kept[19]).toBeDefined();
    expect(kept.filter(Boolean).length).toBeLessThan(6);
  });

  it('is known by the text of its document and by its variables, which are not kept if they are very long', () => {
    const [one, other] = [parse('{ a }'), parse('{ b }')];
    const nameOf = (document: typeof one, variables: object) => remembered.questionOf(document, { ...variables }).name;
    const names = [nameOf(one, {}), nameOf(other, {}), nameOf(one, { first: 1 }), nameOf(one, { first: 2 })];
    expect(new Set(names).size).toBe(4);
    expect(nameOf(parse('{ a }'), {})).toBe(names[0]);
    const long = remembered.questionOf(one, { uids: Array.from({ length: 1000 }, String) });
    expect(long.isKept).toBe(false);
    expect(long.name.length).toBeLessThan(100);
  });
});
