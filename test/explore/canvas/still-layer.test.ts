import { describe, expect, it } from 'vitest';

import { areaToPaint, type View } from '../../../src/explore/canvas/still-layer.js';

const boxAt = (x: number, y: number, size: number) => ({ left: x, top: y, right: x + size, bottom: y + size });
/** A view of 100 x 100 pixels whose left upper corner is at a point of the plane. */
const viewAt = (x: number, y: number, k = 1): View => ({
  x: -x * k,
  y: -y * k,
  k,
  window: boxAt(x, y, 100 / k),
  ratio: 1,
});

describe('the picture of what does not move', () => {
  const small = boxAt(20, 20, 50);
  const wide = boxAt(-1000, -1000, 2000);

  it('has the whole graph where it is little larger than the window, and lasts while that is moved', () => {
    expect(areaToPaint(undefined, viewAt(0, 0), small, false)).toEqual(small);
    const held = { area: small, k: 1 };
    for (const [x, y] of [
      [30, 30],
      [-90, 40],
      [60, -70],
    ] as const) {
      // prettier-ignore
      expect(areaToPaint(held, viewAt(x, y), small, true)).toBeUndefined();
    }
  });

  it('reaches over the window by a quarter, and is painted anew beyond', () => {
    const area = areaToPaint(undefined, viewAt(0, 0), wide, false);
    expect(area).toEqual({ left: -25, top: -25, right: 125, bottom: 125 });
    const held = { area: boxAt(-25, -25, 150), k: 1 };
    expect(areaToPaint(held, viewAt(25, -25), wide, true)).toBeUndefined();
    expect(areaToPaint(held, viewAt(26, 0), wide, true)).toEqual({ left: 1, top: -25, right: 151, bottom: 125 });
  });

  it('is stretched a little while the view moves, and sharp as soon as it rests', () => {
    const held = { area: boxAt(-25, -25, 150), k: 1 };
    expect(areaToPaint(held, viewAt(0, 0, 1.5), wide, true)).toBeUndefined();
    expect(areaToPaint(held, viewAt(0, 0, 1.5), wide, false)).toBeDefined();
    expect(areaToPaint(held, viewAt(0, 0, 2), wide, true)).toBeDefined();
    expect(areaToPaint(held, viewAt(-60, -60, 0.7), wide, true)).toBeDefined();
  });

  it('is not painted where nothing of the graph is in sight', () => {
    expect(areaToPaint(undefined, viewAt(500, 0), small, false)).toBeUndefined();
  });
});
