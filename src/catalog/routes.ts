import type { Catalog, LinkName } from './catalog.js';
import { linkKind } from './link-kind.js';

/** Links that a route may follow one after the other. From there on nearly everything is linked to everything. */
export const MAX_HOPS = 4;
export const DEFAULT_HOPS = 3;
/** Routes that one question may ask for. */
export const MAX_ROUTES = 50;
export const DEFAULT_ROUTES = 10;

/** One step of a route, from a database to the next. */
export interface Hop {
  /** The best link name that makes this step. */
  readonly link: LinkName;
  /** The others that make it, best first. */
  readonly alternatives: readonly LinkName[];
}

/** A way through the databases: each hop starts where the one before ends. */
export interface Route {
  readonly from: string;
  /** At least one, but for a route by a field. */
  readonly hops: readonly Hop[];
  /** A field that leads there without any link name. */
  readonly field?: RouteField | undefined;
}

/** A field of the records of one database that names records of another one. */
export interface RouteField {
  readonly name: string;
  readonly to: string;
  /** What is selected below it. */
  readonly selection: readonly string[];
}

/** Fields that lead where no link does, by the database that they start from. */
const FIELDS: Readonly<Record<string, readonly RouteField[]>> = {
  protein: [
    {
      name: 'identicalProteins',
      to: 'assembly',
      selection: ['accession', 'nuccore', 'start', 'stop', 'strand', 'assembly', 'organism'],
    },
  ],
};

/** What makes one thing worse than another; the first difference decides. */
type Rank = readonly (number | string)[];

interface RankedHop {
  readonly hop: Hop;
  /** What of the link counts against a route. */
  readonly rank: readonly number[];
}

/**
 * Databases whose records gather what may have nothing else in common: an organism, an article, a project, a laboratory.
 * A way through them says little, so it comes after others of its length.
 */
const GATHERING: ReadonlySet<string> = new Set([
  'bioproject',
  'books',
  'mesh',
  'nlmcatalog',
  'orgtrack',
  'pmc',
  'pubmed',
  'taxonomy',
]);

/** Databases whose records most people have in mind, those that most others have links to first. */
const FAMILIAR: readonly string[] = [
  'gene',
  'protein',
  'nuccore',
  'clinvar',
  'omim',
  'snp',
  'medgen',
  'structure',
  'assembly',
  'pccompound',
];

/** Routes between two databases, those by a field before those by links; as {@link RouteFinder.find} otherwise. */
export function findRoutes(finder: RouteFinder, from: string, to: string, maxHops: number, first: number): Route[] {
  const fields = (FIELDS[from] ?? []).filter((field) => field.to === to);
  const direct = fields.map((field): Route => ({ from, hops: [], field }));
  return [...direct, ...finder.find(from, to, maxHops, first)].slice(0, first);
}

/** The databases that a route leads through, with both ends. */
export function databasesOf({ from, hops, field }: Route): string[] {
  return [from, ...hops.map(({ link }) => link.to), ...(field ? [field.to] : [])];
}

