import type { Failure } from '../gateway/failure-text.js';
import type { Variables } from '../gateway/client.js';
import {
  type DatabaseName,
  ListLinksDocument,
  type ListLinksQuery,
  type ListLinksQueryVariables,
  OpenRecordsDocument,
  type OpenRecordsQuery,
  ShowRecordDocument,
  type ShowRecordQuery,
} from '../generated/graphql.js';
import type { Catalog, Order } from './catalog.js';
import { keyOf } from './drawn-graph.js';
import type { Expansion, Exploration } from './exploration.js';
import { type Filter, linkArguments } from './filter.js';
import { factsKey, type Knowledge, linkCounts } from './knowledge.js';
import { graphRecord } from './record.js';

/** The failure at a path of an answer or below it; undefined when there is none. */
export type FailureAt = (...path: readonly (string | number)[]) => Failure | undefined;

/** Something to load from the gateway, by an operation with one root field. */
export interface Load {
  readonly document: string;
  readonly variables: Variables;
  /** Database of the records in the answer; undefined for any. */
  readonly db: string | undefined;
  /** What it loads, as keys of {@link Knowledge.failures}. */
  readonly keys: readonly string[];
  /** Whether parts of the value come later than others. Then it is learned each time one has come. */
  readonly grows?: boolean;
  /**
   * Adds the value of the root field. Paths of failures start below it.
   *
   * @param isWhole - false where more of the value is to come.
   */
  learn(knowledge: Knowledge, value: unknown, failureAt: FailureAt, isWhole: boolean): Knowledge;
}

export const NO_RECORD: Failure = { code: 'UNKNOWN_ID', message: 'There is no such record.' };

/** What an exploration needs and is not known yet. What failed is not loaded again without a retry. */
export function openLoads(exploration: Exploration, knowledge: Knowledge, catalog: Catalog): readonly Load[] {
  const { roots, expansions, picked, selected, table } = exploration;
  const { records, counts, failures } = knowledge;
  const shown = selected !== undefined && !counts.has(selected) && !failures.has(selected) ? [selected] : [];
  const sources = [...expansions, ...(table?.kind === 'links' ? [table] : [])].map(({ source }) => source);
  const ends = picked.flatMap(({ source, target }) => [source, target]);
  const unknown = [...new Set([...roots, ...sources, ...ends])].filter(
    (id) => !records.has(id) && !failures.has(id) && !shown.includes(id),
  );
  return [
    ...shown.map((id) => showRecord(id, records.get(id)?.db)),
    ...(unknown.length > 0 ? [openRecords(unknown)] : []),
    ...expansions.flatMap((expansion) => expandLink(expansion, exploration, knowledge, catalog)),
  ];
}

function showRecord(id: string, db: string | undefined): Load {
  return {
    document: ShowRecordDocument.toString(),
    variables: { id },
    db,
    keys: [id],
    grows: true,
    learn(knowledge, value, failureAt, isWhole) {
      const node = value as ShowRecordQuery['node'];
      if (!node) {
        return knowledge.withoutCounts(id).withFailure(id, failureAt() ?? NO_RECORD);
      }
      const known = knowledge.withRecords([graphRecord(node)]);
      const counts = linkCounts(node, (index) => failureAt('linkCounts', index), isWhole);
      const failure = counts ? failureAt('title') : (failureAt('linkCounts') ?? failureAt() ?? NO_RECORD);
      const counted = counts ? known.withCounts(id, counts) : known;
      return failure ? counted.withFailure(id, failure) : counted;
    },
  };
}

function openRecords(ids: readonly string[]): Load {
  return {
    document: OpenRecordsDocument.toString(),
    variables: { ids },
    db: undefined,
    keys: ids,
    learn(knowledge, value, failureAt) {
      const nodes = (value as OpenRecordsQuery['nodes'] | undefined) ?? [];
      return ids.reduce((known, id, index) => {
        const node = nodes[index];
        return node
          ? known.withRecords([graphRecord(node)])
          : known.withFailure(id, failureAt(index) ?? failureAt() ?? NO_RECORD);
      }, knowledge);
    },
  };
}

/** The facts of linked records that failed when their links were loaded. */
export function readLinked(pages: string, knowledge: Knowledge): Load {
  const { records } = knowledge;
  const edges = knowledge.pages.get(pages)?.edges ?? [];
  const load = openRecords(edges.flatMap(({ target }) => (records.get(target)?.title == null ? [target] : [])));
  const key = factsKey(pages);
  return {
    ...load,
    keys: [key],
    learn(known, value, failureAt, isWhole) {
      const failure = failureAt();
      const read = load.learn(known, value, failureAt, isWhole);
      return failure ? read.withFailure(key, failure) : read;
    },
  };
}

/** The variables of the operations that list links. Scored links come with the best first. */
export function linkVariables(
  { source, link }: Pick<Expansion, 'source' | 'link'>,
  filter: Filter,
  catalog: Catalog,
  order: Order | undefined = catalog.link(link)?.scored === true ? 'SCORE' : undefined,
): Omit<ListLinksQueryVariables, 'first'> {
  return {
    source,
    link,
    // A link name that the gateway does not list does not tell by itself where it leads.
    ...(!catalog.link(link) && { to: catalog.targetOf(link) as DatabaseName }),
    ...linkArguments(filter, catalog.criteriaOf(link)),
    ...(order && { orderBy: order }),
  };
}

function expandLink(expansion: Expansion, exploration: Exploration, knowledge: Knowledge, catalog: Catalog): Load[] {
  const { link, count } = expansion;
  const key = keyOf(expansion, exploration, catalog);
  const known = knowledge.pages.get(key);
  const missing = count - (known?.edges.length ?? 0);
  if (missing <= 0 || knowledge.failures.has(key) || (known && known.next === undefined)) {
    return [];
  }
  const variables: ListLinksQueryVariables = {
    ...linkVariables(expansion, exploration.filter, catalog),
    first: missing,
    ...(known?.next !== undefined && { after: known.next }),
  };
  return [
    {
      document: ListLinksDocument.toString(),
      variables,
      db: catalog.targetOf(link),
      keys: [key],
      learn(knowledgeThen, value, failureAt) {
        const page = (value as ListLinksQuery['node'])?.links;
        const failure = failureAt('links') ?? failureAt();
        if (!page) {
          return knowledgeThen.withFailure(key, failure ?? NO_RECORD);
        }
        const drawn = knowledgeThen.withPage(key, page);
        return failure ? drawn.withFailure(factsKey(key), failure) : drawn;
      },
    },
  ];
}
