import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { StackEntry } from './esearch-part.js';
import type { SearchResult } from './esearch-run.js';

/** One page of a finished search. */
export interface SearchView {
  readonly db: string;
  readonly result: SearchResult;
  readonly start: number;
  readonly page: readonly string[];
  /** What is to be said about the page. */
  readonly remarks: readonly string[];
  /** Where the whole result was stored, if it was. */
  readonly stored: { readonly queryKey: string; readonly webEnv: string } | undefined;
}

interface Notes {
  readonly phrasesnotfound: readonly string[];
  readonly phrasesignored: readonly string[];
  readonly quotedphrasesnotfound: readonly string[];
  readonly outputmessages: readonly string[];
}

/** What went wrong in part; `undefined` in a clean answer, which has neither an error nor a warning list. */
function notesOf({ result, remarks }: SearchView): Notes | undefined {
  const { uids, phrasesNotFound, phrasesIgnored, quotedPhrasesNotFound, droppedTags } = result;
  // Of a dropped tag only an empty list of errors is left (protocol section 12: 2026).
  const notes = [phrasesNotFound, phrasesIgnored, quotedPhrasesNotFound, droppedTags, remarks];
  const clean = uids.length > 0 && notes.every((each) => each.length === 0);
  return clean
    ? undefined
    : {
        phrasesnotfound: phrasesNotFound,
        phrasesignored: phrasesIgnored,
        quotedphrasesnotfound: quotedPhrasesNotFound,
        outputmessages: [...(uids.length === 0 ? ['No items found.'] : []), ...remarks],
      };
}

/** The page in JSON, where counts are text (recorded 2024 to 2026). */
export function searchInJson(view: SearchView): Answer {
  const { result, start, page, stored } = view;
  const notes = notesOf(view);
  const stack = stackOf(view);
  const found = result.uids.length > 0;
  const { phrasesnotfound = [], ...warnings } = notes ?? {};
  const warned = Object.values(warnings).some((each) => each.length > 0);
  return jsonAnswer('esearch', {
    esearchresult: {
      count: String(result.uids.length),
      retmax: String(page.length),
      retstart: String(start),
      ...(stored && { querykey: stored.queryKey, webenv: stored.webEnv }),
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

/** The page in XML (recorded 2024). */
export function searchInXml(view: SearchView): Answer {
  const { result, start, page, stored } = view;
  const notes = notesOf(view);
  const ids =
    page.length === 0 ? '<IdList/>' : `<IdList>\n${page.map((uid) => `${element('Id', uid)}\n`).join('')}</IdList>`;
  const translations = result.translations.map(
    ({ from, to }) => `<Translation>${element('From', from)}${element('To', to)}</Translation>`,
  );
  const parts = [
    element('Count', result.uids.length),
    element('RetMax', page.length),
    element('RetStart', start),
    stored === undefined ? '' : element('QueryKey', stored.queryKey) + element('WebEnv', stored.webEnv),
    ids,
    list('TranslationSet', translations) || '<TranslationSet/>',
    result.uids.length > 0 ? list('TranslationStack', stackOf(view).map(stackElement)) : '',
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

/** PubMed answers none since 2022. */
function stackOf({ db, result }: SearchView): readonly StackEntry[] {
  return db === 'pubmed' ? [] : result.stack;
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
