import type { Box } from '../canvas/box.js';
import { edgeWidths } from '../canvas/edge-width.js';
import { LABEL_SIZE, type Label, LINE_HEIGHT, type PlacedLabel, placeLabels, sizeOf } from '../canvas/label-layer.js';
import { cornersOf, lookOf } from '../canvas/look.js';
import type { DrawnGraph } from '../model/drawn-graph.js';
import type { Position } from '../model/exploration.js';
import type { GraphRecord } from '../model/record.js';
import { labelOf, nameOf } from '../model/record-name.js';
import { escapeXml } from '../../formats/xml.js';

/** What a picture shows beside the graph. */
export interface PictureSettings {
  readonly positions: ReadonlyMap<string, Position>;
  readonly colours: {
    readonly background: string;
    readonly ink: string;
    readonly quiet: string;
    readonly edge: string;
  };
  /** Records whose labels come first. */
  readonly important: ReadonlySet<string>;
  /** The name of a database for human readers. */
  readonly labelOfDatabase: (db: string) => string;
  /** Source, date and whether the data are a sample. */
  readonly caption: string;
}

const RADIUS = 7;
const MARGIN = 24;
/** Letters of the default font are this wide at most, by their height. */
const LETTER_WIDTH = 0.62;
const NOWHERE: Box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };

/** A drawn graph as an SVG picture: all of it, with the labels that have room, a legend and a caption. */
export function asSvg(graph: DrawnGraph, settings: PictureSettings): string {
  const { records, links } = graph;
  const { positions, colours } = settings;
  const at = (id: string): Position => positions.get(id) ?? [0, 0];
  const labels = labelsOf(graph, settings);
  const frame = frameOf([...records.keys()].map(at), labels);
  const footer = footerOf(graph, settings);
  const width = Math.ceil(Math.max(frame.right - frame.left + 2 * MARGIN, footer.width + 2 * MARGIN));
  const graphHeight = Math.ceil(frame.bottom - frame.top + 2 * MARGIN);
  const height = graphHeight + footer.lines.length * 20 + MARGIN;
  const move = `translate(${round((width - (frame.right - frame.left)) / 2 - frame.left)} ${round(MARGIN - frame.top)})`;
  const widthOf = edgeWidths(links);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${colours.background}"/>`,
    `<g transform="${move}">`,
    `<g stroke="${colours.edge}" stroke-linecap="round">`,
    ...links.map((link) => {
      const [[x1, y1], [x2, y2]] = [at(link.source), at(link.target)];
      const title = `<title>${escapeXml(link.linkName)}${link.score === null ? '' : ` ${link.score}`}</title>`;
      return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke-width="${round(widthOf(link))}">${title}</line>`;
    }),
    '</g>',
    ...[...records.values()].map((record) => drawRecord(record, at(record.id))),
    `<g font-family="system-ui, sans-serif" text-anchor="middle" fill="${colours.ink}">`,
    ...labels.flatMap((label) => drawLabel(label, colours)),
    '</g>',
    '</g>',
    `<g font-family="system-ui, sans-serif" font-size="${LABEL_SIZE}" fill="${colours.quiet}">`,
    ...footer.lines.map((line, index) => `<g transform="translate(${MARGIN} ${graphHeight + index * 20})">${line}</g>`),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function labelsOf({ records }: DrawnGraph, { positions, important }: PictureSettings): readonly PlacedLabel[] {
  const ordered = [...records.values()].toSorted((a, b) => Number(important.has(b.id)) - Number(important.has(a.id)));
  const labels = ordered.map((record): Label => {
    const [x, y] = positions.get(record.id) ?? [0, 0];
    return { text: labelOf(record), x, y, distance: RADIUS, kind: important.has(record.id) ? 'strong' : 'plain' };
  });
  const obstacles = [...records.keys()].map((id) => {
    const [x, y] = positions.get(id) ?? [0, 0];
    return { left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS };
  });
  return placeLabels(labels, obstacles, NOWHERE, 1);
}

/** The part of the plane that records and labels take. */
function frameOf(places: readonly Position[], labels: readonly PlacedLabel[]): Box {
  const boxes = [
    ...places.map(([x, y]) => ({ left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS })),
    ...labels.map(({ lines, box: { left, right, top, bottom } }) => {
      // The place of a label was found by the width of most letters; wide ones take more.
      const half = (Math.max(...lines.map((line) => line.length)) * LABEL_SIZE * LETTER_WIDTH) / 2;
      const middle = (left + right) / 2;
      return { left: middle - half, right: middle + half, top, bottom };
    }),
  ];
  return boxes.reduce(
    (frame, box) => ({
      left: Math.min(frame.left, box.left),
      right: Math.max(frame.right, box.right),
      top: Math.min(frame.top, box.top),
      bottom: Math.max(frame.bottom, box.bottom),
    }),
    { left: 0, right: 0, top: 0, bottom: 0 },
  );
}

function drawLabel(
  { lines, box: { left, right, top }, kind }: PlacedLabel,
  { background }: PictureSettings['colours'],
): string[] {
  const size = sizeOf(kind);
  return lines.map(
    (line, index) =>
      `<text x="${round((left + right) / 2)}" y="${round(top + index * LINE_HEIGHT + size)}" font-size="${size}"${kind === 'strong' ? ' font-weight="600"' : ''} paint-order="stroke" stroke="${background}" stroke-width="3" stroke-linejoin="round">${escapeXml(line)}</text>`,
  );
}

/** The legend, the link names and the caption. */
function footerOf({ records, links }: DrawnGraph, { caption, labelOfDatabase }: PictureSettings) {
  const databases = [...new Set([...records.values()].map(({ db }) => db))];
  let x = 0;
  const legend = databases.map((db) => {
    const label = labelOfDatabase(db);
    const entry = `${outline(db, x + 6, -4, 5)}<text x="${x + 18}">${escapeXml(label)}</text>`;
    x += 34 + label.length * LABEL_SIZE * LETTER_WIDTH;
    return entry;
  });
  const names = [...new Set(links.map(({ linkName }) => linkName))];
  const shown = names.length > 6 ? [...names.slice(0, 6), `${names.length - 6} more`] : names;
  const texts = [...(shown.length > 0 ? [`Links: ${shown.join(', ')}`] : []), caption];
  const longest = Math.max(...texts.map((text) => text.length * LABEL_SIZE * LETTER_WIDTH));
  return {
    lines: [legend.join(''), ...texts.map((text) => `<text>${escapeXml(text)}</text>`)],
    width: Math.max(x, longest),
  };
}

function drawRecord(record: GraphRecord, [x, y]: Position): string {
  return `<g><title>${escapeXml(record.title ?? nameOf(record))}</title>${outline(record.db, x, y, RADIUS)}</g>`;
}

function outline(db: string, x: number, y: number, radius: number): string {
  const { colour, shape } = lookOf(db);
  const corners = cornersOf(shape, x, y, radius);
  return corners.length === 0
    ? `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${colour}"/>`
    : `<polygon points="${corners.map((corner) => corner.map(round).join(',')).join(' ')}" fill="${colour}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
