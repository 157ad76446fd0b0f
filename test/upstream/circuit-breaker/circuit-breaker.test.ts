import { describe, expect, it } from 'vitest';

import { EntrezError, type EntrezErrorOptions, type ErrorCode } from '../../../src/eutils/failures/errors.js';
import type { EutilsRequest, Utility } from '../../../src/eutils/wire.js';
import { type Backend, BackendBreakers } from '../../../src/upstream/circuit-breaker/backends.js';
import { FakeClock } from '../../support/fake-clock.js';

const FAILURE_THRESHOLD = 5;
const PAUSE = 5000;
const QUARTER_OF_AN_HOUR = 15 * 60_000;

function request(utility: Utility, cmd?: string): EutilsRequest {
  return { utility, retmode: 'json', params: cmd === undefined ? [] : [['cmd', cmd]], idCount: 1 };
}

const LINKS = request('elink', 'neighbor');
const DOWN = failure('UPSTREAM_UNAVAILABLE', { retryable: true });

function failure(code: ErrorCode, options: EntrezErrorOptions = {}): EntrezError {
  return new EntrezError(code, 'It said so.', options);
}

function breakers() {
  const clock = new FakeClock();
  const trips: string[] = [];
  const health = new BackendBreakers(clock, (what, _failure, pause) => trips.push(`${what} ${pause}`));
  /** Asks, with this outcome. */
  const ask = (outcome: unknown, what = LINKS, repeated = false): void => {
    health.acquire(what).settle(outcome, repeated);
  };
  const fail = (times: number, what = LINKS): void => {
    for (let i = 0; i < times; i += 1) {
      ask(DOWN, what);
    }
  };
  return { ask, clock, fail, health, trips };
}

describe('a back end that fails', () => {
  it('is left alone after five questions in a row, and says why and for how long', () => {
    const { fail, health, trips } = breakers();
    fail(FAILURE_THRESHOLD);
    expect(() => health.acquire(LINKS)).toThrow(
      expect.objectContaining({
        code: 'UPSTREAM_UNAVAILABLE',
        scope: 'service',
        retryable: true,
        message: "NCBI's link service failed 5 times in a row and is left alone for another 5 s. It said so.",
        details: { retryAfterMs: PAUSE },
      }),
    );
    expect(trips).toEqual([`link ${PAUSE}`]);
    expect(health.open).toMatchObject([{ what: 'link' }]);
  });

  it.each<readonly [string, unknown]>([
    ['an answer', undefined],
    ['that a record is unknown', failure('UNKNOWN_ID')],
    ['an unreadable answer', failure('MALFORMED_RESPONSE', { retryable: true })],
  ])('is well again as soon as it gives %s', (_, outcome) => {
    const { ask, fail, health } = breakers();
    fail(FAILURE_THRESHOLD - 1);
    ask(outcome);
    fail(FAILURE_THRESHOLD - 1);
    expect(health.open).toEqual([]);
  });

  it.each<readonly [string, unknown]>([
    ['a refusal for the rate', failure('UPSTREAM_RATE_LIMITED', { retryable: true })],
    ['an invalid key', failure('INVALID_API_KEY')],
    ['a request that was too large', failure('UPSTREAM_UNAVAILABLE', { scope: 'id' })],
    ['a bug of ours', new TypeError('x is undefined')],
  ])('is not judged by %s', (_, outcome) => {
    const { ask, fail, health } = breakers();
    fail(FAILURE_THRESHOLD - 1);
    for (let i = 0; i < FAILURE_THRESHOLD; i += 1) {
      ask(outcome);
    }
    expect(health.open).toEqual([]);
    fail(1);
    expect(health.open).toHaveLength(1);
  });

  it('is not judged by one question that fails again and again', () => {
    const { ask, health } = breakers();
    ask(DOWN);
    for (let i = 0; i < 2 * FAILURE_THRESHOLD; i += 1) {
      ask(DOWN, LINKS, true);
    }
    expect(health.open).toEqual([]);
  });

  it('is probed with one question when the pause is over; its answer opens the way for all', async () => {
    const { clock, fail, health } = breakers();
    fail(FAILURE_THRESHOLD);
    await clock.advance(PAUSE);
    const probe = health.acquire(LINKS);
    expect(() => health.acquire(LINKS)).toThrow(expect.objectContaining({ scope: 'service' }));
    probe.settle(undefined);
    health.acquire(LINKS);
    expect(health.open).toEqual([]);
  });

  it('is left alone for twice as long when the probe fails, but never beyond two minutes', async () => {
    const { ask, clock, fail, trips } = breakers();
    fail(FAILURE_THRESHOLD);
    let pause = PAUSE;
    for (let i = 0; i < 7; i += 1) {
      await clock.advance(pause);
      ask(DOWN, LINKS, true);
      pause = Math.min(2 * pause, 120_000);
    }
    expect(trips.map((trip) => Number(trip.split(' ')[1]) / 1000)).toEqual([5, 10, 20, 40, 80, 120, 120, 120]);
  });

  it('is probed again when the probe was given up before it was answered', async () => {
    const { clock, fail, health } = breakers();
    fail(FAILURE_THRESHOLD);
    await clock.advance(PAUSE);
    health.acquire(LINKS).settle(new Error('Nobody waits for this any more.'));
    expect(() => health.acquire(LINKS)).not.toThrow();
  });

  it('is not paused longer by questions that were under way when the pause began', () => {
    const { health, trips } = breakers();
    const passes = Array.from({ length: 3 * FAILURE_THRESHOLD }, () => health.acquire(LINKS));
    for (const pass of passes) {
      pass.settle(DOWN);
    }
    expect(trips).toEqual([`link ${PAUSE}`]);
  });
});

