import { describe, expect, it } from 'vitest';

import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';
import { readAny } from '../../../src/schema/lookup/read-name.js';
import type { SummaryFields, SummaryShape } from '../../../src/schema/summaries/field-spec.js';
import { summaryFields } from '../../../src/schema/summaries/summaries.js';

/** Fields that look as if they held identifiers of records. */
const LOOKS_SO = /accession|uid|taxid|doi|pmcid|rsid|key$|ids?$|issn|mim|numbers?$|replaced|merged/i;

/** The root that takes what a field holds, with its argument where a bare number would be a uid, and examples. */
const HOLD: Readonly<Record<string, readonly [db: string, ...examples: string[]]>> = {
  'assembly.accession': ['assembly', 'GCF_000001405.40'],
  'assembly.genbankAccession': ['assembly', 'GCA_000001405.29'],
  'assembly.refseqAccession': ['assembly', 'GCF_000001405.40'],
  'assembly.latestAccession': ['assembly', 'GCF_000001405.40'],
  'AssemblyProject.accession': ['bioproject', 'PRJNA168', 'PRJEB1', 'PRJDB2'],
  'gap.accession': ['gap', 'phs000007.v1.p1'],
  'GapAncestor.accession': ['gap', 'phs000201.v1.p1'],
  'genome.assemblyUid': ['assembly', '503988'],
  'ipg.accession': ['ipg', 'WP_003131952.1'],
  'ipg.nucleotideAccession': ['nuccore', 'NC_000913.3'],
  'proteinclusters.accession': ['proteinclusters', 'PRK14674'],
  'protfam.accession': ['protfam', 'NF000535.1'],
  'AssemblyProject.uid': ['bioproject', '168'],
  'ClinVarLocation.assemblyAccession': ['assembly', 'GCF_000001405.38'],
  'DbVarPlacement.assemblyAccession': ['assembly', 'GCF_000001405.25'],
  'DbVarPlacement.accession': ['nuccore', 'NC_000017.11'],
  'DbVarPlacement.contigAccession': ['nuccore', 'NT_010718.17'],
  'DbVarStudy.pmid': ['pubmed', '19812545'],
  'GeoSample.accession': ['gds', 'GSM2453023'],
  'GeoRelation.accession': ['sra', 'SRP096558'],
  'GenePlacement.accession': ['nuccore', 'NC_000017.11'],
  'GenePastPlacement.accession': ['nuccore', 'NC_000017.10'],
  'GenePastPlacement.assemblyAccession': ['assembly', 'GCF_000001405.25'],
  'MedGenFeature.hpoId': ['medgen', 'HP:0001250'],
  'MedGenFeature.medgenUid': ['medgen', '18127'],
  'MeshTreePosition.parentUid': ['mesh', '68009369'],
  'MeshTreePosition.childUids': ['mesh', '68009369'],
  'mesh.headingMappedToUids': ['mesh', '68009369'],
  'AssayTarget.proteinUid': ['protein', '120407068'],
  'AssayTarget.domainUid': ['cdd', '223044'],
  'AssayCompound.compoundUid': ['pccompound', '2244'],
  'CatalogIssn.issn': ['nlmcatalog', '0028-0836'],
  'pubmed.issn': ['nlmcatalog', '0028-0836'],
  'pubmed.electronicIssn': ['nlmcatalog', '1476-4687'],
  'pubmed.nlmUniqueId': ['nlmcatalog.nlmUniqueId', '0410462', '2985038R'],
  'ArticleComment.pmid': ['pubmed', '219391'],
  'ClinVarAllele.alleleId': ['clinvar.alleleId', '15048'],
  'books.bookAccession': ['books', 'NBK1116'],
  'books.chapterAccession': ['books', 'NBK1311'],
  'books.bookUid': ['books', '2657'],
  'books.chapterUid': ['books', '1435'],
  'gds.seriesAccessions': ['gds', 'GSE93374'],
  'gds.platformAccessions': ['gds', 'GPL570'],
  'gds.dataSetAccessions': ['gds', 'GDS5879'],
  'gds.pubmedUids': ['pubmed', '28166221'],
  'gene.mimNumbers': ['omim', '191170'],
  'medgen.mimNumbers': ['omim', '154700'],
  'medgen.mergedInto': ['medgen', 'C0027672'],
  'GtrCondition.conceptId': ['medgen', 'C0024796'],
  'MedGenInheritance.conceptId': ['medgen', 'C0443147'],
  'MedGenFeature.conceptId': ['medgen', 'C0036572'],
  'pmc.pmid': ['pubmed', '15034147'],
  'snp.accession': ['nuccore', 'NC_000017.11'],
  'sra.studyAccession': ['sra', 'SRP096558', 'ERP000001', 'DRP000001'],
  'sra.sampleAccession': ['sra', 'SRS1916711'],
  'sra.submissionAccession': ['sra', 'SRA523714'],
  'SraRun.accession': ['sra', 'SRR000001'],
  'structure.otherPdbAccessions': ['structure', '1TSR'],
  'cdd.representativeStructureUid': ['structure', '56624'],
  'cdd.replacedBy': ['cdd', '223044'],
  'gene.replacedBy': ['gene', '7157'],
  'taxonomy.replacedBy': ['taxonomy', '9606'],
  'protein.replacedBy': ['protein', 'NP_035634'],
  'nuccore.replacedBy': ['nuccore', 'NM_152783'],
};

