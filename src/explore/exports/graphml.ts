import { graphmlOf } from '../../formats/graphml.js';
import type { DrawnGraph } from '../model/drawn-graph.js';
import { labelOf } from '../model/record-name.js';

/** A graph in GraphML, with what is known of its records and links. */
export function asGraphml({ records, links }: DrawnGraph): string {
  return graphmlOf(
    [...records.values()].map((record) => {
      const { id, db, uid, title, url } = record;
      return { id, facts: { label: labelOf(record), db, uid, title, url } };
    }),
    links.map(({ source, target, linkName, score }) => ({ source, target, facts: { linkName, score } })),
  );
}
