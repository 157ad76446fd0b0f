import type { EntrezError } from './errors.js';
import { isSameDatabase } from './shape.js';

/** The links of one link name in a {@link LinkSet}, in NCBI's order. */
export interface LinkSetDb {
  /** The database the uids belong to. */
  readonly to: string;
  readonly linkName: string;
  readonly uids: readonly string[];
  /** Beside the uids; only when every link carries one. */
  readonly scores?: readonly number[];
}

/** What ELink answers for the ids of one `id=` parameter, whether it came as JSON or XML. */
export interface LinkSet {
  /** The source database as echoed, blank where a broken set does not say. */
  readonly from: string;
  /** The source ids as echoed. More than one means that NCBI merged the links of several sources. */
  readonly ids: readonly string[];
  /** Only link names with links; none at all means the source has no links. */
  readonly linkSetDbs: readonly LinkSetDb[];
  /** A failure of this set alone, or of one of its link names. */
  readonly error?: EntrezError;
}

/** One link as it comes; neighbours of one list all have a score or none has. */
export interface ScoredUid {
  readonly uid: string;
  readonly score: number | undefined;
}

/** Puts links read one by one into the columns of a {@link LinkSetDb}. */
export function linkSetDb(to: string, linkName: string, links: readonly ScoredUid[]): LinkSetDb {
  const uids = links.map(({ uid }) => uid);
  const scores = links.map(({ score }) => score).filter((score) => score !== undefined);
  return scores.length === links.length && links.length > 0 ? { to, linkName, uids, scores } : { to, linkName, uids };
}

/** What one record is linked to, in NCBI's order and without repeats. */
export interface LinkList {
  readonly uids: readonly string[];
  /** Beside the uids; only when they were asked for and NCBI gave one for every link. */
  readonly scores?: readonly number[];
}

/** Joins lists of links into one; a link named twice keeps its first place and score. */
export function linkListOf(dbs: readonly LinkSetDb[], scored: boolean): LinkList {
  const scoreOf = new Map<string, number | undefined>();
  for (const db of dbs) {
    db.uids.forEach((uid, i) => {
      if (!scoreOf.has(uid)) {
        scoreOf.set(uid, db.scores?.[i]);
      }
    });
  }
  const uids = [...scoreOf.keys()];
  const scores = [...scoreOf.values()].filter((score) => score !== undefined);
  return scored && scores.length === uids.length ? { uids, scores } : { uids };
}

/** Whether a set is about records of this database; a broken one does not say. */
export function isFrom(set: LinkSet, from: string): boolean {
  return set.from === '' || isSameDatabase(set.from, from);
}

/** Whether links lead into one of the requested databases, of which there may be several, joined by commas. */
export function leadsInto({ to }: LinkSetDb, requested: string): boolean {
  return requested.split(',').some((db) => isSameDatabase(to, db));
}
