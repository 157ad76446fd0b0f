import { EntrezError } from '../../eutils/failures/errors.js';
import type { Context } from '../core/context.js';
import { type EntrezRecord } from '../core/record.js';
import { fateOf, type Successor } from '../core/successor.js';
import { lookUp } from './lookup.js';
import { readAny, readUid } from './read-name.js';
import type { RecordName } from './record-name.js';

/** Longer chains than any that NCBI keeps. */
const MAX_STEPS = 20;

/**
 * The record in force that NCBI has put in the place of a record, over any number of steps; null for a record in force,
 * or one withdrawn without a successor.
 *
 * @param path - Where the response has it, for warnings.
 * @throws EntrezError `UNKNOWN_ID` when NCBI has no summary of the record or does not find the accession that it names;
 * `MALFORMED_RESPONSE` when records replace each other.
 */
export async function followSuccessors(
  record: EntrezRecord,
  context: Context,
  path: readonly (string | number)[],
): Promise<EntrezRecord | null> {
  const { db, uid } = record;
  const passed = new Set([uid]);
  let successor = fateOf(db, uid, await record.summary(context))?.successor;
  let last: EntrezRecord | null = null;
  while (successor) {
    last = await lookUp(readSuccessor(db, successor), context, path);
    if (passed.has(last.uid) || passed.size > MAX_STEPS) {
      throw new EntrezError('MALFORMED_RESPONSE', `NCBI says of ${db} ${uid} that its successors replace each other.`);
    }
    passed.add(last.uid);
    successor = (await last.exists(context)) ? fateOf(db, last.uid, await last.summary(context))?.successor : undefined;
  }
  return last;
}

/** The name of a successor as a name of a record. */
export function readSuccessor(db: string, { kind, name }: Successor): RecordName {
  return (kind === 'uid' ? readUid : readAny)(db, { argument: 'successor', value: name });
}
