import { type Box, contains, overlap } from './box.js';
import type { Paint } from './paint.js';

/** A text to be written beside a point of the graph, if there is room. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** How far from the point it starts: the radius of the record, 0 on a link. */
  readonly distance: number;
  /** How it is written: a record that matters, another record, or a link. */
  readonly kind: 'strong' | 'plain' | 'quiet';
}

/** A label where it found room; `x` is the middle of its lines and `y` the top of the first. */
export interface PlacedLabel extends Label {
  readonly lines: readonly string[];
  readonly box: Box;
}

export const LABEL_SIZE = 12;
export const LINE_HEIGHT = 14;
const LONGEST_LINE = 24;
/** More do not help, and take time. */
const MOST_LABELS = 250;
/** Half the width of a small and of a capital letter by its height; measuring each would take longer than writing it. */
const HALF_WIDTH = 0.29;
const HALF_CAPITAL = 0.36;

/**
 * Places labels by their importance, the most important first. One that has no room below, above or beside its point
 * without covering an earlier label is left out; only strong ones may cover an obstacle.
 *
 * @param scale - Units of the plane to a pixel of the text.
 */
export function placeLabels(
  labels: Iterable<Label>,
  obstacles: readonly Box[],
  window: Box,
  scale: number,
): readonly PlacedLabel[] {
  const { left, top, right, bottom } = window;
  const placed: PlacedLabel[] = [];
  const grid = new BoxGrid(LINE_HEIGHT * 6 * scale);
  const dots = new BoxGrid(LINE_HEIGHT * 6 * scale);
  obstacles.forEach((box) => {
    dots.add(box);
  });
  for (const label of labels) {
    if (placed.length >= MOST_LABELS) {
      break;
    }
    const { x, y, kind } = label;
    if (x < left || x > right || y < top || y > bottom) {
      continue;
    }
    const lines = linesOf(label.text);
    const isInside = (spot: Box): boolean => contains(window, spot);
    const spots = spotsOf(label, lines, scale).filter((spot) => !grid.overlaps(spot));
    const free = spots.find((spot) => isInside(spot) && !dots.overlaps(spot));
    const box = free ?? (kind === 'strong' ? (spots.find(isInside) ?? spots[0]) : undefined);
    if (box) {
      grid.add(box);
      placed.push({ ...label, lines, box });
    }
  }
  return placed;
}

/** Writes labels in a size that does not change with the magnification. */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: readonly PlacedLabel[],
  zoom: number,
  { background, ink, quiet }: Paint,
): void {
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3 / zoom;
  context.strokeStyle = background;
  for (const { lines, box, kind } of labels) {
    context.font = `${kind === 'strong' ? 600 : 400} ${sizeOf(kind) / zoom}px system-ui, sans-serif`;
    context.fillStyle = kind === 'quiet' ? quiet : ink;
    lines.forEach((line, index) => {
      const x = (box.left + box.right) / 2;
      const y = box.top + (index * LINE_HEIGHT) / zoom;
      context.strokeText(line, x, y);
      context.fillText(line, x, y);
    });
  }
}

/** The height of the letters of a label. */
export function sizeOf(kind: Label['kind']): number {
  return kind === 'quiet' ? LABEL_SIZE - 1 : LABEL_SIZE;
}

/** Where a label may stand: below its point, then above, then at the right and at the left. */
function spotsOf({ x, y, distance }: Label, lines: readonly string[], scale: number): readonly Box[] {
  const half = Math.max(...lines.map(halfWidthOf)) * LABEL_SIZE * scale;
  const height = lines.length * LINE_HEIGHT * scale;
  const gap = distance + 3 * scale;
  const at = (cx: number, top: number): Box => ({ left: cx - half, right: cx + half, top, bottom: top + height });
  return distance === 0
    ? [at(x, y)]
    : [at(x, y + gap), at(x, y - gap - height), at(x + gap + half, y - height / 2), at(x - gap - half, y - height / 2)];
}

/** Half the width of a line by the height of its letters. */
function halfWidthOf(line: string): number {
  const capitals = line.replaceAll(/[^A-Z]/g, '').length;
  return capitals * HALF_CAPITAL + (line.length - capitals) * HALF_WIDTH;
}

/** A text on one or two lines, parted between words; what does not fit is left out. */
function linesOf(text: string): readonly string[] {
  if (text.length <= LONGEST_LINE) {
    return [text];
  }
  const cut = text.lastIndexOf(' ', LONGEST_LINE);
  if (cut <= 0) {
    return [`${text.slice(0, LONGEST_LINE - 1)}…`];
  }
  const rest = text.slice(cut + 1);
  return [text.slice(0, cut), rest.length > LONGEST_LINE ? `${rest.slice(0, LONGEST_LINE - 1).trimEnd()}…` : rest];
}

/** Boxes by the squares of a grid that they touch, so that few are compared. */
class BoxGrid {
  readonly #size: number;
  readonly #cells = new Map<string, Box[]>();

  constructor(size: number) {
    this.#size = size;
  }

  add(box: Box): void {
    for (const cell of this.#cellsOf(box)) {
      const boxes = this.#cells.get(cell) ?? [];
      boxes.push(box);
      this.#cells.set(cell, boxes);
    }
  }

  overlaps(box: Box): boolean {
    return this.#cellsOf(box).some((cell) => this.#cells.get(cell)?.some((other) => overlap(box, other)) === true);
  }

  #cellsOf({ left, right, top, bottom }: Box): readonly string[] {
    const cells: string[] = [];
    for (let column = Math.floor(left / this.#size); column * this.#size <= right; column += 1) {
      for (let row = Math.floor(top / this.#size); row * this.#size <= bottom; row += 1) {
        cells.push(`${column} ${row}`);
      }
    }
    return cells;
  }
}
