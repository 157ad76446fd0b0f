/** More than any operation can hold; keeps products of page sizes from running out of numbers. */
const MOST = 1_000_000_000;

/** Calls, counted when everything has been asked. */
interface CountedCalls {
  readonly mostCalls: number;
}

/** When the records of a set are there: not all at once, but as the answers come that bring them. */
export interface Arrival {
  /** Round trips before it. */
  readonly level: number;
  /** The calls whose answers bring them. */
  readonly callGroups: readonly CountedCalls[];
  /** They do not come at more different moments than that: as many as there are objects that bring some of them. */
  readonly mostMoments: number;
}

/** Before anything is asked. */
export const START: Arrival = { level: 0, callGroups: [], mostMoments: 1 };

/** What is compared or searched once members are there: not in the same moment as what is asked of these themselves. */
export function turnAfter(arrival: Arrival): Arrival {
  return { ...arrival, callGroups: [...arrival.callGroups, { mostCalls: 1 }] };
}

interface Members {
  readonly keys: readonly string[];
  readonly others: number;
  readonly since: Arrival;
  readonly whole?: RecordSet | undefined;
  readonly identity?: symbol;
}

/**
 * What an operation would hold at one place, mostly records of a database: those whose keys are known, and others that
 * only the answers will name, all of them different at worst, none of them at best.
 */
export class RecordSet {
  readonly db: string;
  /** Known members, each once: uids, or what else questions are asked by. */
  readonly keys: readonly string[];
  /** At most so many others. */
  readonly others: number;
  readonly since: Arrival;
  /** The list of which this is a page. */
  readonly whole: RecordSet | undefined;
  /** Tells the others from those of another set. */
  readonly identity: symbol;

  private constructor(db: string, { keys, others, since, whole, identity = Symbol(db) }: Members) {
    this.db = db;
    this.keys = keys;
    this.others = others;
    this.since = since;
    this.whole = whole;
    this.identity = identity;
  }

  static known(db: string, keys: Iterable<string>, since: Arrival, whole?: RecordSet): RecordSet {
    return new RecordSet(db, { keys: [...new Set(keys)], others: 0, since, whole });
  }

  static unknown(db: string, others: number, since: Arrival, whole?: RecordSet): RecordSet {
    return new RecordSet(db, { keys: [], others: Math.min(others, MOST), since, whole });
  }

  /** How many there are at most. */
  get size(): number {
    return this.keys.length + this.others;
  }

  /** Those of its members that are among `keys`, and the others. */
  keep(keys: Iterable<string>): RecordSet {
    return this.#but({ keys: [...keys] });
  }

  /** The same members, looked at later. */
  at(since: Arrival): RecordSet {
    return this.#but({ since });
  }

  #but(changes: Partial<Members>): RecordSet {
    const { keys, others, since, whole, identity } = this;
    return new RecordSet(this.db, { keys, others, since, whole, identity, ...changes });
  }
}

/** One question about all members of record sets together, which waits for the last of them. */
export function togetherOf(recordSets: readonly RecordSet[], db: string): RecordSet {
  const [first = START, ...others] = recordSets.map(({ since }) => since);
  const last = others.reduce((latest, since) => (since.level > latest.level ? since : latest), first);
  return RecordSet.unknown(db, 1, last);
}
