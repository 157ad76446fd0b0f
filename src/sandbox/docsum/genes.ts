import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { type Docsum, type DocsumBuilder, listOf, ZERO } from '../records/docsum.js';
import { text, texts } from '../records/facts.js';

/** Genes and the taxa they belong to. */
export const genes: Readonly<Record<'gene' | 'taxonomy', DocsumBuilder>> = {
  gene: { build: buildGene },
  taxonomy: { build: buildTaxon },
};

function buildGene(_: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const taxid = text(facts, 'taxid');
  const taxon = graph.record('taxonomy', taxid) ?? {};
  const chromosome = text(facts, 'chromosome');
  return {
    Name: text(facts, 'symbol'),
    Description: text(facts, 'name'),
    Status: ZERO,
    CurrentID: ZERO,
    Chromosome: chromosome,
    GeneticSource: chromosome === 'MT' ? 'mitochondrion' : 'genomic',
    MapLocation: text(facts, 'mapLocation'),
    OtherAliases: texts(facts, 'aliases').join(', '),
    OtherDesignations: '',
    NomenclatureSymbol: text(facts, 'symbol'),
    NomenclatureName: text(facts, 'name'),
    NomenclatureStatus: 'Official',
    // The sample cannot tell a gene's own MIM number from those of its phenotypes.
    Mim: listOf('int', []),
    GenomicInfo: listOf('GenomicInfoType', []),
    GeneWeight: ZERO,
    Summary: '',
    ChrSort: chromosome.padStart(2, '0'),
    ChrStart: ZERO,
    Organism: {
      ScientificName: text(facts, 'organism') || text(taxon, 'scientificName'),
      CommonName: text(taxon, 'commonName'),
      TaxID: taxid === '' ? ZERO : Number(taxid),
    },
    LocationHist: listOf('LocationHistType', []),
  };
}

function buildTaxon(uid: string, facts: RecordFacts): Docsum {
  const name = text(facts, 'scientificName');
  const [, genus = '', species = ''] = /^([A-Z][a-z]+) ([a-z-]+)$/.exec(name) ?? [];
  return {
    Status: 'active',
    Rank: text(facts, 'rank'),
    Division: text(facts, 'division'),
    ScientificName: name,
    CommonName: text(facts, 'commonName'),
    TaxId: Number(uid),
    AkaTaxId: ZERO,
    Genus: genus,
    Species: species,
    Subsp: '',
    ModificationDate: '',
    GenBankDivision: '',
  };
}
