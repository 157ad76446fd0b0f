import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { rejectFailure } from '../../../src/eutils/body/failure.js';
import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { sendBisected } from '../../../src/loading/batching/bisect.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { requestFor } from '../../support/questions.js';
import { failureOf } from '../../eutils/entrez-errors.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';
import { askAbout, failure, onMissing, poisonedBy, spareCalls, uidsUpTo, valuesOf } from './far-side.js';

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
    const client = clientOver(clock, transport, { rps: 1, maxInFlight: 1, attempts: 1 });
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
