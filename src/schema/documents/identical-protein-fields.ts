import type { CodingPlace, IdenticalProtein } from '../../eutils/records/efetch-ipg.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import { inBatchesOf, neverKnown, questionOf } from '../cost/planned-query.js';
import { RecordSet } from '../cost/record-set.js';
import { summaryQuestion } from '../cost/record-queries.js';
import type { RecordRef } from '../links/link-fields.js';
import { type Doc, textAt } from '../summaries/docsum.js';

/** The names of the fields that {@link addIdenticalProteins} adds. */
export const IDENTICAL_PROTEIN_FIELDS = ['identicalProteins'];

const ABOUT = 'protein ipg';

/** Adds the proteins of the same sequence, and where they are coded. */
export function addIdenticalProteins(builder: Builder, record: RecordRef): void {
  const row = builder.objectRef<IdenticalProtein>('IdenticalProtein').implement({
    description:
      'A place that codes for a protein of the same sequence. A protein that no nucleotide record codes for has a row without a place.',
    fields: (t) => {
      const placed = (member: 'nuccore' | 'strand' | 'strain' | 'assembly', description: string) =>
        t.string({ description, resolve: ({ place }) => place?.[member] ?? null });
      const position = (member: keyof Pick<CodingPlace, 'start' | 'stop'>, description: string) =>
        t.int({ description, resolve: ({ place }) => place?.[member] ?? null });
      return {
        accession: t.exposeString('accession', { nullable: false, description: 'Accession of the protein.' }),
        source: t.string({
          description: 'Where the protein is from, such as RefSeq or INSDC.',
          resolve: ({ source }) => source ?? null,
        }),
        name: t.string({ description: 'Name of the protein.', resolve: ({ name }) => name ?? null }),
        organism: t.string({ description: 'Organism.', resolve: ({ organism }) => organism ?? null }),
        taxid: t.string({ description: 'Taxonomy uid of the protein.', resolve: ({ taxid }) => taxid ?? null }),
        nuccore: placed('nuccore', 'Accession of the nucleotide record.'),
        start: position('start', 'First base, counted from 1.'),
        stop: position('stop', 'Last base.'),
        strand: placed('strand', '+ or -.'),
        strain: placed('strain', 'Strain.'),
        assembly: placed('assembly', 'Accession of the assembly, such as GCF_000001405.40.'),
      };
    },
  });
  builder.objectFields(record, (t) => ({
    identicalProteins: t.field({
      type: [row],
      description:
        'All proteins of the same sequence, this one included, and where they are coded: the rows of the report "Identical Proteins". Asks ESummary for the accession, then EFetch, each for all sibling records at once.',
      extensions: {
        readsSummary: true,
        ...estimated((proteins, _args, scope) => {
          const { known, missing } = scope.ask(summaryQuestion(scope.loaders, proteins.db), proteins);
          const accessions = [...known].flatMap(([uid, doc]) => scope.attempt(() => accessionOf(uid, doc)) ?? []);
          const loader = scope.loaders.identicalProteins;
          scope.ask(questionOf('efetch', ABOUT, loader), RecordSet.known(proteins.db, accessions, proteins.since));
          if (missing) {
            const calls = inBatchesOf(loader.batchSize);
            const question = { ...neverKnown('efetch', ABOUT), variant: 'named by summaries', mostCalls: calls };
            scope.ask(question, RecordSet.unknown(proteins.db, missing.size, missing.since));
          }
          return [];
        }),
      },
      resolve: (parent, _args, context) => identicalTo(parent, context),
    }),
  }));
}

/** @throws EntrezError `UNKNOWN_ID` when there is no such protein; the failure of ESummary or EFetch. */
async function identicalTo(record: EntrezRecord, context: Context): Promise<IdenticalProtein[]> {
  const accession = accessionOf(record.uid, await record.summary(context));
  const { proteins } = await context.loaders.identicalProteins.load(accession, context.operation);
  return [...proteins];
}

function accessionOf(uid: string, doc: Doc): string {
  const accession = textAt(doc, 'accessionversion');
  if (accession === null) {
    throw new EntrezError('MALFORMED_RESPONSE', `The summary of protein ${uid} has no accession to ask by.`, {
      db: 'protein',
      uids: [uid],
    });
  }
  return accession;
}
