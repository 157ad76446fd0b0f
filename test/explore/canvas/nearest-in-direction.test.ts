import { describe, expect, it } from 'vitest';

import { nearestInDirection } from '../../../src/explore/canvas/nearest-in-direction.js';

const PLACES = new Map([
  ['middle', [0, 0]],
  ['right', [10, 2]],
  ['far right', [30, 0]],
  ['below', [3, 9]],
] as const);

describe('an arrow key', () => {
  it('leads to the nearest record in its direction', () => {
    expect(nearestInDirection(PLACES, 'middle', [1, 0])).toBe('right');
    expect(nearestInDirection(PLACES, 'right', [1, 0])).toBe('far right');
    expect(nearestInDirection(PLACES, 'middle', [0, 1])).toBe('below');
  });

  it('leads nowhere where there is no record', () => {
    expect(nearestInDirection(PLACES, 'middle', [0, -1])).toBeUndefined();
  });

  it('leads to the first record when none is selected', () => {
    expect(nearestInDirection(PLACES, undefined, [1, 0])).toBe('middle');
    expect(nearestInDirection(new Map(), undefined, [1, 0])).toBeUndefined();
  });
});
