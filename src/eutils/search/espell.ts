import type { Text } from '../body/text.js';
import { backendFailure } from '../failures/backend-failure.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { isSameDatabase } from '../body/shape.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf, errorInXml, hasOthers, named, withOnly, xmlDocument } from '../body/xml-answer.js';
import { child, childrenNamed, elementsOf, textOf, type XmlElement } from '../body/xml.js';

export interface SpellingQuestion {
  readonly db: string;
  readonly term: string;
}

/** Asks ESpell whether a search term is misspelt. It has no JSON form. */
export function spellRequest({ db, term }: SpellingQuestion): EutilsRequest {
  return {
    utility: 'espell',
    retmode: 'xml',
    params: [
      ['db', db],
      ['term', term],
      ['retmode', 'xml'],
    ],
    idCount: 0,
  };
}

/**
 * Reads the corrected search term; `null` when there is nothing to correct. An empty `ERROR` is part of every answer
 * (protocol: recorded 2008 to 2026) and means none.
 *
 * @throws EntrezError `BAD_USER_INPUT` for an unknown database or an empty term; `UPSTREAM_UNAVAILABLE`, retryable, when
 * NCBI reports another error; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, echoes another question, or
 * has something else in place of a correction.
 */
export function decodeSpelling(body: Text, question: SpellingQuestion): string | null {
  const root = xmlDocument(body);
  const sentence = errorInXml(root)?.trim();
  if (sentence !== undefined && sentence !== '') {
    throw backendFailure(sentence);
  }
  named(root, 'eSpellResult');
  const asked = contentOf(root, 'Query');
  const db = contentOf(root, 'Database');
  if (asked === undefined && essence(question.term) !== '') {
    throw malformed('NCBI corrected a term without repeating it.');
  }
  if (
    (asked !== undefined && essence(asked) !== essence(question.term)) ||
    !isSameDatabase(db ?? question.db, question.db)
  ) {
    throw contradiction('NCBI corrected another term than the one sent, or for another database.');
  }
  const written = contentOf(root, 'CorrectedQuery');
  const [spelled, ...others] = childrenNamed(root, 'SpelledQuery');
  if (others.length > 0 || (spelled && hasOthers(spelled, ['Original', 'Replaced']))) {
    throw malformed('NCBI spelled a term in a way that is unknown.');
  }
  const corrected = respelt(spelled) ?? written;
  if (written !== undefined && essence(written) !== essence(corrected ?? '')) {
    throw contradiction('NCBI corrected a term in two different ways.');
  }
  if (corrected !== undefined && corrected.toLowerCase() !== asked?.toLowerCase()) {
    if (corrected.length > MAX_GROWTH * question.term.length + MAX_GROWTH || hasMarkup(corrected, question.term)) {
      throw malformed('NCBI sent something else than a term in place of a correction.');
    }
    return corrected;
  }
  // Every recorded answer has both, blank where there is nothing to correct (2008 to 2026).
  if (!child(root, 'CorrectedQuery') && !spelled) {
    throw malformed('NCBI left out what it would correct.');
  }
  withOnly(root, ['Database', 'Query', 'CorrectedQuery', 'SpelledQuery']);
  return null;
}

/** A correction replaces letters: it is not several times as long as its term. */
const MAX_GROWTH = 10;

/** Whether a web page or a sentence with signs of markup stands in place of a term. */
function hasMarkup(corrected: string, term: string): boolean {
  return /[<>{}\p{Cc}]/u.test(corrected) && !/[<>{}\p{Cc}]/u.test(term);
}

/** What of a term no way of writing or escaping it changes: its letters and digits. */
function essence(term: string): string {
  return term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The term put together from what was kept and what was replaced. `CorrectedQuery` may be all in lower case (protocol:
 * recorded 2013), this keeps `AND`, `OR` and `NOT` as operators.
 */
function respelt(query: XmlElement | undefined): string | undefined {
  if (query === undefined || childrenNamed(query, 'Replaced').length === 0) {
    return undefined;
  }
  const text = elementsOf(query).map(textOf).join('').trim();
  return text === '' ? undefined : text;
}
