import { describe, expect, it } from 'vitest';

import { GraphPainter } from '../../../src/explore/canvas/graph-painter.js';
import type { Node, Scene } from '../../../src/explore/canvas/scene.js';

const PAINT = { background: 'white', ink: 'black', quiet: 'grey', edge: 'silver', accent: 'blue' };
const EVERYWHERE = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

const node = (id: string, x = 0, y = 0): Node => ({ id, db: 'pubmed', label: id, x, y, target: [x, y] });
/** A hub with papers in a row; the widths of their links take turns. */
function starOf(count: number): Scene {
  const hub = node('hub');
  const papers = Array.from({ length: count }, (_none, index) => node(`p${index}`, index * 20, 100));
  const links = papers.map((target, index) => ({ source: hub, target, linkName: 'x', score: null, width: 1 + (index % 2) })); // prettier-ignore
  return { nodes: new Map([hub, ...papers].map((each) => [each.id, each])), links };
}

const ignore = (): void => undefined;

/** A canvas that counts lines, strokes and dots. */
class CountingContext {
  lines = 0;
  strokes: string[] = [];
  dots = 0;
  strokeStyle = '';
  lineTo(): void {
    this.lines += 1;
  }
  stroke(): void {
    this.strokes.push(this.strokeStyle);
  }
  fill(): void {
    this.dots += 1;
  }
  beginPath = ignore;
  moveTo = ignore;
  arc = ignore;
  closePath = ignore;
  // It has what the painter of links and records calls, and no more.
  get asContext(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }
}

describe('the painter of a graph', () => {
  it('draws links of one colour and width in one stroke', () => {
    const context = new CountingContext();
    new GraphPainter(PAINT).drawStill(starOf(1000), context.asContext, EVERYWHERE, 1);
    expect(context).toMatchObject({ lines: 1000, strokes: ['silver', 'silver'], dots: 1001 });
  });

  it('leaves out what lies outside of an area, and a record that is dragged with its links', () => {
    const scene = starOf(1000);
    const context = new CountingContext();
    const area = { left: 0, top: 0, right: 150, bottom: 150 };
    new GraphPainter(PAINT).drawStill(scene, context.asContext, area, 1, scene.nodes.get('p3'));
    // A link may cross an area that has neither of its ends.
    expect(context).toMatchObject({ lines: 999, dots: 9 });
  });

  it('draws what the pointer is at over the rest: a record, its links and their other ends', () => {
    const scene = starOf(1000);
    const painter = new GraphPainter(PAINT);
    painter.hovered = scene.nodes.get('p3');
    const context = new CountingContext();
    painter.drawPointed(scene, context.asContext, 1);
    expect(context).toMatchObject({ lines: 1, dots: 2, strokes: ['blue', 'black'] });
  });

  it('marks the links of a path', () => {
    const painter = new GraphPainter(PAINT);
    painter.emphasis = { ...painter.emphasis, route: new Set(['hub', 'p1']) };
    const context = new CountingContext();
    painter.drawStill(starOf(3), context.asContext, EVERYWHERE, 1);
    expect(context.strokes).toEqual(['silver', 'blue']);
  });
});
