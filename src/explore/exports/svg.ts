import type { DrawnGraph } from '../model/drawn-graph.js';
import { edgeWidths } from '../model/edge-width.js';
import type { Position } from '../model/exploration.js';
import { cornersOf, lookOf } from '../model/look.js';
import { type GraphRecord, nameOf, shortNameOf } from '../model/record.js';
import { escapeXml } from './xml.js';

/** Colours of a picture. */
export interface PictureColours {
  readonly background: string;
  readonly ink: string;
  readonly edge: string;
}

const RADIUS = 7;
const MARGIN = 60;

/** A drawn graph as an SVG picture, all of it, where its records are drawn. */
export function asSvg(
  { records, links }: DrawnGraph,
  positions: ReadonlyMap<string, Position>,
  colours: PictureColours,
): string {
  const places = [...records.keys()].map((id) => positions.get(id) ?? [0, 0]);
  const xs = places.map(([x]) => x);
  const ys = places.map(([, y]) => y);
  const left = least(xs) - MARGIN;
  const top = least(ys) - MARGIN;
  const width = Math.ceil(-least(xs.map((x) => -x)) + MARGIN - left);
  const height = Math.ceil(-least(ys.map((y) => -y)) + MARGIN - top);
  const at = (id: string): Position => {
    const [x, y] = positions.get(id) ?? [0, 0];
    return [round(x - left), round(y - top)];
  };
  const widthOf = edgeWidths(links);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.background}"/>`,
    `<g stroke="${colours.edge}" stroke-linecap="round">`,
    ...links.map((link) => {
      const [x1, y1] = at(link.source);
      const [x2, y2] = at(link.target);
      const title = `<title>${escapeXml(link.linkName)}</title>`;
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke-width="${round(widthOf(link))}">${title}</line>`;
    }),
    '</g>',
    `<g font-family="system-ui, sans-serif" font-size="9" text-anchor="middle" fill="${colours.ink}">`,
    ...[...records.values()].map((record) => drawRecord(record, at(record.id))),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawRecord(record: GraphRecord, [x, y]: Position): string {
  const { colour, shape } = lookOf(record.db);
  const corners = cornersOf(shape, x, y, RADIUS);
  const outline =
    corners.length === 0
      ? `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${colour}"/>`
      : `<polygon points="${corners.map((corner) => corner.map(round).join(',')).join(' ')}" fill="${colour}"/>`;
  const title = `<title>${escapeXml(record.title ?? nameOf(record))}</title>`;
  const name = escapeXml(shortNameOf(record));
  return `<g>${title}${outline}<text x="${x}" y="${y + RADIUS + 10}">${name}</text></g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** As `Math.min` of a list that may be too long to be arguments; 0 for an empty one. */
function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => Math.min(a, b));
}
