import { cornersOf, type Shape } from './model/look.js';

/** Colours of the canvas. */
export interface Paint {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly edge: string;
  readonly accent: string;
}

const FONT_SIZE = 12;

/** The colours that the style sheet gives the page at this moment. */
export function currentPaint(): Paint {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  return {
    background: colour('--canvas'),
    ink: colour('--ink'),
    quiet: colour('--quiet'),
    edge: colour('--edge'),
    accent: colour('--accent'),
  };
}

/** Makes a shape the current path. */
export function drawShape(context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, radius: number): void {
  context.beginPath();
  const corners = cornersOf(shape, x, y, radius);
  if (corners.length === 0) {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  for (const [cornerX, cornerY] of corners) {
    context.lineTo(cornerX, cornerY);
  }
  context.closePath();
}

/** Writes a text below a point, in a size that grows and shrinks less than the graph, with the background around it. */
export function drawText(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  zoom: number,
  weight: number,
  { background, ink }: Paint,
  colour: string = ink,
): void {
  const size = FONT_SIZE / Math.max(zoom, 0.8) ** 0.85;
  context.font = `${weight} ${size}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = size / 4;
  context.strokeStyle = background;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}
