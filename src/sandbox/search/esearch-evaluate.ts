import { combine, grouped, type Part, type StackEntry, type StackTerm, type Uids } from './esearch-part.js';
import type { Operator, Query, Range, Term } from './esearch-query.js';
import { fieldByTag, type SearchField, untaggedField } from './search-fields.js';
import type { SearchIndex } from './search-index.js';

const NONE: Uids = new Set();

export interface Evaluation {
  readonly hits: Uids;
  readonly translation: string;
  readonly stack: readonly StackEntry[];
  /** Words that were replaced by a better search, with their replacement. */
  readonly translations: readonly { readonly from: string; readonly to: string }[];
  readonly phrasesNotFound: readonly string[];
  readonly quotedPhrasesNotFound: readonly string[];
  /** Keys of stored sets that the query names (`#1`) and that are not kept. */
  readonly missingSets: readonly string[];
  /** Tags that no field has. */
  readonly droppedTags: readonly string[];
}

interface Surroundings {
  /** The tag of words without one; All Fields when missing. */
  readonly field?: string | undefined;
  /** The UIDs of the stored set that `#` and a key name. */
  readonly stored?: (queryKey: string) => readonly string[] | undefined;
}

/**
 * Runs a parsed query against the sample.
 *
 * Words without a tag are looked up in All Fields, all of them; in databases with an Organism field, the name of an
 * organism finds its records too. A part that finds nothing is reported and, beside OR, left out of the translation.
 */
export function evaluateQuery(
  query: Query,
  db: string,
  index: SearchIndex,
  surroundings: Surroundings = {},
): Evaluation {
  const evaluator = new QueryEvaluator(db, index, surroundings);
  const part = evaluator.evaluate(query);
  return {
    hits: part.hits,
    translation: part.found ?? (query.kind === 'term' ? `(${part.written})` : part.written),
    stack: part.stack.length === 1 ? [...part.stack, 'GROUP'] : part.stack,
    translations: evaluator.translations,
    phrasesNotFound: evaluator.phrasesNotFound,
    quotedPhrasesNotFound: evaluator.quotedPhrasesNotFound,
    missingSets: evaluator.missingSets,
    droppedTags: evaluator.droppedTags,
  };
}

class QueryEvaluator {
  readonly translations: { from: string; to: string }[] = [];
  readonly phrasesNotFound: string[] = [];
  readonly quotedPhrasesNotFound: string[] = [];
  readonly missingSets: string[] = [];
  readonly droppedTags: string[] = [];
  readonly #db: string;
  readonly #index: SearchIndex;
  readonly #surroundings: Surroundings;

  constructor(db: string, index: SearchIndex, surroundings: Surroundings) {
    this.#db = db;
    this.#index = index;
    this.#surroundings = surroundings;
  }

  evaluate(query: Query): Part {
    switch (query.kind) {
      case 'group':
        return grouped(this.evaluate(query.inner));
      case 'operation':
        return this.#operations(query);
      case 'range':
        return this.#range(query);
      case 'term': {
        const tag = query.field ?? this.#surroundings.field;
        const [, queryKey] = /^#(\d+)$/.exec(query.text) ?? [];
        if (queryKey !== undefined) {
          return this.#stored(queryKey, query.text);
        }
        return tag === undefined ? this.#untagged(query) : this.#tagged(query, tag);
      }
      default:
        throw new Error(`unknown part of a query ${JSON.stringify(query satisfies never)}`);
    }
  }

