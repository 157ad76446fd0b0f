import { type Cell, rowsText } from '../output/rows-text.js';
import { type GraphEdge, type GraphNode, graphmlOf } from './graphml.js';

export const GRAPH_FORMATS = ['tsv', 'csv', 'ndjson', 'graphml'] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export type Row = Readonly<Record<string, Cell>>;

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
  return rowsText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))], format);
}
