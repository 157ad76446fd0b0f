import type { DrawnGraph } from '../model/drawn-graph.js';
import { csv } from './delimited.js';

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

/** The links of a graph as CSV, one in a row. */
export function edgesAsCsv({ records, links }: DrawnGraph): string {
  const rows = links.map(({ source, target, linkName, score }) => {
    const from = records.get(source);
    const to = records.get(target);
    return [from?.db, from?.uid, from?.title, linkName, to?.db, to?.uid, to?.title, score];
  });
  return csv([HEAD, ...rows]);
}
