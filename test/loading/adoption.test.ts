import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import { acquire, spendPermits, SPAN } from '../support/pacing.js';
import type { TestOperation } from '../support/operations.js';
import { batchersWith, CALL, failureOf, type Run, shout } from './batching.js';

const GONE = { code: 'DEADLINE_EXCEEDED' };

/** Takes all companions in, and answers for each in its own way. */
const generous: Run = (keys, { mergeCandidates, onCall }) => {
  onCall?.(CALL);
  for (const { variant, keys: theirs, merge } of mergeCandidates()) {
    merge(Promise.resolve(new Map(theirs.map((key) => [key, `${key} in ${variant}`]))));
  }
  return Promise.resolve(new Map(keys.map((key) => [key, `${key} in its own`])));
};

/** Two questions that one call may answer together: the first takes the second in. */
function twoBatchers(setting: Parameters<typeof batchersWith>[0] = {}) {
  const { batcherOf, ...around } = batchersWith(setting);
  const [first, second] = [batcherOf('first', setting.run ?? generous), batcherOf('second', shout)];
  const load = async (which: typeof first, key: string, by?: TestOperation): Promise<string> =>
    (await which.load(key, by ?? around.operation())).value;
  return { ...around, first, second, load };
}

describe('A batch that another one takes in', () => {
  it('is answered by its call, at the price of one permit and one receipt', async () => {
    const { clock, first, operation, pacer, second, sent } = twoBatchers();
    await spendPermits(pacer);
    const [one, two] = await clock.finish(Promise.all([first.load('a', operation()), second.load('b', operation())]));
    expect([one.value, two.value]).toEqual(['a in its own', 'b in second']);
    expect(two.cost).toBe(one.cost);
    expect(one.cost.calls).toEqual([CALL]);
    expect(sent).toMatchObject([{ at: SPAN, keys: ['a'] }]);
    expect([pacer.queued, pacer.inFlight]).toEqual([0, 0]);
  });

  it('is taken in before it has queued', async () => {
    const { clock, first, load, pacer, second, sent } = twoBatchers({ rps: 5 });
    expect(await clock.finish(Promise.all([load(first, 'a'), load(second, 'b')]))).toEqual([
      'a in its own',
      'b in second',
    ]);
    await clock.advance(100);
    expect(sent).toHaveLength(1);
    expect(pacer.state).toMatchObject({ queued: 0, inFlight: 0, remaining: 4 });
  });

  it('gives its permit back when it was granted one in that very moment, and what was paid for it', async () => {
    const { clock, first, load, operation, pacer, second, sent } = twoBatchers({ rps: 2, maxInFlight: 2 });
    const held = await Promise.all([acquire(pacer), acquire(pacer)]);
    const by = operation({ maxCalls: 2 });
    const answers = Promise.all([load(first, 'a', by), load(second, 'b', by), load(second, 'c')]);
    await clock.advance(SPAN);
    const { startedAt } = held[0];
    pacer.coolDown(startedAt);
    for (const permit of held) {
      permit.release();
    }
    // The gate opens for both at once.
    expect(await clock.finish(answers)).toEqual(['a in its own', 'b in second', 'c in second']);
    await clock.settle();
    expect(sent).toHaveLength(1);
    expect(pacer.state).toMatchObject({ queued: 0, inFlight: 0, remaining: 1 });
    expect([by.charge(1), by.spentUp]).toEqual([true, true]);
  });

  it('shows only the keys that somebody wants, and those who come for the others ask anew', async () => {
    const { clock, first, load, operation, pacer, second, sent } = twoBatchers();
    await spendPermits(pacer);
    const leaving = operation();
    const answers = Promise.all([load(first, 'a'), load(second, 'b')]);
    const left = expect(load(second, 'x', leaving)).rejects.toMatchObject(GONE);
    await clock.advance(100);
    leaving.leave();
    await left;
    expect(await clock.finish(answers)).toEqual(['a in its own', 'b in second']);
    expect(sent).toHaveLength(1);
    expect(await clock.finish(load(second, 'x'))).toBe('X');
  });

  it('lets its operations pay once, whether they want one of the two or both', async () => {
    const { clock, first, load, operation, pacer, second } = twoBatchers();
    await spendPermits(pacer);
    const [both, one] = [operation({ maxCalls: 2 }), operation({ maxCalls: 2 })];
    await clock.finish(Promise.all([load(first, 'a', both), load(second, 'b', both), load(second, 'c', one)]));
    for (const operated of [both, one]) {
      expect([operated.charge(1), operated.spentUp]).toEqual([true, true]);
    }
  });

  it('loses those who cannot pay for the call, and keeps the others', async () => {
    const { clock, first, load, operation, pacer, second } = twoBatchers();
    await spendPermits(pacer);
    const poor = operation({ maxCalls: 1 });
    const answers = Promise.all([load(first, 'a'), load(second, 'c')]);
    const refused = expect(load(second, 'b', poor)).rejects.toMatchObject({ code: 'BUDGET_EXCEEDED' });
    poor.charge(1);
    expect(await clock.finish(answers)).toEqual(['a in its own', 'c in second']);
    await refused;
  });

  it('keeps the call wanted when those who began it have left, and may itself leave', async () => {
    const answered: (() => void)[] = [];
    const { clock, first, load, operation, pacer, second, sent } = twoBatchers({
      run: async (keys, { mergeCandidates }) => {
        const wait = new Promise<void>((resolve) => answered.push(resolve));
        for (const { keys: theirs, merge } of mergeCandidates()) {
          merge(wait.then(() => new Map(theirs.map((key) => [key, `${key} adopted`]))));
        }
        await wait;
        return new Map(keys.map((key) => [key, key]));
      },
    });
    await spendPermits(pacer);
    const [began, leaving] = [operation(), operation()];
    const left = [load(first, 'a', began), load(second, 'b', leaving)].map((each) =>
      expect(each).rejects.toMatchObject(GONE),
    );
    const kept = load(second, 'c');
    await clock.advance(SPAN);
    began.leave();
    leaving.leave();
    await Promise.all(left);
    expect(sent[0]?.options.signal.aborted).toBe(false);
    answered.forEach((answer) => {
      answer();
    });
    expect(await clock.finish(kept)).toBe('c adopted');
  });

  it('is due when the call is, for batches that its answer will add keys to', async () => {
    const { clock, first, load, operation, pacer, second } = twoBatchers({
      run: (_keys, { mergeCandidates }) => {
        const never = new Promise<never>(() => undefined);
        for (const { merge } of mergeCandidates()) {
          merge(never);
        }
        return never;
      },
    });
    await spendPermits(pacer);
    const by = operation();
    void load(first, 'a');
    void load(second, 'b', by);
    await clock.advance(SPAN);
    // Batchers of tests have questions without a name.
    by.dependencies.answered({ question: '' });
    by.dependencies.requested('next');
    const next = { question: 'next', isOnItsWay: false, answerAt: Infinity, keyCount: 1 };
    expect(by.dependencies.nextAnswerAt(next)).toBeLessThan(clock.now() + 5000);
  });

  it('fails when the call fails, and with what it cost', async () => {
    const failure = new EntrezError('UPSTREAM_UNAVAILABLE', 'down');
    const { clock, first, operation, pacer, second } = twoBatchers({
      run: (_keys, { mergeCandidates, onCall }) => {
        onCall?.({ ...CALL, outcome: failure.code });
        const answers = Promise.reject(failure);
        for (const { merge } of mergeCandidates()) {
          merge(answers);
        }
        return answers;
      },
    });
    await spendPermits(pacer);
    const failures = [first.load('a', operation()), second.load('b', operation())].map(failureOf);
    for (const { cause, cost } of await clock.finish(Promise.all(failures))) {
      expect(cause).toBe(failure);
      expect(cost.calls).toHaveLength(1);
    }
  });

  it('begins a new one for keys that come afterwards', async () => {
    const { clock, first, load, pacer, second, sent } = twoBatchers({ rps: 2, latency: 500 });
    await spendPermits(pacer, 2);
    const answers = Promise.all([load(first, 'a'), load(second, 'b')]);
    await clock.advance(SPAN + 100);
    expect(await clock.finish(load(second, 'c'))).toBe('C');
    expect(await answers).toEqual(['a in its own', 'b in second']);
    expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['c']]);
  });
});

describe('A batch', () => {
  it('is no companion of itself, of one that was sent, or of one whose questions have been answered', async () => {
    const seen: (readonly string[])[] = [];
    const looking: Run = (keys, options) => {
      seen.push(options.mergeCandidates().flatMap(({ variant, keys: theirs }) => [variant, ...theirs]));
      return shout(keys, options);
    };
    const { clock, first, load, second } = twoBatchers({ run: looking, rps: 1 });
    await clock.finish(Promise.all([load(first, 'a'), load(second, 'b')]));
    await clock.finish(load(first, 'c'));
    expect(seen).toEqual([['second', 'b'], []]);
  });
});
