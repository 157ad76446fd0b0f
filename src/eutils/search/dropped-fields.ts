/** A phrase of a term with the search field it is to be looked up in; undefined for all fields. */
interface Phrase {
  readonly words: readonly string[];
  readonly field: string | undefined;
}

/** None of its parts can be looked for again from each place of a long term. */
const TOKEN = /"([^"]*)"|\[([^[\]]*)\]|[()]|[^\s"()[\]]+/g;
const OPERATORS: readonly string[] = ['AND', 'OR', 'NOT'];
const ALL = 'all fields';
const ALL_FIELDS: readonly string[] = ['all', ALL, '*'];

/** Fields in which NCBI looks words up by itself as well, in the forms of tags and of translations. */
const ADDED = [/^(?:mesh|mh|majr|sh|nm|supplementary concept)/i, /^p?org/i];

/**
 * The parts of a term whose search field NCBI dropped, as `aging[BOGUS]`: it looks them up in all fields and says so only
 * in its translation, with an empty list of errors (protocol section 12: recorded 2026). Where the translation can be read
 * another way, nothing is reported: NCBI adds words of its own to those that stand without a field.
 *
 * @param field - The field that parts without one are to be looked up in.
 */
export function droppedFields(term: string, field: string | undefined, translation = ''): string[] {
  const fieldsOf = fieldsByWord(translation);
  const phrases = phrasesOf(term, field);
  const alone = new Set(
    // In `cancer smith j[au]` the field may hold for the last words alone.
    phrases.flatMap(({ words, field: wanted }) => (wanted === undefined ? words : words.slice(0, -1))).map(endOf),
  );
  const dropped = phrases.flatMap(({ words, field: wanted }) => {
    const last = endOf(words.at(-1) ?? '');
    const fields = fieldsOf.get(last);
    if (wanted === undefined || alone.has(last) || !fields?.has(ALL)) {
      return [];
    }
    const isHonoured = [...fields].some((each) => {
      const added = ADDED.find((form) => form.test(each));
      return each !== ALL && (added === undefined || added.test(wanted.trim()));
    });
    return isHonoured ? [] : [`${words.join(' ')}[${wanted}]`];
  });
  return [...new Set(dropped)];
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

/** The fields that a translation looks words up in, in lower case, by the last word of each phrase. */
function fieldsByWord(translation: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const parts = translation.split(/\[([^[\]]*)\]/);
  for (let index = 1; index < parts.length; index += 2) {
    const word = endOf(lastOf((parts[index - 1] ?? '').split(/[\s"()[\]]+/)));
    const fields = found.get(word) ?? new Set();
    found.set(word, fields.add((parts[index] ?? '').toLowerCase()));
  }
  return found;
}

/** NCBI parts words at signs: IL-6 becomes "il"[All Fields] AND "6"[All Fields]. */
function endOf(word: string): string {
  const text = word.toLowerCase();
  return lastOf(text.split(/[^\p{L}\p{N}*]+/u)) || text;
}

function lastOf(parts: readonly string[]): string {
  return parts.findLast((part) => part !== '') ?? '';
}
