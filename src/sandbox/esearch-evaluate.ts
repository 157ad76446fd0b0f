import type { Operator, Query, Range, Term } from './esearch-query.js';
import type { SearchField } from './search-fields.js';
import type { SearchIndex } from './search-index.js';

type Uids = ReadonlySet<string>;

const NONE: Uids = new Set();

/** What a query was understood as, an element of `translationstack`. */
export type StackEntry = StackTerm | Operator | 'RANGE' | 'GROUP';

interface StackTerm {
  readonly term: string;
  readonly field: string;
  readonly count: string;
  readonly explode: 'Y' | 'N';
}

export interface Evaluation {
  readonly hits: Uids;
  readonly translation: string;
  readonly stack: readonly StackEntry[];
  /** Words that were replaced by a better search, with their replacement. */
  readonly translations: readonly { readonly from: string; readonly to: string }[];
  readonly phrasesNotFound: readonly string[];
  readonly quotedPhrasesNotFound: readonly string[];
}

/**
 * Runs a parsed query against the sample.
 *
 * Words without a tag are looked up in All Fields, all of them; in databases with an Organism field, the name of an
 * organism finds its records too. A part that finds nothing is reported and, beside OR, left out of the translation.
 */
export function evaluateQuery(query: Query, db: string, index: SearchIndex): Evaluation {
  const evaluator = new QueryEvaluator(db, index);
  const part = evaluator.evaluate(query);
  return {
    hits: part.hits,
    translation: part.found ?? (query.kind === 'term' ? `(${part.written})` : part.written),
    stack: part.stack.length === 1 ? [...part.stack, 'GROUP'] : part.stack,
    translations: evaluator.translations,
    phrasesNotFound: evaluator.phrasesNotFound,
    quotedPhrasesNotFound: evaluator.quotedPhrasesNotFound,
  };
}

interface Part {
  readonly hits: Uids;
  /** How it is written in the translation. */
  readonly written: string;
  /** The same without the parts that found nothing; missing when none found anything. */
  readonly found: string | undefined;
  readonly stack: readonly StackEntry[];
}

class QueryEvaluator {
  readonly translations: { from: string; to: string }[] = [];
  readonly phrasesNotFound: string[] = [];
  readonly quotedPhrasesNotFound: string[] = [];
  readonly #db: string;
  readonly #index: SearchIndex;

  constructor(db: string, index: SearchIndex) {
    this.#db = db;
    this.#index = index;
  }

  evaluate(query: Query): Part {
    switch (query.kind) {
      case 'group':
        return grouped(this.evaluate(query.inner));
      case 'operation':
        return combine(query.operator, this.evaluate(query.left), this.evaluate(query.right));
      case 'range':
        return this.#range(query);
      case 'term':
        return query.field === undefined ? this.#untagged(query) : this.#tagged(query, query.field);
      default:
        throw new Error(`unknown part of a query ${JSON.stringify(query satisfies never)}`);
    }
  }

  #untagged(term: Term): Part {
    const field = this.#index.fields.untagged(this.#db);
    if (term.quoted) {
      return this.#lookUp(field, term, term.text);
    }
    const words = term.text.split(' ');
    const all = words
      .map((word) => this.#lookUp(field, { ...term, text: word }, word))
      .reduce((left, right) => combine('AND', left, right));
    const organism = this.#index.fields.byTag(this.#db, 'ORGN');
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
    const field = this.#index.fields.byTag(this.#db, tag);
    if (field === undefined) {
      return this.#notFound(term, `${term.text}[${tag}]`, `${term.text}[${tag}]`);
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
    const field = this.#index.fields.byTag(this.#db, tag);
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

function grouped(part: Part): Part {
  return {
    ...part,
    written: `(${part.written})`,
    found: part.found && `(${part.found})`,
    stack: [...part.stack, 'GROUP'],
  };
}

function combine(operator: Operator, left: Part, right: Part): Part {
  const written = `${left.written} ${operator} ${right.written}`;
  const bothFound = left.found !== undefined && right.found !== undefined;
  return {
    hits: merge(operator, left.hits, right.hits),
    written,
    found: bothFound ? `${left.found} ${operator} ${right.found}` : (left.found ?? right.found),
    stack: [...left.stack, ...right.stack, ...(left.stack.length > 0 && right.stack.length > 0 ? [operator] : [])],
  };
}

function merge(operator: Operator, left: Uids, right: Uids): Uids {
  switch (operator) {
    case 'AND':
      return new Set([...left].filter((uid) => right.has(uid)));
    case 'OR':
      return new Set([...left, ...right]);
    case 'NOT':
      return new Set([...left].filter((uid) => !right.has(uid)));
    default:
      throw new Error(`unknown operator ${String(operator satisfies never)}`);
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