/** Finds the ways that links offer through the databases of a catalog. */
export class RouteFinder {
  readonly #catalog: Catalog;
  /** By source, then by target. */
  readonly #hops: ReadonlyMap<string, ReadonlyMap<string, RankedHop>>;
  /** By both ends and length: to find the longest ones takes milliseconds, and one operation may ask many times. */
  readonly #known = new Map<string, readonly Route[]>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#hops = new Map(catalog.records.map(({ name }) => [name, hopsOf(catalog.linksFrom(name))]));
  }

  /**
   * The ways from one database to another, best first: those of fewest hops, then those with fewest computed links, with
   * fewest links that NCBI shows in no menu, through fewest databases that gather, and of equals those through the
   * databases that most people know. No database is met twice, unless a route comes back to where it starts, and every
   * route arrives. None for a database that the catalog lacks.
   *
   * @param maxHops - From 1 to {@link MAX_HOPS}.
   * @param first - How many routes are wanted at most, from 1 on.
   */
  find(from: string, to: string, maxHops: number, first: number): Route[] {
    const start = this.#catalog.database(from)?.name;
    const end = this.#catalog.database(to)?.name;
    const routes: Route[] = [];
    if (start === undefined || end === undefined) {
      return routes;
    }
    for (let length = 1; length <= maxHops && routes.length < first; length += 1) {
      routes.push(...this.#bestOfLength(start, end, length));
    }
    return routes.slice(0, first);
  }

  #bestOfLength(start: string, end: string, length: number): readonly Route[] {
    const name = `${start} ${end} ${length}`;
    const known = this.#known.get(name);
    if (known) {
      return known;
    }
    const ways = bestFirst(this.#waysOfLength(start, end, length, this.#distancesTo(end)), rankOfWay);
    const routes = ways.slice(0, MAX_ROUTES).map((way) => ({ from: start, hops: way.map(({ hop }) => hop) }));
    this.#known.set(name, routes);
    return routes;
  }

  /** All ways of exactly so many hops. A database from which `end` is too far is never entered. */
  #waysOfLength(start: string, end: string, length: number, distances: ReadonlyMap<string, number>): RankedHop[][] {
    const extend = (way: readonly RankedHop[], at: string, left: number): RankedHop[][] =>
      [...(this.#hops.get(at) ?? [])].flatMap(([next, hop]) => {
        if (left === 1) {
          return next === end ? [[...way, hop]] : [];
        }
        const isMet = next === end || next === at || way.some((before) => before.hop.link.from === next);
        return isMet || (distances.get(next) ?? Infinity) >= left ? [] : extend([...way, hop], next, left - 1);
      });
    return extend([], start, length);
  }

  /** How many hops each database is away from `end`; without those from which no links lead there. */
  #distancesTo(end: string): ReadonlyMap<string, number> {
    const distances = new Map([[end, 0]]);
    for (const [near, distance] of distances) {
      for (const [db, next] of this.#hops) {
        if (next.has(near) && !distances.has(db)) {
          distances.set(db, distance + 1);
        }
      }
    }
    return distances;
  }
}

function hopsOf(links: readonly LinkName[]): ReadonlyMap<string, RankedHop> {
  const hops = new Map<string, RankedHop>();
  for (const link of bestFirst(links, (each) => [...rankOf(each), each.name.length, each.name])) {
    const known = hops.get(link.to);
    const hop = known ? { ...known.hop, alternatives: [...known.hop.alternatives, link] } : { link, alternatives: [] };
    hops.set(link.to, { hop, rank: known?.rank ?? rankOf(link) });
  }
  return hops;
}

/** The plainer a name, the more general its links: `gene_pubmed` holds those of `gene_pubmed_rif`. */
function rankOf(link: LinkName): readonly [computed: number, inNoMenu: number, special: number] {
  const { name, from, to, label } = link;
  return [Number(linkKind(link) === 'computed'), Number(label === ''), Number(name !== `${from}_${to}`)];
}

function rankOfWay(way: readonly RankedHop[]): Rank {
  const sum = (index: number): number => way.reduce((total, { rank }) => total + (rank[index] ?? 0), 0);
  // The first and the last database are the caller's choice.
  const between = way.slice(1).map(({ hop }) => hop.link.from);
  const gathering = between.filter((db) => GATHERING.has(db)).length;
  const unknown = between.reduce((total, db) => total + unfamiliarity(db), 0);
  return [sum(0), sum(1), gathering, unknown, sum(2), way.map(({ hop }) => hop.link.to).join(' ')];
}

/** How far from the first familiar database one is; databases that are none are equally far. */
function unfamiliarity(db: string): number {
  const place = FAMILIAR.indexOf(db);
  return place === -1 ? FAMILIAR.length : place;
}

function bestFirst<T>(entries: readonly T[], rank: (entry: T) => Rank): T[] {
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ entry }) => entry);
}

function compareRanks(a: Rank, b: Rank): number {
  const place = a.findIndex((part, index) => part !== b[index]);
  const [mine, other] = [a[place], b[place]];
  return mine === undefined || other === undefined ? 0 : mine < other ? -1 : 1;
}
