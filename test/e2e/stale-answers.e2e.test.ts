import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { systemClock } from '../../src/upstream/clock.js';
import { RunningGateway } from '../support/running-gateway.js';

const QUERY = '{ gene(uid: 7157) { symbol omim { totalCount } } }';
const SECOND = 1000;

let passed = 0;

/** Lets the gateway believe that time has passed; its timers go on as they are. */
function pass(milliseconds: number): void {
  passed += milliseconds;
}

beforeAll(() => {
  const now = systemClock.now.bind(systemClock);
  vi.spyOn(systemClock, 'now').mockImplementation(() => now() + passed);
});
afterAll(() => {
  vi.restoreAllMocks();
});

describe('an answer that is outdated', () => {
  it('is asked for anew', async () => {
    await using gateway = await RunningGateway.start({
      settings: { LINKS_TTL_S: '5', SUMMARIES_TTL_S: '60', STALE_WHILE_REVALIDATE_S: '0' },
    });
    await gateway.query(QUERY);
    pass(6 * SECOND);
    const answer = await gateway.query(QUERY);
    expect(answer.extensions.entrez).toMatchObject({ calls: { elink: 1, esummary: 0 }, degraded: [] });
  });

  it('is given once more, and labelled, when NCBI fails to renew it; and renewed when NCBI is back', async () => {
    await using gateway = await RunningGateway.start({
      settings: { LINKS_TTL_S: '5', SUMMARIES_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '0' },
    });
    const fresh = await gateway.query(QUERY);
    expect(fresh.extensions.entrez.degraded).toEqual([]);

    gateway.sandbox.intercept(() => ({ status: 500, body: '' }));
    pass(6 * SECOND);
    const stale = await gateway.query(QUERY);
    expect(stale.errors).toBeUndefined();
    expect(stale.data).toEqual(fresh.data);
    expect(stale.extensions.entrez.degraded.map(({ code, ageS = 0 }) => [code, ageS >= 6])).toEqual([
      ['UPSTREAM_UNAVAILABLE', true],
      ['UPSTREAM_UNAVAILABLE', true],
    ]);
    expect(stale.extensions.entrez).toMatchObject({ calls: { total: 6 }, source: 'sandbox' });

    const again = await gateway.query(QUERY);
    expect(again.data).toEqual(fresh.data);
    expect(again.extensions.entrez.calls.total).toBe(0);
    expect(again.extensions.entrez.degraded).toHaveLength(2);

    gateway.sandbox.intercept(undefined);
    pass(31 * SECOND);
    const renewed = await gateway.query(QUERY);
    expect(renewed.data).toEqual(fresh.data);
    expect(renewed.extensions.entrez).toMatchObject({ calls: { elink: 1, esummary: 1 }, degraded: [] });
  });

  it('does not stand in for a failure that is here to stay', async () => {
    await using gateway = await RunningGateway.start({
      settings: { LINKS_TTL_S: '5', SUMMARIES_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '0' },
    });
    await gateway.query(QUERY);
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'elink' ? { body: '{"linksets":[],"ERROR":"neighbor command not supported"}' } : undefined,
    );
    pass(6 * SECOND);
    const answer = await gateway.query(QUERY);
    expect(answer.data?.gene).toEqual({ symbol: 'TP53', omim: null });
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(['UNSUPPORTED_COMMAND']);
  });

  it('is believed for a shorter time when it holds no links', async () => {
    await using gateway = await RunningGateway.start({
      settings: { SEARCH_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '0' },
    });
    const query = '{ gene(uid: 999999999) { omim { totalCount } } }';
    await gateway.query(query);
    expect((await gateway.query(query)).extensions.entrez.calls.total).toBe(0);
    pass(6 * SECOND);
    expect((await gateway.query(query)).extensions.entrez.calls.total).toBe(1);
  });
});

describe('an answer beyond its life', () => {
  it('is given once more, labelled, while it is renewed', async () => {
    await using gateway = await RunningGateway.start({
      settings: { SUMMARIES_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '60' },
    });
    const query = '{ gene(uid: "7157") { symbol } }';
    await gateway.query(query);
    pass(6 * SECOND);
    const stale = await gateway.query(query);
    expect(stale.extensions.entrez).toMatchObject({ calls: { total: 0 }, degraded: [{ code: 'STALE' }] });
    await expect.poll(() => gateway.callsOf('esummary')).toBe(2);
    const renewed = await gateway.query(query);
    expect(renewed.extensions.entrez).toMatchObject({ calls: { total: 0 }, degraded: [] });
  });
});

describe('a list of links that was not empty before', () => {
  it('is asked for again before it is believed to be empty', async () => {
    await using gateway = await RunningGateway.start({ settings: { LINKS_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '0' } });
    const query = '{ gene(uid: "7157") { omim(first: 1) { totalCount } } }';
    const { data } = await gateway.query(query);
    pass(6 * SECOND);
    let lost = 1;
    gateway.sandbox.intercept(() => {
      lost -= 1;
      return lost >= 0 ? { body: '{"linksets":[{"dbfrom":"gene","ids":["7157"]}]}' } : undefined;
    });
    const again = await gateway.query(query);
    expect(again.data).toEqual(data);
    expect(again.extensions.entrez.calls.elink).toBe(2);
  });

  it('is believed when NCBI says it twice', async () => {
    await using gateway = await RunningGateway.start({ settings: { LINKS_TTL_S: '5', STALE_WHILE_REVALIDATE_S: '0' } });
    const query = '{ gene(uid: "7157") { omim(first: 1) { totalCount } } }';
    await gateway.query(query);
    pass(6 * SECOND);
    gateway.sandbox.intercept(() => ({ body: '{"linksets":[{"dbfrom":"gene","ids":["7157"]}]}' }));
    expect((await gateway.query(query)).data?.gene.omim.totalCount).toBe(0);
  });
});
