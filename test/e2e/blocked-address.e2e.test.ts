import { expect, it } from 'vitest';

import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { RunningGateway } from '../support/running-gateway.js';

const QUERY = '{ rateLimit { blockedForMs blockedUntil } }';

it('rateLimit says that NCBI blocks the address, and until when nothing is sent', async () => {
  await using gateway = await RunningGateway.start();
  expect((await gateway.query(QUERY)).data).toEqual({ rateLimit: { blockedForMs: 0, blockedUntil: null } });

  gateway.sandbox.faults.set(parseFaults('blocked'));
  const before = Date.now();
  await gateway.query('{ gene(uid: 7157) { symbol } }');
  gateway.sandbox.faults.set([]);

  const { data } = await gateway.query(QUERY);
  const { blockedForMs, blockedUntil } = (data as { rateLimit: { blockedForMs: number; blockedUntil: string } })
    .rateLimit;
  const QUARTER_OF_AN_HOUR = 15 * 60_000;
  expect(blockedForMs).toBeGreaterThan(0);
  expect(blockedForMs).toBeLessThanOrEqual(QUARTER_OF_AN_HOUR);
  expect(Date.parse(blockedUntil)).toBeGreaterThan(before);
  const { length } = gateway.sandbox.requests;
  const later = await gateway.query('{ gene(uid: 672) { symbol } }');
  expect(later.errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  expect(gateway.sandbox.requests).toHaveLength(length);
});
