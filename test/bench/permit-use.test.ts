import { describe, expect, it } from 'vitest';

import { permitUse, timeCalls } from '../../bench/t-lit/permit-use.js';

describe('permitUse', () => {
  it('is whole when every call starts as soon as the rate allows', () => {
    const calls = [0, 0, 1100, 1100, 2200].map((start) => ({ knownAt: 0, start }));
    expect(permitUse(calls, 2)).toBe(1);
  });

  it('is whole when no call ever waited, however slowly they came', () => {
    expect(
      permitUse(
        [0, 5000].map((start) => ({ knownAt: start, start })),
        3,
      ),
    ).toBe(1);
  });

  it('loses what a waiting call leaves free', () => {
    // One place, taken until 1100; the second call waits from 0 to 2200 and so leaves half of it unused.
    const calls = [0, 2200].map((start) => ({ knownAt: 0, start }));
    expect(permitUse(calls, 1)).toBeCloseTo(0.5);
  });

  it('blames nobody for places for which no call waited', () => {
    // Two places; one is taken until 1100, the other is free, but for one call only.
    const calls = [
      { knownAt: 0, start: 0 },
      { knownAt: 0, start: 1100 },
    ];
    expect(permitUse(calls, 2)).toBeCloseTo(0.5);
    expect(permitUse(calls, 3)).toBeCloseTo(2 / 3);
  });
});

describe('timeCalls', () => {
  const levels = [
    { name: 'first', batchSize: 1, find: (id: string) => [`${id}1`, `${id}2`] },
    { name: 'second', batchSize: 10, find: () => [] },
  ];

  it('takes a call for possible when the last of its ids was told', () => {
    const calls = [
      { name: 'first', ids: ['a'], at: 10, answeredAt: 100 },
      { name: 'first', ids: ['b'], at: 20, answeredAt: 300 },
      { name: 'second', ids: ['a1', 'b2'], at: 350, answeredAt: 400 },
    ];
    expect(timeCalls(calls, levels, 5)).toEqual([
      { knownAt: 5, start: 10 },
      { knownAt: 5, start: 20 },
      { knownAt: 300, start: 350 },
    ]);
  });

  it('refuses a call about an id that nobody told', () => {
    const calls = [
      { name: 'first', ids: ['a'], at: 0, answeredAt: 100 },
      { name: 'second', ids: ['b1'], at: 200, answeredAt: 300 },
    ];
    expect(() => timeCalls(calls, levels, 0)).toThrow('Nobody can have known b1');
  });

  it('refuses a call that the traversal does not need', () => {
    const calls = [{ name: 'other', ids: ['a'], at: 0, answeredAt: 100 }];
    expect(() => timeCalls(calls, levels, 0)).toThrow('does not need');
  });
});
