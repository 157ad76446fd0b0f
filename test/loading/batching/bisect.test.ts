import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rejectFailure } from '../../../src/eutils/body/failure.js';
import { EntrezError, type ErrorCode, type FailureScope } from '../../../src/eutils/failures/errors.js';
import { sendBisected, type BisectableCall } from '../../../src/loading/batching/bisect.js';
import { BatchSize } from '../../../src/loading/batching/batch-size.js';
import { Waiters } from '../../../src/loading/batching/waiters.js';
import { doorOver } from '../../support/doors.js';
import { FakeClock } from '../../support/fake-clock.js';
import { requestFor } from '../../support/questions.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { idsOf, ScriptedTransport } from '../../support/scripted-transport.js';

/** What the far side makes of a list of uids: the values of those it knows, or the failure of the whole answer. */
type Verdict = Readonly<Record<string, string | EntrezError>> | EntrezError;

const failure = (code: ErrorCode, options: { readonly scope?: FailureScope } = {}): EntrezError =>
  new EntrezError(code, 'the far side failed', { retryable: true, ...options });
const tooLarge = (answerBytes?: number): EntrezError =>
  new EntrezError('RESPONSE_TOO_LARGE', 'the answer is too large', { retryable: false, answerBytes });
const onMissing = (uid: string): EntrezError => new EntrezError('UNKNOWN_ID', `${uid} was left out`);

const uidsUpTo = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));
const valuesOf = (uids: readonly string[]): Record<string, string> =>
  Object.fromEntries(uids.map((uid) => [uid, `value of ${uid}`]));

/** Asks a far side that judges each list of uids; gives the results and the lists that were asked, in order. */
async function askAbout(
  uids: readonly string[],
  classify: (asked: readonly string[], call: number) => Verdict,
  {
    size,
    attempts = 1,
    isOneAnswer = false,
  }: { readonly size?: BatchSize; readonly attempts?: number; readonly isOneAnswer?: boolean } = {},
) {
  const clock = new FakeClock();
  const asked: string[][] = [];
  const transport = new ScriptedTransport((request) => {
    asked.push(idsOf(request));
    return { status: 200, headers: {}, body: JSON.stringify(idsOf(request)) };
  });
  const client = doorOver(clock, transport, { rps: 20, maxInFlight: 20, maxQueued: 1000, attempts });
  const question: BisectableCall<string> = {
    about: (part) => ({
      request: requestFor(part),
      decode: () => {
        const verdict = classify(part, asked.length);
        if (verdict instanceof EntrezError) {
          throw verdict;
        }
        return new Map(Object.entries(verdict));
      },
    }),
    onMissing,
    isOneAnswer,
  };
  const permit = await client.pacer.acquire();
  // As that of a batch.
  const { signal } = new Waiters();
  const results = await clock.finish(sendBisected(question, uids, { client, permit, signal, ...(size && { size }) }));
  expect([client.pacer.inFlight, client.pacer.queued]).toEqual([0, 0]);
  return { asked, results };
}

/** Calls that a list may cost beside the first and the one for what was left out. */
const spareCalls = (count: number): number => 2 * Math.ceil(Math.log2(count)) + 4;

/** A far side that fails whenever the list holds one of these. */
const poisonedBy =
  (poison: readonly string[], code: ErrorCode = 'MALFORMED_RESPONSE') =>
  (asked: readonly string[]): Verdict =>
    asked.some((uid) => poison.includes(uid)) ? failure(code) : valuesOf(asked);

