import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { sortableDate } from '../search/search-dates.js';

/** A fact as text; empty when unknown. */
export function text(facts: RecordFacts, name: string): string {
  const value = facts[name];
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

/** A fact as a list of texts; empty when unknown. */
export function texts(facts: RecordFacts, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === 'object' ? value.map(String) : text(facts, name) === '' ? [] : [text(facts, name)];
}

/** A date with the time of day NCBI puts behind it; empty when unknown. */
export function timestamp(printed: string): string {
  const date = sortableDate(printed);
  return date === undefined ? '' : `${date} 00:00`;
}

/** The first gene a record is linked with, for what its own facts leave open. */
export function firstGene(
  graph: SampleGraph,
  linkName: string,
  uid: string,
): { readonly geneid: string; readonly facts: RecordFacts } | undefined {
  const [geneid] = graph.links(linkName, uid);
  return geneid === undefined ? undefined : { geneid, facts: graph.record('gene', geneid) ?? {} };
}
