import type { LinkName } from '../../catalog/catalog.js';
import { inSlices, pace, type Sliced } from '../../eutils/body/slices.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Links } from '../values/link-list.js';
import { Frontier } from './frontier.js';
import type { LinkReader } from './link-reader.js';
import type { PathEdge, PathRecord } from './paths.js';

/** Records of a neighbourhood at most. */
export const MAX_NEIGHBOURS = 1000;
/** Links of a neighbourhood at most. */
export const MAX_EDGES = 10_000;
/** Records whose kinds of links one call tells at most. */
const PER_CHECK = 100;

/** Links of a record that a neighbourhood does not show. */
export interface LeftOut {
  readonly linkName: string;
  readonly count: number;
}

/** A record of a neighbourhood. */
export interface Neighbour {
  readonly record: PathRecord;
  /** How many links it is away from the nearest start. */
  readonly hop: number;
  readonly leftOut: LeftOut[];
}

export interface Neighbourhood {
  readonly nodes: readonly Neighbour[];
  readonly edges: readonly PathEdge[];
}

export interface NeighbourhoodLimits {
  readonly hops: number;
  /** Records that each list brings. */
  readonly perHop: number;
  readonly maxCalls: number;
  /** Records that must not be shown, as `db uid`. */
  readonly avoidRecords: Pick<ReadonlySet<string>, 'has'>;
}

/** The links of a record under one link name. */
interface LoadedList {
  readonly from: Neighbour;
  readonly link: LinkName;
  readonly links: Links;
}

/** Links that are to be loaded together. */
interface Batch {
  readonly link: LinkName;
  readonly from: readonly Neighbour[];
}

/**
 * Loads the records around some, breadth first. Each list brings its first records, in the order of NCBI; every link of a
 * loaded list that leads to a shown record is an edge.
 */
export class NeighbourhoodSearch {
  readonly frontier = new Frontier();
  readonly #reader: LinkReader;
  readonly #names: readonly LinkName[];
  readonly #limits: NeighbourhoodLimits;
  readonly #nodes = new Map<string, Neighbour>();
  readonly #lists: LoadedList[] = [];
  readonly #used = new Set<string>();
  #callsLeft: number;

  /** @param names - The link names that are followed. */
  constructor(reader: LinkReader, names: readonly LinkName[], limits: NeighbourhoodLimits) {
    this.#reader = reader;
    this.#names = names;
    this.#limits = limits;
    this.#callsLeft = limits.maxCalls;
  }

  /** Link names that were looked at. */
  get linkNames(): string[] {
    return [...this.#used].toSorted();
  }

  async run(starts: readonly PathRecord[]): Promise<Neighbourhood> {
    let level = starts.flatMap((record) => this.#add(record, 0) ?? []);
    for (let hop = 1; hop <= this.#limits.hops && level.length > 0; hop += 1) {
      const loaded = (await Promise.all((await this.#batchesOf(level)).map((batch) => this.#load(batch)))).flat();
      this.#lists.push(...loaded);
      level = await inSlices(this.#grow(loaded, hop));
    }
    const edges = await inSlices(this.#edges());
    return { nodes: [...this.#nodes.values()], edges };
  }

  /** Undefined for a record that is there, or may not be, or has no room. */
  #add({ db, uid }: PathRecord, hop: number): Neighbour | undefined {
    const key = `${db} ${uid}`;
    if (this.#nodes.has(key) || this.#limits.avoidRecords.has(key)) {
      return undefined;
    }
    const node = { record: { db, uid }, hop, leftOut: [] };
    this.#nodes.set(key, node);
    return node;
  }

  /** The lists of a level that are loaded: those that there are, most records for a call first, as far as calls are left. */
  async #batchesOf(level: readonly Neighbour[]): Promise<Batch[]> {
    const wanted = (
      await Promise.all([...groupByDatabase(level)].map(([db, nodes]) => this.#listsOf(db, nodes)))
    ).flat();
    const batches: Batch[] = [];
    for (const batch of wanted.toSorted((a, b) => b.from.length - a.from.length)) {
      const { link, from } = batch;
      const cost = this.#reader.callsFor(
        link,
        from.map(({ record }) => record.uid),
      );
      this.#used.add(link.name);
      if (cost > this.#callsLeft) {
        this.frontier.leave('BUDGET', link.name, from.length);
        continue;
      }
      this.#callsLeft -= cost;
      batches.push(batch);
    }
    return batches;
  }

  async #listsOf(db: string, nodes: readonly Neighbour[]): Promise<Batch[]> {
    const names = this.#names.filter((link) => link.from === db);
    if (names.length === 0) {
      return [];
    }
    const calls = Math.ceil(nodes.length / PER_CHECK);
    if (calls > this.#callsLeft) {
      names.forEach(({ name }) => {
        this.frontier.leave('BUDGET', name, nodes.length);
      });
      return [];
    }
    this.#callsLeft -= calls;
    const available = await Promise.all(nodes.map(({ record: { uid } }) => this.#reader.availableNames(db, uid)));
    return names.flatMap((link) => {
      const from = nodes.filter((_node, index) => available[index]?.has(link.name) ?? true);
      return from.length > 0 ? [{ link, from }] : [];
    });
  }

  async #load({ link, from }: Batch): Promise<LoadedList[]> {
    const lists = await Promise.all(
      from.map(async (node) => {
        try {
          return [{ from: node, link, links: await this.#reader.load(link, node.record.uid) }];
        } catch (error) {
          if (!(error instanceof EntrezError)) {
            throw error;
          }
          this.frontier.fail(link.name, error);
          return [];
        }
      }),
    );
    return lists.flat();
  }

  /** Adds the first records of each list. */
  *#grow(lists: readonly LoadedList[], hop: number): Sliced<Neighbour[]> {
    const added: Neighbour[] = [];
    const isDue = pace();
    for (const { link, links } of lists) {
      let taken = 0;
      for (let index = 0; index < links.uids.length && taken < this.#limits.perHop; index += 1) {
        const record = { db: link.to, uid: links.uids.at(index) };
        const isShown = this.#nodes.has(`${record.db} ${record.uid}`);
        if (!isShown && this.#nodes.size >= MAX_NEIGHBOURS) {
          this.frontier.leave('ENOUGH', link.name, 1);
          break;
        }
        const node = this.#add(record, hop);
        if (node) {
          added.push(node);
        }
        taken += Number(isShown || node !== undefined);
        if (isDue()) {
          yield;
        }
      }
    }
    return added;
  }

  /** The links between shown records, and what each record has beside them. */
  *#edges(): Sliced<PathEdge[]> {
    const edges: PathEdge[] = [];
    const isDue = pace();
    for (const { from, link, links } of this.#lists) {
      let count = 0;
      for (const uid of links.uids) {
        const to = this.#nodes.get(`${link.to} ${uid}`)?.record;
        if (to && to !== from.record && edges.length < MAX_EDGES) {
          edges.push({ from: from.record, to, linkName: link.name, links });
        } else if (to !== from.record) {
          count += 1;
        }
        if (isDue()) {
          yield;
        }
      }
      if (count > 0) {
        from.leftOut.push({ linkName: link.name, count });
      }
    }
    return edges;
  }
}

function groupByDatabase(nodes: readonly Neighbour[]): ReadonlyMap<string, readonly Neighbour[]> {
  const groups = new Map<string, Neighbour[]>();
  for (const node of nodes) {
    const { db } = node.record;
    groups.set(db, [...(groups.get(db) ?? []), node]);
  }
  return groups;
}
