import { type ReadonlySignal, signal } from '@preact/signals';

import { download } from '../exports/download.js';
import type { ExportedList, ListFormat } from '../exports/list.js';
import type { Failure } from '../gateway/failure-text.js';
import { MAX_PAGE } from '../gateway/server-settings.js';
import {
  CitationsDocument,
  EstimateCostDocument,
  ExportLinksDocument,
  ListUidsDocument,
  type ListLinksQueryVariables,
} from '../generated/graphql.js';
import type { TableList } from '../model/exploration.js';
import { linkVariables, NO_RECORD } from '../model/loads.js';
import { graphRecord, type GraphRecord } from '../model/record.js';
import type { Explorer } from './explorer.js';
import type { TableState } from './table-state.js';

/** How far an export is. */
export interface ExportProgress {
  readonly format: string;
  readonly done: number;
  readonly total: number;
}

/** What an export will cost at most. */
export interface ExportCost {
  readonly requests: number;
  readonly seconds: number;
}

type LinkTable = Extract<TableList, { readonly kind: 'links' }>;
type Rows = ExportedList['rows'];

/** Exports the links in the table, however many of them are loaded; of other lists, the loaded rows. */
export class ListExport {
  readonly #explorer: Explorer;
  readonly #table: TableState;
  readonly #progress = signal<ExportProgress | undefined>(undefined);
  readonly #failure = signal<Failure | undefined>(undefined);

  constructor(explorer: Explorer, table: TableState) {
    this.#explorer = explorer;
    this.#table = table;
  }

  /** Undefined while nothing is exported. */
  get progress(): ReadonlySignal<ExportProgress | undefined> {
    return this.#progress;
  }

  /** Why the last export ended early; nothing was saved then. */
  get failure(): ReadonlySignal<Failure | undefined> {
    return this.#failure;
  }

  /** The cost of exporting the list with all its columns; undefined where the gateway cannot tell. */
  async estimate(): Promise<ExportCost | undefined> {
    const { table } = this.#explorer.exploration.value;
    const { total = 0 } = this.#table.list.value;
    if (table?.kind !== 'links' || total === 0) {
      return undefined;
    }
    const variables = { ...this.#variables(table), first: Math.min(total, MAX_PAGE) };
    const { data } = await this.#explorer.client.run(EstimateCostDocument, {
      query: ExportLinksDocument.toString(),
      variables,
    });
    const pages = Math.ceil(total / MAX_PAGE);
    return data?.plan
      ? { requests: data.plan.calls.worst * pages, seconds: data.plan.seconds.worst * pages }
      : undefined;
  }

  /** Saves the list, or the rows with the given ids only. */
  async save(format: ListFormat, only?: ReadonlySet<string>): Promise<void> {
    const { exploration, knowledge } = this.#explorer;
    const { table } = exploration.value;
    if (!table || this.#progress.value) {
      return;
    }
    this.#failure.value = undefined;
    this.#progress.value = { format: format.name, done: 0, total: only?.size ?? this.#table.list.value.total ?? 0 };
    try {
      await this.#explorer.track([], async (abort) => {
        const rows =
          table.kind !== 'links' || only
            ? await this.#loadedRows(format, only, abort)
            : await this.#allRows(table, format, abort);
        const record = table.kind === 'links' ? knowledge.value.records.get(table.source) : undefined;
        const source = table.kind === 'links' && record ? { record, link: table.link } : undefined;
        const text = format.write({ db: this.#table.db.value, rows, source });
        download(`${fileName(table, record)}.${format.extension}`, text, format.type);
      });
    } catch (error) {
      if (!(error instanceof ExportError)) {
        throw error;
      }
      this.#failure.value = error.failure;
    } finally {
      this.#progress.value = undefined;
    }
  }

  #variables(table: LinkTable): Omit<ListLinksQueryVariables, 'first'> {
    const { catalog, exploration } = this.#explorer;
    return linkVariables(table, exploration.value.filter, catalog, table.order);
  }

  async #allRows(table: LinkTable, format: ListFormat, abort: AbortSignal): Promise<Rows> {
    const rows: Rows[number][] = [];
    let after: string | undefined;
    do {
      const variables = { ...this.#variables(table), first: MAX_PAGE, ...(after !== undefined && { after }) };
      const page =
        format.isUidsOnly === true ? await this.#uidPage(variables, abort) : await this.#recordPage(variables, abort);
      rows.push(...page.rows);
      after = page.next;
      this.#progress.value = { format: format.name, done: rows.length, total: page.total };
    } while (after !== undefined);
    return rows;
  }

  async #recordPage(variables: ListLinksQueryVariables, abort: AbortSignal) {
    const { data, errors } = await this.#explorer.client.run(ExportLinksDocument, variables, abort);
    const page = data?.node?.links;
    // A record that failed would be a row without its facts: the file must not look complete.
    if (!page || errors[0]) {
      throw new ExportError(errors[0] ?? NO_RECORD);
    }
    const citations = new Map(page.nodes.map((node) => [node.id, node]));
    return {
      rows: page.edges.map(({ node, score }) => ({
        record: { ...citations.get(node.id), ...graphRecord(node) },
        score,
      })),
      total: page.totalCount,
      next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined,
    };
  }

  async #uidPage(variables: ListLinksQueryVariables, abort: AbortSignal) {
    const { data, errors } = await this.#explorer.client.run(ListUidsDocument, variables, abort);
    const page = data?.node?.links;
    if (!page || errors[0]) {
      throw new ExportError(errors[0] ?? NO_RECORD);
    }
    return {
      rows: page.edges.map(({ node, score }) => ({
        record: { __typename: '', id: node.id, db: node.db, uid: node.uid, title: null, url: '' },
        score,
      })),
      total: page.totalCount,
      next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined,
    };
  }

  async #loadedRows(format: ListFormat, only: ReadonlySet<string> | undefined, abort: AbortSignal): Promise<Rows> {
    const { records } = this.#explorer.knowledge.value;
    const rows = this.#table.list.value.rows.filter(({ id }) => !only || only.has(id));
    const citations = new Map<string, object>();
    if (format.databases) {
      for (let start = 0; start < rows.length; start += MAX_PAGE) {
        const ids = rows.slice(start, start + MAX_PAGE).map(({ id }) => id);
        const { data, errors } = await this.#explorer.client.run(CitationsDocument, { ids }, abort);
        const nodes = data?.nodes;
        if (!nodes || errors[0]) {
          throw new ExportError(errors[0] ?? NO_RECORD);
        }
        ids.forEach((id, index) => citations.set(id, nodes[index] ?? {}));
      }
    }
    return rows.flatMap(({ id, score }) => {
      const record = records.get(id);
      return record ? [{ record: { ...citations.get(id), ...record }, score }] : [];
    });
  }
}

class ExportError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

function fileName(table: TableList, source: GraphRecord | undefined): string {
  return table.kind === 'links' ? `${table.link}-${source?.uid ?? 'links'}` : `entrez-graph-${table.db}`;
}
