import { stringify } from 'csv-stringify/sync';

import { type GraphEdge, type GraphNode, graphmlOf } from './graphml.js';

export const GRAPH_FORMATS = ['tsv', 'csv', 'ndjson', 'graphml'] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export type Row = Readonly<Record<string, string | number | null>>;

/** What a command found: as rows, and as a graph. */
export interface GraphAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export function textOf({ columns, rows, nodes, edges }: GraphAnswer, format: GraphFormat): string {
  if (format === 'graphml') {
    return graphmlOf(nodes, edges);
  }
  if (format === 'ndjson') {
    return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
  const cells = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return format === 'csv'
    ? stringify(cells, { escape_formulas: true })
    : cells.map((row) => `${row.map((cell) => String(cell).replace(/[\t\r\n]+/g, ' ')).join('\t')}\n`).join('');
}
