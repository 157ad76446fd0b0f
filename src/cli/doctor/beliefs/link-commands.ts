import { checkRequest, decodeAvailableLinks, decodeChecks } from '../../../eutils/links/check.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import { decodeLinkOut, linkOutRequest } from '../../../eutils/links/link-out.js';
import type { Belief } from '../belief.js';
import { Difference, must } from '../difference.js';
import type { Probe } from '../probe.js';
import { ARTICLE, GENE, NOBODY } from '../sample-records.js';

/** What ELink says about records beside their links. */
export const linkCommandBeliefs: readonly Belief[] = [
  {
    name: 'acheck',
    says: 'acheck has an entry for each id of a comma list, with its link names; that of a uid without a record is empty.',
    needs: ['post'],
    check: checkAvailable,
  },
  {
    name: 'ncheck-lcheck',
    onlyInFull: true,
    says: 'ncheck and lcheck answer Y or N for each id.',
    needs: ['post'],
    check: checkFlags,
  },
  {
    name: 'link-out',
    onlyInFull: true,
    says: 'llinks and prlinks have an entry for each id of a comma list.',
    needs: ['post'],
    check: checkPages,
  },
  {
    name: 'llinkslib-withdrawn',
    onlyInFull: true,
    says: 'llinkslib is no longer supported, which an error sentence in a link set says.',
    needs: ['post'],
    check: checkWithdrawn,
  },
];

/** What was said about a record. A failure of it alone is passed on. */
function answerOf<V>(answers: ReadonlyMap<string, V | EntrezError>, uid: string): V {
  const answer = answers.get(uid);
  must(answer !== undefined, `The answer has no entry for ${uid}.`);
  if (answer instanceof EntrezError) {
    throw answer;
  }
  return answer;
}

async function checkAvailable(probe: Probe): Promise<string> {
  const uids = [GENE, NOBODY];
  const request = checkRequest({ command: 'acheck', db: 'gene', uids });
  const links = await probe.ask(request, (body) => decodeAvailableLinks(body, uids, 'gene'));
  const names = answerOf(links, GENE).map(({ linkName }) => linkName);
  must(names.includes('gene_pubmed'), `gene_pubmed is not among the ${names.length} link names of gene ${GENE}.`);
  must(answerOf(links, NOBODY).length === 0, 'A uid without a record has link names.');
  return `${names.length} link names`;
}

async function checkFlags(probe: Probe): Promise<string> {
  const uids = [ARTICLE];
  for (const command of ['ncheck', 'lcheck'] as const) {
    const request = checkRequest({ command, db: 'pubmed', uids });
    answerOf(await probe.ask(request, (body) => decodeChecks(body, uids, 'pubmed', command)), ARTICLE);
  }
  return 'an answer to both';
}

async function checkPages(probe: Probe): Promise<string> {
  const uids = [ARTICLE];
  const counts: number[] = [];
  for (const command of ['llinks', 'prlinks'] as const) {
    const request = linkOutRequest({ command, db: 'pubmed', uids });
    counts.push(answerOf(await probe.ask(request, (body) => decodeLinkOut(body, uids, 'pubmed')), ARTICLE).length);
  }
  return `${counts.join(' and ')} pages`;
}

async function checkWithdrawn(probe: Probe): Promise<string> {
  const uids = [ARTICLE];
  try {
    const request = linkOutRequest({ command: 'llinkslib', db: 'pubmed', uids });
    answerOf(await probe.ask(request, (body) => decodeLinkOut(body, uids, 'pubmed')), ARTICLE);
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'UNSUPPORTED_COMMAND') {
      return 'refused';
    }
    throw error;
  }
  throw new Difference('NCBI answers llinkslib again.');
}
