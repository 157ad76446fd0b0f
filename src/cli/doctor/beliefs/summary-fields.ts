import { EntrezError } from '../../../eutils/failures/errors.js';
import { decodeSearch, searchRequest } from '../../../eutils/search/esearch.js';
import { decodeSummaries, type DocSum, summaryRequest } from '../../../eutils/records/esummary.js';
import type { Doc } from '../../../schema/summaries/docsum.js';
import type { SummaryFields } from '../../../schema/summaries/field-spec.js';
import { summaryFields } from '../../../schema/summaries/summaries.js';
import type { Belief } from '../belief.js';
import { must, Undecided } from '../difference.js';
import type { Probe } from '../probe.js';
import { GENES, RECORD_OF } from '../sample-records.js';

/** Databases that stand for all, since each takes a call. */
const READ = ['gene', 'pubmed', 'protein', 'taxonomy', 'clinvar'];

/** The members that the typed fields read. */
export function summaryFieldBeliefs(full: boolean): readonly Belief[] {
  const databases = full ? Object.keys(summaryFields) : READ;
  return [
    {
      name: 'summary-fields',
      says: `Every typed field can be read from one record of ${full ? 'each database' : databases.join(', ')}.`,
      needs: ['summary-keys', 'search-pages'],
      check: (probe) => checkFields(probe, databases),
    },
  ];
}

async function checkFields(probe: Probe, databases: readonly string[]): Promise<string> {
  const failures: string[] = [];
  let read = 0;
  for (const db of databases) {
    const summary = await summaryIn(probe, db);
    if (summary !== undefined) {
      read += 1;
      failures.push(...unreadable(summaryFields[db] ?? {}, summary, db));
    }
  }
  must(failures.length === 0, `Fields that cannot be read: ${failures.join('; ')}.`);
  if (read === 0) {
    throw new Undecided('No database has the record that was asked for.');
  }
  return `the fields of ${read} of ${databases.length} databases`;
}

/** The summary of one record; undefined where there is none. */
async function summaryIn(probe: Probe, db: string): Promise<DocSum | undefined> {
  const uid = RECORD_OF[db] ?? (await anyUid(probe, db));
  if (uid === undefined) {
    return undefined;
  }
  // Genes were asked about before.
  const uids = db === 'gene' ? GENES : [uid];
  const summaries = await probe.ask(summaryRequest({ db, uids }), (body) => decodeSummaries(body));
  const summary = summaries.get(uid);
  if (summary instanceof EntrezError && summary.code !== 'UNKNOWN_ID') {
    throw summary;
  }
  return summary instanceof EntrezError ? undefined : summary;
}

async function anyUid(probe: Probe, db: string): Promise<string | undefined> {
  const question = { db, term: 'all[filter]', retstart: 0, retmax: 1 };
  const { uids } = await probe.ask(searchRequest(question), (body) => decodeSearch(body, question));
  return uids[0];
}

/** The fields whose members are there and are not what they should be; a summary without any known member fails as a whole. */
function unreadable(fields: SummaryFields, doc: Doc, path: string): string[] {
  const values: unknown[] = [];
  const failures = Object.entries(fields).flatMap(([name, field]) => {
    try {
      const value = field.read(doc);
      values.push(value);
      const { type } = field;
      return typeof type === 'string' || value === null
        ? []
        : [value].flat().flatMap((part) => unreadable(type.fields, part as Doc, `${path}.${name}`));
    } catch (error) {
      return [`${path}.${name} (${error instanceof Error ? error.message : String(error)})`];
    }
  });
  const isEmpty = failures.length === 0 && values.every((value) => value === null);
  return isEmpty && !path.includes('.') ? [`${path} (no member of the summary is known)`] : failures;
}
