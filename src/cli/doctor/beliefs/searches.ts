import { EntrezError } from '../../../eutils/failures/errors.js';
import { type Citation, citationRequest, decodeCitations } from '../../../eutils/search/ecitmatch.js';
import { decodeSearch, searchRequest, type SearchAnswer, type SearchQuestion } from '../../../eutils/search/esearch.js';
import { decodeSpelling, spellRequest } from '../../../eutils/search/espell.js';
import type { Belief } from '../belief.js';
import { Difference, must, Undecided } from '../difference.js';
import type { Probe } from '../probe.js';
import { ARTICLE } from '../sample-records.js';

const PAGE = { db: 'gene', term: 'human[orgn]', retstart: 0, retmax: 3 };
/** That of {@link ARTICLE}, and one that nobody printed. */
const CITATIONS: ReadonlyMap<string, Citation> = new Map([
  ['printed', { journal: 'Neuropadiatrie', year: '1979', volume: '10', firstPage: '56', author: 'Nakano T' }],
  ['invented', { journal: 'no such journal', year: '2000', volume: '1', firstPage: '1', author: 'Nobody N' }],
]);

/** How ESearch, ESpell and ECitMatch answer. */
export const searchBeliefs: readonly Belief[] = [
  {
    name: 'search-pages',
    says: 'ESearch JSON lists the requested page of hits; the next page starts where it ends.',
    needs: ['einfo'],
    check: checkPages,
  },
  {
    name: 'search-no-hits',
    says: 'A search without hits has count 0 and an empty list, and is no error.',
    needs: ['search-pages'],
    check: checkNone,
  },
  {
    name: 'search-window',
    says: 'PubMed refuses a retstart above 9998.',
    needs: ['search-pages'],
    check: (probe) => checkRefusal(probe, { db: 'pubmed', term: 'cancer', retstart: 9999, retmax: 1 }),
  },
  {
    name: 'search-unknown-database',
    says: 'A database that does not exist is refused by name.',
    needs: ['search-pages'],
    check: (probe) => checkRefusal(probe, { ...PAGE, db: 'nosuchdb' }),
  },
  {
    name: 'search-unknown-tag',
    says: 'An unknown field tag is dropped without an error, which widens the search.',
    needs: ['search-pages'],
    check: checkTag,
  },
  {
    name: 'spelling',
    says: 'ESpell returns a corrected query.',
    needs: ['einfo'],
    check: checkSpelling,
  },
  {
    name: 'citations',
    says: 'ECitMatch answers each citation, found or not, on a line of its own under its key.',
    needs: ['einfo'],
    check: checkCitations,
  },
];

function find(probe: Probe, question: SearchQuestion): Promise<SearchAnswer> {
  return probe.ask(searchRequest(question), (body) => decodeSearch(body, question));
}

async function checkPages(probe: Probe): Promise<string> {
  const first = await find(probe, PAGE);
  const second = await find(probe, { ...PAGE, retstart: first.uids.length });
  const uids = new Set([...first.uids, ...second.uids]);
  must(uids.size === 2 * PAGE.retmax, `Two pages of ${PAGE.retmax} hits have ${uids.size} different uids.`);
  return `two pages of ${first.count} hits`;
}

async function checkNone(probe: Probe): Promise<string> {
  const { count, messages } = await find(probe, { ...PAGE, term: 'xqzvkwjyq' });
  must(count === 0, `A word that nobody uses has ${count} hits.`);
  must(messages.length > 0, 'NCBI does not remark that there are no hits.');
  return messages.join(' ');
}

async function checkRefusal(probe: Probe, question: SearchQuestion): Promise<string> {
  try {
    await find(probe, question);
  } catch (error) {
    if (error instanceof EntrezError && error.code === 'BAD_USER_INPUT') {
      return error.message;
    }
    throw error;
  }
  throw new Difference('NCBI did not refuse the search.');
}

async function checkTag(probe: Probe): Promise<string> {
  const { queryTranslation = '' } = await find(probe, { ...PAGE, term: 'brca1[BOGUS] AND human[orgn]' });
  must(!/bogus/i.test(queryTranslation), `The search was understood as ${queryTranslation}.`);
  return queryTranslation;
}

async function checkSpelling(probe: Probe): Promise<string> {
  const question = { db: 'pubmed', term: 'brest cancer' };
  const corrected = await probe.ask(spellRequest(question), (body) => decodeSpelling(body, question));
  must(corrected !== null, 'ESpell corrects nothing.');
  return corrected;
}

async function checkCitations(probe: Probe): Promise<string> {
  const { answers, open } = await probe.ask(citationRequest(CITATIONS), (body) => decodeCitations(body, CITATIONS));
  if (open !== undefined) {
    throw new Undecided('The last line of the answer has no end.');
  }
  must(answers.size === CITATIONS.size, `ECitMatch answered ${answers.size} of ${CITATIONS.size} citations.`);
  const [printed, invented] = [answers.get('printed'), answers.get('invented')];
  must(printed?.status === 'FOUND' && printed.uid === ARTICLE, `The citation of article ${ARTICLE} is not found.`);
  must(invented?.status === 'NOT_FOUND', 'A citation that nobody printed is found.');
  return `one of ${CITATIONS.size} citations is found`;
}
