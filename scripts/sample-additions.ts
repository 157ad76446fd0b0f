import { addRareLinks, addRareRecords } from './sample-rare.js';
import { addLink, addRecord, type Links, type Records, type Summary, type Value } from './sample-tables.js';

/**
 * The first UID of the sandbox's own, far above all of NCBI's: a true record whose UID the sources do not tell gets one,
 * since a number that looks like NCBI's would be a lie.
 */
const FIRST_LOCAL_UID = 9_000_000_000;

/** p53 in man: isoform a of RefSeq and UniProt P04637, which are the same 393 residues (CRC64 AD5C149FD8106131). */
const P53 = [
  'MEEPQSDPSVEPPLSQETFSDLWKLLPENNVLSPLPSQAMDDLMLSPDDIEQWFTEDPGPDEAPRMPEAAPPVAPAPAAPTPAAPAPAPSWPLSSSVPSQ',
  'KTYQGSYGFRLGFLHSGTAKSVTCTYSPALNKMFCQLAKTCPVQLWVDSTPPPGTRVRAMAIYKQSQHMTEVVRRCPHHERCSDSDGLAPPQHLIRVEGN',
  'LRVEYLDDRNTFRHSVVVPYEPPEVGSDCTTIHYNYMCNSSCMGGMNRRPILTIITLEDSSGNLLGRNSFEVRVCACPGRDRRTEEENLRKKGEPHHELP',
  'PGSTKRALPNNTSSSPQPKKKPLDGEYFTLQIRGRERFEMFRELNEALELKDAQAGKEPGGSRAHSSHLKSKKGQSTSRHKKLMFKTEGPDSD',
].join('');

const HUMAN = '9606';
const MOUSE = '10090';
const MAMMALS = '40674';
const TP53 = '7157';
const TRP53 = '22059';
const NP_000537 = '120407068';
const CHO_1994 = '8023157';
const ABL1 = '25';

/** Records whose UIDs are known, which the sources lack or may not be taken from. */
const KNOWN: readonly (readonly [db: string, uid: string, summary: Summary])[] = [
  ['taxonomy', MAMMALS, { scientificName: 'Mammalia', commonName: 'mammals', rank: 'class' }],
  // Two genera of one name, a bacterium and an insect.
  ['taxonomy', '2', { scientificName: 'Bacteria', rank: 'domain' }],
  ['taxonomy', '1386', { scientificName: 'Bacillus', rank: 'genus', division: 'firmicutes', ancestors: ['2'] }],
  ['taxonomy', '55087', { scientificName: 'Bacillus', rank: 'genus' }],
  // A genus and a subgenus of one name.
  ['taxonomy', '10088', { scientificName: 'Mus', rank: 'genus', division: 'rodents', ancestors: [MAMMALS] }],
  [
    'taxonomy',
    '862507',
    { scientificName: 'Mus', rank: 'subgenus', division: 'rodents', ancestors: [MAMMALS, '10088'] },
  ],
  ['taxonomy', HUMAN, { rank: 'species', ancestors: [MAMMALS] }],
  [
    'taxonomy',
    MOUSE,
    { commonName: 'house mouse', otherNames: ['mouse'], rank: 'species', ancestors: [MAMMALS, '10088', '862507'] },
  ],
  [
    'gene',
    TRP53,
    {
      ...mouseGene('Trp53', 'transformation related protein 53', '11'),
      uniprot: ['P02340'],
      refseqProtein: ['NP_035770'],
    },
  ],
  // As gene_history has them: each was merged into ABL1 on the day that is named.
  ['gene', '112779', { symbol: 'LOC112779', taxid: HUMAN, currentGene: ABL1, discontinued: '20050510' }],
  ['gene', '116063', { symbol: 'LOC116063', taxid: HUMAN, currentGene: ABL1, discontinued: '20050510' }],
  ['clinvar', '9', { chromosome: '6', positionGRCh38: 26_092_913, canonicalSpdi: 'NC_000006.12:26092912:G:A' }],
  ['medgen', '1853', { conceptId: 'C0002395', title: 'Alzheimer disease' }],
  ['medgen', '41393', { conceptId: 'C0010674', title: 'Cystic fibrosis', mim: ['219700'] }],
  ['medgen', '88399', { conceptId: 'C0085390', title: 'Li-Fraumeni syndrome' }],
  ['medgen', '151793', { conceptId: 'C0677776', title: 'Hereditary breast ovarian cancer syndrome' }],
  ['medgen', '336867', { conceptId: 'C1845167', title: 'Dent disease 2', mim: ['300555'], orphanet: ['93623'] }],
  ['gene', '223646', mouseGene('Naprt', 'nicotinate phosphoribosyltransferase', '15')],
  [
    'protein',
    NP_000537,
    {
      accession: 'NP_000537',
      accessionVersion: 'NP_000537.3',
      gi: Number(NP_000537),
      title: 'cellular tumor antigen p53 isoform a [Homo sapiens]',
      gene: 'TP53',
      sourcedb: 'refseq',
      taxid: HUMAN,
      slen: P53.length,
      sequence: P53,
    },
  ],
  [
    'pubmed',
    CHO_1994,
    {
      title: 'Crystal structure of a p53 tumor suppressor-DNA complex: understanding tumorigenic mutations',
      journal: 'Science',
      year: 1994,
      volume: '265',
      pages: '346-355',
      authors: ['Cho Y', 'Gorina S', 'Jeffrey PD', 'Pavletich NP'],
    },
  ],
];

