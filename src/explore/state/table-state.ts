import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';

import type { Failure } from '../gateway/failure-text.js';
import { MAX_PAGE } from '../gateway/server-settings.js';
import { ListLinksDocument, SearchRecordsDocument } from '../generated/graphql.js';
import type { TableList } from '../model/exploration.js';
import { linkVariables, NO_RECORD } from '../model/loads.js';
import { graphRecord, type GraphRecord } from '../model/record.js';
import { searchVariables } from '../search/query-input.js';
import type { Explorer } from './explorer.js';

/** A row of the table: a record, and the score of the link that leads to it. */
export interface Row {
  readonly id: string;
  readonly score: number | null;
}

/** The rows of a list as far as they are loaded. */
export interface LoadedList {
  readonly rows: readonly Row[];
  /** Undefined until the first page arrives. */
  readonly total: number | undefined;
  /** Cursor of the next page; undefined when there is none. */
  readonly next: string | undefined;
  /** Why the next page did not load. */
  readonly failure: Failure | undefined;
  /** Why rows lack facts: their records are known, and could not be read. */
  readonly unread: Failure | undefined;
}

const NOTHING: LoadedList = { rows: [], total: undefined, next: undefined, failure: undefined, unread: undefined };
const PAGE = 100;

/** Loads the list in the table page by page. The gateway orders and filters it. */
export class TableState {
  readonly #explorer: Explorer;
  readonly #loaded = signal(NOTHING);
  readonly #isLoading = signal(false);
  /** Loads end when another list comes. */
  #list = new AbortController();

  constructor(explorer: Explorer) {
    this.#explorer = explorer;
    const key = computed(() => {
      const { table, filter } = explorer.exploration.value;
      switch (table?.kind) {
        case 'links':
          return JSON.stringify(linkVariables(table, filter, explorer.catalog, table.order));
        case 'search':
          return JSON.stringify(table);
        default:
          return undefined;
      }
    });
    effect(() => {
      const isList = key.value !== undefined;
      untracked(() => {
        this.#reset();
        if (isList) {
          void this.load(PAGE);
        }
      });
    });
  }

  /** The rows of the list in the table. */
  readonly list: ReadonlySignal<LoadedList> = computed(() => {
    const { table } = this.#explorer.exploration.value;
    return table?.kind === 'drawn' ? drawnList(table.db, this.#explorer) : this.#loaded.value;
  });

  get isLoading(): ReadonlySignal<boolean> {
    return this.#isLoading;
  }

  /** The database of the records in the table. */
  readonly db: ReadonlySignal<string> = computed(() => {
    const { table } = this.#explorer.exploration.value;
    return table ? databaseOf(table, this.#explorer) : '';
  });

  /** Loads the next rows. */
  async load(count = PAGE): Promise<void> {
    const { table } = this.#explorer.exploration.value;
    if (!table || table.kind === 'drawn' || this.#isLoading.value) {
      return;
    }
    const { rows, next, unread } = this.#loaded.value;
    const { signal: ended } = this.#list;
    this.#isLoading.value = true;
    await this.#explorer
      .track([], async (abort) => {
        const page = await loadPage(this.#explorer, table, {
          first: count,
          ...(next !== undefined && { after: next }),
          abort: AbortSignal.any([abort, ended]),
        });
        if ('code' in page) {
          this.#loaded.value = { ...this.#loaded.value, failure: page };
          return;
        }
        this.#explorer.learn(page.records);
        this.#loaded.value = {
          rows: [...rows, ...page.rows],
          total: page.total,
          next: page.next,
          failure: undefined,
          unread: unread ?? page.unread,
        };
      })
      .catch((error: unknown) => {
        if (!ended.aborted) {
          throw error;
        }
      });
    if (!ended.aborted) {
      this.#isLoading.value = false;
    }
  }

  /** Loads again what failed. */
  async retry(): Promise<void> {
    this.#loaded.value = { ...this.#loaded.value, failure: undefined };
    await this.load();
  }

  /** Loads all rows again, of which some could not be read. */
  async readAgain(): Promise<void> {
    const { rows } = this.#loaded.value;
    this.#reset();
    await this.load(Math.min(Math.max(rows.length, PAGE), MAX_PAGE));
  }

  #reset(): void {
    this.#list.abort();
    this.#list = new AbortController();
    this.#isLoading.value = false;
    this.#loaded.value = NOTHING;
  }
}

function databaseOf(table: TableList, { catalog }: Explorer): string {
  return table.kind === 'links' ? catalog.targetOf(table.link) : table.db;
}

interface TablePage {
  readonly rows: readonly Row[];
  readonly records: readonly GraphRecord[];
  readonly total: number;
  readonly next: string | undefined;
  readonly unread: Failure | undefined;
}

/** Loads a page of a list. */
async function loadPage(
  { client, catalog, exploration }: Explorer,
  table: Exclude<TableList, { readonly kind: 'drawn' }>,
  { abort, ...range }: { readonly first: number; readonly after?: string; readonly abort: AbortSignal },
): Promise<TablePage | Failure> {
  if (table.kind === 'links') {
    const variables = { ...linkVariables(table, exploration.value.filter, catalog, table.order), ...range };
    const { data, errors } = await client.run(ListLinksDocument, variables, abort);
    const page = data?.node?.links;
    return page
      ? {
          rows: page.edges.map(({ node, score }) => ({ id: node.id, score })),
          records: page.edges.map(({ node }) => graphRecord(node)),
          total: page.totalCount,
          next: nextOf(page),
          unread: errors[0],
        }
      : (errors[0] ?? NO_RECORD);
  }
  const variables = { ...searchVariables(table.db, table.text), ...range };
  const { data, errors } = await client.run(SearchRecordsDocument, variables, abort);
  const page = data?.search[table.db];
  return page
    ? {
        rows: page.nodes.map(({ id }) => ({ id, score: null })),
        records: page.nodes.map((node) => graphRecord(node)),
        total: page.totalCount,
        next: nextOf(page),
        unread: errors[0],
      }
    : (errors[0] ?? NO_RECORD);
}

function nextOf({
  pageInfo,
}: {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}

/** The drawn records of a database, with the best score of the links that lead to each. */
function drawnList(db: string, { graph }: Explorer): LoadedList {
  const { records, links } = graph.value;
  const scores = new Map<string, number>();
  for (const { target, score } of links) {
    if (score !== null) {
      scores.set(target, Math.max(score, scores.get(target) ?? 0));
    }
  }
  const rows = [...records.values()]
    .filter((record) => record.db === db)
    .map(({ id }) => ({ id, score: scores.get(id) ?? null }));
  return { ...NOTHING, rows, total: rows.length };
}
