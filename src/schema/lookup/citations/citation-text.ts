import type { Citation } from '../../../eutils/search/ecitmatch.js';

const YEAR = String.raw`(?<year>(?:1[89]|20)\d\d)`;
const VOLUME = String.raw`(?<volume>[A-Z]?\d{1,4}[A-Z]?)`;
/** An issue or a supplement, which does not count. */
const ISSUE = String.raw`(?:\s*\([^()]{1,40}\)|\s(?:Suppl?|Pt|Spec)\b[^:;,]{0,20}|\.\d{1,5}|,\s*(?:no|iss)\.?\s*[\w-]{1,10})?`;
/** The first page of a range, or the number of an article. */
const PAGE = String.raw`(?:pp?(?:\.\s*|\s+|(?=\d)))?(?<page>[A-Za-z]{0,6}\d\w{0,20}|[ivxlc]{1,8})(?:\s*-\s*\w{1,12})?`;
const END = String.raw`(?!\w|-\w)`;

/** The styles in which references are printed: what stands before the volume is told apart afterwards. */
const STYLES: readonly RegExp[] = [
  // Watson JD, Crick FH. Molecular structure of nucleic acids. Nature. 1953 Apr 25;171(4356):737-8.
  String.raw`^(?<before>.+?)[.,;]?\s\(?${YEAR}\)?[^;:()\d]{0,12}\d{0,2};\s*${VOLUME}${ISSUE}\s*:\s*${PAGE}${END}`,
  // Watson, J. D., & Crick, F. H. C. (1953). Molecular structure of nucleic acids. Nature, 171(4356), 737-738.
  String.raw`^(?<authors>.+?)\s\(${YEAR}[a-z]?(?:,[^()]{1,20})?\)[.:,]?\s+(?<before>.+?)[.,]?\s+(?:vol\.?\s*)?${VOLUME}${ISSUE}\s*[,:]\s*${PAGE}${END}`,
  // Watson, J. D. & Crick, F. H. C. Molecular structure of nucleic acids. Nature 171, 737-738 (1953).
  String.raw`^(?<before>.+?)[.,]?\s+(?:vol\.?\s*)?${VOLUME}${ISSUE}\s*[,:]\s*${PAGE},?\s*\(${YEAR}\)`,
  // Watson, James D. "Molecular structure of nucleic acids." Nature 171, no. 4356 (1953): 737-738.
  String.raw`^(?<before>.+?)[.,]?\s+(?:vol\.?\s*)?${VOLUME}${ISSUE}\s*\([^()\d]{0,15}${YEAR}\)\s*[:,]\s*${PAGE}${END}`,
  // J. D. Watson and F. H. C. Crick, "Molecular structure of nucleic acids," Nature, vol. 171, no. 4356, pp. 737-738, 1953.
  String.raw`^(?<before>.+?),?\s+(?:vol\.?\s*)?${VOLUME}${ISSUE},\s*${PAGE},\s*(?:[A-Za-z]{3,9}\.?\s*)?${YEAR}${END}`,
  // Watson, J.D., Crick, F.H.C., 1953. Molecular structure of nucleic acids. Nature 171 (4356), 737-738.
  String.raw`^(?<authors>.+?),?\s${YEAR}[a-z]?[.:,]\s+(?<before>.+?)[.,]?\s+(?:vol\.?\s*)?${VOLUME}${ISSUE}\s*[,:]\s*${PAGE}${END}`,
].map((style) => new RegExp(style, 'u'));

/** Numbers of lists of references. */
const NUMBERED = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+/;

/**
 * What a printed reference says of its article, in the styles of Vancouver, APA, Harvard, Nature, Science, MLA, Chicago and IEEE;
 * undefined for any other text. A reference without its journal, volume and first page names no article.
 */
export function readPrintedCitation(text: string): Citation | undefined {
  const plain = text
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replace(NUMBERED, '')
    .trim();
  for (const style of STYLES) {
    const { authors, before = '', year, volume, page } = style.exec(plain)?.groups ?? {};
    const journal = journalIn(before);
    if (journal !== undefined) {
      const author = authorIn(authors ?? before);
      return { journal, year, volume, firstPage: page, ...(author !== undefined && { author }) };
    }
  }
  return undefined;
}

/** The identifiers that references end with, each once. */
export function identifiersIn(text: string): { readonly pmids: readonly string[]; readonly dois: readonly string[] } {
  const all = (form: RegExp): readonly string[] => [
    ...new Set([...text.matchAll(form)].flatMap(([, identifier]) => identifier ?? [])),
  ];
  return {
    pmids: all(/\bPMID:?\s*(\d{1,9})\b/gi),
    dois: all(/(?:\bdoi:?\s*|\bdoi\.org\/)(10\.\d{4,9}\/[^\s"<>]{0,200}[^\s"<>.,;)\]])/gi),
  };
}

/** The journal at the end of what stands before a volume: behind a title in quotes, or the last sentence. */
function journalIn(before: string): string | undefined {
  const afterQuotes = before.split(/["”]\s+/u).at(-1) ?? '';
  const sentences = afterQuotes.split(/[.?!]\s+/u).filter((each) => each !== '');
  let journal = sentences.pop() ?? '';
  // Abbreviations with full stops: J. Biol. Chem.
  const isWhole = journal.includes(' ');
  while (!isWhole && isAbbreviated(sentences.at(-1) ?? '')) {
    journal = `${sentences.pop()} ${journal}`;
  }
  const name = (journal.split(/,\s+/u).at(-1) ?? '').replaceAll(/^in:?\s+|[.,:;*_\s]+$/giu, '');
  return /\p{L}{2}/u.test(name) && /\p{Lu}/u.test(name) && name.length <= 150 ? name : undefined;
}

/** Titles of one word. */
const TITLE =
  /^(?:Editorial|Reply|Introduction|Comment|Commentary|Correction|Erratum|Foreword|Obituary|Perspective|Preface|Response)$/;

function isAbbreviated(word: string): boolean {
  return /^\p{Lu}[\p{L}.]{0,11}$/u.test(word) && !TITLE.test(word);
}

/** The first author by last name and initials. */
function authorIn(text: string): string | undefined {
  const [, last, initials] =
    /^(\p{Lu}[\p{L}'’-]{1,30}(?: \p{L}[\p{L}'’-]{1,30})?),? ((?:\p{Lu}\.?[ -]?){1,4})(?=[,.;&(]| et al| and |$)/u.exec(
      text,
    ) ?? [];
  const [, first, own] = /^((?:\p{Lu}\.[ -]?){1,3})\s*(\p{Lu}[\p{L}'’-]{1,30})/u.exec(text) ?? [];
  const lettersOf = (marks = ''): string => marks.replaceAll(/[^\p{Lu}]/gu, '');
  return last !== undefined
    ? `${last} ${lettersOf(initials)}`
    : own !== undefined
      ? `${own} ${lettersOf(first)}`
      : undefined;
}
