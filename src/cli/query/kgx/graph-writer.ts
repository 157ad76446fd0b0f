import type { Catalog } from '../../../catalog/catalog.js';
import type { RowsWriter } from '../../../rows/piece.js';
import type { Shape } from '../../../rows/shape.js';
import { type Graph, GraphReader } from './graph-reader.js';

/** A line of a graph that is not complete: some nodes and edges, or an input and whether it has any records. */
export interface StagedGraph extends Partial<Graph> {
  readonly input?: string | undefined;
  readonly hasRecords?: boolean;
}

/** Nodes or edges of a line. */
const EACH = 1000;

/** The nodes and edges of answers as lines of JSON, to be made into the files of a graph when all are there. */
export function graphWriter(catalog: Catalog, shape: readonly Shape[]): RowsWriter {
  const reader = new GraphReader(catalog, shape);
  return {
    begin: () => '',
    *add({ input, data }) {
      const { nodes, edges } = reader.read(data);
      for (let start = 0; start < nodes.length; start += EACH) {
        yield lineOf({ nodes: nodes.slice(start, start + EACH) });
      }
      for (let start = 0; start < edges.length; start += EACH) {
        yield lineOf({ edges: edges.slice(start, start + EACH) });
      }
      if (input !== undefined) {
        yield lineOf({ input, hasRecords: nodes.length > 0 });
      }
    },
  };
}

function lineOf(line: StagedGraph): string {
  return `${JSON.stringify(line)}\n`;
}
