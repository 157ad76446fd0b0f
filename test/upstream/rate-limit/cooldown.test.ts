import { describe, expect, it } from 'vitest';

import { Cooldown } from '../../../src/upstream/rate-limit/cooldown.js';
import { FakeClock } from '../../support/fake-clock.js';

/** A process that NCBI has refused once, half a second ago. */
async function refused() {
  const clock = new FakeClock();
  await clock.advance(1000);
  const cooldown = new Cooldown(clock);
  cooldown.refuse(clock.now(), 4000);
  await clock.advance(500);
  return { clock, cooldown };
}

describe('What one process learns from a refusal', () => {
  it('is nothing before there is one', () => {
    expect(new Cooldown(new FakeClock()).caution).toBeUndefined();
  });

  it('is told in spans, since the clocks of others say something else', async () => {
    const { clock, cooldown } = await refused();
    expect(cooldown.caution).toEqual({ opensIn: 3500, closedAgo: 500, forgottenIn: 29_500 });
    await clock.advance(100_000);
    expect(cooldown.caution).toEqual({ opensIn: 0, closedAgo: 100_500, forgottenIn: 0 });
  });

  it('holds for those that are told, and counts as their own refusal', async () => {
    const { cooldown } = await refused();
    const clock = new FakeClock();
    await clock.advance(60_000);
    const other = new Cooldown(clock);
    other.learn(cooldown.caution ?? { opensIn: 0, closedAgo: 0, forgottenIn: 0 });
    expect([other.remaining, other.slowedBy > 1]).toEqual([3500, true]);
    expect(other.caution).toEqual(cooldown.caution);
    // A request that began before the gate was closed tells nothing new.
    const before = other.slowedBy;
    other.refuse(clock.now() - 501, 0);
    expect(other.slowedBy).toBe(before);
    other.refuse(clock.now() - 499, 0);
    expect(other.slowedBy).toBeGreaterThan(before);
  });

  it('is not unlearned from those who know less', async () => {
    const { cooldown } = await refused();
    const known = cooldown.caution;
    cooldown.learn({ opensIn: 0, closedAgo: 90_000, forgottenIn: 0 });
    expect(cooldown.caution).toEqual(known);
  });
});
