import { readFileSync } from 'node:fs';

/** The facts known about a record, under the sample's own member names; the docsum builders give them NCBI's shape. */
export type RecordFacts = Readonly<Record<string, FactValue>>;
type FactValue = string | number | boolean | readonly string[] | readonly number[];

/** A graph as it is written down. */
export interface SampleFile {
  readonly records: Readonly<Record<string, Readonly<Record<string, RecordFacts>>>>;
  /** Link name -> source UID -> target UIDs separated by spaces. */
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Link name -> the name of the same link read backwards. */
  readonly inverses: Readonly<Record<string, string>>;
}

/** Link names whose recorded order means something and is kept; all others are answered UID-descending (protocol: recorded 2025). */
const RANKED = new Set(['pubmed_pubmed_alsoviewed']);

/** True records and links of Entrez, a small subset: what the sandbox knows. */
export class SampleGraph {
  readonly #records: ReadonlyMap<string, ReadonlyMap<string, RecordFacts>>;
  readonly #links = new Map<string, Map<string, readonly string[]>>();
  readonly #uids = new Map<string, readonly string[]>();
  readonly #accessions = new Map<string, ReadonlyMap<string, string>>();

  constructor({ records, links, inverses }: SampleFile) {
    this.#records = new Map(Object.entries(records).map(([db, members]) => [db, new Map(Object.entries(members))]));
    const collected = new Map<string, Map<string, Set<string>>>();
    const add = (name: string, from: string, to: string): void => {
      const bySource = collected.get(name) ?? new Map<string, Set<string>>();
      collected.set(name, bySource.set(from, (bySource.get(from) ?? new Set<string>()).add(to)));
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

  /** Targets of a link, without repeats, in the order ELink answers them; empty when there are none. */
  links(name: string, from: string): readonly string[] {
    return this.#links.get(name)?.get(from) ?? [];
  }

  /** UIDs that have at least one link of this name. */
  sources(name: string): Iterable<string> {
    return this.#links.get(name)?.keys() ?? [];
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

let sample: SampleGraph | undefined;

/** The sample graph that is published with this package. It does not change, so a process reads it once. */
export function loadSampleGraph(): SampleGraph {
  sample ??= readSampleGraph();
  return sample;
}

function readSampleGraph(): SampleGraph {
  // Two folders up from both src/sandbox/ and dist/sandbox/.
  const file = new URL('../../sample/graph.json', import.meta.url);
  return new SampleGraph(JSON.parse(readFileSync(file, 'utf8')) as SampleFile);
}

/** UIDs by falling number, which is Entrez' usual order. */
export function newestFirst(uids: Iterable<string>): readonly string[] {
  return [...uids].toSorted((a, b) => Number(b) - Number(a));
}

/** The value kept for a key, computed the first time it is asked for. */
export function memoized<K, V>(memory: Map<K, V>, key: K, compute: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) {
    return known;
  }
  const value = compute();
  memory.set(key, value);
  return value;
}
