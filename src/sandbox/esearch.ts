import { type Answer, element, jsonAnswer, xmlAnswer } from './answer.js';
import type { SandboxContext } from './context.js';
import { type Evaluation, evaluateQuery, type StackEntry } from './esearch-evaluate.js';
import { parseQuery, type Query } from './esearch-query.js';
import type { Parameters } from './parameters.js';
import { newestFirst } from './sample-graph.js';
import { dayOf } from './search-dates.js';

const DEFAULT_RETMAX = 20;
/** PubMed shows only its first 9,999 records (protocol: recorded 2026, words of NCBI's message included). */
const LAST_PUBMED_RETSTART = 9998;
const RETSTART_ERROR =
  "Search Backend failed: Exception:\n'retstart' cannot be larger than 9998. " +
  'For PubMed, ESearch can only retrieve the first 9,999 records matching the query. ' +
  'To obtain more than 9,999 PubMed records, consider using EDirect that contains additional logic to batch PubMed search results ' +
  'automatically so that an arbitrary number can be retrieved. For details see https://www.ncbi.nlm.nih.gov/books/NBK25499/';

/** A finished search: all hits in order, and what was understood. */
export interface SearchResult extends Evaluation {
  readonly uids: readonly string[];
  readonly phrasesIgnored: readonly string[];
}

/** `esearch.fcgi`: searches a database of the sample and answers the UIDs of one page. */
export function esearch(params: Parameters, context: SandboxContext): Answer {
  const json = params.json;
  const named = params.get('db') ?? 'pubmed';
  const db = context.catalog.database(named)?.name;
  if (db === undefined) {
    return failure(json, `Invalid db name specified: ${named}`);
  }
  if (asksForHistory(params)) {
    return { status: 501, type: 'text', body: 'The history server is not in this sandbox yet.\n' };
  }
  const term = params.get('term');
  if (term === undefined) {
    return failure(json, 'Empty term and query_key - nothing todo');
  }
  const start = params.count('retstart', 0);
  if (db === 'pubmed' && start > LAST_PUBMED_RETSTART) {
    return failure(json, RETSTART_ERROR);
  }

  const result = search(term, db, params, context);
  const page = result.uids.slice(start, start + params.count('retmax', DEFAULT_RETMAX));
  const view = { result, start, page, stack: db === 'pubmed' ? [] : result.stack, notes: notesOf(result) };
  if (params.get('rettype')?.toLowerCase() === 'count') {
    const count = String(result.uids.length);
    return json
      ? jsonAnswer('esearch', { esearchresult: { count } })
      : xmlAnswer('eSearchResult', `\n\t${element('Count', count)}\n`);
  }
  return json ? asJson(view) : asXml(view);
}

/** Searches with the term and the date parameters of a request; ELink filters with it too. */
export function search(
  term: string,
  db: string,
  params: Parameters,
  { search: index, graph, today }: SandboxContext,
): SearchResult {
  const { query, ignored } = parseQuery(term);
  const right = dateRange(params, today());
  const dated =
    query === undefined || right === undefined
      ? query
      : ({ kind: 'operation', operator: 'AND', left: query, right } as const);
  const evaluation = dated === undefined ? NOTHING : evaluateQuery(dated, db, index);
  const uids = sorted(evaluation.hits, params.get('sort'), (uid, member) =>
    String(graph.record(db, uid)?.[member] ?? ''),
  );
  return { ...evaluation, uids, phrasesIgnored: ignored };
}

const NOTHING: Evaluation = {
  hits: new Set(),
  translation: '',
  stack: [],
  translations: [],
  phrasesNotFound: [],
  quotedPhrasesNotFound: [],
};

function asksForHistory(params: Parameters): boolean {
  return (
    params.get('usehistory')?.toLowerCase() === 'y' ||
    params.get('webenv') !== undefined ||
    params.get('query_key') !== undefined
  );
}

/** `reldate` or `mindate` and `maxdate` as part of the query; `undefined` when the request names no date. */
function dateRange(params: Parameters, today: Date): Query | undefined {
  const field = params.get('datetype') ?? 'pdat';
  const days = params.count('reldate', 0);
  if (days > 0) {
    const first = new Date(today.getTime() - days * 86_400_000);
    return { kind: 'range', from: dayOf(first), to: dayOf(today), field };
  }
  const [from, to] = [params.get('mindate'), params.get('maxdate')];
  return from === undefined && to === undefined
    ? undefined
    : { kind: 'range', from: from ?? '1000', to: to ?? '3000', field };
}

