import type { LinkFilter } from '../generated/graphql.js';
import type { Criterion } from './catalog.js';

/** Which linked records are wanted. */
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

const FIRST_YEAR = '1000';
const LAST_YEAR = '3000';

/** The arguments of a link field that express a filter. */
export interface LinkArguments {
  readonly filter?: LinkFilter;
  readonly minScore?: number;
}

/** The parts of a filter that are set, as the gateway's catalog names them. */
function criteriaOf({ organism, from, to, minScore }: Filter): readonly Criterion[] {
  return [
    ...(organism === '' ? [] : ['ORGANISM' as const]),
    ...(from === '' && to === '' ? [] : ['PUBLICATION_DATE' as const]),
    ...(minScore === undefined ? [] : ['SCORE' as const]),
  ];
}

/** The filter as arguments of a link field, limited to the criteria that its links take. */
export function linkArguments(filter: Filter, takes: readonly Criterion[]): LinkArguments {
  const { organism, from, to, minScore } = filter;
  const applied = new Set(criteriaOf(filter).filter((criterion) => takes.includes(criterion)));
  const linkFilter: LinkFilter = {
    ...(applied.has('ORGANISM') && { organism }),
    ...(applied.has('PUBLICATION_DATE') && { publishedBetween: { from: from || FIRST_YEAR, to: to || LAST_YEAR } }),
  };
  return {
    ...(Object.keys(linkFilter).length > 0 && { filter: linkFilter }),
    ...(applied.has('SCORE') && minScore !== undefined && { minScore }),
  };
}

const WORDS: Readonly<Record<Criterion, string>> = {
  ORGANISM: 'organism',
  PUBLICATION_DATE: 'years',
  SCORE: 'score',
};

/** Which set parts of a filter links take, and which they do not, in words. */
export function describeFilter(
  filter: Filter,
  takes: readonly Criterion[],
): { readonly applied: readonly string[]; readonly ignored: readonly string[] } {
  const set = criteriaOf(filter);
  return {
    applied: set.filter((criterion) => takes.includes(criterion)).map((criterion) => WORDS[criterion]),
    ignored: set.filter((criterion) => !takes.includes(criterion)).map((criterion) => WORDS[criterion]),
  };
}

export function isEmpty(filter: Filter): boolean {
  return criteriaOf(filter).length === 0;
}

/** Whether the last year is before the first, where both are typed to their end. */
export function isReversed({ from, to }: Pick<Filter, 'from' | 'to'>): boolean {
  return from.length === 4 && to.length === 4 && Number(to) < Number(from);
}
