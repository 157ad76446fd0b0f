import { afterAll, beforeAll } from 'vitest';

import { systemClock } from '../../src/upstream/clock.js';

/**
 * Lets the clock of the gateways of this file run so many times as fast: pauses before retries and of circuit breakers
 * are as long for the gateway, and shorter for who runs the test. Limits of real work, such as `NCBI_TIMEOUT_MS`, are as
 * many times tighter.
 */
export function hurryClock(times: number): void {
  const usual = { ...systemClock };
  beforeAll(() => {
    systemClock.now = () => times * usual.now();
    systemClock.after = (delay, action) => usual.after(delay / times, action);
  });
  afterAll(() => {
    Object.assign(systemClock, usual);
  });
}