/** Fields of one meaning wherever they are. */
const HOLD_EVERYWHERE: Readonly<Record<string, readonly [db: string, ...examples: string[]]>> = {
  taxid: ['taxonomy', '9606'],
  organismTaxid: ['taxonomy', '9606'],
  speciesTaxid: ['taxonomy', '9606'],
  geneUid: ['gene', '7157'],
  biosampleAccession: ['biosample', 'SAMN02604091', 'SAMEA103885262', 'SAMD00000001'],
  biosampleUid: ['biosample', '2604091'],
  bioprojectAccession: ['bioproject', 'PRJNA168'],
  bioprojectUid: ['bioproject', '168'],
  assemblyAccession: ['assembly', 'GCF_000001405.40'],
  bookUid: ['books', '2657'],
};

/** Fields that hold no name of a record, and what they hold. */
const NO_RECORDS: Readonly<Record<string, string>> = {
  'books.internalId': 'a number inside Bookshelf',
  'DbVarStudy.accession': 'a study of several records',
  'GtrCertification.number': 'a number of a certificate',
  'medgen.semanticTypeId': 'a kind of concept',
  'mesh.registryNumber': 'a number of a substance elsewhere',
  'MeshTreePosition.treeNumber': 'a place in the tree, which several headings may share',
  'pcsubstance.sourceId': 'a number that its depositor gave',
  'pcsubstance.registryNumber': 'a number of a substance elsewhere',
  'proteinclusters.ecNumbers': 'kinds of reactions',
  'pcassay.sourceId': 'a number that its depositor gave',
  'structure.ecNumber': 'a kind of reaction',
};

/** The fields of all summaries, each shape once: `gene.symbol`, `GenePlacement.accession`. */
function fieldsOf(holder: string, fields: SummaryFields, seen: Set<SummaryShape>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { type }]) => {
    if (typeof type === 'string') {
      return [`${holder}.${name}`];
    }
    if (seen.has(type)) {
      return [];
    }
    seen.add(type);
    return fieldsOf(type.name, type.fields, seen);
  });
}

const SHAPES = new Set<SummaryShape>();
const FIELDS = Object.entries(summaryFields).flatMap(([db, fields]) => fieldsOf(db, fields, SHAPES));
const IDENTIFIERS = FIELDS.filter((field) => LOOKS_SO.test(field.split('.')[1] ?? '') && !(field in NO_RECORDS));

/** What a field says, and of which database. Without more, an argument of that name takes it in its own database. */
function heldBy(field: string): readonly [db: string, ...examples: string[]] | undefined {
  const [holder = '', name = ''] = field.split('.');
  return HOLD[field] ?? HOLD_EVERYWHERE[name] ?? (holder in summaryFields ? ownExample(holder, name) : undefined);
}

const OWN: Readonly<Record<string, string>> = {
  'bioproject.accession': 'PRJNA168',
  'biosample.accession': 'SAMN02604091',
  'books.accession': 'NBK65951',
  'cdd.accession': 'pfam00302',
  'clinvar.accession': 'VCV000012374',
  'clinvar.accessionVersion': 'VCV000012374.81',
  'dbvar.accession': 'nsv513796',
  'gds.accession': 'GSE93374',
  'gtr.accession': 'GTR000500010.5',
  'medgen.conceptId': 'C0027672',
  'mesh.meshId': 'D009369',
  'nlmcatalog.nlmUniqueId': '2985038R',
  'nuccore.accession': 'NM_000546',
  'nuccore.accessionVersion': 'NM_000546.6',
  'omim.mimNumber': '191170',
  'pccompound.inchiKey': 'BSYNRYMUTXBXSQ-UHFFFAOYSA-N',
  'pmc.doi': '10.1093/nar/gkh340',
  'pmc.pmcid': 'PMC390337',
  'protein.accession': 'P04637',
  'protein.accessionVersion': 'NP_000537.3',
  'pubmed.doi': '10.1093/nar/gkh340',
  'pubmed.pmcid': 'PMC390337',
  'snp.rsid': 'rs7412',
  'sra.accession': 'SRX000001',
  'structure.pdbAccession': '1TUP',
};

function ownExample(db: string, name: string): readonly [string, string] | undefined {
  const example = OWN[`${db}.${name}`];
  return example === undefined ? undefined : [db, example];
}

describe('what the API prints, it takes', () => {
  it('has an answer for every field that looks like an identifier, and for no field that is gone', () => {
    expect(IDENTIFIERS.filter((field) => heldBy(field) === undefined)).toEqual([]);
    expect([...Object.keys(HOLD), ...Object.keys(OWN), ...Object.keys(NO_RECORDS)].filter((field) => !FIELDS.includes(field))).toEqual([]); // prettier-ignore
  });

  it.each(IDENTIFIERS)('%s names records', (field) => {
    const [root = '', ...examples] = heldBy(field) ?? [];
    expect(examples).not.toEqual([]);
    for (const value of examples) {
      expect([root, value, takes(root, value)]).toEqual([root, value, true]);
    }
  });
});

/** Whether a root takes a value in the argument that is named, or else as a uid or identifier of any kind. */
function takes(root: string, value: string): boolean {
  const [db = '', argument] = root.split('.');
  if (argument !== undefined) {
    const identifier = identifiersOf(db).find((each) => each.argument === argument);
    return identifier?.parse(value) !== undefined;
  }
  return readAny(db, { argument: 'id', value }).db === db;
}
