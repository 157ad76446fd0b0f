import type { Catalog } from '../../catalog/catalog.js';
import { memoized, type SampleGraph } from '../sample-graph.js';
import { boundOf } from './search-dates.js';
import { fieldByTag, type SearchField, valuesOf } from './search-fields.js';

type Uids = ReadonlySet<string>;

interface Entry {
  readonly uid: string;
  readonly values: readonly string[];
  /** The values of a field of words, each between blanks and on a line of its own. */
  readonly lines: string;
}

const NONE: Uids = new Set();

/** Finds the sample's records by a value of a field. Each field is indexed once, when it is first searched. */
export class SearchIndex {
  readonly #graph: SampleGraph;
  readonly #catalog: Catalog;
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #byValue = new Map<string, ReadonlyMap<string, readonly string[]>>();

  constructor(graph: SampleGraph, catalog: Catalog) {
    this.#graph = graph;
    this.#catalog = catalog;
  }

  /**
   * Records that hold a value.
   *
   * @param text - the value; `*` at its end stands for any ending. A date may be a year or a month.
   */
  find(db: string, field: SearchField, text: string): Uids {
    const truncated = text.endsWith('*');
    const wanted = normalize(text);
    if (wanted === '') {
      return NONE;
    }
    switch (field.kind) {
      case 'filter':
        return this.#filter(db, wanted);
      case 'date':
        return this.range(db, field, text, text);
      case 'number':
        // EDirect sends lists of UIDs as one term: 7157,672[uid].
        return new Set(text.split(',').flatMap((number) => this.#holding(db, field, number.trim())));
      case 'value':
      case 'accession':
        return truncated
          ? this.#select(db, field, (value) => value.startsWith(wanted))
          : new Set(field.kind === 'value' ? this.#holding(db, field, wanted) : this.#accession(db, field, text));
      case 'author': {
        const start = truncated || wanted.includes(' ') ? wanted : `${wanted} `;
        return this.#select(db, field, (value) => value === wanted || value.startsWith(start));
      }
      case 'words':
        return this.#words(db, field, wanted, truncated);
      default:
        throw new Error(`unknown kind of field ${String(field.kind satisfies never)}`);
    }
  }

  /** Records with a number or date between two others, both included; none if the field or an end is neither. */
  range(db: string, field: SearchField, from: string, to: string): Uids {
    if (field.kind === 'date') {
      const [first, last] = [boundOf(from, 'first'), boundOf(to, 'last')];
      return first === undefined || last === undefined
        ? NONE
        : this.#select(db, field, (value) => first <= value && value <= last);
    }
    const [low, high] = [Number(from), Number(to)];
    return field.kind === 'number'
      ? this.#select(db, field, (value) => low <= Number(value) && Number(value) <= high)
      : NONE;
  }

  /** A phrase if there is one, else all of its words, as Entrez does for words without a phrase. */
  #words(db: string, field: SearchField, wanted: string, truncated: boolean): Uids {
    const holds = (words: string, cut: boolean) => (lines: string) => lines.includes(cut ? ` ${words}` : ` ${words} `);
    const phrase = this.#selectLines(db, field, [holds(wanted, truncated)]);
    const words = wanted.split(' ');
    return phrase.size > 0 || words.length === 1
      ? phrase
      : this.#selectLines(
          db,
          field,
          words.map((word, position) => holds(word, truncated && position === words.length - 1)),
        );
  }

  /** `all`, or the name of a link: the records that have such links (`gene omim[filter]`). */
  #filter(db: string, wanted: string): Uids {
    if (wanted === 'all') {
      return new Set(this.#graph.uids(db));
    }
    const link = this.#catalog.link(wanted.replaceAll(' ', '_'));
    return link?.from === db ? new Set(this.#graph.sources(link.name)) : NONE;
  }

  #accession(db: string, field: SearchField, text: string): readonly string[] {
    const exact = this.#holding(db, field, normalize(text));
    return exact.length > 0
      ? exact
      : this.#holding(db, field, normalize(text.replace(/\.\d+$/, ''))).filter(
          (uid) => this.#graph.record(db, uid)?.accessionVersion === undefined,
        );
  }

  /** Records with exactly this value, looked up instead of compared: a query may name hundreds of identifiers. */
  #holding(db: string, field: SearchField, value: string): readonly string[] {
    const index = memoized(this.#byValue, `${db} ${field.name}`, () => {
      const byValue = new Map<string, string[]>();
      for (const { uid, values } of this.#entriesOf(db, field)) {
        for (const each of values) {
          memoized(byValue, each, () => []).push(uid);
        }
      }
      return byValue;
    });
    return index.get(value) ?? [];
  }

  #select(db: string, field: SearchField, test: (value: string) => boolean): Uids {
    const found = this.#entriesOf(db, field).filter(({ values }) => values.some(test));
    return new Set(found.map(({ uid }) => uid));
  }

  #selectLines(db: string, field: SearchField, tests: readonly ((lines: string) => boolean)[]): Uids {
    const found = this.#entriesOf(db, field).filter(({ lines }) => tests.every((test) => test(lines)));
    return new Set(found.map(({ uid }) => uid));
  }

  #entriesOf(db: string, field: SearchField): readonly Entry[] {
    return memoized(this.#entries, `${db} ${field.name}`, () => {
      const asWritten = field.kind === 'date' || field.kind === 'number';
      return this.#graph.uids(db).map((uid): Entry => {
        const written = [...valuesOf(db, field, uid, this.#graph)];
        const values = asWritten ? written : written.map(normalize);
        return { uid, values, lines: field.kind === 'words' ? ` ${values.join(' \n ')} ` : '' };
      });
    });
  }

  /** Builds the indexes that most searches of a database use. */
  prepare(db: string): void {
    for (const tag of ['ALL', 'UID', 'TITL', 'ORGN', 'PDAT']) {
      const field = fieldByTag(db, tag);
      if (field !== undefined) {
        this.#entriesOf(db, field);
      }
    }
  }
}

/** Words in lower case without accents and punctuation, one space between them. */
function normalize(text: string): string {
  const lower = text.toLowerCase();
  // Most texts are ASCII, which needs no Unicode tables.
  return /^[ -~]*$/.test(lower)
    ? lower.replaceAll(/[^a-z0-9]+/g, ' ').trim()
    : lower
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
}
