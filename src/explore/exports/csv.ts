import type { DrawnGraph } from '../model/drawn-graph.js';

const HEAD = [
  'source_db',
  'source_uid',
  'source_title',
  'link_name',
  'target_db',
  'target_uid',
  'target_title',
  'score',
];

/** The links of a graph, one a line, as RFC 4180 has it. */
export function edgesAsCsv({ records, links }: DrawnGraph): string {
  const rows = links.map(({ source, target, linkName, score }) => {
    const from = records.get(source);
    const to = records.get(target);
    return [from?.db, from?.uid, from?.title, linkName, to?.db, to?.uid, to?.title, score];
  });
  return [HEAD, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  // A spreadsheet would take such a text for a formula and run it.
  const harmless = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
