import { describe, expect, it } from 'vitest';

import { Gathering } from '../../src/loading/gathering.js';
import { sleep } from '../../src/upstream/clock.js';
import { FakeClock } from '../support/fake-clock.js';

describe('Gathering', () => {
  it('is over a moment after the last question', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const gathering = new Gathering(clock);
    gathering.note();
    await clock.finish(gathering.over());
    expect(clock.now() - began).toBe(4);
  });

  it('goes on while questions come', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const gathering = new Gathering(clock);
    gathering.note();
    const over = gathering.over();
    for (let i = 0; i < 5; i += 1) {
      await clock.advance(3);
      gathering.note();
    }
    await clock.finish(over);
    expect(clock.now() - began).toBeGreaterThanOrEqual(15 + 4);
    expect(clock.now() - began).toBeLessThanOrEqual(15 + 8);
  });

  it('does not go on for ever', async () => {
    const clock = new FakeClock();
    const gathering = new Gathering(clock);
    const state = { over: false };
    void gathering.over().then(() => {
      state.over = true;
    });
    for (let elapsed = 0; elapsed < 1000; elapsed += 1) {
      gathering.note();
      await clock.advance(1);
    }
    expect(state.over).toBe(true);
  });

  it('is not over while a store is looked into, since what is not there is asked afterwards', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const gathering = new Gathering(clock);
    gathering.expect(sleep(clock, 20));
    await clock.finish(gathering.over());
    expect(clock.now() - began).toBe(20);
    await clock.finish(gathering.over());
    expect(clock.now() - began).toBe(24);
  });

  it('looks at what has arrived while the event loop was busy before it ends', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    let unread = 1;
    const gathering = new Gathering({
      now: () => clock.now(),
      after: (delay, action) => clock.after(delay, action),
      turn: () => {
        for (; unread > 0; unread -= 1) {
          gathering.note();
        }
        return Promise.resolve();
      },
    });
    await clock.finish(gathering.over());
    expect(clock.now() - began).toBe(8);
  });
});
