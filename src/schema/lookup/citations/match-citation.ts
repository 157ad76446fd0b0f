import { EntrezError } from '../../../eutils/failures/errors.js';
import { type Citation, type CitationAnswer, citationField } from '../../../eutils/search/ecitmatch.js';
import { citationKey } from '../../../loading/definitions/citations.js';
import { findsNo } from '../../core/absence.js';
import { badInput } from '../../core/arguments.js';
import type { Context } from '../../core/context.js';
import { EntrezRecord } from '../../core/record.js';
import { questionOf } from '../../cost/planned-query.js';
import { RecordSet, START } from '../../cost/record-set.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import { type Doc, docsAt, textAt } from '../../summaries/docsum.js';
import { candidateOf, tellCandidate } from '../candidates.js';

/** A citation as callers give it. */
export type CitationInput = { readonly [Name in keyof Citation]?: string | null | undefined } & {
  readonly key?: string | null | undefined;
};

const FIELDS = ['journal', 'year', 'volume', 'firstPage', 'author'] as const;
/** More than any journal has in its name. */
const LONGEST_FIELD = 300;

/** How references print a volume with its issue, and the pages of an article: ECitMatch takes the volume and the first page. */
const PRINTED: Readonly<Partial<Record<(typeof FIELDS)[number], readonly RegExp[]>>> = {
  volume: [/^vol(?:ume|\.| )\s*(?=\d)/i, /(?<=^[^\s(]+)\s*\([^()]*\)$/],
  firstPage: [
    /^p(?:ages?\s*|p?(?:\.\s*| ))(?=\w*\d)/i,
    /(?<=^(?:[a-z]*\d+[a-z]*|[ivxlc]+))\s*[-\u2010-\u2015\u2212]\s*(?:[a-z]*\d.*|[ivxlc]+)$/i,
  ],
};

/** A field without what is printed beside it; one that is too long is refused as it is. */
function asMatched(name: (typeof FIELDS)[number], text: string): string {
  const beside = text.length > LONGEST_FIELD ? [] : (PRINTED[name] ?? []);
  return beside.reduce((rest, each) => rest.replace(each, ''), text);
}

/**
 * Reads a citation.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument and its member.
 */
export function readCitation(input: CitationInput, argument: string): Citation {
  const given = FIELDS.flatMap((name) => {
    const text = asMatched(name, citationField(input[name] ?? ''));
    // ECitMatch searches by letters and digits, and finds anything for a field that has none.
    return /[\p{L}\p{N}]/u.test(text) ? [[name, text] as const] : [];
  });
  if (given.length === 0) {
    throw badInput(argument, JSON.stringify(input), `Give the ${FIELDS.join(', ')}, as many as are known.`);
  }
  const long = given.find(([, text]) => text.length > LONGEST_FIELD);
  if (long) {
    throw badInput(`${argument}.${long[0]}`, long[1], `Use at most ${LONGEST_FIELD} characters.`);
  }
  const citation: Citation = Object.fromEntries(given);
  if (citation.year !== undefined && !/^\d{4}$/.test(citation.year)) {
    throw badInput(`${argument}.year`, citation.year, 'Use a year such as 1991.');
  }
  return citation;
}

/** What NCBI says of a citation. @throws EntrezError the failure of ECitMatch. */
export function matchCitation(citation: Citation, context: Context): CitationAnswer | Promise<CitationAnswer> {
  return context.loaders.citations.load(citationKey(citation), context.operation);
}

/**
 * The one article of a citation.
 *
 * @throws EntrezError `UNKNOWN_ID` when there is none, `BAD_USER_INPUT` with the candidates when there are several; the
 * failure of ECitMatch.
 */
export async function articleOf(citation: Citation, argument: string, context: Context): Promise<EntrezRecord> {
  const answer = await matchCitation(citation, context);
  switch (answer.status) {
    case 'FOUND':
      return new EntrezRecord('pubmed', answer.uid);
    case 'NOT_FOUND':
      throw new EntrezError(
        'UNKNOWN_ID',
        `${findsNo('article of this citation', context.operation)}. ${reasonOf(answer) ?? 'Check its volume and page.'}`,
        {
          db: 'pubmed',
        },
      );
    case 'AMBIGUOUS': {
      const candidates = answer.uids.map((uid) => candidateOf('pubmed', uid, context));
      const listed =
        candidates.length > 0
          ? `Use one of the uids: ${candidates.map(tellCandidate).join('; ')}.`
          : 'Give its volume and first page.';
      throw new EntrezError('BAD_USER_INPUT', `Argument "${argument}" fits ${answer.count} articles. ${listed}`, {
        db: 'pubmed',
        uids: answer.uids,
        candidates,
      });
    }
  }
}

/** Why nothing was found, where NCBI says more than that. */
export function reasonOf(answer: CitationAnswer): string | null {
  if (answer.status !== 'NOT_FOUND' || answer.reason === undefined) {
    return null;
  }
  return answer.reason === 'INVALID_JOURNAL' ? 'The journal is not known.' : `NCBI says: ${answer.reason}.`;
}

/** Acts out the call that finds articles, and gives them. */
export function estimateCitations(citations: readonly Citation[], scope: EstimateScope): RecordSet[] {
  return scope.follow(
    questionOf('ecitmatch', 'pubmed', scope.loaders.citations),
    RecordSet.known('pubmed', citations.map(citationKey), START),
    { read: (answer) => (answer.status === 'FOUND' ? answer.uid : []), most: 1 },
  );
}

/** What an article's summary says otherwise than a citation: NCBI passes over a wrong year or author. */
export function disagreements(citation: Citation, summary: Doc): string[] {
  const authors = (docsAt(summary, 'authors') ?? []).map((author) => textAt(author, 'name') ?? '');
  const dates = ['pubdate', 'epubdate'].map((name) => textAt(summary, name) ?? '');
  const firstPage = (textAt(summary, 'pages') ?? '').split(/[-,;]/)[0] ?? '';
  const volume = textAt(summary, 'volume') ?? '';
  return [
    ...differs(
      'year',
      citation.year,
      dates.some((date) => date.startsWith(citation.year ?? '')),
      dates[0],
    ),
    ...differs('volume', citation.volume, isSame(citation.volume, volume), volume),
    ...differs('firstPage', citation.firstPage, isSame(citation.firstPage, firstPage), firstPage),
    ...differs(
      'author',
      citation.author,
      authors.some((name) => isAuthor(citation.author, name)),
      authors[0],
    ),
  ];
}

function differs(name: string, given: string | undefined, agrees: boolean, own = ''): string[] {
  return given === undefined || agrees || own === '' ? [] : [`${name}: ${own}`];
}

function isSame(given: string | undefined, own: string): boolean {
  return given?.toLowerCase() === own.toLowerCase();
}

/** By the last name: initials are written in many ways. */
function isAuthor(given: string | undefined, name: string): boolean {
  const last = (text: string): string =>
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[ ,]+\p{L}(?:[-. ]?\p{L}){0,2}\.?$/u, '');
  return last(given ?? '') === last(name);
}
