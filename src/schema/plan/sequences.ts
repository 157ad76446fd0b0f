import type { DocSum } from '../../eutils/esummary.js';
import type { SequenceVariant } from '../../loading/questions/documents.js';
import { Cohort } from './cohort.js';
import { inBatchesOf, neverKnown, questionOf } from './planned-question.js';
import { summaryQuestion } from './record-questions.js';
import type { Stage } from './stage.js';

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
export function rehearseSequences(
  records: Cohort,
  { from, to }: Positions,
  read: (uid: string, summary: DocSum) => { readonly accession: string; readonly variant: SequenceVariant },
  stage: Stage,
): Cohort[] {
  const { db, since } = records;
  const about = `${db} fasta`;
  const { known, missing } = stage.ask(summaryQuestion(stage.loaders, db), records);
  for (const [uid, summary] of known) {
    stage.attempt(() => {
      const { accession, variant } = read(uid, summary);
      const ends = { variant: `${variant.from ?? ''}-${variant.to ?? ''}` };
      const question = questionOf('efetch', about, stage.loaders.sequences(variant), ends);
      return stage.ask(question, Cohort.known(db, [accession], since));
    });
  }
  if (missing) {
    const calls = inBatchesOf(stage.loaders.sequences({ db }).batchSize);
    // Stretches that are cut short by the end of their sequence are asked for as others.
    const stretches = to == null ? 1 : 2;
    const question = {
      ...neverKnown('efetch', about),
      variant: `of ${from ?? ''}-${to ?? ''}`,
      mostCalls: (keys: number, moments: number) => calls(keys, stretches * moments),
    };
    stage.ask(question, Cohort.unknown(db, missing.size, missing.since));
  }
  return [];
}
