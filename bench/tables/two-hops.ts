import type { LinkTables } from '../../src/loading/link-tables.js';
import { packLinks } from '../../src/loading/values/link-list.js';
import type { SampleGraph } from '../../src/sandbox/sample-graph.js';

const TABLE = { name: 'two hops', generation: '1', asOf: '2026-11-20T00:00:00.000Z', agreement: 1 };
const HOPS: ReadonlySet<string> = new Set(['pubmed_gene', 'gene_protein']);

/** Tables of the first two link names of the reference traversal. */
export function tablesOfTwoHops(graph: SampleGraph): LinkTables {
  return {
    use: 'prefer',
    links: ({ name }, uid) =>
      HOPS.has(name)
        ? {
            links: packLinks('', false, { uids: graph.links(name, uid) }, { source: 'TABLE', asOf: 0 }),
            table: TABLE,
          }
        : undefined,
    ownLinks: () => undefined,
    serving: () => undefined,
    facts: () => undefined,
  };
}
