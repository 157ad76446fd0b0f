import type { Failure } from '../gateway/failure-text.js';
import type { LinksOfRecordFragment, ListLinksQuery } from '../generated/graphql.js';
import { type LinkArguments } from './filter.js';
import { graphRecord, type GraphRecord } from './record.js';

/** How many links a record has under one link name. */
export interface LinkCount {
  readonly name: string;
  readonly to: string;
  /** Label in NCBI's menus, where it has one. */
  readonly label: string | undefined;
  /** Undefined where it failed or has not come, and for a link name newer than the gateway's catalog, which cannot count it. */
  readonly count: number | undefined;
  /** Whether the count is still to come. */
  readonly isAwaited: boolean;
  readonly failure: Failure | undefined;
}

export interface Edge {
  readonly target: string;
  readonly linkName: string;
  readonly score: number | null;
}

/** The first links of a record under a link name and a filter. */
export interface LinkPages {
  readonly edges: readonly Edge[];
  readonly total: number;
  /** Where the next page starts; undefined when there is none. */
  readonly next: string | undefined;
}

export type LinkPage = NonNullable<NonNullable<ListLinksQuery['node']>['links']>;

/** Everything the gateway has returned so far. Immutable: each answer makes a new one. */
export class Knowledge {
  static readonly NONE = new Knowledge(new Map(), new Map(), new Map(), new Map());

  private constructor(
    readonly records: ReadonlyMap<string, GraphRecord>,
    /** By record. */
    readonly counts: ReadonlyMap<string, readonly LinkCount[]>,
    /** By {@link pagesKey}. */
    readonly pages: ReadonlyMap<string, LinkPages>,
    /** What could not be loaded, by record or {@link pagesKey}. What was known before stays known. */
    readonly failures: ReadonlyMap<string, Failure>,
  ) {}

  withRecords(records: Iterable<GraphRecord>): Knowledge {
    const known = new Map(this.records);
    for (const record of records) {
      // A row of a list has fewer facts than the panel, and none where its summary failed: it must not replace them.
      known.set(record.id, { ...record, ...known.get(record.id), ...withoutNulls(record) });
    }
    return new Knowledge(known, this.counts, this.pages, this.failures);
  }

  withCounts(id: string, counts: readonly LinkCount[]): Knowledge {
    return new Knowledge(this.records, new Map(this.counts).set(id, counts), this.pages, without(this.failures, id));
  }

  /** Forgets the counts of a record, so that they are loaded again. */
  withoutCounts(id: string): Knowledge {
    return new Knowledge(this.records, without(this.counts, id), this.pages, this.failures);
  }

  /** Appends a page to those known under a {@link pagesKey}. */
  withPage(key: string, page: LinkPage): Knowledge {
    const edges = page.edges.map(({ score, linkName, node }) => ({ target: node.id, linkName, score }));
    const pages = new Map(this.pages).set(key, {
      edges: [...(this.pages.get(key)?.edges ?? []), ...edges],
      total: page.totalCount,
      next: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined,
    });
    return new Knowledge(this.records, this.counts, pages, without(this.failures, key)).withRecords(
      page.edges.map(({ node }) => graphRecord(node)),
    );
  }

  withFailure(key: string, failure: Failure): Knowledge {
    return new Knowledge(this.records, this.counts, this.pages, new Map(this.failures).set(key, failure));
  }

  /** Forgets a failure, so that what failed is loaded again. */
  withoutFailure(key: string): Knowledge {
    return new Knowledge(this.records, this.counts, this.pages, without(this.failures, key));
  }
}

function withoutNulls(record: GraphRecord): Partial<GraphRecord> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}

function without<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  return new Map([...map].filter(([other]) => other !== key));
}

/** The key of the facts of linked records in {@link Knowledge.failures}: the links may be known without them. */
export function factsKey(pages: string): string {
  return `facts ${pages}`;
}

/** The key of links under a link name, with the parts of the filter that they take. */
export function pagesKey(source: string, link: string, filter: LinkArguments): string {
  return JSON.stringify([source, link, filter.filter ?? null, filter.minScore ?? null]);
}

/**
 * The links of a record: counted ones first, in the order of the answer, then those that can only be named.
 *
 * @param isWhole - whether the answer has come to its end: what it does not count failed.
 */
export function linkCounts(
  { linkCounts: counted, availableLinks: available }: LinksOfRecordFragment,
  failureAt: (index: number) => Failure | undefined,
  isWhole: boolean,
): LinkCount[] | undefined {
  if (!counted) {
    return undefined;
  }
  const labels = new Map(available?.map(({ name, menuLabel }) => [name, menuLabel ?? undefined]));
  const known = new Set<string>(counted.map(({ name }) => name));
  return [
    ...counted.map(({ name, to, count }, index) => ({
      name,
      to,
      label: labels.get(name),
      count: count ?? undefined,
      isAwaited: count === undefined && !isWhole,
      failure: count === null || (count === undefined && isWhole) ? failureAt(index) : undefined,
    })),
    ...(available ?? [])
      .filter(({ name, isLinkOut }) => !isLinkOut && !known.has(name))
      .map(({ name, to }) => ({
        name,
        to,
        label: labels.get(name),
        count: undefined,
        isAwaited: false,
        failure: undefined,
      })),
  ];
}
