import type { Utility } from '../../../eutils/wire.js';
import type { RecordName } from '../../lookup/record-name.js';
import { estimateNames } from './names.js';
import { RecordSet, togetherOf } from '../record-set.js';
import { neverKnown } from '../planned-query.js';
import { asks, estimated } from '../dry-run-extension.js';

/**
 * The extensions of a field that makes NCBI store a set, which costs a call each time.
 *
 * @param read - Gives the database of the set and the records that are named, and throws for impossible arguments as the
 * resolver does.
 * @param tellsCount - Whether the answer tells how many records the set has.
 */
export function storesSet(
  utility: Utility,
  read: (args: never) => { readonly db: string; readonly names?: readonly RecordName[] | undefined },
  { tellsCount }: { readonly tellsCount: boolean },
) {
  return estimated((_history, args, scope) => {
    const { db, names = [] } = read(args);
    // Each field stores a set of its own, so its place is the key.
    const { since } = togetherOf(estimateNames(names, scope), db);
    const { missing } = scope.ask(neverKnown(utility, `${db} set`), RecordSet.known(db, [scope.path], since));
    return missing && !tellsCount ? [RecordSet.unknown(db, 1, missing.since)] : [];
  });
}

/** The extensions of a field that counts stored sets which are held only where their count was not told. */
export const countsSet = asks((_loaders, db) => neverKnown('esearch', `${db} set`));
