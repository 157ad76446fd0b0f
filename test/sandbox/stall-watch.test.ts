import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { StallWatch } from '../../src/sandbox/stall-watch.js';

describe('StallWatch', () => {
  let now: number;
  let watch: StallWatch;
  beforeEach(() => {
    vi.useFakeTimers();
    now = 1000;
    watch = new StallWatch(() => now);
  });
  afterEach(() => {
    watch.close();
    vi.useRealTimers();
  });

  /** The loop goes round after `span`. */
  const turnAfter = (span: number): void => {
    now += span;
    vi.advanceTimersByTime(5);
  };

  it('dates arrivals to the last beat, a few milliseconds back at most, while the loop runs', () => {
    turnAfter(5);
    now += 3;
    expect(watch.earliestArrival(now)).toBe(1005);
  });

  it('dates what is read after a standstill to its beginning, until the loop runs again', () => {
    turnAfter(5);
    turnAfter(160);
    expect(watch.earliestArrival(now)).toBe(1005);
    turnAfter(5);
    expect(watch.earliestArrival(now)).toBe(1170);
  });
});