/** Newest first unless another order is asked for; `relevance` and unknown orders fall back to it. */
function sorted(
  hits: ReadonlySet<string>,
  order: string | undefined,
  member: (uid: string, name: string) => string,
): readonly string[] {
  const newest = newestFirst(hits);
  const by = (name: string): readonly string[] =>
    newest.toSorted((a, b) => member(a, name).localeCompare(member(b, name), 'en'));
  switch (order?.toLowerCase().replaceAll(/[\s_+]/g, '')) {
    case 'pubdate':
      return newest.toSorted((a, b) => Number(member(b, 'year')) - Number(member(a, 'year')));
    case 'author':
    case 'firstauthor':
      return by('authors');
    case 'title':
      return by('title');
    case 'journal':
    case 'journalname':
      return by('journal');
    default:
      return newest;
  }
}

interface View {
  readonly result: SearchResult;
  readonly start: number;
  readonly page: readonly string[];
  /** PubMed answers none since 2022. */
  readonly stack: readonly StackEntry[];
  readonly notes: Notes | undefined;
}

interface Notes {
  readonly phrasesnotfound: readonly string[];
  readonly phrasesignored: readonly string[];
  readonly quotedphrasesnotfound: readonly string[];
  readonly outputmessages: readonly string[];
}

/** What went wrong in part; `undefined` in a clean answer, which has neither an error nor a warning list. */
function notesOf({ uids, phrasesNotFound, phrasesIgnored, quotedPhrasesNotFound }: SearchResult): Notes | undefined {
  const clean = uids.length > 0 && phrasesNotFound.length + phrasesIgnored.length + quotedPhrasesNotFound.length === 0;
  return clean
    ? undefined
    : {
        phrasesnotfound: phrasesNotFound,
        phrasesignored: phrasesIgnored,
        quotedphrasesnotfound: quotedPhrasesNotFound,
        outputmessages: uids.length === 0 ? ['No items found.'] : [],
      };
}

function asJson({ result, start, page, stack, notes }: View): Answer {
  const found = result.uids.length > 0;
  const { phrasesnotfound = [], ...warnings } = notes ?? {};
  const warned = Object.values(warnings).some((each) => each.length > 0);
  return jsonAnswer('esearch', {
    esearchresult: {
      count: String(result.uids.length),
      retmax: String(page.length),
      retstart: String(start),
      idlist: page,
      translationset: result.translations,
      ...(found && stack.length > 0 ? { translationstack: stack } : {}),
      querytranslation: result.translation,
      ...(notes && {
        errorlist: { phrasesnotfound, fieldsnotfound: [] },
        ...(warned && { warninglist: warnings }),
      }),
    },
  });
}

function asXml({ result, start, page, stack, notes }: View): Answer {
  const ids =
    page.length === 0 ? '<IdList/>' : `<IdList>\n${page.map((uid) => `${element('Id', uid)}\n`).join('')}</IdList>`;
  const translations = result.translations.map(
    ({ from, to }) => `<Translation>${element('From', from)}${element('To', to)}</Translation>`,
  );
  const parts = [
    element('Count', result.uids.length),
    element('RetMax', page.length),
    element('RetStart', start),
    ids,
    list('TranslationSet', translations) || '<TranslationSet/>',
    result.uids.length > 0 ? list('TranslationStack', stack.map(stackElement)) : '',
    element('QueryTranslation', result.translation),
    list(
      'ErrorList',
      (notes?.phrasesnotfound ?? []).map((phrase) => element('PhraseNotFound', phrase)),
    ),
    list('WarningList', [
      ...(notes?.phrasesignored ?? []).map((phrase) => element('PhraseIgnored', phrase)),
      ...(notes?.quotedphrasesnotfound ?? []).map((phrase) => element('QuotedPhraseNotFound', phrase)),
      ...(notes?.outputmessages ?? []).map((message) => element('OutputMessage', message)),
    ]),
  ];
  return xmlAnswer('eSearchResult', parts.join(''));
}

function stackElement(entry: StackEntry): string {
  if (typeof entry === 'string') {
    return element('OP', entry);
  }
  const members = [
    element('Term', entry.term),
    element('Field', entry.field),
    element('Count', entry.count),
    element('Explode', entry.explode),
  ];
  return `<TermSet>${members.join('')}</TermSet>`;
}

function list(name: string, elements: readonly string[]): string {
  return elements.length === 0 ? '' : `<${name}>${elements.join('')}</${name}>`;
}

/** ESearch puts its error inside the result; NCBI sends newlines of the message raw, which is not valid JSON (recorded 2026). */
function failure(json: boolean, message: string): Answer {
  if (!json) {
    return xmlAnswer('eSearchResult', `\n\t${element('ERROR', message)}\n`);
  }
  const { type, body } = jsonAnswer('esearch', { esearchresult: { ERROR: message } });
  return { type, body: body.replaceAll(String.raw`\n`, '\n') };
}
