import { addLink, addRecord, type Links, type Records, type Summary } from './sample-tables.js';

const GENOME = '2640';
const GEO_SERIES = '200093374';
/** The study of that series in SRA, and its experiments, one for each of its samples. */
const STUDY = 'SRP096361';
const FIRST_EXPERIMENT = 2_481_508;
const EXPERIMENTS = 11;

/** A record or two of each database that only clients of special fields ask, under their uids at NCBI. */
const KNOWN: readonly (readonly [db: string, uid: string, summary: Summary])[] = [
  [
    'genome',
    GENOME,
    {
      organism: 'Maylandia zebra',
      kingdom: 'Eukaryotes',
      subgroup: 'Fishes',
      projectUid: '43325',
      project: 'PRJNA43325',
      status: 'Draft',
      chromosomes: 0,
      plasmids: 0,
      organelles: 0,
      assemblyName: 'MetZeb1.1',
      assembly: 'GCA_000238955.2',
      assemblyUid: '398768',
      created: '2010/01/01 00:00',
    },
  ],
  ['bioproject', '43325', { accession: 'PRJNA43325' }],
  ['bioproject', '75899', { accession: 'PRJNA75899' }],
  ['assembly', '398768', { accession: 'GCA_000238955.2', name: 'MetZeb1.1', speciesName: 'Maylandia zebra' }],
  [
    'proteinclusters',
    '2516486',
    {
      accession: 'PRK14674',
      definition: 'hypothetical protein',
      proteins: 9,
      genera: 1,
      cog: 'COG0792L',
      cogGroup: 'Replication, recombination and repair',
      hamap: 'MF_00048',
      ko: 'K07460',
      created: '2009/08/27 00:00',
      modified: '2012/04/13 00:00',
      domains: 1,
      taxon: 'Acinetobacter',
      averageLength: 133,
      publications: 5,
      source: 'genomic',
    },
  ],
  [
    'pcsubstance',
    '127317050',
    {
      sourceNames: ['826', 'EPO', 'SLING Consortium'],
      source: 'SLING Consortium',
      sourceId: '30497-EP2292088A1',
      categories: ['Patents'],
      deposited: '2011/12/03 00:00',
      synonyms: ['30497-EP2292088A1', 'CAT'],
      comments: ['Patent Number: EP2292088A1'],
      iupacName: '6-chloro-2-N,4-N-diethyl-1,3,5-triazine-2,4-diamine',
      smiles: 'CCNC1=NC(=NC(=N1)Cl)NCC',
      formula: 'C7H12ClN5',
      weight: '201.656680',
      compounds: [5216],
      inchiKey: 'ODCWYMIRDDJXKW-UHFFFAOYSA-N',
    },
  ],
  [
    'ipg',
    '79092155',
    {
      accession: 'WP_045840896.1',
      accessions: ['WP_045840896.1', 'KJV04014.1'],
      title: 'methylmalonate-semialdehyde dehydrogenase (CoA acylating)',
      organism: 'Rhodococcus sp. PML026',
      slen: 513,
      nucleotide: 'NZ_KQ031368.1',
    },
  ],
  [
    'gap',
    '195331',
    {
      kind: 'variable',
      variableName: 'Abnormal/Total Cells (clone 5)',
      variableStudies: ['phs000201.v1.p1'],
      dataSet: 'pht000885.v1.p1',
      dataSetName: 'AML_Data',
      counted: 0,
    },
  ],
];

/** Records whose uids no source tells: a study of dbGaP, a family model, and the experiments of a GEO series. */
const LOCAL: readonly (readonly [db: string, summary: Summary])[] = [
  [
    'gap',
    {
      kind: 'study',
      accession: 'phs000424.v8.p2',
      studyId: 'phs000424',
      studyName: 'Common Fund (CF) Genotype-Tissue Expression Project (GTEx)',
      studyType: 'Cross-Sectional',
    },
  ],
  ['protfam', { accession: 'NF033103.1' }],
  ...Array.from({ length: EXPERIMENTS }, (_, place) => ['sra', experiment(place)] as const),
];

function experiment(place: number): Summary {
  return {
    accession: `SRX${FIRST_EXPERIMENT + place}`,
    study: STUDY,
    submission: 'SRA526019',
    title: 'A Molecular Census of Arcuate Hypothalamus and Median Eminence Cell Types',
    taxid: '10090',
    organism: 'Mus musculus',
    bioproject: 'PRJNA360829',
  };
}

export function addRareRecords(records: Records): void {
  for (const [db, uid, summary] of KNOWN) {
    addRecord(records, db, uid, summary);
  }
  addRecord(records, 'gds', GEO_SERIES, { ...records.get('gds')?.get(GEO_SERIES), sraStudy: STUDY });
}

/**
 * Adds the records without a known uid, and the links that the records name.
 *
 * @param first - the first of the sandbox's own uids that is free.
 */
export function addRareLinks(records: Records, links: Links, first: number): void {
  for (const [place, [db, summary]] of LOCAL.entries()) {
    const uid = String(first + place);
    addRecord(records, db, uid, summary);
    if (db === 'sra') {
      addLink(links, 'gds_sra', GEO_SERIES, uid);
    } else if (db === 'gap') {
      addLink(links, 'gap_bioproject', uid, '75899');
    }
  }
  addLink(links, 'genome_bioproject', GENOME, '43325');
  addLink(links, 'genome_assembly', GENOME, '398768');
}
