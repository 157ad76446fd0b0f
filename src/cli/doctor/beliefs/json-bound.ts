import { EntrezError } from '../../../eutils/failures/errors.js';
import { decodeSearch, searchRequest } from '../../../eutils/search/esearch.js';
import { decodeSummaries, summaryRequest } from '../../../eutils/records/esummary.js';
import type { EutilsRequest } from '../../../eutils/wire.js';
import { LOWER_BOUND } from '../../../sandbox/records/esummary.js';
import type { Belief } from '../belief.js';
import { Difference, must, Undecided } from '../difference.js';
import type { Probe } from '../probe.js';
import { GENE, GENES } from '../sample-records.js';

const BOUND = 10_000_000;
/** Records with large summaries: some ClinVar records of whole chromosomes have more than 100 KB each. */
const LARGE = { db: 'clinvar', term: '"copy number loss"[Type of variation]', retstart: 0, retmax: 200 };

/** The size from which NCBI writes no JSON. */
export const jsonBoundBeliefs: readonly Belief[] = [
  {
    name: 'json-bound',
    says: 'Answers above 10 MB of XML, and no smaller ones, are refused in JSON with a sentence that states the size.',
    needs: ['einfo'],
    check: checkBound,
  },
];

async function checkBound(probe: Probe): Promise<string> {
  const small = await refusalOf(probe, summaryRequest({ db: 'gene', uids: GENES }));
  must(small === undefined, `NCBI refuses ${small?.details.answerBytes ?? 'a few'} bytes.`);
  const large = await refusalOf(probe, await largeRequest(probe));
  if (large === undefined) {
    throw new Undecided('The largest summaries at hand are below the bound.');
  }
  const bytes = large.details.answerBytes;
  must(bytes !== undefined, `The refusal states no size: ${large.message}`);
  must(probe.isSandbox || bytes >= BOUND, `NCBI refuses ${bytes} bytes.`);
  return `${bytes} bytes were refused`;
}

/** The sandbox has no record of that size; its bound can be lowered instead. */
async function largeRequest(probe: Probe): Promise<EutilsRequest> {
  if (probe.isSandbox) {
    const request = summaryRequest({ db: 'gene', uids: [GENE] });
    return { ...request, params: [...request.params, [LOWER_BOUND, '100']] };
  }
  const { uids } = await probe.ask(searchRequest(LARGE), (body) => decodeSearch(body, LARGE));
  if (uids.length === 0) {
    throw new Undecided('No record with a large summary was found.');
  }
  return summaryRequest({ db: LARGE.db, uids });
}

async function refusalOf(probe: Probe, request: EutilsRequest): Promise<EntrezError | undefined> {
  try {
    await probe.ask(request, (body) => decodeSummaries(body));
    return undefined;
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'RESPONSE_TOO_LARGE') {
      return error;
    }
    // What else is wrong with summaries is for the beliefs about them.
    throw error instanceof Difference || error instanceof EntrezError ? new Undecided(error.message) : error;
  }
}
