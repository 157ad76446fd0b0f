import type { DocSum } from '../../../eutils/records/esummary.js';
import type { SequenceParams } from '../../../loading/definitions/documents.js';
import { RecordSet } from '../record-set.js';
import { inBatchesOf, neverKnown, questionOf } from '../planned-query.js';
import { summaryQuestion } from '../record-queries.js';
import type { EstimateScope } from '../dry-run-scope.js';

/** The stretch that the arguments of a field name. */
interface Positions {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
}

/**
 * Acts out the fetching of sequences, whose accessions only the summaries tell.
 *
 * @param read - What to ask for, as a summary tells it.
 */
export function estimateSequences(
  records: RecordSet,
  { from, to }: Positions,
  read: (uid: string, summary: DocSum) => { readonly accession: string; readonly variant: SequenceParams },
  scope: EstimateScope,
): RecordSet[] {
  const { db, since } = records;
  const about = `${db} fasta`;
  const { known, missing } = scope.ask(summaryQuestion(scope.loaders, db), records);
  for (const [uid, summary] of known) {
    scope.attempt(() => {
      const { accession, variant } = read(uid, summary);
      const ends = { variant: `${variant.from ?? ''}-${variant.to ?? ''}` };
      const question = questionOf('efetch', about, scope.loaders.sequences(variant), ends);
      return scope.ask(question, RecordSet.known(db, [accession], since));
    });
  }
  if (missing) {
    const calls = inBatchesOf(scope.loaders.sequences({ db }).batchSize);
    // Stretches that are cut short by the end of their sequence are asked for as others.
    const stretches = to == null ? 1 : 2;
    const question = {
      ...neverKnown('efetch', about),
      variant: `of ${from ?? ''}-${to ?? ''}`,
      mostCalls: (keys: number, moments: number) => calls(keys, stretches * moments),
    };
    scope.ask(question, RecordSet.unknown(db, missing.size, missing.since));
  }
  return [];
}