  /** A chain of operators is read from the left in a loop, since a list of identifiers may join thousands by OR. */
  #operations(query: Query): Part {
    const chain: { readonly operator: Operator; readonly right: Query }[] = [];
    let first = query;
    while (first.kind === 'operation') {
      chain.push(first);
      first = first.left;
    }
    return chain.reduceRight(
      (left, { operator, right }) => combine(operator, left, this.evaluate(right)),
      this.evaluate(first),
    );
  }

  /** A stored set, written as it was named. */
  #stored(queryKey: string, written: string): Part {
    const uids = this.#surroundings.stored?.(queryKey);
    if (uids === undefined) {
      this.missingSets.push(queryKey);
    }
    const hits: Uids = new Set(uids);
    const term: StackTerm = { term: written, field: 'All Fields', count: String(hits.size), explode: 'N' };
    return { hits, written, found: written, stack: [term] };
  }

  #untagged(term: Term): Part {
    const field = untaggedField(this.#db);
    if (term.quoted) {
      return this.#lookUp(field, term, term.text);
    }
    const words = term.text.split(' ');
    const all = words
      .map((word) => this.#lookUp(field, { ...term, text: word }, word))
      .reduce((left, right) => combine('AND', left, right));
    const organism = fieldByTag(this.#db, 'ORGN');
    const named = organism === undefined ? NONE : this.#index.find(this.#db, organism, term.text);
    if (organism === undefined || named.size === 0) {
      return all;
    }
    for (const word of words) {
      remove(this.phrasesNotFound, word);
    }
    const written = `"${term.text}"[${organism.fullName}]`;
    const organisms: Part = {
      hits: named,
      written,
      found: written,
      stack: [stackTerm(written, organism, named.size, 'Y')],
    };
    const either = combine('OR', organisms, words.length > 1 ? grouped(all) : all);
    this.translations.push({ from: term.text, to: either.found ?? either.written });
    return grouped(either);
  }

  #tagged(term: Term, tag: string): Part {
    const field = fieldByTag(this.#db, tag);
    if (field === undefined) {
      // NCBI drops an unknown tag without a word and searches all fields (protocol section 12: 2026).
      this.droppedTags.push(tag);
      return this.#untagged(term);
    }
    const words = term.text.split(' ');
    if (!term.quoted && field.kind !== 'words') {
      // In `cancer smith j[au]` the tag means the longest end of the words that has it; the words before stand alone.
      const start = words.findIndex(
        (_, position) => this.#index.find(this.#db, field, words.slice(position).join(' ')).size > 0,
      );
      if (start > 0) {
        const before = this.#untagged({ kind: 'term', quoted: false, text: words.slice(0, start).join(' ') });
        return combine('AND', before, this.#lookUp(field, term, words.slice(start).join(' ')));
      }
    }
    return this.#lookUp(field, term, term.text, tag);
  }

  /** Looks a text up in a field; `tag` is how the caller wrote the field, for the report that nothing was found. */
  #lookUp(field: SearchField, term: Term, text: string, tag?: string): Part {
    const hits = this.#index.find(this.#db, field, text);
    const written = this.#write(text, term.quoted, field);
    if (hits.size === 0) {
      const asTagged = tag === undefined ? text : `${text}[${tag}]`;
      return this.#notFound(term, asTagged, this.#db === 'pubmed' || tag === undefined ? written : asTagged);
    }
    return { hits, written, found: written, stack: [stackTerm(written, field, hits.size, 'N')] };
  }

  #range({ from, to, field: tag = 'PDAT' }: Range): Part {
    const field = fieldByTag(this.#db, tag);
    const fullName = field?.fullName ?? tag;
    const written = this.#db === 'pubmed' ? `${from}:${to}[${fullName}]` : `${from}[${fullName}] : ${to}[${fullName}]`;
    const hits = field === undefined ? NONE : this.#index.range(this.#db, field, from, to);
    const ends = [from, to].map((end): StackEntry => ({
      term: `${end}[${fullName}]`,
      field: fullName,
      count: '0',
      explode: 'N',
    }));
    return { hits, written, found: hits.size > 0 ? written : undefined, stack: [...ends, 'RANGE'] };
  }

  #notFound(term: Term, reported: string, written: string): Part {
    (term.quoted ? this.quotedPhrasesNotFound : this.phrasesNotFound).push(term.quoted ? `"${reported}"` : reported);
    return { hits: NONE, written, found: undefined, stack: [] };
  }

  /** PubMed quotes every term and writes it in lower case; the other databases leave it as it came (recorded 2025). */
  #write(text: string, quoted: boolean, field: SearchField): string {
    if (field.name === 'UID') {
      return `${text}[UID]`;
    }
    return this.#db === 'pubmed'
      ? `"${text.toLowerCase()}"[${field.fullName}]`
      : `${quoted ? `"${text}"` : text}[${field.fullName}]`;
  }
}

/** UIDs are counted as -1 (recorded 2024). */
function stackTerm(term: string, field: SearchField, count: number, explode: 'Y' | 'N'): StackEntry {
  return { term, field: field.fullName, count: field.name === 'UID' ? '-1' : String(count), explode };
}

function remove(texts: string[], text: string): void {
  const position = texts.indexOf(text);
  if (position >= 0) {
    texts.splice(position, 1);
  }
}