describe('askInParts', () => {
  it('asks once when all is well', async () => {
    const { asked, results } = await askAbout(['1', '2', '3'], valuesOf);
    expect(asked).toEqual([['1', '2', '3']]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(['1', '2', '3']));
  });

  it('corners an id for which NCBI refuses a whole request with HTTP 400 and words that nobody knows', async () => {
    const refused = failureOf(() => {
      rejectFailure({ status: 400, headers: {}, body: 'mystery' }, 'elink');
    });
    const { asked, results } = await askAbout(uidsUpTo(64), (part) => (part.includes('7') ? refused : valuesOf(part)));
    expect([...results].filter(([, value]) => value instanceof EntrezError).map(([uid]) => uid)).toEqual(['7']);
    expect(asked.length).toBeLessThanOrEqual(1 + 2 * 6);
    const sick = await askAbout(uidsUpTo(64), () => refused);
    expect(sick.asked.length).toBeLessThanOrEqual(1 + spareCalls(64));
    expect([...sick.results.values()].every((value) => value instanceof EntrezError)).toBe(true);
  });

  it('leaves out what the answer says of ids that nobody asked about', async () => {
    const { asked, results } = await askAbout(['1'], (part, call) => valuesOf(call === 1 ? ['9'] : [...part, '9']));
    expect(asked).toEqual([['1'], ['1']]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(['1']));
  });

  it('asks once more, together, for ids that were left out', async () => {
    const { asked, results } = await askAbout(['1', '2', '3', '4'], (part, call) =>
      valuesOf(call === 1 ? ['2', '4'] : part),
    );
    expect(asked).toEqual([
      ['1', '2', '3', '4'],
      ['1', '3'],
    ]);
    expect(results.get('3')).toBe('value of 3');
  });

  it('asks once more for ids whose failure stands in an answer that is good for others, and then believes it', async () => {
    const passing = await askAbout(['1', '2'], (part, call) =>
      call === 1 ? { '1': 'value of 1', '2': failure('UPSTREAM_UNAVAILABLE') } : valuesOf(part),
    );
    expect(passing.asked).toEqual([['1', '2'], ['2']]);
    expect(Object.fromEntries(passing.results)).toEqual(valuesOf(['1', '2']));

    const lasting = await askAbout(['1', '2'], () => ({ '1': 'value of 1', '2': failure('UPSTREAM_UNAVAILABLE') }));
    expect(lasting.asked).toHaveLength(2);
    expect(lasting.results.get('2')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('says what it means when an id is left out twice', async () => {
    const { asked, results } = await askAbout(['1', '2'], () => valuesOf(['1']));
    expect(asked).toEqual([['1', '2'], ['2']]);
    expect(results.get('1')).toBe('value of 1');
    expect(results.get('2')).toMatchObject({ message: '2 was left out' });
  });

  it('asks id by id when an answer mixes sources, at the price of one call each', async () => {
    const uids = uidsUpTo(30);
    const { asked, results } = await askAbout(uids, (part) =>
      part.length > 1 ? failure('MALFORMED_RESPONSE', { scope: 'batch' }) : valuesOf(part),
    );
    expect(asked).toEqual([uids, ...uids.map((uid) => [uid])]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uids));
  });

  it('gives up on an id whose own answer mixes sources', async () => {
    const { asked, results } = await askAbout(['1'], () => failure('MALFORMED_RESPONSE', { scope: 'batch' }));
    expect(asked).toHaveLength(1);
    expect(results.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  it.each(['MALFORMED_RESPONSE', 'UPSTREAM_TIMEOUT', 'UNKNOWN_ID'] as const)(
    'corners one poison id (%s), which fails alone',
    async (code) => {
      for (const count of [1, 2, 3, 7, 50, 100, 500]) {
        const uids = uidsUpTo(count);
        const poison = String(Math.ceil(count / 3));
        const { asked, results } = await askAbout(uids, poisonedBy([poison], code));
        expect(results.size).toBe(count);
        expect(results.get(poison)).toMatchObject({ code, details: { uids: [poison] } });
        expect(uids.filter((uid) => results.get(uid) instanceof EntrezError)).toEqual([poison]);
        expect(asked.length).toBeLessThanOrEqual(1 + spareCalls(count));
      }
    },
  );

  it('halves a list that is too long for the far side', async () => {
    const uids = uidsUpTo(8);
    const { asked, results } = await askAbout(uids, (part) =>
      part.length > 4 ? failure('UPSTREAM_TIMEOUT') : valuesOf(part),
    );
    expect(asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uids));
  });

  it.each(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_RATE_LIMITED', 'INVALID_API_KEY', 'UNSUPPORTED_COMMAND'] as const)(
    'does not look for the culprit when the list is not to blame (%s)',
    async (code) => {
      const { asked, results } = await askAbout(uidsUpTo(3), () => failure(code));
      expect(asked).toHaveLength(1);
      expect([...results.values()]).toMatchObject(uidsUpTo(3).map((uid) => ({ code, details: { uids: [uid] } })));
    },
  );

  it('stops within its bound when the service is sick', async () => {
    for (const count of [2, 10, 100, 500]) {
      const { asked, results } = await askAbout(uidsUpTo(count), () => failure('MALFORMED_RESPONSE'));
      expect(results.size).toBe(count);
      expect(asked.length).toBeLessThanOrEqual(1 + spareCalls(count));
    }
  });

  it('never calls an id unknown because others are', async () => {
    const uids = uidsUpTo(64);
    const unknown = uids.filter((uid) => Number(uid) % 4 === 0);
    const { results } = await askAbout(uids, poisonedBy(unknown, 'UNKNOWN_ID'));
    for (const uid of uids.filter((each) => !unknown.includes(each))) {
      const result = results.get(uid);
      expect(result instanceof EntrezError ? result.code : result).not.toBe('UNKNOWN_ID');
      if (result instanceof EntrezError) {
        expect(result).toMatchObject({ retryable: true, cause: { code: 'UNKNOWN_ID' } });
      }
    }
    expect(uids.some((uid) => !unknown.includes(uid) && results.get(uid) instanceof EntrezError)).toBe(true);
  });

  it('ends with the reason of its signal, not with results', async () => {
    const clock = new FakeClock();
    const transport = new ScriptedTransport(() => ({ status: 200, headers: {}, body: '{}' }));
    const client = doorOver(clock, transport, { rps: 1, maxInFlight: 1, attempts: 1 });
    const decode = (): never => {
      throw failure('MALFORMED_RESPONSE');
    };
    const controller = new AbortController();
    const question = { about: (part: readonly string[]) => ({ request: requestFor(part), decode }), onMissing };
    const asked = expect(sendBisected(question, uidsUpTo(8), { client, signal: controller.signal })).rejects.toThrow(
      'enough',
    );
    await clock.advance(2000);
    controller.abort(new Error('enough'));
    await asked;
    expect([client.pacer.inFlight, client.pacer.queued]).toEqual([0, 0]);
  });

  it('accounts for every id, whatever happens, and never gives a wrong value', async () => {
    const moods = fc.constantFrom('well', 'lost once', 'lost always', 'poison', 'unknown');
    const lists = fc.array(moods, { minLength: 1, maxLength: 60, size: 'max' });
    const answerOf = fc.record({ moods: lists, sickFrom: fc.nat(200) });
    await fc.assert(
      fc.asyncProperty(answerOf, async ({ moods: list, sickFrom }) => {
        const uids = uidsUpTo(list.length);
        const moodOf = new Map(uids.map((uid, i) => [uid, list[i]]));
        const lost = new Set<string>();
        const { asked, results } = await askAbout(uids, (part, call) => {
          if (call > sickFrom || part.some((uid) => moodOf.get(uid) === 'poison')) {
            return failure('MALFORMED_RESPONSE');
          }
          if (part.some((uid) => moodOf.get(uid) === 'unknown')) {
            return failure('UNKNOWN_ID');
          }
          const there = part.filter((uid) => {
            const first = !lost.has(uid);
            lost.add(uid);
            return moodOf.get(uid) !== 'lost always' && !(moodOf.get(uid) === 'lost once' && first);
          });
          return valuesOf(there);
        });
        expect([...results.keys()].toSorted()).toEqual(uids.toSorted());
        for (const [uid, result] of results) {
          const mood = moodOf.get(uid);
          if (typeof result === 'string') {
            expect(result).toBe(`value of ${uid}`);
            expect(['well', 'lost once']).toContain(mood);
          } else if (result.code === 'UNKNOWN_ID') {
            expect(['unknown', 'lost always', 'lost once']).toContain(mood);
          }
        }
        expect(asked.length).toBeLessThanOrEqual(2 + spareCalls(uids.length));
      }),
      { numRuns: 150 },
    );
  });
});

describe('askInParts about what is too large for one answer', () => {
  it('splits it at once into as many parts as the size that NCBI states requires, and keeps to that size', async () => {
    const size = new BatchSize({ start: 10, max: 10 });
    // Four tenths of 22 MB fit into JSON.
    const answer = (part: readonly string[]): Verdict => (part.length > 4 ? tooLarge(22_000_000) : valuesOf(part));
    const { asked, results } = await askAbout(uidsUpTo(10), answer, { size });
    expect(asked.map(({ length }) => length)).toEqual([10, 4, 4, 2]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uidsUpTo(10)));
    expect(size.current).toBe(4);
  });

  it.each([
    ['whose size is not stated', undefined, [5, 2, 2, 1]],
    ['that is hardly too large', 9_000_001, [5, 3, 2]],
    ['of which not even one record fits', 900_000_000, [5, 1, 1, 1, 1, 1]],
  ])('halves one %s at least, and makes no part empty', async (_what, bytes, lengths) => {
    const { asked } = await askAbout(uidsUpTo(5), (part, call) => (call === 1 ? tooLarge(bytes) : valuesOf(part)));
    expect(asked.map(({ length }) => length)).toEqual(lengths);
  });

  it('leaves the size as it was when a single record is too large: that tells nothing of others', async () => {
    const size = new BatchSize({ start: 100, max: 100 });
    await askAbout(['1'], () => tooLarge(27_000_000), { size });
    expect(size.current).toBe(100);
  });

  it('takes as many calls as the sizes require, and names the record that is too large by itself', async () => {
    const size = new BatchSize({ start: 64, max: 64 });
    const answer = (part: readonly string[]): Verdict =>
      part.length > 1 || part[0] === '7' ? tooLarge() : valuesOf(part);
    const { asked, results } = await askAbout(uidsUpTo(64), answer, { size });
    expect(asked).toHaveLength(127);
    expect(results.get('7')).toMatchObject({ code: 'RESPONSE_TOO_LARGE', details: { uids: ['7'] } });
    expect([...results.values()].filter((result) => result instanceof EntrezError)).toHaveLength(1);
    // Single records that are answered with ease make it larger again.
    expect(size.current).toBeLessThan(3);
  });
});

describe('askInParts about a question with one answer for all', () => {
  const askForOne = (fail: () => EntrezError, fits: number, size?: BatchSize) =>
    askAbout(uidsUpTo(8), (part) => (part.length > fits ? fail() : valuesOf(part)), {
      isOneAnswer: true,
      ...(size && { size }),
    });

  it.each(['MALFORMED_RESPONSE', 'UNKNOWN_ID', 'UPSTREAM_UNAVAILABLE'] as const)(
    'is not divided where none of them is to blame (%s)',
    async (code) => {
      const { asked, results } = await askForOne(() => failure(code), 4);
      expect(asked).toHaveLength(1);
      expect([...results.values()].every((result) => result instanceof EntrezError)).toBe(true);
    },
  );

  it('halves it once after a time-out, and stays with half', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const { asked, results } = await askForOne(() => failure('UPSTREAM_TIMEOUT'), 4, size);
    expect(asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uidsUpTo(8)));
    const sick = new BatchSize({ start: 8, max: 8 });
    const again = await askForOne(() => failure('UPSTREAM_TIMEOUT'), 0, sick);
    expect(again.asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    expect([size.current, sick.current]).toEqual([4, 2]);
  });

  it('divides what is too large for NCBI, but not for a service that fails', async () => {
    const { asked } = await askForOne(tooLarge, 4);
    expect(asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    const service = await askForOne(() => failure('UPSTREAM_TIMEOUT', { scope: 'service' }), 4);
    expect(service.asked).toHaveLength(1);
  });
});

describe('askInParts and the size of a call', () => {
  const tooLong = (limit: number) => (asked: readonly string[]) =>
    asked.length > limit ? failure('MALFORMED_RESPONSE') : valuesOf(asked);

  it('asks in parts about a list that is longer than a call may be at present, side by side', async () => {
    const uids = uidsUpTo(7);
    const { asked, results } = await askAbout(uids, valuesOf, { size: new BatchSize({ start: 3, max: 10 }) });
    expect(asked).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uids));
  });

  it.each(['MALFORMED_RESPONSE', 'UPSTREAM_TIMEOUT'] as const)(
    'makes it smaller when a list is too long (%s)',
    async (code) => {
      const size = new BatchSize({ start: 8, max: 8 });
      await askAbout(uidsUpTo(8), (part) => (part.length > 4 ? failure(code) : valuesOf(part)), { size });
      expect(size.current).toBe(4);
      const { asked } = await askAbout(uidsUpTo(8), tooLong(4), { size });
      expect(asked.map(({ length }) => length)).toEqual([4, 4]);
    },
  );

  it('leaves it as it was when one poison id was the trouble', async () => {
    for (const code of ['MALFORMED_RESPONSE', 'UPSTREAM_TIMEOUT'] as const) {
      const size = new BatchSize({ start: 100, max: 100 });
      await askAbout(uidsUpTo(100), poisonedBy(['33'], code), { size });
      expect(size.current).toBe(100);
    }
  });

  it('leaves it as it was when a single id that was asked alone fails', async () => {
    const size = new BatchSize({ start: 100, max: 100 });
    await askAbout(['1'], poisonedBy(['1'], 'UPSTREAM_TIMEOUT'), { size });
    expect(size.current).toBe(100);
  });

  it('leaves it as it was when the same list is answered at the next try: it was not too long', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const { asked } = await askAbout(
      uidsUpTo(8),
      (part, call) => (call === 1 ? failure('MALFORMED_RESPONSE') : valuesOf(part)),
      { size, attempts: 2 },
    );
    expect(asked.map(({ length }) => length)).toEqual([8, 8]);
    expect(size.current).toBe(8);
  });

  it('leaves it as it was when an answer mixes sources: fewer of them would be mixed as well', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const mixing = (part: readonly string[]): Verdict =>
      part.length > 1 ? failure('MALFORMED_RESPONSE', { scope: 'batch' }) : valuesOf(part);
    await askAbout(uidsUpTo(8), mixing, { size });
    expect(size.current).toBe(8);
  });

  it('makes it larger when full lists are answered with ease', async () => {
    const size = new BatchSize({ start: 10, max: 100 });
    await askAbout(uidsUpTo(80), valuesOf, { size });
    expect(size.current).toBe(11);
  });
});
