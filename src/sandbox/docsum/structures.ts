import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { type Docsum, type DocsumBuilder, listOf } from '../records/docsum.js';
import { text } from '../records/facts.js';

/** Molecules in three dimensions. */
export const structures: Readonly<Record<'structure', DocsumBuilder>> = { structure: { build: buildStructure } };

/** Counts are text here (recorded 2013 to 2026). */
function buildStructure(_: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const organism = text(graph.record('taxonomy', text(facts, 'taxid')) ?? {}, 'scientificName');
  return {
    PdbAcc: text(facts, 'pdbAccession'),
    PdbDescr: text(facts, 'title'),
    EC: '',
    Resolution: text(facts, 'resolution'),
    ExpMethod: text(facts, 'method'),
    PdbClass: text(facts, 'pdbClass'),
    PdbDepositDate: '',
    MMDBEntryDate: '',
    MMDBModifyDate: '',
    OrganismList: listOf('string', organism === '' ? [] : [organism]),
    PdbAccSynList: listOf('string', []),
    LigCode: '',
    LigCount: '',
    ModProteinResCount: '',
    ModDNAResCount: '',
    ModRNAResCount: '',
    ProteinMoleculeCount: '',
    DNAMoleculeCount: '',
    RNAMoleculeCount: '',
    BiopolymerCount: '',
    OtherMoleculeCount: '',
  };
}
