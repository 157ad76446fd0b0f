import type { DocSum } from '../../eutils/records/esummary.js';
import type { Context } from '../core/context.js';
import type { MatchKind } from './match-kind.js';
import type { SearchedName, SecondSearch } from './record-name.js';
import { tabledNames } from './tabled-names.js';

/** The records that carry an identifier, and how. */
export interface FoundRecords {
  readonly uids: readonly string[];
  readonly how: MatchKind;
  /** What the records are to the name, when they do not carry it as it is. */
  readonly note?: string;
  /** Whether they are other records than the one that is meant. */
  readonly isOther?: boolean | undefined;
}

/**
 * Searches the records of a name, in a table where one has it; when no record carries it as it is, what it may be besides. At once when the outcome is
 * known.
 *
 * @throws EntrezError the failure of the search.
 */
export function findName(name: SearchedName, context: Context): FoundRecords | Promise<FoundRecords> {
  const { lookup, key, how, otherwise } = name;
  const tabled = tabledNames(context.loaders, lookup, key, context.operation.notBefore);
  if (tabled) {
    context.operation.tabled(tabled.table, tabled.uids.length, `${lookup.identifier} ${key}`);
    return { uids: tabled.uids, how };
  }
  return after(context.loaders.lookup(lookup).load(key, context.operation), ({ uids }) =>
    uids.length > 0 || !otherwise ? { uids, how } : findOtherwise(name, otherwise, context),
  );
}

function findOtherwise(
  { db, how }: SearchedName,
  { lookup, key, plain, explain, ...match }: SecondSearch,
  context: Context,
): FoundRecords | Promise<FoundRecords> {
  return after(context.loaders.lookup(lookup).load(key, context.operation), async ({ uids }) => {
    const records = await Promise.all(uids.map(async (uid) => summaryOf(db, uid, context)));
    const notes = records.map((summary) => explain(summary, plain));
    const note = notes.find((each) => each !== undefined);
    const explained = uids.filter((_uid, index) => notes[index] !== undefined);
    return note === undefined ? { uids: [], how } : { uids: explained, note, how: match.how, isOther: match.isOther };
  });
}

/** The search has loaded it before. */
function summaryOf(db: string, uid: string, { loaders, operation }: Context): DocSum | Promise<DocSum> {
  return loaders.summaries(db).load(uid, operation);
}

function after<T, U>(value: T | Promise<T>, then: (value: T) => U | Promise<U>): U | Promise<U> {
  return value instanceof Promise ? value.then(then) : then(value);
}
