import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import type { LocalStore, SharedStore, StoredAnswer } from '../../../src/loading/cache/answer-store.js';
import { Operation } from '../../../src/loading/operation/operation.js';
import { type Question, ResponseCache, type Result } from '../../../src/server/execution/response-cache.js';
import { ResponseStore } from '../../../src/server/execution/response-store.js';
import { newTally } from '../../../src/stores/write-behind.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';
import { answerGoodFor, SECOND } from '../answer-good-for.js';

const DOCUMENT = parse('query ($number: Int) { gene(number: $number) { symbol } }');

describe('an answer as a whole that others may remember', () => {
  const data = { gene: { symbol: 'TP53', score: 1.5 } };
  const known = { cacheHits: 3, source: 'sandbox', maxAge: 60 * SECOND } as const;

  it.each(['near', 'shared'] as const)('is recalled by another process, whose store is %s', async (kind) => {
    const { first, second, operation, question } = processesOver(kind);
    expect(await second.recall(question, operation())).toBeUndefined();
    await askTwice(first, question, { data }, operation);
    const next = operation();
    expect(await second.recall(question, next)).toMatchObject({ data });
    expect(next.report()).toMatchObject({ cacheHits: 3, source: 'sandbox', calls: { total: 0 } });
    expect(next.answers).toMatchObject({ store: 3, memory: 0 });
  });

  it('is remembered there, too', async () => {
    const { first, second, operation, question, entries } = processesOver('shared');
    await askTwice(first, question, { data }, operation);
    await second.recall(question, operation());
    entries.clear();
    expect(second.recall(question, operation())).toMatchObject({ data });
  });

  it('is good for the rest of its life', async () => {
    const { first, second, operation, question, clock } = processesOver('shared');
    await askTwice(first, question, { data }, operation);
    await clock.advance(59 * SECOND);
    expect(await second.recall(question, operation())).toMatchObject({ data });
    await clock.advance(SECOND);
    expect(await second.recall(question, operation())).toBeUndefined();
  });

  it('is that of a graph whose types have other names', async () => {
    const { first, operation, question, processWith } = processesOver('shared');
    await askTwice(first, question, { data }, operation);
    expect(await processWith('Ncbi').recall(question, operation())).toBeUndefined();
    expect(await processWith('').recall(question, operation())).toMatchObject({ data });
  });

  it('is not stored when it was made of nothing that had to be got', async () => {
    const { first, operation, question, entries } = processesOver('shared');
    await askTwice(first, question, { data }, operation, []);
    expect(entries.size).toBe(0);
  });

  it('is looked for now and then only, where the questions of a document are new each time', async () => {
    const { second, operation, questionNumber, looks } = processesOver('shared');
    for (let number = 0; number < 100; number += 1) {
      await second.recall(questionNumber(number), operation());
    }
    expect(looks).toHaveLength(8 + Math.floor(100 / 16));
  });

  it('is stored once, however often it is remembered because it does not fit into memory, until it is renewed', async () => {
    const { first, operation, questionNumber, kept, clock } = processesOver('shared');
    const large = { data: { text: 'x'.repeat(1000) } };
    const askAll = async (): Promise<void> => {
      for (let number = 0; number < 20; number += 1) {
        await askTwice(first, questionNumber(number), large, operation);
      }
    };
    await askAll();
    await askAll();
    expect(kept).toHaveLength(20);
    await clock.advance(known.maxAge);
    await askAll();
    expect(kept).toHaveLength(40);
  });

  it('is not waited for beyond the deadline of the operation', async () => {
    const { second, operation, question, clock } = processesOver('silent');
    const recalled = second.recall(question, operation(500));
    await clock.advance(500);
    expect(await recalled).toBeUndefined();
  });

  /** Asks, and has to make the answer of its parts unless it is recalled. */
  async function askTwice(
    by: ResponseCache,
    question: Question,
    result: Result,
    operation: () => Operation,
    parts = Array.from({ length: known.cacheHits }, () => known.maxAge),
  ): Promise<void> {
    for (let time = 0; time < 2; time += 1) {
      const asking = operation();
      if (!(await by.recall(question, asking))) {
        for (const left of parts) {
          asking.hit(answerGoodFor(left), SECOND);
        }
        by.remember(question, result, asking);
      }
    }
  }

  /** Two processes over one store, which never answers when it is silent. */
  function processesOver(kind: 'near' | 'shared' | 'silent') {
    const clock = new FakeClock();
    const entries = new Map<string, StoredAnswer>();
    const looks: (readonly string[])[] = [];
    const kept: string[] = [];
    const keeper = {
      tally: newTally(),
      keep: (name: string, answer: StoredAnswer) => {
        kept.push(name);
        entries.set(name, answer);
      },
      close: () => Promise.resolve(),
    };
    const near: LocalStore = { ...keeper, get: (name) => entries.get(name) };
    const shared: SharedStore = {
      ...keeper,
      find: (names) => {
        looks.push(names);
        return kind === 'silent'
          ? new Promise(() => undefined)
          : Promise.resolve(names.map((name) => entries.get(name)));
      },
    };
    const processWith = (prefix: string): ResponseCache => {
      const stored = new ResponseStore(kind === 'near' ? near : shared, prefix, () => clock.now());
      return new ResponseCache({ clock, maxBytes: 10_000, stored });
    };
    const [first, second] = [processWith(''), processWith('')];
    const client = clientOver(clock, new ScriptedTransport());
    const operation = (deadline = Infinity): Operation => new Operation({ clock, client, deadline, maxCalls: 10 });
    const questionNumber = (number: number): Question => {
      const question = first.questionOf(DOCUMENT, { number });
      // Another process has parsed the same text for itself.
      const same = second.questionOf(parse(DOCUMENT.loc?.source.body ?? ''), { number });
      expect(same.name).toBe(question.name);
      return question;
    };
    return {
      clock,
      entries,
      first,
      kept,
      looks,
      operation,
      processWith,
      question: questionNumber(1),
      questionNumber,
      second,
    };
  }
});
