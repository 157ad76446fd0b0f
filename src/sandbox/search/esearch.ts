import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { searchInJson, searchInXml } from './esearch-answer.js';
import { search } from './esearch-run.js';
import type { Parameters } from '../http/parameters.js';

const DEFAULT_RETMAX = 20;
/** Hits listed at a time of other databases than PubMed (manual). */
const LONGEST_PAGE = 10_000;
/** PubMed shows only its first 9,999 records (protocol: recorded 2026, words of NCBI's message included). */
const PUBMED_WINDOW = 9999;
const LAST_PUBMED_RETSTART = PUBMED_WINDOW - 1;
const RETSTART_ERROR =
  "Search Backend failed: Exception:\n'retstart' cannot be larger than 9998. " +
  'For PubMed, ESearch can only retrieve the first 9,999 records matching the query. ' +
  'To obtain more than 9,999 PubMed records, consider using EDirect that contains additional logic to batch PubMed search results ' +
  'automatically so that an arbitrary number can be retrieved. For details see https://www.ncbi.nlm.nih.gov/books/NBK25499/';

/**
 * `esearch.fcgi`: searches a database of the sample and answers the UIDs of one page. With `usehistory=y` all of them
 * are stored; `WebEnv` and `query_key` search inside a stored set, as does `#1` in a term.
 */
export function esearch(params: Parameters, context: SandboxContext): Answer {
  const json = params.json;
  const named = params.get('db') ?? 'pubmed';
  const db = context.catalog.database(named)?.name;
  if (db === undefined) {
    return failure(json, `Invalid db name specified: ${named}`);
  }
  const term = termOf(params);
  if (term === undefined) {
    return failure(json, 'Empty term and query_key - nothing todo');
  }
  const start = params.count('retstart', 0);
  if (db === 'pubmed' && start > LAST_PUBMED_RETSTART) {
    return failure(json, RETSTART_ERROR);
  }

  const result = search(term, db, params, context);
  if (result.error !== undefined) {
    return failure(json, result.error);
  }
  const { uids } = result;
  const retmax = params.count('retmax', DEFAULT_RETMAX);
  const window = db === 'pubmed' ? PUBMED_WINDOW - start : LONGEST_PAGE;
  if (params.get('rettype')?.toLowerCase() === 'count') {
    const count = String(uids.length);
    return json
      ? jsonAnswer('esearch', { esearchresult: { count } })
      : xmlAnswer('eSearchResult', `\n\t${element('Count', count)}\n`);
  }
  const view = {
    db,
    result,
    start,
    page: uids.slice(start, start + Math.min(retmax, window)),
    remarks: [
      ...result.remarks,
      ...(db === 'pubmed' && Math.min(retmax, uids.length - start) > window ? [adjusted(start)] : []),
    ],
    stored: params.get('usehistory')?.toLowerCase() === 'y' ? store(db, uids, params, context) : undefined,
  };
  return json ? searchInJson(view) : searchInXml(view);
}

/** What NCBI says when a page would leave the window of PubMed (protocol-2 section 0: 2022). */
function adjusted(start: number): string {
  return `Restrictions achieved. start and count adjusted to ${start}, ${PUBMED_WINDOW - start}`;
}

/** The term, inside the stored set that `query_key` names (protocol: the translation shows both in parentheses). */
function termOf(params: Parameters): string | undefined {
  const term = params.get('term');
  const queryKey = params.get('query_key');
  if (queryKey === undefined) {
    return term;
  }
  return term === undefined ? `#${queryKey}` : `(#${queryKey}) AND (${term})`;
}

function store(
  db: string,
  uids: readonly string[],
  params: Parameters,
  { stored }: SandboxContext,
): { readonly queryKey: string; readonly webEnv: string } {
  const webEnv = stored.open(params.get('webenv'));
  return { webEnv, queryKey: stored.store(webEnv, { db, uids }) };
}

/** ESearch puts its error inside the result; NCBI sends newlines of the message raw, which is not valid JSON (recorded 2026). */
function failure(json: boolean, message: string): Answer {
  if (!json) {
    return xmlAnswer('eSearchResult', `\n\t${element('ERROR', message)}\n`);
  }
  const { type, body } = jsonAnswer('esearch', { esearchresult: { ERROR: message } });
  return { type, body: body.replaceAll(String.raw`\n`, '\n') };
}
