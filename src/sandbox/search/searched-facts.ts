import { type Scope, type RecordFacts, texts } from '../records/facts.js';
import { namesAbove } from '../records/taxa.js';
import type { SampleGraph } from '../sample-graph.js';

/** The facts of a record and what searches know of it besides, which `sample/search-fields.json` names alike. */
export function searchedFacts(db: string, uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  return { uid, ...facts, ...addedFacts(db, uid, facts, graph) };
}

function addedFacts(db: string, uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  switch (db) {
    case 'pubmed':
      return { firstAuthor: texts(facts, 'authors')[0] };
    case 'gene':
      return {
        organismNames: organismNames(facts, graph),
        mimNumbers: graph.links('gene_omim', uid),
        orthologGroups: texts(facts, 'orthologGroup').map((gene) => `ortholog_gene_${gene}`),
        // As Entrez names types of genes: `genetype protein coding`.
        properties: [
          ...(facts.discontinued === undefined ? ['alive'] : []),
          ...texts(facts, 'geneType').map((type) => `genetype ${type.replaceAll('-', ' ')}`),
        ],
      };
    case 'medgen':
      return { orphanetNames: texts(facts, 'orphanet').map((number) => `Orphanet_${number}`) };
    case 'protein':
    case 'nuccore': {
      const genes = graph.links(`${db}_gene`, uid).map((gene) => graph.record('gene', gene) ?? {});
      const own = organismNames(facts, graph);
      const sources = texts(facts, 'sourcedb').flatMap((each) => [each, `srcdb ${each.replace('swiss', 'swiss ')}`]);
      const molecules = texts(facts, 'molecule').flatMap((each) => [each, `biomol ${each}`]);
      return {
        geneSymbols: genes.flatMap((gene) => texts(gene, 'symbol')),
        organismNames: own.length > 0 ? own : genes.flatMap((gene) => organismNames(gene, graph)),
        // As Entrez names properties: `srcdb refseq`, `biomol mrna`.
        properties: [...sources, ...molecules],
      };
    }
    case 'structure':
    case 'assembly':
      return { organismNames: organismNames(facts, graph) };
    case 'taxonomy': {
      const above = namesAbove(uid, graph);
      return {
        lineage: [...lineageOf(uid, graph).flatMap((taxid) => namesOfTaxon(taxid, graph)), ...above],
        // The index is by name: children of homonyms stand under one (protocol-2 section 1: recorded 2025).
        parentName: above.at(-1) ?? 'root',
      };
    }
    case 'snp':
      return { rsNames: [`rs${uid}`, uid, ...texts(facts, 'rs')] };
    default:
      return {};
  }
}

/** A taxon and the groups above it, as far as the sample has them. */
function lineageOf(taxid: string, graph: SampleGraph): readonly string[] {
  return [taxid, ...texts(graph.record('taxonomy', taxid) ?? {}, 'ancestors')];
}

/** The names of a record's organism and of the groups above it: scientific, common, and as `txid9606`. */
function organismNames(facts: RecordFacts, graph: SampleGraph): readonly string[] {
  const written = [facts.organism, facts.speciesName].filter((name) => typeof name === 'string');
  const taxa = texts(facts, 'taxid').flatMap((taxid) => lineageOf(taxid, graph));
  return [...written, ...taxa.flatMap((taxid) => namesOfTaxon(taxid, graph))];
}

function namesOfTaxon(taxid: string, graph: SampleGraph): readonly string[] {
  const names = graph.record('taxonomy', taxid) ?? {};
  return [`txid${taxid}`, ...['scientificName', 'commonName', 'otherNames'].flatMap((name) => texts(names, name))];
}
