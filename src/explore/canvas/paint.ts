import { cornersOf, type Shape } from './look.js';

/** Colours of the canvas. */
export interface Paint {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly edge: string;
  readonly accent: string;
}

/** The colours that the style sheet sets for the theme that the page has. */
export function currentPaint(theme = document.documentElement.dataset.theme): Paint {
  document.documentElement.dataset.theme = theme ?? 'light';
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
