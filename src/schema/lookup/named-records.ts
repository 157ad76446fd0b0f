import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { checkListLength } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { lookUp } from './lookup.js';
import { readAny, readUid } from './read-name.js';
import type { RecordName } from './record-name.js';

/** Arguments that name records of one database, for a field that takes all of them together. */
export interface NamedRecords {
  readonly uids?: readonly string[] | null | undefined;
  readonly ids?: readonly string[] | null | undefined;
}

/**
 * Reads `uids`, or `ids` of any kinds.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument, with the entry that cannot be used.
 */
export function readRecords(db: string, { uids, ids }: NamedRecords, max: number): readonly RecordName[] {
  if (uids != null && ids == null) {
    checkListLength(uids, max, 'uids');
    return uids.map((value) => readUid(db, { argument: 'uids', value }, `, or ids: [${JSON.stringify(value)}]`));
  }
  if (ids != null && uids == null) {
    checkListLength(ids, max, 'ids');
    return ids.map((value) => readAny(db, { argument: 'ids', value }));
  }
  throw new EntrezError('BAD_USER_INPUT', 'The records are missing or given twice. Use one of "uids" and "ids".');
}

/** The uids of names, if none of them is to be searched. */
export function knownUids(names: readonly RecordName[]): readonly string[] | undefined {
  const uids = names.flatMap((name) => ('uid' in name ? name.uid : []));
  return uids.length === names.length ? [...new Set(uids)] : undefined;
}

/**
 * The uids of the records that names are of, each once.
 *
 * @throws EntrezError as {@link lookUp}, for the first name that is of no record or of several.
 */
export async function uidsOf(
  names: readonly RecordName[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly string[]> {
  const path = responsePathAsArray(info.path);
  const found = await Promise.all(names.map(async (name) => lookUp(name, context, path)));
  return [...new Set(found.map(({ uid }) => uid))];
}
