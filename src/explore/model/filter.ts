import type { LinkFilter } from '../generated/graphql.js';

/** Which neighbours are wanted. */
export interface Filter {
  /** Name or taxonomy id; empty for all. */
  readonly organism: string;
  /** First and last year, as typed; empty for no bound. */
  readonly from: string;
  readonly to: string;
  /** Undefined for no bound. */
  readonly minScore: number | undefined;
}

export const EMPTY_FILTER: Filter = { organism: '', from: '', to: '', minScore: undefined };

/** Databases whose records belong to organisms, and can be searched by them. */
const BY_ORGANISM = new Set([
  'assembly',
  'bioproject',
  'biosample',
  'cdd',
  'dbvar',
  'gds',
  'gene',
  'genome',
  'geoprofiles',
  'ipg',
  'nuccore',
  'protein',
  'proteinclusters',
  'snp',
  'sra',
  'structure',
]);
/** Databases whose records are published on a day. */
const BY_YEAR = new Set(['books', 'gds', 'pmc', 'pubmed']);
const FIRST_YEAR = '1000';
const LAST_YEAR = '3000';

/** The arguments of a link field that a filter comes to; those that make no sense for its target are left out. */
export interface LinkArguments {
  readonly filter?: LinkFilter;
  readonly minScore?: number;
}

/** What a filter asks of links to a database. `scored` says whether these links have scores. */
export function linkArguments(
  { organism, from, to, minScore }: Filter,
  target: string,
  scored: boolean,
): LinkArguments {
  const filter: LinkFilter = {
    ...(organism !== '' && BY_ORGANISM.has(target) && { organism }),
    ...((from !== '' || to !== '') &&
      BY_YEAR.has(target) && { publishedBetween: { from: from || FIRST_YEAR, to: to || LAST_YEAR } }),
  };
  return {
    ...(Object.keys(filter).length > 0 && { filter }),
    ...(minScore !== undefined && scored && { minScore }),
  };
}

export function isEmpty({ organism, from, to, minScore }: Filter): boolean {
  return organism === '' && from === '' && to === '' && minScore === undefined;
}
