import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { isLocalUid } from '../records/uids.js';
import { type Docsum, type DocsumBuilder, DocsumText, listOf, ZERO } from '../records/docsum.js';
import { firstGene, text } from '../records/facts.js';

/** Sequences; protein and nuccore have the same members. */
export const sequences: Readonly<Record<'protein' | 'nuccore', DocsumBuilder>> = {
  protein: {
    build: (uid, facts, graph) => buildSequence('protein', uid, facts, graph),
    buildVersion1: (uid, facts, graph) => buildVersion1('protein', uid, facts, graph),
  },
  nuccore: {
    build: (uid, facts, graph) => buildSequence('nuccore', uid, facts, graph),
    buildVersion1: (uid, facts, graph) => buildVersion1('nuccore', uid, facts, graph),
  },
};

type SequenceDb = 'protein' | 'nuccore';

function buildSequence(db: SequenceDb, uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const { title, organism, taxid, molecule } = describe(db, uid, facts, graph);
  return {
    Term: uid,
    Caption: text(facts, 'accession'),
    Title: title,
    Extra: extra(uid, facts),
    Gi: isLocalUid(uid) ? ZERO : Number(uid),
    CreateDate: text(facts, 'createDate'),
    UpdateDate: text(facts, 'updateDate'),
    Flags: ZERO,
    TaxId: taxid === '' ? ZERO : Number(taxid),
    Slen: typeof facts.slen === 'number' ? facts.slen : ZERO,
    Biomol: molecule,
    MolType: db === 'protein' ? 'aa' : molecule === 'genomic' ? 'dna' : 'rna',
    Topology: 'linear',
    SourceDb: facts.refseq === true ? 'refseq' : text(facts, 'sourcedb'),
    SegSetSize: ZERO,
    ProjectId: '0',
    Genome: '',
    SubType: '',
    SubName: '',
    AssemblyGi: ZERO,
    AssemblyAcc: '',
    Tech: '',
    Completeness: '',
    GeneticCode: '1',
    Strand: '',
    Organism: organism,
    Strain: '',
    Statistics: listOf('Stat', []),
    Properties: new DocsumText('', {}),
    OSLT: new DocsumText(text(facts, 'accessionVersion'), { indexed: text(facts, 'accessionVersion') !== '' }),
    AccessionVersion: text(facts, 'accessionVersion'),
  };
}

function buildVersion1(db: SequenceDb, uid: string, facts: RecordFacts, graph: SampleGraph): Docsum {
  const { title, taxid } = describe(db, uid, facts, graph);
  return {
    Caption: text(facts, 'accession'),
    Title: title,
    Extra: isLocalUid(uid) ? '' : `${extra(uid, facts)}[${uid}]`,
    Gi: isLocalUid(uid) ? ZERO : Number(uid),
    CreateDate: text(facts, 'createDate'),
    UpdateDate: text(facts, 'updateDate'),
    Flags: ZERO,
    TaxId: taxid === '' ? ZERO : Number(taxid),
    Length: typeof facts.slen === 'number' ? facts.slen : ZERO,
    Status: 'live',
    ReplacedBy: '',
    Comment: '',
    AccessionVersion: text(facts, 'accessionVersion'),
  };
}

/** Organism and, where the sample has no title, a title that says what is known: gene, molecule and number. */
function describe(db: SequenceDb, uid: string, facts: RecordFacts, graph: SampleGraph) {
  const gene = firstGene(graph, `${db}_gene`, uid)?.facts ?? {};
  const taxid = text(facts, 'taxid') || text(gene, 'taxid');
  const organism = text(graph.record('taxonomy', taxid) ?? {}, 'scientificName') || text(gene, 'organism');
  const molecule = db === 'protein' ? '' : text(facts, 'molecule') || 'genomic';
  const symbol = text(facts, 'gene') || text(gene, 'symbol');
  const kind = db === 'protein' ? 'protein' : molecule === 'genomic' ? 'genomic sequence' : molecule;
  const name = text(facts, 'accessionVersion') || text(facts, 'accession') || `GI ${uid}`;
  const composed = `${symbol} ${kind}, ${name} [${organism}]`;
  return { title: text(facts, 'title') || composed, organism, taxid, molecule };
}

/** Empty for a record without a GI of NCBI's. */
function extra(uid: string, facts: RecordFacts): string {
  if (isLocalUid(uid)) {
    return '';
  }
  const accession = text(facts, 'accessionVersion');
  return accession === '' ? `gi|${uid}` : `gi|${uid}|${facts.sourcedb === 'refseq' ? 'ref' : 'gb'}|${accession}|`;
}
