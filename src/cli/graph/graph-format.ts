import { graphmlOf } from '../../formats/graphml.js';
import { type Cell, rowsText } from '../output/rows-text.js';

export const GRAPH_FORMATS = ['tsv', 'csv', 'ndjson', 'graphml'] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export type Row = Readonly<Record<string, Cell>>;

/** A record of a graph. */
export interface GraphNode {
  readonly curie: string;
  readonly db: string;
  readonly uid: string;
  readonly title: string | null;
}

/** A link of a graph, between records by their CURIEs. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly linkName: string;
}

/** What a command found: as rows, and as a graph. */
export interface GraphAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export function textOf({ columns, rows, nodes, edges }: GraphAnswer, format: GraphFormat): string {
  if (format === 'graphml') {
    return graphmlOf(
      nodes.map(({ curie, db, uid, title }) => ({ id: curie, facts: { db, uid, title } })),
      edges.map(({ source, target, linkName }) => ({ source, target, facts: { linkName } })),
    );
  }
  if (format === 'ndjson') {
    return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
  return rowsText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))], format);
}
