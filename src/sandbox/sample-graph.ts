import type { RecordFacts } from './records/facts.js';
import { readSample } from './sample-data.js';

export type { RecordFacts } from './records/facts.js';

/** A graph as it is written down. */
export interface SampleFile {
  readonly records: Readonly<Record<string, Readonly<Record<string, RecordFacts>>>>;
  /** Link name -> source UID -> target UIDs separated by spaces. */
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Link name -> the name of the same link read backwards. */
  readonly inverses: Readonly<Record<string, string>>;
  /** Article -> similar articles and their scores in turn, separated by spaces, best first. */
  readonly neighbors?: Readonly<Record<string, string>>;
}

/** A neighbour and its similarity, as `neighbor_score` returns it. */
export interface ScoredLink {
  readonly id: string;
  readonly score: number;
}

/** Link names whose recorded order means something and is kept; all others are answered UID-descending (protocol: recorded 2025). */
const RANKED = new Set(['pubmed_pubmed_alsoviewed']);
/** What an article scores against itself (protocol: recorded 2008, protein neighbours). */
const SELF_SCORE = 2_147_483_647;

/** True records and links of Entrez, a small subset: what the sandbox knows. It never changes. */
export class SampleGraph {
  readonly #records: ReadonlyMap<string, ReadonlyMap<string, RecordFacts>>;
  readonly #links = new Map<string, ReadonlyMap<string, readonly string[]>>();
  readonly #neighbors: Readonly<Record<string, string>>;
  readonly #uids = new Map<string, readonly string[]>();
  readonly #accessions = new Map<string, ReadonlyMap<string, string>>();

  constructor({ records, links, inverses, neighbors = {} }: SampleFile) {
    this.#records = new Map(Object.entries(records).map(([db, members]) => [db, new Map(Object.entries(members))]));
    const collected = new Map<string, Map<string, Set<string>>>();
    const add = (name: string, from: string, to: string): void => {
      const bySource = memoized(collected, name, () => new Map<string, Set<string>>());
      memoized(bySource, from, () => new Set()).add(to);
    };
    for (const [name, bySource] of Object.entries(links)) {
      const inverse = inverses[name];
      for (const [from, targets] of Object.entries(bySource)) {
        for (const to of targets.split(' ')) {
          add(name, from, to);
          if (inverse !== undefined) {
            add(inverse, to, from);
          }
        }
      }
    }
    for (const [name, bySource] of collected) {
      const ordered = [...bySource].map(([from, to]) => [from, RANKED.has(name) ? [...to] : newestFirst(to)] as const);
      this.#links.set(name, new Map(ordered));
    }
    this.#neighbors = neighbors;
  }

  /** Databases that have at least one record here. */
  get databases(): readonly string[] {
    return [...this.#records.keys()];
  }

  record(db: string, uid: string): RecordFacts | undefined {
    return this.#records.get(db)?.get(uid);
  }

  /** All UIDs of a database, highest first; empty for a database without records here. */
  uids(db: string): readonly string[] {
    return memoized(this.#uids, db, () => newestFirst(this.#records.get(db)?.keys() ?? []));
  }

  /** Targets of a link, without repeats, in the order ELink returns them; empty if there are none. */
  links(name: string, from: string): readonly string[] {
    return this.#links.get(name)?.get(from) ?? [];
  }

  /** UIDs that have at least one link of this name. */
  sources(name: string): Iterable<string> {
    return this.#links.get(name)?.keys() ?? [];
  }

  /** An article and those similar to it, best first; empty for an unknown article. */
  neighbors(pmid: string): readonly ScoredLink[] {
    const pairs = (this.#neighbors[pmid] ?? '').matchAll(/(\d+) (\d+)/g);
    const others = [...pairs].map(([, id = '', score]) => ({ id, score: Number(score) }));
    return this.record('pubmed', pmid) === undefined ? [] : [{ id: pmid, score: SELF_SCORE }, ...others];
  }

  /**
   * The UID of a sequence record by its accession, with or without a version. A version the sample does not know is taken
   * for the record's own.
   */
  uidOfAccession(db: string, accession: string): string | undefined {
    const index = memoized(this.#accessions, db, () => {
      const entries = [...(this.#records.get(db) ?? [])].flatMap(([uid, { accession: plain, accessionVersion }]) =>
        [plain, accessionVersion]
          .filter((name) => typeof name === 'string')
          .map((name) => [name.toUpperCase(), uid] as const),
      );
      return new Map(entries);
    });
    const wanted = accession.toUpperCase();
    const unversioned = index.get(wanted.replace(/\.\d+$/, ''));
    const versionKnown = unversioned !== undefined && this.record(db, unversioned)?.accessionVersion !== undefined;
    return index.get(wanted) ?? (versionKnown ? undefined : unversioned);
  }
}

let published: SampleGraph | undefined;

/** The sample graph that is published with this package; read once in a process. */
export function loadSampleGraph(): SampleGraph {
  published ??= new SampleGraph({
    ...(readSample('graph') as Omit<SampleFile, 'neighbors'>),
    neighbors: readSample('neighbors') as Readonly<Record<string, string>>,
  });
  return published;
}

/** UIDs by falling number, which is Entrez' usual order. */
export function newestFirst(uids: Iterable<string>): readonly string[] {
  const numbered = Array.from(uids, (uid) => ({ uid, number: Number(uid) }));
  return numbered.sort((a, b) => b.number - a.number).map(({ uid }) => uid);
}

/** The value kept for a key, computed the first time it is needed. */
export function memoized<K, V>(memory: Map<K, V>, key: K, compute: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  const value = compute();
  memory.set(key, value);
  return value;
}
