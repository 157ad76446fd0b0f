import type { ArgBuilder } from '@pothos/core';

import { fastaOf, type SequenceEntry } from '../../eutils/records/efetch-sequences.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { SequenceParams } from '../../loading/definitions/documents.js';
import { badInput } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { RecordRef } from '../links/link-fields.js';
import type { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import { type Doc, numberAt, textAt } from '../summaries/docsum.js';
import type { DocSum } from '../../eutils/records/esummary.js';
import { RecordSet } from '../cost/record-set.js';
import { inBatchesOf, neverKnown, questionOf } from '../cost/planned-query.js';
import { summaryQuestion } from '../cost/record-queries.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';

/** The names of the fields that {@link addSequenceFields} adds. */
export const SEQUENCE_FIELDS = ['sequence', 'fasta'];

/** Residues that one field gives at most: whole bacterial genomes, but no human chromosome, whose 50 to 250 million fit no answer. */
export const MAX_RESIDUES = 10_000_000;

type RecordAddress = Pick<EntrezRecord, 'db' | 'uid'>;

interface StretchArgs {
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
}

/** A stretch of a sequence; both ends belong to it, and the first residue has number 1. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Whether it is the sequence from end to end. */
  readonly isWhole: boolean;
}

/** Adds the residues of a sequence, whole or a stretch of them. */
export function addSequenceFields(builder: Builder, record: RecordRef): void {
  const bounds = `At most ${MAX_RESIDUES} residues at once. Null for a record without residues of its own. Asks ESummary for the accession and the length, then EFetch, each for all sibling records at once.`;
  builder.objectFields(record, (t) => ({
    sequence: t.string({
      description: `The residues as letters of the IUPAC code, from one position to another. ${bounds}`,
      extensions: { readsSummary: true, ...asksForResidues },
      args: stretchArgs(t),
      resolve: async (parent, args, context) => (await residuesOf(parent, args, context))?.entry.sequence ?? null,
    }),
    fasta: t.string({
      description: `The residues in FASTA; the heading of a stretch names its positions. ${bounds}`,
      extensions: { readsSummary: true, ...asksForResidues },
      args: stretchArgs(t),
      resolve: async (parent, args, context) => {
        const found = await residuesOf(parent, args, context);
        return found && fastaOf(found.stretch.isWhole ? found.entry : headed(found.entry, found.stretch));
      },
    }),
  }));
}

function stretchArgs(t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> }) {
  return {
    from: t.arg.int({ description: 'First position wanted, from 1. Default: 1.' }),
    to: t.arg.int({ description: 'Last position wanted, itself included. Default: the last of the sequence.' }),
  };
}

/**
 * The residues that are asked for; null when the record has none of its own. EFetch names records by accession only, so
 * the summary must tell which accession the record has.
 *
 * @throws EntrezError `BAD_USER_INPUT` for an impossible or too long stretch; `UNKNOWN_ID`; `MALFORMED_RESPONSE` when the
 * answer lacks this record, or has another stretch of it; the failure of ESummary or EFetch.
 */
async function residuesOf(
  record: EntrezRecord,
  args: StretchArgs,
  context: Context,
): Promise<{ readonly entry: SequenceEntry; readonly stretch: Stretch } | null> {
  checkPositions(args);
  const { accession, stretch, variant } = sequenceOf(record, await record.summary(context), args);
  const { from, to } = stretch;
  const entry = await context.loaders.sequences(variant).load(accession, context.operation);
  if (entry.sequence === '') {
    return null;
  }
  const expected = to - from + 1;
  if (entry.sequence.length !== expected) {
    throw unattributable(record, `NCBI gave ${entry.sequence.length} residues where ${expected} were asked for.`);
  }
  return { entry, stretch };
}

/** What to ask for, as the summary of a record tells it. */
function sequenceOf(record: RecordAddress, doc: Doc, args: StretchArgs) {
  const accession = textAt(doc, 'accessionversion');
  const length = numberAt(doc, 'slen');
  if (accession === null || length === null) {
    throw unattributable(record, 'Its summary has no accession or no length to tell the sequence by.');
  }
  const stretch = stretchOf(args, length);
  const { from, to, isWhole } = stretch;
  const ends = isWhole ? {} : { from: from === 1 ? undefined : from, to: to === length ? undefined : to };
  return { accession, stretch, variant: { db: record.db, ...ends } satisfies SequenceParams };
}

const asksForResidues = estimated((records, args: StretchArgs, scope) => {
  checkPositions(args);
  return estimateSequences(records, args, (uid, doc) => sequenceOf({ db: records.db, uid }, doc, args), scope);
});

/** Refuses impossible positions before anything is asked. */
function checkPositions({ from, to }: StretchArgs): void {
  if (from != null && from < 1) {
    throw badInput('from', from, 'Use a position from 1.');
  }
  if (to != null && to < (from ?? 1)) {
    throw badInput('to', to, `Use a position from ${from ?? 1}.`);
  }
}

/** A stretch that reaches beyond the end ends there, so that one list of siblings can be asked for alike. */
function stretchOf(args: StretchArgs, length: number): Stretch {
  const from = args.from ?? 1;
  const to = Math.min(args.to ?? length, length);
  if (from > length && args.from != null) {
    throw badInput('from', from, `Use a position from 1 to ${length}.`, ', beyond the end of the sequence');
  }
  if (to - from + 1 > MAX_RESIDUES) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Arguments "from" and "to" name a stretch of ${to - from + 1} residues. Request at most ${MAX_RESIDUES} at once.`,
    );
  }
  return { from, to, isWhole: from === 1 && to === length };
}

/** NCBI's way to head a stretch: `NM_000546.6:143-1324`. */
function headed(entry: SequenceEntry, { from, to }: Stretch): SequenceEntry {
  return { ...entry, accession: `${entry.accession ?? ''}:${from}-${to}` };
}

function unattributable({ db, uid }: RecordAddress, why: string): EntrezError {
  return new EntrezError('MALFORMED_RESPONSE', `The sequence of ${db} ${uid} cannot be told. ${why}`, {
    db,
    uids: [uid],
  });
}

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
function estimateSequences(
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