/** The numbers of HGNC for some genes. */
const HGNC: Readonly<Record<string, string>> = {
  '25': '76',
  '207': '391',
  '348': '613',
  '472': '795',
  '672': '1100',
  '673': '1097',
  '675': '1101',
  '1080': '1884',
  '1956': '3236',
  '2064': '3430',
  '3077': '4886',
  '3569': '6018',
  '3845': '6407',
  '4292': '7127',
  '4436': '7325',
  '4609': '7553',
  '5728': '9588',
  '5925': '9884',
  '7124': '11892',
  '7157': '11998',
};

/** Words in the titles of articles of a condition. */
const CONDITIONS: readonly (readonly [medgen: string, words: RegExp])[] = [
  ['1853', /alzheimer/i],
  ['41393', /cystic fibrosis/i],
  ['88399', /li-fraumeni/i],
  ['151793', /breast and ovarian/i],
];

/** The group of orthologs of p53, by its gene in man. */
const ORTHOLOGS = [TP53, TRP53];

/** Structures of human p53 by their PDB codes. */
const STRUCTURES: readonly (readonly [pdb: string, title: string, resolution: string, pmid?: string])[] = [
  ['1AIE', 'P53 TETRAMERIZATION DOMAIN CRYSTAL STRUCTURE', '1.5'],
  ['1TSR', 'P53 CORE DOMAIN IN COMPLEX WITH DNA', '2.2', CHO_1994],
  ['1TUP', 'TUMOR SUPPRESSOR P53 COMPLEXED WITH DNA', '2.2', CHO_1994],
  ['2OCJ', 'HUMAN P53 CORE DOMAIN IN THE ABSENCE OF DNA', '2.05'],
];

/** Links that are not in the sources' list of inverses. */
export const INVERSES: Readonly<Record<string, string>> = {
  protein_structure: 'structure_protein',
  structure_pubmed: 'pubmed_structure',
  protein_taxonomy: 'taxonomy_protein_exp',
  nuccore_taxonomy: 'taxonomy_nucleotide_exp',
  structure_taxonomy: 'taxonomy_structure_exp',
  medgen_pubmed: 'pubmed_medgen',
  genome_bioproject: 'bioproject_genome',
  genome_assembly: 'assembly_genome',
  gap_bioproject: 'bioproject_gap',
  gds_sra: 'sra_gds',
};

/** Adds the records above; what is known of a record already stays. */
export function addKnownRecords(records: Records): void {
  for (const [db, uid, summary] of KNOWN) {
    addRecord(records, db, uid, { ...records.get(db)?.get(uid), ...summary });
  }
  for (const [uid, number] of Object.entries(HGNC)) {
    addRecord(records, 'gene', uid, { ...records.get('gene')?.get(uid), hgnc: [`HGNC:${number}`] });
  }
  for (const uid of ORTHOLOGS) {
    addRecord(records, 'gene', uid, { ...records.get('gene')?.get(uid), orthologGroup: TP53 });
  }
  addRareRecords(records);
}

/** Adds the records without a known UID, then the links of all additions. */
export function addLocalRecords(records: Records, links: Links): void {
  const locals = [...sequencesOf(records, TP53), ...sequencesOf(records, TRP53), ...structures()].toSorted((a, b) =>
    `${a.db} ${a.accession}` < `${b.db} ${b.accession}` ? -1 : 1,
  );
  const uids = new Map(locals.map(({ accession }, place) => [accession, String(FIRST_LOCAL_UID + place + 1)]));
  uids.set('NP_000537', NP_000537);
  for (const { db, accession, summary, linked } of locals) {
    const uid = uids.get(accession) ?? '';
    addRecord(records, db, uid, summary);
    for (const [name, source] of linked) {
      addLink(links, name, uids.get(source) ?? source, uid);
    }
  }
  for (const name of ['gene_protein', 'gene_protein_refseq']) {
    addLink(links, name, TP53, NP_000537);
  }
  addLink(links, 'protein_nuccore_mrna', NP_000537, uids.get('NM_000546') ?? '');
  for (const [pdb, , , pmid] of STRUCTURES) {
    if (pmid !== undefined) {
      addLink(links, 'structure_pubmed', uids.get(pdb) ?? '', pmid);
    }
  }
  for (const [medgen, words] of CONDITIONS) {
    for (const [pmid, { title }] of records.get('pubmed') ?? []) {
      if (typeof title === 'string' && words.test(title)) {
        addLink(links, 'medgen_pubmed', medgen, pmid);
      }
    }
  }
  addTaxonomy(records, links);
  addRareLinks(records, links, FIRST_LOCAL_UID + locals.length + 1);
}

