import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { list } from './search-field.js';

/** The organisms of records, under all the names Entrez finds them by. */
export class Organisms {
  readonly #graph: SampleGraph;

  constructor(graph: SampleGraph) {
    this.#graph = graph;
  }

  /** A taxon and the groups above it, as far as the sample knows them. */
  lineage(taxid: string): readonly string[] {
    return [taxid, ...list(this.#graph.record('taxonomy', taxid)?.ancestors)];
  }

  /**
   * The names of a record's organism and of the groups above it, scientific, common, and as `txid9606`.
   *
   * @param genes - the link to genes whose organism counts where the record itself tells none.
   */
  namesFor(uid: string, facts: RecordFacts, genes?: string): readonly string[] {
    const own = this.#names(facts);
    return own.length > 0 || genes === undefined
      ? own
      : this.#graph.links(genes, uid).flatMap((gene) => this.#names(this.#graph.record('gene', gene) ?? {}));
  }

  #names({ taxid, organism, speciesName }: RecordFacts): readonly string[] {
    const written = [organism, speciesName].filter((name) => typeof name === 'string');
    const taxa = list(taxid).flatMap((each) => this.lineage(each));
    return [
      ...written,
      ...taxa.flatMap((each) => {
        const { scientificName, commonName } = this.#graph.record('taxonomy', each) ?? {};
        return [`txid${each}`, ...list(scientificName), ...list(commonName)];
      }),
    ];
  }
}