describe('the back ends', () => {
  it.each<readonly [Backend, EutilsRequest]>([
    ['link', LINKS],
    ['link', request('elink', 'acheck')],
    ['score', request('elink', 'neighbor_score')],
    ['search', request('esearch')],
    ['search', request('espell')],
    ['summary', request('esummary')],
    ['fetch', request('efetch')],
    ['history', request('epost')],
    ['catalog', request('einfo')],
  ])('fail one without the other: %s', (name, what) => {
    const { fail, health } = breakers();
    fail(FAILURE_THRESHOLD, what);
    expect(health.open.map((each) => each.what)).toEqual([name]);
    const others = (['elink', 'esearch', 'esummary', 'efetch'] as const).filter((utility) => utility !== what.utility);
    for (const utility of others.filter((each) => !(name === 'search' && each === 'esearch'))) {
      expect(() => health.acquire(request(utility))).not.toThrow();
    }
  });
});

describe('an address that NCBI blocks', () => {
  const BLOCKED = failure('UPSTREAM_UNAVAILABLE', { scope: 'address' });

  it('asks nothing more of any back end for a quarter of an hour, then one question', async () => {
    const { ask, clock, health, trips } = breakers();
    ask(BLOCKED, request('esummary'));
    for (const what of [LINKS, request('esearch'), request('einfo')]) {
      expect(() => health.acquire(what)).toThrow(expect.objectContaining({ scope: 'address' }));
    }
    expect(trips).toEqual([`blocked ${QUARTER_OF_AN_HOUR}`]);
    await clock.advance(QUARTER_OF_AN_HOUR);
    const probe = health.acquire(LINKS);
    expect(() => health.acquire(request('esearch'))).toThrow(expect.objectContaining({ scope: 'address' }));
    probe.settle(undefined);
    expect(health.open).toEqual([]);
  });

  it('is not told apart by a back end that is down besides', () => {
    const { ask, fail, health } = breakers();
    fail(FAILURE_THRESHOLD);
    ask(BLOCKED, request('esummary'));
    expect(health.open.map(({ what }) => what)).toEqual(['blocked', 'link']);
  });
});
