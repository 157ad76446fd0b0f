import { afterAll, beforeAll } from 'vitest';

import type { SettingName } from '../../src/config.js';
import { systemClock } from '../../src/upstream/clock.js';

const REAL_LIMITS_MS = { NCBI_TIMEOUT_MS: 30_000, DEADLINE_MS: 60_000 } satisfies Partial<Record<SettingName, number>>;

/** How many times as fast the clock runs. */
let speed = 1;

/**
 * Lets the clock of the gateways of this file run so many times as fast: pauses before retries and of circuit breakers
 * are as long for the gateway, and shorter for who runs the test. Limits of real work stay as they are for each
 * `RunningGateway`; those that a test sets itself are as many times tighter.
 */
export function hurryClock(times: number): void {
  const usual = { ...systemClock };
  beforeAll(() => {
    speed = times;
    systemClock.now = () => times * usual.now();
    systemClock.after = (delay, action) => usual.after(delay / times, action);
  });
  afterAll(() => {
    speed = 1;
    Object.assign(systemClock, usual);
  });
}

/** Settings that leave requests and operations as long by the machine's clock as they have by default. */
export function realLimits(): Partial<Record<SettingName, string>> {
  return speed === 1
    ? {}
    : Object.fromEntries(Object.entries(REAL_LIMITS_MS).map(([name, limit]) => [name, String(limit * speed)]));
}
