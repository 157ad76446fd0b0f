import { citationKey } from '../../loading/definitions/citations.js';
import type { Lookup } from '../../loading/definitions/lookups.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import type { Citation } from '../../eutils/search/ecitmatch.js';
import type { Identifier, IdentifierSearch, Narrowing, Otherwise } from './identifier.js';
import type { MatchKind } from './match-kind.js';

/** A record by its uid. Finding it costs nothing; whether there is one is another matter. */
export interface KnownName {
  readonly db: string;
  /** The argument that such a name belongs to. */
  readonly kind: string;
  readonly uid: string;
}

/** A record by an identifier that is to be searched. */
export interface SearchedName {
  readonly db: string;
  /** The argument that such a name belongs to. */
  readonly kind: string;
  readonly lookup: Lookup;
  readonly key: string;
  readonly how: MatchKind;
  readonly howUnseen: MatchKind;
  /** The argument as the caller wrote it. */
  readonly argument: string;
  /** The identifier as messages show it. */
  readonly shown: string;
  readonly otherwise?: SecondSearch;
  /** What the name is tried as when no record of `db` has it. */
  readonly elsewhere?: SearchedName;
}

/** What to search when the first search finds nothing. */
export interface SecondSearch extends Pick<Otherwise, 'how' | 'explain' | 'isOther'> {
  readonly lookup: Lookup;
  readonly key: string;
  /** The identifier of the first search, to be explained. */
  readonly plain: string;
}

/** An article by a printed reference, which ECitMatch finds. */
export interface CitedName {
  readonly db: 'pubmed';
  readonly kind: 'citation';
  readonly citation: Citation;
  /** The argument as the caller wrote it. */
  readonly argument: string;
}

export type RecordName = KnownName | SearchedName | CitedName;

/** Whether a name is to be searched in the index of its database. */
export function isSearched(name: RecordName): name is SearchedName {
  return 'lookup' in name;
}

/** Distinguishes names of the records of one database. */
export function keyOfName(name: RecordName): string {
  if ('uid' in name) {
    return name.uid;
  }
  return 'citation' in name ? citationKey(name.citation) : name.key;
}

/** Where a name was given, and among which records to search it. */
export interface Given {
  readonly argument: string;
  readonly value: string;
  /** Of the scope of the identifier, if it has one. */
  readonly scope?: string | null | undefined;
  /** Arguments that narrow the search down, with their values. */
  readonly narrowed?: readonly (readonly [narrowing: Narrowing, value: string])[] | undefined;
}

/**
 * The name that the plain form of an identifier is.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument of the scope, or that narrows the search down.
 */
export function nameOf(db: string, identifier: Identifier, plain: string, given: Given): RecordName {
  const { argument: kind, search, scope, uidOf, how, howUnseen = how, otherwise } = identifier;
  const uid = search ? uidOf?.(plain) : plain;
  if (!search || uid !== undefined) {
    return { db, kind, uid: uid ?? plain };
  }
  const place = scope && { ...scope, value: given.scope ?? scope.fallback };
  const narrowed = (given.narrowed ?? []).filter(([narrowing]) => identifier.narrowings?.includes(narrowing));
  const shown = [
    `${kind} ${JSON.stringify(given.value)}`,
    ...(place ? [`in ${place.argument} ${JSON.stringify(place.value)}`] : []),
    ...narrowed.map(([{ argument }, value]) => `${argument} ${JSON.stringify(value)}`),
  ].join(' ');
  const within = [search.within ?? [], ...narrowed.map(([{ term }, value]) => term(value))].flat().join(' AND ');
  const key = place ? place.join(plain, place.value) : plain;
  const second = otherwise && secondSearch(db, key, otherwise);
  return {
    db,
    kind,
    lookup: { db, identifier: kind, ...narrowSearch(search, narrowed), ...(within !== '' && { within }) },
    key,
    how,
    howUnseen,
    argument: given.argument,
    shown,
    ...(second && { otherwise: second }),
  };
}

/** Takes only records for proof that are as they were wanted. */
function narrowSearch(search: IdentifierSearch, narrowed: NonNullable<Given['narrowed']>): IdentifierSearch {
  const { namesIn, mayBe } = search;
  const isWanted = (summary: DocSum): boolean =>
    narrowed.every(([{ isMet }, value]) => isMet?.(summary, value) ?? true);
  return narrowed.length === 0
    ? search
    : {
        ...search,
        namesIn: (summary) => (isWanted(summary) ? namesIn(summary) : []),
        ...(mayBe && { mayBe: (summary, value) => isWanted(summary) && mayBe(summary, value) }),
      };
}

function secondSearch(
  db: string,
  plain: string,
  { name, keyOf, search, ...rest }: Otherwise,
): SecondSearch | undefined {
  const key = keyOf(plain);
  return key === undefined ? undefined : { lookup: { db, identifier: name, ...search }, key, plain, ...rest };
}
