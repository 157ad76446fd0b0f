/** A disc that takes room in the picture. */
export interface Disc {
  x: number;
  y: number;
  readonly radius: number;
  /** A fixed disc pushes the others away and stays. */
  readonly isFixed: boolean;
}

const ROUNDS = 240;
const GAP = 14;

/** Moves discs until none overlaps another, with those that a pull connects close together and all near the origin. */
export function separate(discs: readonly Disc[], pulls: readonly (readonly [Disc, Disc])[]): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const strength = 1 - round / ROUNDS;
    for (const [a, b] of pulls) {
      approach(a, b, 0.12 * strength);
    }
    for (const disc of discs) {
      if (!disc.isFixed) {
        disc.x *= 1 - 0.01 * strength;
        disc.y *= 1 - 0.01 * strength;
      }
    }
    discs.forEach((a, index) => {
      for (let other = index + 1; other < discs.length; other += 1) {
        const b = discs[other];
        if (b) {
          pushApart(a, b, index + other);
        }
      }
    });
  }
}

function approach(a: Disc, b: Disc, share: number): void {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy) || 1;
  const excess = Math.max(distance - a.radius - b.radius - GAP, 0) / distance;
  move(a, dx * excess * share, dy * excess * share);
  move(b, -dx * excess * share, -dy * excess * share);
}

function pushApart(a: Disc, b: Disc, seed: number): void {
  // Discs in the same place part in a direction that differs by pair.
  const [dx, dy] = a.x === b.x && a.y === b.y ? [Math.cos(seed), Math.sin(seed)] : [b.x - a.x, b.y - a.y];
  const distance = Math.hypot(dx, dy);
  const overlap = a.radius + b.radius + GAP - distance;
  if (overlap <= 0) {
    return;
  }
  const share = (a.isFixed || b.isFixed ? 1 : 0.5) * (overlap / distance);
  move(a, -dx * share, -dy * share);
  move(b, dx * share, dy * share);
}

function move(disc: Disc, dx: number, dy: number): void {
  if (!disc.isFixed) {
    disc.x += dx;
    disc.y += dy;
  }
}
