import type { ReadRow } from './description.js';
import { BAD, NULL } from './reading/row.js';

/** Reads an edge between the ids of two columns. */
export function pair(source: number, target: number, kind = 0): ReadRow {
  return (row, out) => {
    const from = row.id(source);
    const to = row.id(target);
    if (from > NULL && to > NULL) {
      out.edge(kind, from, to);
    } else if (from === BAD || to === BAD) {
      out.bad('no id in a column of ids');
    } else {
      out.skip('no id');
    }
  };
}
