import { EntrezError } from '../../eutils/errors.js';
import type { Question } from '../../upstream/door.js';
import { askInParts } from '../ask-in-parts.js';
import type { SizeBounds } from '../batch-size.js';
import type { Kind } from '../loader-family.js';
import { mapValues } from '../map-values.js';
import type { Appraise } from '../question-loader.js';

/** A kind of question about records, many in one call, whose answer tells them apart. */
export interface RecordsQuestion<Variant, V> {
  readonly nameOf: (variant: Variant) => string;
  /** The database of the records. */
  readonly dbOf: (variant: Variant) => string;
  readonly batchSize: SizeBounds;
  readonly about: (variant: Variant, uids: readonly string[]) => Question<ReadonlyMap<string, V | EntrezError>>;
  /** What it means when a record is left out of two answers: it is unknown, or NCBI is at fault. */
  readonly leftOut: 'UNKNOWN_ID' | 'MALFORMED_RESPONSE';
  readonly appraise: Appraise<V>;
}

/** Accounts for every record of a batch; failures say which record they belong to. */
export function recordsKind<Variant, V extends object>({
  nameOf,
  dbOf,
  batchSize,
  about,
  leftOut,
  appraise,
}: RecordsQuestion<Variant, V>): Kind<Variant, V> {
  return {
    nameOf,
    batchSize: () => batchSize,
    run: (variant) => async (batch, options) => {
      const db = dbOf(variant);
      const question = {
        about: (uids: readonly string[]) => about(variant, uids),
        leftOut: (uid: string) =>
          new EntrezError(leftOut, `NCBI left ${db} ${uid} out of its answer.`, { uids: [uid] }),
      };
      const found = await askInParts(question, batch, options);
      return mapValues(found, (value) => (value instanceof EntrezError ? value.with({ db }) : value));
    },
    appraise,
  };
}
