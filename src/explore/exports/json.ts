import type { DrawnGraph } from '../model/drawn-graph.js';

/** A graph as JSON with all known facts, in `nodes` and `links` as D3 and others read them. */
export function asJson({ records, links }: DrawnGraph): string {
  return `${JSON.stringify({ nodes: [...records.values()], links }, null, 2)}\n`;
}
