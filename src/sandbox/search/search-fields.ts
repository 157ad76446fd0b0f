import { Organisms } from './organisms.js';
import { memoized, type SampleGraph } from '../sample-graph.js';
import { field, type SearchField, strings } from './search-field.js';
import { fieldsOf } from './search-field-tables.js';

/** The search fields of the sample's databases. All Fields and UID exist everywhere and come first. */
export class SearchFields {
  readonly #graph: SampleGraph;
  readonly #organisms: Organisms;
  readonly #fields = new Map<string, readonly SearchField[]>();

  constructor(graph: SampleGraph) {
    this.#graph = graph;
    this.#organisms = new Organisms(graph);
  }

  of(db: string): readonly SearchField[] {
    return memoized(this.#fields, db, () => {
      const own = fieldsOf(db, this.#graph, this.#organisms);
      const all: SearchField = {
        ...field('ALL', 'All Fields', 'words', [], 'all'),
        values: (uid, facts) => [uid, ...own.flatMap(({ values }) => values(uid, facts)), ...strings(facts)],
      };
      const uid: SearchField = { ...field('UID', 'UID', 'number', [], ...(UID_TAGS[db] ?? [])), values: (id) => [id] };
      return [all, uid, field('FILT', 'Filter', 'filter', [], 'sb', 'subset'), ...own];
    });
  }

  /**
   * The field of a tag, which may be a short name, a full name or another tag, in any case. `:exp` and `:noexp` behind it
   * make no difference: an organism always takes in those below it.
   */
  byTag(db: string, tag: string): SearchField | undefined {
    const wanted = tag
      .toLowerCase()
      .replace(/:(?:no)?exp$/, '')
      .trim();
    return this.of(db).find(({ name, fullName, tags }) =>
      [name.toLowerCase(), fullName.toLowerCase(), ...tags].includes(wanted),
    );
  }

  /** What untagged words are looked up in (recorded 2024: All Names in taxonomy, All Fields elsewhere). */
  untagged(db: string): SearchField {
    const found = this.byTag(db, db === 'taxonomy' ? 'ALLN' : 'ALL');
    if (found === undefined) {
      throw new Error(`no field for untagged words in ${db}`);
    }
    return found;
  }
}

const UID_TAGS: Readonly<Record<string, readonly string[]>> = {
  pubmed: ['pmid'],
  gene: ['gene id', 'geneid'],
  taxonomy: ['taxonomy id', 'txid'],
  clinvar: ['variation id'],
  omim: ['mim', 'mim id', 'mim number'],
  structure: ['mmdb id'],
};
