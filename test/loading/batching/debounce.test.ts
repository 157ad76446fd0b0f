import { describe, expect, it } from 'vitest';

import { BurstDebounce } from '../../../src/loading/batching/debounce.js';
import { sleep } from '../../../src/upstream/clock.js';
import { FakeClock } from '../../support/fake-clock.js';

describe('Gathering', () => {
  it('is over a moment after the last question', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const debounce = new BurstDebounce(clock);
    debounce.noteRequest();
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(4);
  });

  it('takes twice as long while other processes send questions, one message after the other', async () => {
    const clock = new FakeClock();
    const debounce = new BurstDebounce(clock);
    const takes = async (): Promise<number> => {
      const began = clock.now();
      await clock.finish(debounce.settled());
      return clock.now() - began;
    };
    debounce.noteRequest(true);
    expect(await takes()).toBe(8);
    await clock.advance(1000);
    debounce.noteRequest();
    expect(await takes()).toBe(8);
    await clock.advance(1000);
    debounce.noteRequest();
    expect(await takes()).toBe(4);
  });

  it('takes longer for the questions of other processes where timers are late, for as late are their messages', async () => {
    const clock = new FakeClock();
    let late = 12;
    const debounce = new BurstDebounce({
      now: () => clock.now(),
      after: (delay, action) => clock.after(delay + late, action),
      turn: () => clock.turn(),
    });
    const pauseOf = async (isRemote: boolean): Promise<number> => {
      debounce.noteRequest(isRemote);
      const began = clock.now();
      await clock.finish(debounce.settled());
      return clock.now() - began - late;
    };
    expect(await pauseOf(false)).toBe(4);
    for (let burst = 0; burst < 20; burst += 1) {
      await pauseOf(true);
    }
    expect(await pauseOf(true)).toBeCloseTo(8 + 2 * late, 0);
    late = 100;
    for (let burst = 0; burst < 20; burst += 1) {
      expect(await pauseOf(true)).toBeLessThanOrEqual(40);
    }
    late = 0;
    for (let burst = 0; burst < 40; burst += 1) {
      await pauseOf(true);
    }
    expect(await pauseOf(true)).toBeCloseTo(8, 0);
  });

  it('goes on while questions come', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const debounce = new BurstDebounce(clock);
    debounce.noteRequest();
    const over = debounce.settled();
    for (let i = 0; i < 5; i += 1) {
      await clock.advance(3);
      debounce.noteRequest();
    }
    await clock.finish(over);
    expect(clock.now() - began).toBeGreaterThanOrEqual(15 + 4);
    expect(clock.now() - began).toBeLessThanOrEqual(15 + 8);
  });

  it('does not go on for ever', async () => {
    const clock = new FakeClock();
    const debounce = new BurstDebounce(clock);
    const state = { over: false };
    void debounce.settled().then(() => {
      state.over = true;
    });
    for (let elapsed = 0; elapsed < 1000; elapsed += 1) {
      debounce.noteRequest();
      await clock.advance(1);
    }
    expect(state.over).toBe(true);
  });

  it('is not over while a store is looked into, since what is not there is asked afterwards', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const debounce = new BurstDebounce(clock);
    debounce.trackLookup(sleep(clock, 20));
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(20);
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(24);
  });

  it('is not over before other processes have asked what their answers lead to', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const debounce = new BurstDebounce(clock);
    debounce.trackFollowing(sleep(clock, 60));
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(60);
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(64);
  });

  it('waits half a second for other processes, however much they ask, and for the last to its end', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const debounce = new BurstDebounce(clock);
    const goOn = async (): Promise<void> => {
      while (clock.now() < began + 5000) {
        const following = sleep(clock, 90);
        debounce.trackFollowing(following);
        await following;
        debounce.noteRequest();
      }
    };
    void goOn();
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBeGreaterThan(500);
    expect(clock.now() - began).toBeLessThanOrEqual(500 + 90 + 25 * 4);
  });

  it('looks at what has arrived while the event loop was busy before it ends', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    let unread = 1;
    const debounce = new BurstDebounce({
      now: () => clock.now(),
      after: (delay, action) => clock.after(delay, action),
      turn: () => {
        for (; unread > 0; unread -= 1) {
          debounce.noteRequest();
        }
        return Promise.resolve();
      },
    });
    await clock.finish(debounce.settled());
    expect(clock.now() - began).toBe(8);
  });
});
