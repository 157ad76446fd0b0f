import { GENES, NOBODY } from '../../../src/cli/doctor/sample-records.js';
import {
  idsOf,
  type Interception,
  type Interceptor,
  parameterOf,
  type SandboxRequest,
} from '../../support/interceptor.js';

/** An answer that contradicts one belief, and holds up those that read it as well. */
interface Lie {
  readonly belief: string;
  readonly when: (request: SandboxRequest) => boolean;
  readonly answer: Interception;
}

const isAbout = (request: SandboxRequest, values: Readonly<Record<string, string>>): boolean =>
  Object.entries(values).every(([name, value]) => parameterOf(request, name) === value);

const json = (content: object): Interception => ({ body: JSON.stringify({ header: { type: 'lie' }, ...content }) });
const linkSets = (...linksets: readonly object[]): Interception => json({ linksets });
const page = (idlist: readonly string[], more: object = {}): Interception =>
  json({ esearchresult: { count: '20000', retmax: String(idlist.length), retstart: '0', idlist, ...more } });
const summaries = (...uids: readonly string[]): Interception =>
  json({ result: { uids, ...Object.fromEntries(uids.map((uid) => [uid, { uid, name: 'X' }])) } });
const checks = (list: string, entry: string): Interception => ({
  body: `<eLinkResult><LinkSet><DbFrom>pubmed</DbFrom><${list}>${entry}</${list}></LinkSet></eLinkResult>`,
});
const links = (uid: string, uids: readonly string[]) => ({
  dbfrom: 'gene',
  ids: [uid],
  linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: uids }],
});

/**
 * Answers of an NCBI that does not do what the code believes, all at once.
 *
 * @param honest - What the sandbox answers to the questions that several beliefs share.
 */
export function liesOf(honest: { readonly databases: string; readonly summaries: string }): readonly Lie[] {
  const esearch = (values: Readonly<Record<string, string>>) => (request: SandboxRequest) =>
    request.utility === 'esearch' && isAbout(request, values);
  const elink = (values: Readonly<Record<string, string>>) => (request: SandboxRequest) =>
    request.utility === 'elink' && isAbout(request, values);
  const esummary = (condition: (uids: readonly string[]) => boolean) => (request: SandboxRequest) =>
    request.utility === 'esummary' && parameterOf(request, 'retmode') === 'json' && condition(idsOf(request));
  const told = JSON.parse(honest.summaries) as { result: Record<string, object> };
  told.result[NOBODY] = { uid: NOBODY, name: 'SOMEBODY' };
  const [first, second] = GENES;
  return [
    {
      belief: 'rate-limit',
      when: (request) => request.utility === 'einfo' && parameterOf(request, 'db') === undefined,
      answer: { headers: { 'X-RateLimit-Limit': '1', 'X-RateLimit-Remaining': '1' }, body: honest.databases },
    },
    {
      belief: 'links-comma-list',
      when: (request) => elink({ id: `${first},${second}`, cmd: 'neighbor' })(request),
      answer: linkSets(links(first, ['1']), links(second, ['2'])),
    },
    {
      belief: 'links-order',
      when: elink({ id: first, retmode: 'json', linkname: 'gene_pubmed', cmd: 'neighbor' }),
      answer: linkSets(links(first, ['1', '2']), links(second, ['3', '4']), links(NOBODY, ['5'])),
    },
    // These two read the answer above.
    { belief: 'links-unknown-id', when: () => false, answer: { body: '' } },
    { belief: 'links-xml', when: () => false, answer: { body: '' } },
    {
      belief: 'links-batch-200',
      when: elink({ linkname: 'gene_taxonomy' }),
      answer: linkSets({ dbfrom: 'gene', ids: ['1'] }),
    },
    { belief: 'acheck', when: elink({ cmd: 'acheck' }), answer: checks('IdCheckList', '') },
    { belief: 'ncheck-lcheck', when: elink({ cmd: 'lcheck' }), answer: checks('IdCheckList', '') },
    { belief: 'link-out', when: elink({ cmd: 'prlinks' }), answer: checks('IdUrlList', '') },
    {
      belief: 'llinkslib-withdrawn',
      when: elink({ cmd: 'llinkslib' }),
      answer: checks('IdUrlList', '<IdUrlSet><Id>219391</Id></IdUrlSet>'),
    },
    {
      belief: 'summary-unknown-id',
      when: esummary((uids) => uids.includes(NOBODY)),
      answer: { body: JSON.stringify(told) },
    },
    {
      belief: 'summary-xml',
      when: (request) => request.utility === 'esummary' && isAbout(request, { retmode: 'xml', db: 'gene' }),
      answer: {
        body: `<eSummaryResult><DocumentSummarySet status="OK">${[first, second]
          .map((uid) => `<DocumentSummary uid="${uid}"><Name>X</Name></DocumentSummary>`)
          .join('')}</DocumentSummarySet></eSummaryResult>`,
      },
    },
    { belief: 'summary-batch-500', when: esummary(({ length }) => length === 500), answer: summaries('1') },
    { belief: 'summary-too-many', when: esummary(({ length }) => length > 500), answer: summaries('1') },
    { belief: 'summary-invalid-ids', when: esummary((uids) => uids.includes('NOT_A_UID')), answer: summaries(first) },
    { belief: 'search-no-hits', when: esearch({ term: 'xqzvkwjyq' }), answer: page(['1', '2', '3']) },
    { belief: 'search-window', when: esearch({ retstart: '9999' }), answer: page(['1'], { retstart: '9999' }) },
    { belief: 'search-unknown-database', when: esearch({ db: 'nosuchdb' }), answer: page(['1', '2', '3']) },
    {
      belief: 'search-unknown-tag',
      when: esearch({ term: 'brca1[BOGUS] AND human[orgn]' }),
      answer: page(['1', '2', '3'], { querytranslation: 'brca1[BOGUS] AND human[orgn]' }),
    },
    {
      belief: 'spelling',
      when: ({ utility }) => utility === 'espell',
      answer: {
        body: '<eSpellResult><Database>pubmed</Database><Query>brest cancer</Query><CorrectedQuery/></eSpellResult>',
      },
    },
    {
      belief: 'history-search',
      when: esearch({ usehistory: 'y', retmax: '1' }),
      answer: page(['1']),
    },
    {
      belief: 'history-links',
      when: elink({ cmd: 'neighbor_history' }),
      answer: linkSets({ dbfrom: 'gene', ids: [first, second], webenv: 'MCID_1' }),
    },
    {
      belief: 'history-expired',
      when: esearch({ webenv: `MCID_${'0'.repeat(24)}` }),
      answer: page(['1'], { querykey: '2', webenv: `MCID_${'0'.repeat(24)}` }),
    },
    {
      belief: 'sequences',
      when: (request) => request.utility === 'efetch' && parameterOf(request, 'db') === 'protein',
      answer: { body: '<TSeqSet></TSeqSet>' },
    },
    {
      belief: 'catalog-links',
      when: (request) => request.utility === 'einfo' && parameterOf(request, 'db') === 'gene',
      answer: json({
        einforesult: { dbinfo: [{ dbname: 'gene', menuname: 'Gene', fieldlist: [], linklist: [] }] },
      }),
    },
  ];
}

/** An NCBI that tells all of them. */
export function telling(lies: readonly Lie[]): Interceptor {
  return (request) => lies.find(({ when }) => when(request))?.answer;
}
