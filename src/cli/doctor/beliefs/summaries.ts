import { isDeepStrictEqual } from 'node:util';

import { EntrezError, type ErrorCode } from '../../../eutils/failures/errors.js';
import { decodeSummaries, type DocSum, MAX_SUMMARY_UIDS, summaryRequest } from '../../../eutils/records/esummary.js';
import { isObject } from '../../../eutils/body/shape.js';
import type { Belief } from '../belief.js';
import { Difference, must } from '../difference.js';
import type { Probe } from '../probe.js';
import { GENE, GENES, NOBODY, OTHER_GENE, uidsFrom } from '../sample-records.js';

/** Those of {@link GENES} that have a record. */
const KNOWN = [GENE, OTHER_GENE];

/** How ESummary returns document summaries. */
export const summaryBeliefs: readonly Belief[] = [
  {
    name: 'summary-keys',
    says: 'ESummary JSON lists the uids in result.uids and has each summary under its uid.',
    needs: ['post'],
    check: checkKeys,
  },
  {
    name: 'summary-xml',
    says: 'ESummary XML 2.0 has the members and values of the JSON, where a zero may be blank.',
    needs: ['summary-keys'],
    check: checkXml,
  },
  {
    name: 'summary-batch-500',
    says: `ESummary answers ${MAX_SUMMARY_UIDS} uids in JSON at once.`,
    needs: ['summary-keys'],
    check: checkBatch,
  },
  {
    name: 'summary-too-many',
    says: `ESummary refuses more than ${MAX_SUMMARY_UIDS} uids in JSON as a whole.`,
    needs: ['summary-keys'],
    check: (probe) =>
      checkRefusal(probe, 'gene', uidsFrom(1, MAX_SUMMARY_UIDS + 1), ['UPSTREAM_UNAVAILABLE', /too many uids/i]),
  },
  {
    name: 'summary-unknown-id',
    says: 'A uid without a record has an error of its own, beside the summaries of the others.',
    needs: ['summary-keys'],
    check: checkUnknown,
  },
  {
    name: 'summary-invalid-ids',
    says: 'ESummary names every invalid id in its refusal.',
    needs: ['summary-keys'],
    check: (probe) => checkRefusal(probe, 'gene', [GENE, 'NOT_A_UID', 'NEITHER'], ['UNKNOWN_ID', /NOT_A_UID.*NEITHER/]),
  },
];

async function summariesOf(probe: Probe, uids: readonly string[], retmode: 'json' | 'xml' = 'json') {
  return probe.ask(summaryRequest({ db: 'gene', uids }, retmode), (body) => decodeSummaries(body, retmode, 'gene'));
}

function summaryOf(summaries: ReadonlyMap<string, DocSum | EntrezError>, uid: string): DocSum {
  const summary = summaries.get(uid);
  must(summary !== undefined, `The answer has no summary of ${uid}.`);
  if (summary instanceof EntrezError) {
    throw summary.code === 'MALFORMED_RESPONSE' ? new Difference(summary.message) : summary;
  }
  return summary;
}

async function checkKeys(probe: Probe): Promise<string> {
  const summaries = await summariesOf(probe, GENES);
  KNOWN.forEach((uid) => summaryOf(summaries, uid));
  must(summaries.size === GENES.length, `NCBI sent ${summaries.size} summaries for ${GENES.length} uids.`);
  return 'a summary for each uid';
}

async function checkXml(probe: Probe): Promise<string> {
  const inJson = await summariesOf(probe, GENES);
  const inXml = await summariesOf(probe, KNOWN, 'xml');
  const compared = new Set<string>();
  const different = new Set<string>();
  for (const uid of KNOWN) {
    const json = summaryOf(inJson, uid);
    const xml = summaryOf(inXml, uid);
    for (const name of [...Object.keys(json), ...Object.keys(xml)]) {
      compared.add(name);
      if (!isDeepStrictEqual(asTexts(json[name]), asTexts(xml[name]))) {
        different.add(name);
      }
    }
  }
  must(different.size === 0, `Members that differ: ${[...different].join(', ')}.`);
  return `${compared.size} members`;
}

/** A value with its scalars as texts; JSON often has a blank where XML has a zero. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(asTexts);
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asTexts(member)]));
  }
  return value === 0 || value === '0' ? '' : String(value);
}

async function checkBatch(probe: Probe): Promise<string> {
  const uids = uidsFrom(1, MAX_SUMMARY_UIDS);
  const { size } = await summariesOf(probe, uids);
  must(size === uids.length, `${size} of ${uids.length} uids were answered.`);
  return `${size} answers`;
}

async function checkUnknown(probe: Probe): Promise<string> {
  const summaries = await summariesOf(probe, GENES);
  const nobody = summaries.get(NOBODY);
  must(nobody instanceof EntrezError && nobody.code === 'UNKNOWN_ID', 'The uid has no error that says it is unknown.');
  return nobody.message;
}

/** Holds if NCBI refuses the request with this code, and with a sentence or uids that match the pattern. */
async function checkRefusal(
  probe: Probe,
  db: string,
  uids: readonly string[],
  [code, pattern]: readonly [ErrorCode, RegExp],
): Promise<string> {
  try {
    await probe.ask(summaryRequest({ db, uids }), (body) => decodeSummaries(body));
  } catch (error) {
    if (error instanceof EntrezError && error.code === code) {
      const words = `${error.message} ${error.details.uids?.join(' ') ?? ''}`;
      if (pattern.test(words)) {
        return error.message;
      }
      if (code === 'UNKNOWN_ID') {
        throw new Difference(`The refusal reads otherwise: ${error.message}`);
      }
    }
    throw error;
  }
  throw new Difference('NCBI did not refuse the request.');
}
