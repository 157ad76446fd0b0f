import { EntrezError } from '../../../eutils/failures/errors.js';
import { decodeDatabaseList, infoRequest } from '../../../eutils/records/einfo.js';
import { decodePost, postRequest } from '../../../eutils/search/history.js';
import { rateHeaders } from '../../../eutils/failures/rate-headers.js';
import { RPS_WITH_KEY, RPS_WITHOUT_KEY } from '../../../config.js';
import type { Belief } from '../belief.js';
import { Difference, must } from '../difference.js';
import type { Probe } from '../probe.js';
import { POSTED } from '../sample-records.js';

/** What holds for all utilities. */
export const transportBeliefs: readonly Belief[] = [
  {
    name: 'einfo',
    says: 'EInfo answers in JSON, and NCBI accepts the API key if there is one.',
    check: checkReachable,
  },
  {
    name: 'rate-limit',
    says: 'Responses state the limit, at least 3 requests per second or 10 with an API key, and what is left of it.',
    needs: ['einfo'],
    check: checkRate,
  },
  {
    name: 'post',
    says: 'A POSTed form is read as a URL is: EPost stores 200 ids from the body and returns WebEnv and query_key.',
    needs: ['einfo'],
    check: checkPost,
  },
];

async function checkReachable(probe: Probe): Promise<string> {
  try {
    const names = await probe.ask(infoRequest(), decodeDatabaseList);
    return `${names.length} databases`;
  } catch (error) {
    throw error instanceof EntrezError && error.code === 'INVALID_API_KEY' ? new Difference(error.message) : error;
  }
}

async function checkRate(probe: Probe): Promise<string> {
  await probe.ask(infoRequest(), decodeDatabaseList);
  const stated = rateHeaders({ status: 200, headers: probe.headers, body: '' });
  must(stated !== undefined, 'The response has no X-RateLimit-Limit and X-RateLimit-Remaining.');
  const least = probe.hasKey ? RPS_WITH_KEY : RPS_WITHOUT_KEY;
  must(stated.limit >= least, `NCBI allows ${stated.limit} requests per second, not ${least}.`);
  return `${stated.limit} requests per second, ${stated.remaining} left`;
}

async function checkPost(probe: Probe): Promise<string> {
  const sent = probe.ask(postRequest(POSTED), (body) => decodePost(body, POSTED));
  const { queryKey, problems } = await sent.catch((error: unknown) => {
    throw error instanceof EntrezError && /HTTP 41[34]/.test(error.message) ? new Difference(error.message) : error;
  });
  must(queryKey === '1', `The first set of a new environment has query_key ${queryKey}, not 1.`);
  return problems.length === 0 ? 'stored under query_key 1' : `stored, with remarks: ${problems.join('; ')}`;
}
