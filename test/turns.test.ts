import { describe, expect, it } from 'vitest';

import { Turns } from '../src/turns.js';

/** Work of `cost` milliseconds each: what was done in each turn of the event loop. */
async function run(count: number, cost: number, isLater: boolean): Promise<readonly number[]> {
  let now = 0;
  const turns = new Turns(() => now);
  const state = { turn: 0, left: count };
  const done: number[] = [];
  const works = Array.from({ length: count }, async () => {
    const turn = isLater ? turns.next() : turns.begin();
    if (turn) {
      await turn;
    }
    now += cost;
    done[state.turn] = (done[state.turn] ?? 0) + 1;
    state.left -= 1;
  });
  while (state.left > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    state.turn += 1;
  }
  await Promise.all(works);
  return done.filter((each) => each > 0);
}

describe.each([
  ['begun', false],
  ['put off', true],
])('work that is %s by many at once', (_how, isLater) => {
  it('is done in one turn while it is little', async () => {
    const [first = 0, ...others] = await run(100, 0.1, isLater);
    expect(first + (others[0] ?? 0)).toBe(100);
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it('has turns of its own where each takes long', async () => {
    const done = await run(10, 50, isLater);
    // What is begun at once shares its turn with nobody but the first that waits.
    expect(done.every((each) => each <= 2)).toBe(true);
    expect(done.length).toBeGreaterThanOrEqual(5);
  });
});

describe('work that waits for its turn', () => {
  it('is begun in the order in which it came', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await turns.next();
        now += 30;
        order.push(index);
      }),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('begins at once when nothing else has filled the turn, and never waits for ever', async () => {
    let now = 0;
    const turns = new Turns(() => now);
    expect(turns.begin()).toBeUndefined();
    now += 1000;
    const turn = turns.begin();
    expect(turn).toBeInstanceOf(Promise);
    await turn;
  });
});

describe('a look at health, which takes some turns', () => {
  it.each([1, 10, 100])('waits no longer while %i long requests are worked on than while one is', async (count) => {
    let now = 0;
    const turns = new Turns(() => now);
    const state = { left: count, longest: 0 };
    const works = Array.from({ length: count }, async () => {
      for (let step = 0; step < 5; step += 1) {
        const turn = turns.begin();
        if (turn) {
          await turn;
        }
        now += 5;
      }
      state.left -= 1;
    });
    for (let since = now; state.left > 0; since = now) {
      await new Promise((resolve) => setImmediate(resolve));
      state.longest = Math.max(state.longest, now - since);
    }
    await Promise.all(works);
    // Units of 5 ms fill a turn of 10 ms.
    expect(state.longest).toBeLessThanOrEqual(10);
  });
});
