import type { Position } from '../model/exploration.js';

/**
 * The place that an arrow key leads to: the nearest one that lies rather in its direction than beside it. Without a place
 * to start from, the first.
 */
export function nearestInDirection(
  positions: ReadonlyMap<string, Position>,
  from: string | undefined,
  [directionX, directionY]: Position,
): string | undefined {
  const start = from === undefined ? undefined : positions.get(from);
  if (!start) {
    return positions.keys().next().value;
  }
  let best: { readonly id: string; readonly distance: number } | undefined;
  for (const [id, [x, y]] of positions) {
    const [dx, dy] = [x - start[0], y - start[1]];
    const along = dx * directionX + dy * directionY;
    const beside = Math.abs(dx * directionY) + Math.abs(dy * directionX);
    const distance = along + 2 * beside;
    if (id !== from && along > 0 && along >= beside && distance < (best?.distance ?? Infinity)) {
      best = { id, distance };
    }
  }
  return best?.id;
}
