/** A phrase of a term with the search field it is to be looked up in; undefined for all fields. */
interface Phrase {
  readonly words: readonly string[];
  readonly field: string | undefined;
}

/** None of its parts can be looked for again from each place of a long term. */
const TOKEN = /"([^"]*)"|\[([^[\]]*)\]|[()]|[^\s"()[\]]+/g;
const OPERATORS: readonly string[] = ['AND', 'OR', 'NOT'];
const ALL_FIELDS: readonly string[] = ['all', 'all fields', '*'];

/**
 * The parts of a term whose search field NCBI dropped, as `aging[BOGUS]`: it looks them up in all fields and says so only
 * in its translation, with an empty list of errors (protocol section 12: recorded 2026). Where the same word stands under
 * several fields, they are named together: the translation does not tell which one was dropped.
 *
 * @param field - The field that parts without one are to be looked up in.
 */
export function droppedFields(term: string, field: string | undefined, translation: string | undefined): string[] {
  const inAllFields = wordsInAllFields(translation ?? '');
  if (inAllFields.size === 0) {
    return [];
  }
  const phrases = phrasesOf(term, field);
  const anywhere = new Set(phrases.flatMap((phrase) => (phrase.field === undefined ? phrase.words : [])));
  const dropped = new Map<string, Set<string>>();
  for (const { words, field: wanted } of phrases) {
    // In `cancer smith j[au]` the field may hold for the last words alone.
    const last = words.at(-1);
    if (wanted !== undefined && last !== undefined && inAllFields.has(endOf(last)) && !anywhere.has(last)) {
      const same = dropped.get(endOf(last)) ?? new Set();
      dropped.set(endOf(last), same.add(`${words.join(' ')}[${wanted}]`));
    }
  }
  return [...dropped.values()].map((same) => [...same].join(' or '));
}

function phrasesOf(term: string, field: string | undefined): Phrase[] {
  const phrases: Phrase[] = [];
  let words: string[] = [];
  const end = (wanted: string | undefined): void => {
    const isAll = wanted === undefined || ALL_FIELDS.includes(wanted.trim().toLowerCase());
    if (words.length > 0) {
      phrases.push({ words, field: isAll ? undefined : wanted });
    }
    words = [];
  };
  for (const [token, quoted, tag] of term.matchAll(TOKEN)) {
    if (tag !== undefined) {
      end(tag);
    } else if (quoted !== undefined) {
      words.push(...quoted.split(/\s+/).filter((word) => word !== ''));
    } else if (token === '(' || token === ')' || OPERATORS.includes(token.toUpperCase())) {
      end(field);
    } else {
      words.push(token);
    }
  }
  end(field);
  return phrases;
}

/** The last words of what a translation looks up in all fields. */
function wordsInAllFields(translation: string): ReadonlySet<string> {
  const before = translation.split(/\[All Fields\]/i).slice(0, -1);
  return new Set(before.map((text) => endOf(lastOf(text.split(/[\s"()[\]]+/)))));
}

/** NCBI parts words at signs: IL-6 becomes "il"[All Fields] AND "6"[All Fields]. */
function endOf(word: string): string {
  const text = word.toLowerCase();
  return lastOf(text.split(/[^\p{L}\p{N}*]+/u)) || text;
}

function lastOf(parts: readonly string[]): string {
  return parts.findLast((part) => part !== '') ?? '';
}
