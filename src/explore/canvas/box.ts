/** A part of the plane. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The part that two boxes share; undefined where they share none. */
export function common(a: Box, b: Box): Box | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return box.left < box.right && box.top < box.bottom ? box : undefined;
}

/** Whether a box contains another. */
export function contains(box: Box, other: Box): boolean {
  return other.left >= box.left && other.right <= box.right && other.top >= box.top && other.bottom <= box.bottom;
}

/** A box with a margin around it, by its width and height. */
export function enlarged({ left, top, right, bottom }: Box, byWidth: number, byHeight = byWidth): Box {
  return { left: left - byWidth, top: top - byHeight, right: right + byWidth, bottom: bottom + byHeight };
}

/** The box around points; undefined without points. */
export function boxAround(points: Iterable<{ readonly x: number; readonly y: number }>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left > right ? undefined : { left, top, right, bottom };
}
