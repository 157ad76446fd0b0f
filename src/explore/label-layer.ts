import type { Paint } from './paint.js';

/** A text to be written below a point of the graph, if there is room. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** How it is written: the name of a record that matters, of another record, or of a link. */
  readonly kind: 'strong' | 'plain' | 'quiet';
}

/** The part of the graph that is to be seen. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SIZE = 12;
const LINE = 14;
const LONGEST_LINE = 24;
/** More are no help, and take time. */
const MOST_LABELS = 250;

/**
 * Writes labels in a size that does not change with the magnification. They come in the order of their importance: one
 * that would lie over an earlier one is left out, and so is one over an obstacle unless it is strong.
 */
export function drawLabels(
  context: CanvasRenderingContext2D,
  labels: Iterable<Label>,
  obstacles: readonly Window[],
  { left, top, right, bottom }: Window,
  zoom: number,
  { background, ink, quiet }: Paint,
): void {
  const placed: Window[] = [];
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3 / zoom;
  context.strokeStyle = background;
  for (const { text, x, y, kind } of labels) {
    if (placed.length >= MOST_LABELS) {
      return;
    }
    if (x < left || x > right || y < top || y > bottom) {
      continue;
    }
    const lines = linesOf(text);
    // Letters are about half as wide as high; measuring each would take longer than writing it.
    const half = (Math.max(...lines.map((line) => line.length)) * SIZE * 0.29) / zoom;
    const box = { left: x - half, right: x + half, top: y, bottom: y + (lines.length * LINE) / zoom };
    const isCovered = (other: Window): boolean => overlap(box, other);
    if (placed.some(isCovered) || (kind !== 'strong' && obstacles.some(isCovered))) {
      continue;
    }
    placed.push(box);
    context.font = `${kind === 'strong' ? 600 : 400} ${(kind === 'quiet' ? SIZE - 1 : SIZE) / zoom}px system-ui, sans-serif`;
    context.fillStyle = kind === 'quiet' ? quiet : ink;
    lines.forEach((line, index) => {
      const lineY = y + (index * LINE) / zoom;
      context.strokeText(line, x, lineY);
      context.fillText(line, x, lineY);
    });
  }
}

function overlap(a: Window, b: Window): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
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