interface LocalRecord {
  readonly db: string;
  readonly accession: string;
  readonly summary: Summary;
  /** Links that end at the record: name, and UID or accession of the source. */
  readonly linked: readonly (readonly [name: string, source: string])[];
}

/** The sequences that a gene's record names by accession: RefSeq, and Swiss-Prot's reviewed entry. */
function sequencesOf(records: Records, gene: string): readonly LocalRecord[] {
  const { symbol = '', taxid = '', ...facts } = records.get('gene')?.get(gene) ?? {};
  const known = { gene: symbol, taxid };
  const proteins = texts(facts.refseqProtein).filter((accession) => accession !== 'NP_000537');
  const reviewed = texts(facts.uniprot).filter((accession) => REVIEWED[accession] !== undefined);
  return [
    ...proteins.map((accession): LocalRecord => ({
      db: 'protein',
      accession,
      summary: { accession, ...known, sourcedb: 'refseq' },
      linked: [
        ['gene_protein', gene],
        ['gene_protein_refseq', gene],
      ],
    })),
    ...reviewed.map((accession): LocalRecord => ({
      db: 'protein',
      accession,
      summary: { accession, ...known, sourcedb: 'swissprot', ...REVIEWED[accession] },
      linked: [['gene_protein', gene]],
    })),
    ...texts(facts.refseqRna).map((accession): LocalRecord => ({
      db: 'nuccore',
      accession,
      summary: { accession, ...known, molecule: 'mRNA', sourcedb: 'refseq' },
      linked: [
        ['gene_nuccore', gene],
        ['gene_nuccore_refseqrna', gene],
      ],
    })),
  ];
}

/** NCBI's protein database takes UniProt's reviewed entries, not the others a gene's record names too. */
const REVIEWED: Readonly<Record<string, Summary>> = {
  P04637: {
    accessionVersion: 'P04637.4',
    title: 'Cellular tumor antigen p53 [Homo sapiens]',
    slen: P53.length,
    sequence: P53,
  },
  P02340: { title: 'Cellular tumor antigen p53 [Mus musculus]' },
};

function structures(): readonly LocalRecord[] {
  return STRUCTURES.map(([pdbAccession, title, resolution]) => ({
    db: 'structure',
    accession: pdbAccession,
    summary: { pdbAccession, title, resolution, method: 'X-ray Diffraction', taxid: HUMAN },
    linked: [
      ['protein_structure', 'NP_000537'],
      ['protein_structure', 'P04637'],
    ],
  }));
}

/** Every record's organism as a link, and the same from the larger groups, whose `_exp` links take in all below them. */
function addTaxonomy(records: Records, links: Links): void {
  const taxidOfGene = (db: string, uid: string): Value | undefined => {
    const [gene = ''] = [...(links.get(`gene_${db}`) ?? [])].find(([, targets]) => targets.has(uid)) ?? [];
    return records.get('gene')?.get(gene)?.taxid;
  };
  for (const [db, upwards, downwards] of [
    ['gene', 'gene_taxonomy', 'taxonomy_gene_exp'],
    ['protein', 'protein_taxonomy', 'taxonomy_protein_exp'],
    ['nuccore', 'nuccore_taxonomy', 'taxonomy_nucleotide_exp'],
    ['structure', 'structure_taxonomy', 'taxonomy_structure_exp'],
  ] as const) {
    for (const [uid, summary] of records.get(db) ?? []) {
      const taxid = summary.taxid ?? taxidOfGene(db, uid);
      const taxon = typeof taxid === 'string' ? records.get('taxonomy')?.get(taxid) : undefined;
      // Genes that are gone keep their summaries, and have no links.
      if (typeof taxid === 'string' && taxon !== undefined && summary.discontinued === undefined) {
        addLink(links, upwards, uid, taxid);
        for (const ancestor of texts(taxon.ancestors)) {
          addLink(links, downwards, ancestor, uid);
        }
      }
    }
  }
}

function mouseGene(symbol: string, name: string, chromosome: string): Summary {
  return { symbol, name, taxid: MOUSE, organism: 'Mus musculus', chromosome, geneType: 'protein-coding' };
}

function texts(value: Value | undefined): readonly string[] {
  return typeof value === 'object' ? value.map(String) : [];
}
