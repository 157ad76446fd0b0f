import { backendFailure } from '../failures/backend-failure.js';
import type { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { type LinkColumns, LinkGatherer, type ScoredUid } from './link-columns.js';
import { isSameDatabase } from '../body/shape.js';
import { mapInSlices, MEMBERS, type Sliced } from '../body/slices.js';
import { UidList } from '../body/uid-list.js';
import { UidSet } from '../body/uid-set.js';

/** The links of one link name in a {@link LinkSet}, in NCBI's order. */
export interface LinkSetDb extends LinkColumns {
  /** The database the uids belong to. */
  readonly to: string;
  readonly linkName: string;
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

/** What a set has in place of links when it answers another command of ELink: without links it would pass for "none". */
export const OF_OTHER_COMMANDS = ['IdCheckList', 'IdUrlList', 'LinkSetDbHistory', 'WebEnv'] as const;

/** What is to be known of a set in either form to tell whether it failed. */
interface Signs {
  /** What NCBI says went wrong. */
  readonly sentence: string | undefined;
  readonly isOfOtherCommand: boolean;
  /** Whether the set, its lists or the answer have parts that ELink's DTD does not name. */
  readonly isStrange: boolean;
  readonly linkSetDbs: readonly LinkSetDb[];
}

/**
 * The failure of a set. No list means that there are no links, so that a set without links must have nothing else in
 * their place: a list under a name that nobody reads, or a sentence that is no `ERROR`.
 */
export function failureOf({ sentence, isOfOtherCommand, isStrange, linkSetDbs }: Signs): {
  readonly error?: EntrezError;
} {
  if (sentence !== undefined) {
    return { error: backendFailure(sentence) };
  }
  if (isOfOtherCommand) {
    return { error: contradiction('NCBI answered another command of ELink than neighbor.') };
  }
  return isStrange && linkSetDbs.every(({ uids }) => uids.length === 0)
    ? { error: contradiction('NCBI sent a link set with unknown parts in place of links.') }
    : {};
}

/** Puts links read one by one into the columns of a {@link LinkSetDb}. */
export function* linkSetDb(to: string, linkName: string, links: readonly ScoredUid[]): Sliced<LinkSetDb> {
  const gatherer = new LinkGatherer();
  yield* mapInSlices(links, ({ uid, score }) => {
    gatherer.push(uid, score);
  });
  return { to, linkName, ...(yield* gatherer.columns()) };
}

/** What one record is linked to, in NCBI's order and without repeats; scores only when they were requested. */
export type LinkList = LinkColumns;

/** Joins lists of links into one, with pauses; a link named twice keeps its first place and score. */
export function* linkListOf(dbs: readonly LinkSetDb[], scored: boolean): Sliced<LinkList> {
  const [only] = dbs.length === 1 ? dbs : [];
  if (!scored && only?.uids instanceof UidList && only.uids.isDescending) {
    return { uids: only.uids };
  }
  const seen = new UidSet(dbs.reduce((sum, db) => sum + db.uids.length, 0));
  const gatherer = new LinkGatherer();
  for (const db of dbs) {
    let i = 0;
    for (const uid of db.uids instanceof UidList ? db.uids.packed : db.uids) {
      if (seen.add(uid)) {
        gatherer.push(uid, db.scores?.[i]);
      }
      i += 1;
      if (i % MEMBERS === 0) {
        yield;
      }
    }
  }
  const { uids, scores = [] } = yield* gatherer.columns();
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
