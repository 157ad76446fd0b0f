import { describe, expect, it } from 'vitest';

import { sleep } from '../../src/upstream/clock.js';
import { FakeClock } from '../support/fake-clock.js';

describe('sleep', () => {
  it('lasts as long as it should', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    await clock.finish(sleep(clock, 250));
    expect(clock.now() - began).toBe(250);
  });

  it('ends with the reason of its signal, and leaves no timer', async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const asleep = expect(sleep(clock, 250, controller.signal)).rejects.toThrow('wake up');
    controller.abort(new Error('wake up'));
    await asleep;
    expect(clock.pending).toBe(0);
  });

  it('does not begin when its signal has aborted', async () => {
    const clock = new FakeClock();
    await expect(sleep(clock, 250, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(clock.pending).toBe(0);
  });
});
