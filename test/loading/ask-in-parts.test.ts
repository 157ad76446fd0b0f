import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { EntrezError, type ErrorCode } from '../../src/eutils/errors.js';
import { askInParts, type PartedQuestion } from '../../src/loading/ask-in-parts.js';
import { Door } from '../../src/upstream/door.js';
import { Pacer } from '../../src/upstream/pacer.js';
import { FakeClock } from '../support/fake-clock.js';
import { requestFor } from '../support/questions.js';
import { idsOf, ScriptedTransport } from '../support/scripted-transport.js';

/** What the far side makes of a list of uids: the values of those it knows, or the failure of the whole answer. */
type Verdict = Readonly<Record<string, string | EntrezError>> | EntrezError;

const failure = (code: ErrorCode, options: { readonly merged?: boolean } = {}): EntrezError =>
  new EntrezError(code, 'the far side failed', { retryable: true, ...options });
const leftOut = (uid: string): EntrezError => new EntrezError('UNKNOWN_ID', `${uid} was left out`);

const uidsUpTo = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));
const valuesOf = (uids: readonly string[]): Record<string, string> =>
  Object.fromEntries(uids.map((uid) => [uid, `value of ${uid}`]));

/** Asks a far side that judges each list of uids; gives the results and the lists that were asked, in order. */
async function askAbout(uids: readonly string[], judge: (asked: readonly string[], call: number) => Verdict) {
  const clock = new FakeClock();
  const pacer = new Pacer({ clock, rps: 20, margin: 100, maxInFlight: 20, maxQueued: 1000 });
  const asked: string[][] = [];
  const transport = new ScriptedTransport((request) => {
    asked.push(idsOf(request));
    return { status: 200, headers: {}, body: JSON.stringify(idsOf(request)) };
  });
  const door = new Door({ pacer, transport, clock, timeout: 5000, attempts: 1 });
  const question: PartedQuestion<string> = {
    about: (part) => ({
      request: requestFor(part),
      decode: () => {
        const verdict = judge(part, asked.length);
        if (verdict instanceof EntrezError) {
          throw verdict;
        }
        return new Map(Object.entries(verdict));
      },
    }),
    leftOut,
  };
  const permit = await pacer.acquire();
  const signal = new AbortController().signal;
  const results = await clock.finish(askInParts(door, question, uids, { permit, signal }));
  expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
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
      part.length > 1 ? failure('MALFORMED_RESPONSE', { merged: true }) : valuesOf(part),
    );
    expect(asked).toEqual([uids, ...uids.map((uid) => [uid])]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uids));
  });

  it('lets many parts wait for permits without Node taking their listeners for a leak', async () => {
    const warned = vi.fn();
    process.on('warning', warned);
    await askAbout(uidsUpTo(100), (part) =>
      part.length > 1 ? failure('MALFORMED_RESPONSE', { merged: true }) : valuesOf(part),
    );
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
  });

  it('gives up on an id whose own answer mixes sources', async () => {
    const { asked, results } = await askAbout(['1'], () => failure('MALFORMED_RESPONSE', { merged: true }));
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
    }
  });

  it('ends with the reason of its signal, not with results', async () => {
    const clock = new FakeClock();
    const pacer = new Pacer({ clock, rps: 1, margin: 100, maxInFlight: 1, maxQueued: 10 });
    const transport = new ScriptedTransport(() => ({ status: 200, headers: {}, body: '{}' }));
    const door = new Door({ pacer, transport, clock, timeout: 5000, attempts: 1 });
    const decode = (): never => {
      throw failure('MALFORMED_RESPONSE');
    };
    const controller = new AbortController();
    const question = { about: (part: readonly string[]) => ({ request: requestFor(part), decode }), leftOut };
    const asked = expect(askInParts(door, question, uidsUpTo(8), { signal: controller.signal })).rejects.toThrow(
      'enough',
    );
    await clock.advance(2000);
    controller.abort(new Error('enough'));
    await asked;
    expect([pacer.inFlight, pacer.queued]).toEqual([0, 0]);
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
