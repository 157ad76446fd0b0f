import { beforeEach, describe, expect, it } from 'vitest';

import { BatchCost } from '../../../src/loading/operation/batch-cost.js';
import type { Operation } from '../../../src/loading/operation/operation.js';
import { Flights } from '../../../src/server/execution/flights.js';
import type { Result } from '../../../src/server/execution/response-cache.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { TestOperation } from '../../support/operations.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

/** An execution that a test ends. */
interface Execution {
  readonly operation: Operation;
  readonly finish: (result: Result) => void;
}

const QUESTION = 'a document with its variables';

describe('equal operations at the same time', () => {
  let clock: FakeClock;
  let flights: Flights;
  let executions: Execution[];
  let client: Operation['client'];
  beforeEach(() => {
    clock = new FakeClock();
    flights = new Flights(clock);
    executions = [];
    client = clientOver(clock, new ScriptedTransport());
  });

  function run(operation: Operation, question = QUESTION): Promise<Result> {
    const outcome = flights.run(
      question,
      operation,
      (executed) =>
        new Promise((resolve, reject) => {
          executions.push({ operation: executed, finish: resolve });
          // As fields do: what ends before its answer has come is an error beside the data.
          executed
            .wait(() => new Promise<never>(() => undefined))
            .catch((reason: unknown) => {
              resolve({ data: { known: true }, errors: [reason as never] });
            })
            .catch(reject);
        }),
    );
    return Promise.resolve(outcome);
  }

  function caller(options: ConstructorParameters<typeof TestOperation>[2] = {}): TestOperation {
    return new TestOperation(clock, client, options);
  }

  it('are executed once, and each caller gets a result of its own', async () => {
    const results = Array.from({ length: 50 }, () => run(caller()));
    expect(executions).toHaveLength(1);
    executions[0]?.finish({ data: { a: 1 } });
    const [first, second, ...others] = await Promise.all(results);
    expect(others).toHaveLength(48);
    expect(first).not.toBe(second);
    expect(second?.data).toEqual({ a: 1 });
    const extensions = { entrez: 'mine' };
    expect(JSON.parse(second?.stringify?.({ extensions }) ?? '')).toEqual({ data: { a: 1 }, extensions });
  });

  it('are executed anew once the first is answered', async () => {
    const first = run(caller());
    executions[0]?.finish({ data: {} });
    await first;
    void run(caller());
    expect(executions).toHaveLength(2);
  });

  it.each([
    ['other variables', () => caller(), 'another question'],
    ['another API key', () => caller({ client: clientOver(clock, new ScriptedTransport()) }), QUESTION],
    ['another call limit', () => caller({ maxCalls: 7 }), QUESTION],
  ])('are not those with %s', (_what, other, question) => {
    void run(caller());
    void run(other(), question);
    expect(executions).toHaveLength(2);
  });

  it('count each call against the limits of all callers, also of one that joins later', async () => {
    const [first, late] = [caller({ maxCalls: 3 }), caller({ maxCalls: 3 })];
    const results = [run(first)];
    const shared = executions[0]?.operation;
    expect(shared?.charge(2)).toBe(true);
    results.push(run(late));
    expect(shared?.charge(2)).toBe(false);
    expect(shared?.charge(1)).toBe(true);
    expect([first.callsMade, late.callsMade]).toEqual([3, 3]);
    expect([first.spentUp, late.spentUp, shared?.spentUp]).toEqual([true, true, true]);
    shared?.refund(1);
    expect([first.callsMade, late.callsMade]).toEqual([2, 2]);
    executions[0]?.finish({ data: {} });
    await Promise.all(results);
    expect(executions).toHaveLength(1);
  });

  it('tell each caller what all of it cost', async () => {
    const callers = [caller(), caller()];
    const results = callers.map((each) => run(each));
    const cost = new BatchCost('sandbox');
    cost.onCall({
      utility: 'elink',
      ids: 5,
      size: 5,
      waited: 0,
      took: 10,
      endedAt: 10,
      outcome: 'answered',
      source: 'sandbox',
    });
    executions[0]?.operation.bill(cost);
    executions[0]?.finish({ data: {} });
    await Promise.all(results);
    for (const each of callers) {
      expect(each.report()).toMatchObject({ calls: { elink: 1, total: 1 }, ids: 5, source: 'sandbox' });
    }
  });

  it('let a caller that leaves go alone, and the others get their answer', async () => {
    const [leaving, staying] = [caller(), caller()];
    const [left, stayed] = [run(leaving), run(staying)];
    leaving.leave();
    // It executes for itself what is known at that moment.
    await expect(left).resolves.toMatchObject({ errors: [{ message: 'The caller went away.' }] });
    expect(executions[1]?.operation).toBe(leaving);
    executions[0]?.finish({ data: { a: 1 } });
    await expect(stayed).resolves.toMatchObject({ data: { a: 1 } });
  });

  it('let each caller keep its own deadline', async () => {
    const [hasty, patient] = [caller({ deadline: 100 }), caller({ deadline: 1000 })];
    const [short, long] = [run(hasty), run(patient)];
    await clock.advance(100);
    await expect(short).resolves.toMatchObject({ errors: [{ message: 'The operation took longer than 100 ms.' }] });
    executions[0]?.finish({ data: { a: 1 } });
    await expect(long).resolves.toMatchObject({ data: { a: 1 } });
  });

  it('end with the last caller, which gets what was known, without a second execution', async () => {
    const callers = [caller(), caller()];
    const results = callers.map((each) => run(each));
    callers[0]?.leave();
    await results[0];
    callers[1]?.leave();
    await expect(results[1]).resolves.toMatchObject({ data: { known: true } });
    expect(executions.map(({ operation }) => callers.some((each) => each === operation))).toEqual([false, true]);
    // Nobody joins what was given up.
    void run(caller());
    expect(executions).toHaveLength(3);
  });

  it('go on without a caller whose quota is used up', async () => {
    const poor = caller();
    poor.charge = () => false;
    const results = [run(caller()), run(poor)];
    const shared = executions[0]?.operation;
    expect([...(shared?.callers ?? [])]).not.toContain(poor);
    expect(executions[1]?.operation).toBe(poor);
    executions[0]?.finish({ data: {} });
    executions[1]?.finish({ data: {} });
    await Promise.all(results);
  });

  it('let a caller go whose quota ends on the way', async () => {
    const poor = caller();
    const results = [run(caller()), run(poor)];
    const shared = executions[0]?.operation;
    poor.charge = () => false;
    expect(shared?.charge(1)).toBe(true);
    expect([...(shared?.callers ?? [])]).not.toContain(poor);
    executions[0]?.finish({ data: {} });
    await results[0];
    expect(executions[1]?.operation).toBe(poor);
    executions[1]?.finish({ data: { little: true } });
    await expect(results[1]).resolves.toMatchObject({ data: { little: true } });
  });

  it('give a result at once where nothing has to be waited for', () => {
    const operation = caller();
    const result = { data: { a: 1 } };
    expect(flights.run(QUESTION, operation, () => result)).toBe(result);
  });
});
