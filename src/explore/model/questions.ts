import {
  type DatabaseName,
  ExpandLinkDocument,
  type ExpandLinkQuery,
  type ExpandLinkQueryVariables,
  OpenRecordsDocument,
  type OpenRecordsQuery,
  ShowRecordDocument,
  type ShowRecordQuery,
} from '../generated/graphql.js';
import type { Catalog } from './catalog.js';
import { keyOf, targetOf } from './drawn-graph.js';
import type { Expansion, Exploration } from './exploration.js';
import { linkArguments } from './filter.js';
import { type Failure, type Knowledge, linkCounts } from './knowledge.js';
import type { Variables } from './query-text.js';
import { graphRecord } from './record.js';

/** The failure at a place of an answer or below it; undefined when there is none. */
export type FailureAt = (...path: readonly (string | number)[]) => Failure | undefined;

/** Something to ask the gateway. Its operation has one root field. */
export interface Question {
  readonly document: string;
  readonly variables: Variables;
  /** Types of records that the answer may hold; undefined for any. */
  readonly types: readonly string[] | undefined;
  /** What is asked, as members of {@link Knowledge.failures}. */
  readonly keys: readonly string[];
  /** Adds what the root field holds. Places of failures are told from it. */
  learn(knowledge: Knowledge, value: unknown, failureAt: FailureAt): Knowledge;
}

const NO_ANSWER: Failure = { code: 'UNKNOWN_ID', message: 'NCBI has no such record.' };

/** What an exploration needs and is not known yet. What failed is not asked again by itself. */
export function openQuestions(exploration: Exploration, knowledge: Knowledge, catalog: Catalog): readonly Question[] {
  const { roots, expansions, selected } = exploration;
  const { records, counts, failures } = knowledge;
  const shown = selected !== undefined && !counts.has(selected) && !failures.has(selected) ? [selected] : [];
  const unknown = [...new Set([...roots, ...expansions.map(({ source }) => source)])].filter(
    (id) => !records.has(id) && !failures.has(id) && !shown.includes(id),
  );
  return [
    ...shown.map((id) => showRecord(id, typesOf(records.get(id)?.db, catalog))),
    ...(unknown.length > 0 ? [openRecords(unknown)] : []),
    ...expansions.flatMap((expansion) => expandLink(expansion, exploration, knowledge, catalog)),
  ];
}

/** What {@link Question.types} are for records of a database. */
function typesOf(db: string | undefined, catalog: Catalog): readonly string[] | undefined {
  const type = db === undefined ? undefined : catalog.typeOf(db);
  return type === undefined ? undefined : [type];
}

function showRecord(id: string, types: readonly string[] | undefined): Question {
  return {
    document: ShowRecordDocument.toString(),
    variables: { id },
    types,
    keys: [id],
    learn(knowledge, value, failureAt) {
      const node = value as ShowRecordQuery['node'];
      if (!node) {
        return knowledge.withFailure(id, failureAt() ?? NO_ANSWER);
      }
      const known = knowledge.withRecords([graphRecord(node)]);
      const counts = linkCounts(node, (index) => failureAt('linkCounts', index));
      const failure = counts ? failureAt('title') : (failureAt('linkCounts') ?? failureAt() ?? NO_ANSWER);
      const counted = counts ? known.withCounts(id, counts) : known;
      return failure ? counted.withFailure(id, failure) : counted;
    },
  };
}

function openRecords(ids: readonly string[]): Question {
  return {
    document: OpenRecordsDocument.toString(),
    variables: { ids },
    types: undefined,
    keys: ids,
    learn(knowledge, value, failureAt) {
      const nodes = (value as OpenRecordsQuery['nodes'] | undefined) ?? [];
      return ids.reduce((known, id, index) => {
        const node = nodes[index];
        return node
          ? known.withRecords([graphRecord(node)])
          : known.withFailure(id, failureAt(index) ?? failureAt() ?? NO_ANSWER);
      }, knowledge);
    },
  };
}

function expandLink(
  expansion: Expansion,
  exploration: Exploration,
  knowledge: Knowledge,
  catalog: Catalog,
): Question[] {
  const { source, link, count } = expansion;
  const key = keyOf(expansion, exploration, catalog);
  const known = knowledge.pages.get(key);
  const missing = count - (known?.edges.length ?? 0);
  if (missing <= 0 || knowledge.failures.has(key) || (known && known.next === undefined)) {
    return [];
  }
  const target = targetOf(link, catalog);
  const kind = catalog.link(link);
  const variables: ExpandLinkQueryVariables = {
    source,
    link,
    // Only a link name that the catalog lacks does not say itself where it leads.
    ...(!kind && { to: target as DatabaseName }),
    first: missing,
    ...(known?.next !== undefined && { after: known.next }),
    ...linkArguments(exploration.filter, target, kind?.scored === true),
    ...(kind?.scored === true && { orderBy: 'SCORE' as const }),
  };
  return [
    {
      document: ExpandLinkDocument.toString(),
      variables,
      types: typesOf(target, catalog),
      keys: [key],
      learn(knowledgeThen, value, failureAt) {
        const page = (value as ExpandLinkQuery['node'])?.links;
        return page
          ? knowledgeThen.withPage(key, page)
          : knowledgeThen.withFailure(key, failureAt('links') ?? failureAt() ?? NO_ANSWER);
      },
    },
  ];
}
