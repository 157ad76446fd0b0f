import type { FindPathsQuery } from '../generated/graphql.js';
import type { Catalog, LinkName } from './catalog.js';
import type { PickedLink } from './exploration.js';
import { groupBy } from './group-by.js';
import type { GraphRecord } from './record.js';

/** Paths as they come; the outcome comes last. */
export type Paths = NonNullable<FindPathsQuery['paths']>;
export type Path = Paths['paths'][number];
type Skipped = NonNullable<Paths['frontier']>[number];

/** Link names of one reason that are named. */
const NAMED = 4;

/** Records of one database, and the link names that they may share records by. */
export interface Comparable {
  readonly db: string;
  readonly ids: readonly string[];
  readonly links: readonly LinkName[];
}

/** The groups of records that can be compared: two or more of one database that has links, largest first. */
export function comparable(records: readonly GraphRecord[], catalog: Catalog): readonly Comparable[] {
  return [...groupBy(records, ({ db }) => db)]
    .map(([db, group]) => ({ db, ids: group.map(({ id }) => id), links: catalog.linksFrom(db) }))
    .filter(({ ids, links }) => ids.length > 1 && links.length > 0)
    .toSorted((a, b) => b.ids.length - a.ids.length);
}

/** The link name that is offered first: that to articles, or any. */
export function usualLink({ db, links }: Comparable): string {
  return (links.find(({ name }) => name === `${db}_pubmed`) ?? links[0])?.name ?? '';
}

/** The links of paths, as they are drawn. */
export function linksOfPaths(paths: readonly Path[]): readonly PickedLink[] {
  return paths.flatMap(({ edges }) =>
    edges.map(({ linkName, from, to }) => ({ source: from.id, link: linkName, target: to.id })),
  );
}

/** How much more often than by chance, in words; nothing where that is not known or says nothing. */
export function liftText(lift: number | null): string | undefined {
  return lift === null || lift < 1.1 ? undefined : `${lift < 10 ? lift.toFixed(1) : Math.round(lift)}× chance`;
}

/** What a search did not look at, a sentence for each reason. */
export function skippedTexts(skipped: readonly Skipped[], hubLinks: number): readonly string[] {
  const words: Readonly<Record<Skipped['reason'], string>> = {
    BUDGET: 'would take more requests than one search may make',
    TIME: 'were left when the time was over',
    HUB: `lie behind a record with more than ${hubLinks.toLocaleString('en')} links`,
    FAILED: 'could not be loaded',
    ENOUGH: 'were left because enough paths had been found',
    ONE_WAY: 'can be read from one end only',
  };
  return [...groupBy(skipped, ({ reason }) => reason)].map(([reason, group]) => {
    const names = [...new Set(group.map(({ linkName }) => linkName))];
    const codes = [...new Set(group.flatMap(({ code }) => code ?? []))];
    const more = names.length - NAMED;
    const list = names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : '');
    return `Links by ${list} ${words[reason]}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}.`;
  });
}
