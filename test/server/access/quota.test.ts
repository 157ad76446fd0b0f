import { describe, expect, it } from 'vitest';

import { Quota } from '../../../src/server/access/quota.js';
import { FakeClock } from '../../support/fake-clock.js';

function quotaOf(max: number): { readonly quota: Quota; readonly clock: FakeClock } {
  const clock = new FakeClock();
  return { quota: new Quota({ max, span: 60_000, clock }), clock };
}

describe('a quota', () => {
  it('gives each client so much, and nothing of what would be more', () => {
    const { quota } = quotaOf(3);
    const one = quota.of('one');
    expect([one.take(2), one.take(2), one.take(1), one.take(1)]).toEqual([true, false, true, false]);
    expect(one.isSpent).toBe(true);
    expect(quota.of('another').take(3)).toBe(true);
  });

  it('is whole again a span after the first was taken, not the last', async () => {
    const { quota, clock } = quotaOf(2);
    const allowance = quota.of('one');
    allowance.take(1);
    await clock.advance(59_000);
    allowance.take(1);
    expect([allowance.take(1), quota.renewedIn('one')]).toEqual([false, 1000]);
    await clock.advance(1001);
    expect([allowance.take(2), quota.renewedIn('one')]).toEqual([true, 60_000]);
  });

  it('takes back what was taken in vain, but not what an earlier span gave', async () => {
    const { quota, clock } = quotaOf(2);
    const allowance = quota.of('one');
    allowance.take(2);
    allowance.giveBack(1);
    expect([allowance.take(2), allowance.take(1)]).toEqual([false, true]);
    await clock.advance(60_001);
    allowance.giveBack(2);
    expect([allowance.take(2), allowance.take(1)]).toEqual([true, false]);
  });

  it('remembers so many clients only, and of those the ones who came last', () => {
    const { quota } = quotaOf(1);
    for (let client = 0; client <= 10_000; client += 1) {
      quota.of(String(client)).take(1);
    }
    expect(quota.of('10000').isSpent).toBe(true);
    expect(quota.of('0').isSpent).toBe(false);
  });
});
