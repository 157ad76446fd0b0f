import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { spendPermits, SPAN } from '../../support/pacing.js';
import { plainQuestion } from '../../support/questions.js';
import { batcherWith, CALL, failureOf, type Run, shout } from '../batching.js';

describe('PermitBatcher closes a batch', () => {
  it('when the questions of the moment are gathered, if a permit is free', async () => {
    const { clock, sent, want } = batcherWith();
    const first = want('a');
    await clock.advance(2);
    expect(await clock.finish(Promise.all([first, want('b')]))).toEqual(['A', 'B']);
    expect(sent).toMatchObject([{ keys: ['a', 'b'] }]);
    expect(sent[0]?.at).toBeLessThan(10);
  });

  it('when its permit is granted: keys that come while it waits join', async () => {
    const { clock, pacer, sent, want } = batcherWith();
    await spendPermits(pacer);
    const answers = [want('a')];
    for (const key of ['b', 'c', 'd']) {
      await clock.advance(300);
      answers.push(want(key));
    }
    expect(pacer.queued).toBe(1);
    expect(await clock.finish(Promise.all(answers))).toEqual(['A', 'B', 'C', 'D']);
    expect(sent).toMatchObject([{ at: SPAN, keys: ['a', 'b', 'c', 'd'] }]);
  });

  it('for good: later keys go into the next', async () => {
    const { clock, sent, want } = batcherWith();
    await clock.finish(want('a'));
    await clock.finish(want('b'));
    expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['b']]);
  });

  it('when it is full: each part waits for a permit of its own', async () => {
    const { clock, sent, want } = batcherWith({ size: 2 });
    const answers = ['a', 'b', 'c', 'd', 'e'].map((key) => want(key));
    expect(await clock.finish(Promise.all(answers))).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(sent.map(({ keys }) => keys)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(sent.map(({ at }) => at - (sent[0]?.at ?? 0))).toEqual([0, SPAN, 2 * SPAN]);
  });

  it('and keys that come while full parts wait fill the last of them', async () => {
    const { clock, pacer, sent, want } = batcherWith({ size: 2 });
    await spendPermits(pacer);
    const early = ['a', 'b', 'c'].map((key) => want(key));
    await clock.advance(500);
    await clock.finish(Promise.all([...early, want('d')]));
    expect(sent.map(({ keys }) => keys)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('at the size that has been learned meanwhile', async () => {
    const { clock, pacer, sent, size, want } = batcherWith({ size: 10 });
    await spendPermits(pacer);
    const early = ['a', 'b', 'c'].map((key) => want(key));
    await clock.advance(500);
    size.note({ ...CALL, ids: 4, outcome: 'answered' });
    size.note({ ...CALL, ids: 6, outcome: 'UPSTREAM_TIMEOUT' });
    expect(size.current).toBe(3);
    const late = ['d', 'e', 'f', 'g'].map((key) => want(key));
    expect(await clock.finish(Promise.all([...early, ...late]))).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G']);
    expect(sent.map(({ keys }) => keys)).toEqual([['a', 'b', 'c'], ['d', 'e', 'f'], ['g']]);
  });

  it('at a size that has grown meanwhile', async () => {
    const { clock, pacer, sent, size, want } = batcherWith({ size: 2 });
    await spendPermits(pacer);
    const early = want('a');
    await clock.advance(500);
    for (let call = 0; call < 3; call += 1) {
      size.note({ ...CALL, ids: 2, outcome: 'answered' });
    }
    expect(size.current).toBe(3);
    const late = ['b', 'c', 'd', 'e'].map((key) => want(key));
    expect(await clock.finish(Promise.all([early, ...late]))).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(sent.map(({ keys }) => keys)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });
});

describe('PermitBatcher asks once', () => {
  it('for equal keys of one batch, whoever wants them', async () => {
    const { clock, operation, sent, want } = batcherWith();
    const by = operation();
    expect(await clock.finish(Promise.all([want('a', by), want('a', by), want('a')]))).toEqual(['A', 'A', 'A']);
    expect(sent).toMatchObject([{ keys: ['a'] }]);
  });

  it('for a key that is wanted again while its answer is under way', async () => {
    const { clock, sent, want } = batcherWith({ latency: 500 });
    const first = want('a');
    await clock.advance(100);
    expect(sent).toHaveLength(1);
    expect(await clock.finish(Promise.all([first, want('a')]))).toEqual(['A', 'A']);
    expect(sent).toHaveLength(1);
  });

  it('anew for a key that has been answered: what is known is for others to keep', async () => {
    const { clock, sent, want } = batcherWith();
    await clock.finish(want('a'));
    await clock.finish(want('a'));
    expect(sent).toHaveLength(2);
  });
});

describe('PermitBatcher answers', () => {
  it('with one receipt for all keys of a batch, so that its calls are counted once', async () => {
    const { clock, load } = batcherWith({
      run: (keys, options) => {
        options.onCall?.(CALL);
        return shout(keys, options);
      },
    });
    const [a, b] = await clock.finish(Promise.all([load('a'), load('b')]));
    expect(a.cost).toBe(b.cost);
    expect(a.cost.calls).toEqual([CALL]);
  });

  it('a key that failed with its failure, and its siblings with their values', async () => {
    const failure = new EntrezError('MALFORMED_RESPONSE', 'unreadable');
    const { clock, want } = batcherWith({
      run: () =>
        Promise.resolve(
          new Map<string, string | Error>([
            ['a', 'A'],
            ['b', failure],
          ]),
        ),
    });
    const [a, b] = [want('a'), failureOf(want('b'))];
    expect(await clock.finish(a)).toBe('A');
    expect((await b).cause).toBe(failure);
  });

  it('all keys of a batch that failed as a whole with that failure and what it cost', async () => {
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down');
    const { clock, want } = batcherWith({
      run: (_, options) => {
        options.onCall?.(CALL);
        return Promise.reject(failure);
      },
    });
    const failures = await clock.finish(Promise.all(['a', 'b'].map((key) => failureOf(want(key)))));
    expect(failures).toMatchObject(Array(2).fill({ cause: failure, cost: { calls: [CALL] } }));
  });

  it('a key that the batch function left out with an error, never with nothing', async () => {
    const { clock, want } = batcherWith({ run: () => Promise.resolve(new Map()) });
    const { cause } = await clock.finish(failureOf(want('a')));
    expect(cause).toMatchObject({ message: 'The batch function left out a.' });
  });

  it('the operation that waits for most with OVERLOADED when the queue is full', async () => {
    const { clock, operation, sent, want } = batcherWith({ size: 1, maxQueued: 2 });
    const greedy = operation();
    const refused = ['a', 'b', 'c'].map((key) =>
      expect(want(key, greedy)).rejects.toMatchObject({ code: 'OVERLOADED' }),
    );
    expect(await clock.finish(want('d'))).toBe('D');
    await Promise.all(refused);
    expect(sent.map(({ keys }) => keys)).toEqual([['d']]);
  });

  it.each<readonly [string, Run]>([
    ['fails', () => Promise.reject(new Error('a bug'))],
    [
      'throws',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('and gives the permit back when the batch function %s before it asks', async (_, run) => {
    const { clock, pacer, want } = batcherWith({ run });
    await clock.finish(failureOf(want('a')));
    expect(pacer.inFlight).toBe(0);
  });
});

describe('PermitBatcher charges for calls', () => {
  it('each operation that takes part, once for each call, however many keys it wants', async () => {
    const { clock, operation, want } = batcherWith({
      run: async (keys, options) => {
        await options.client.send(plainQuestion('1'), options);
        await options.client.send(plainQuestion('1'), options);
        return shout(keys, options);
      },
    });
    const [one, two] = [operation({ maxCalls: 2 }), operation({ maxCalls: 3 })];
    await clock.finish(Promise.all([want('a', one), want('b', one), want('c', two)]));
    expect([one.spentUp, two.spentUp, two.charge(2)]).toEqual([true, false, false]);
  });

  it('and refuses at once an operation that may make no more', async () => {
    const { clock, operation, sent, want } = batcherWith();
    const by = operation({ maxCalls: 1 });
    await clock.finish(want('a', by));
    await expect(want('b', by)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED', retryable: false });
    await clock.advance(10 * SPAN);
    expect(sent).toHaveLength(1);
  });

  it('and refuses it when the permit comes, if its calls were used up while it waited; others get their answers', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith();
    await spendPermits(pacer);
    const poor = operation({ maxCalls: 1 });
    const refused = expect(want('a', poor)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    const answered = want('b');
    expect(poor.charge(1)).toBe(true);
    expect(await clock.finish(answered)).toBe('B');
    await refused;
    expect(sent).toMatchObject([{ keys: ['b'] }]);
  });

  it('and spends no permit when nobody can pay', async () => {
    const { clock, operation, pacer, sent, want } = batcherWith();
    await spendPermits(pacer);
    const poor = operation({ maxCalls: 1 });
    const refused = expect(want('a', poor)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    poor.charge(1);
    await clock.advance(2 * SPAN);
    await refused;
    expect([sent.length, pacer.inFlight, pacer.state.remaining]).toEqual([0, 0, 1]);
  });

  it('those who join what has been sent as well, and refuses those who cannot pay', async () => {
    const { clock, operation, want } = batcherWith({ latency: 500 });
    const first = want('a');
    await clock.advance(100);
    const [late, poor] = [operation({ maxCalls: 1 }), operation({ maxCalls: 1 })];
    poor.charge(1);
    const joined = want('a', late);
    await expect(want('a', poor)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    expect(await clock.finish(Promise.all([first, joined]))).toEqual(['A', 'A']);
    expect(late.spentUp).toBe(true);
  });
});
