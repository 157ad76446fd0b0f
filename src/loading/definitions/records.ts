import { inSlices } from '../../eutils/body/slices.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { EutilsCall } from '../../upstream/call.js';
import { sendBisected } from '../batching/bisect.js';
import type { SizeBounds } from '../batching/batch-size.js';
import type { LoaderDefinition } from '../loader-registry.js';
import { weighInSlices } from '../values/approximate-bytes.js';
import { mapValues } from '../values/map-values.js';
import type { Weigh } from '../cache/answer-keeper.js';

/** A kind of question about records, many in one call, whose answer tells them apart. */
interface RecordsQuestion<Variant, V> {
  readonly kind: string;
  readonly nameOf: (variant: Variant) => string;
  readonly sizeNameOf?: LoaderDefinition<Variant, V & object>['sizeNameOf'];
  /** The database of the records. */
  readonly dbOf: (variant: Variant) => string;
  readonly batchSize: SizeBounds;
  readonly about: (variant: Variant, uids: readonly string[]) => EutilsCall<ReadonlyMap<string, V | EntrezError>>;
  /** What it means when a record is left out of two answers: it is unknown, or NCBI is at fault. */
  readonly onMissing: 'UNKNOWN_ID' | 'MALFORMED_RESPONSE';
  /** @see BisectableCall.isOneAnswer */
  readonly isOneAnswer?: boolean;
  readonly weigh: Weigh<V>;
}

/** Accounts for every record of a batch; failures say which record they belong to. */
export function recordsDefinition<Variant, V extends object>({
  kind,
  nameOf,
  sizeNameOf,
  dbOf,
  batchSize,
  about,
  onMissing,
  isOneAnswer = false,
  weigh,
}: RecordsQuestion<Variant, V>): LoaderDefinition<Variant, V> {
  return {
    kind,
    nameOf,
    ...(sizeNameOf && { sizeNameOf }),
    batchSize: () => batchSize,
    run: (variant) => async (batch, options) => {
      const db = dbOf(variant);
      const question = {
        about: (uids: readonly string[]) => about(variant, uids),
        isOneAnswer,
        onMissing: (uid: string) =>
          new EntrezError(onMissing, `NCBI left ${db} ${uid} out of its answer.`, { uids: [uid] }),
      };
      const found = await sendBisected(question, batch, options);
      await inSlices(weighInSlices([...found.values()].filter((value) => !(value instanceof EntrezError))));
      return mapValues(found, (value) => (value instanceof EntrezError ? value.with({ db }) : value));
    },
    weigh,
  };
}
