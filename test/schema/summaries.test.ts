import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { checkNames, linkFieldName, typeName } from '../../src/catalog/names.js';
import type { Doc } from '../../src/schema/summaries/docsum.js';
import type { SummaryField, SummaryFields, SummaryShape } from '../../src/schema/summaries/field-spec.js';
import { summaryFields } from '../../src/schema/summaries/summaries.js';
import { titleOf } from '../../src/schema/summaries/titles.js';
import { readAll } from './read-all.js';

/** The fields that every record has, now or in a later version. */
const RECORD_FIELDS = [
  'id',
  'uid',
  'db',
  'title',
  'url',
  'docsum',
  'exists',
  'links',
  'availableLinks',
  'linkOut',
  'primaryLinkOut',
  'libraryLinks',
  'hasRelated',
  'hasLinkOut',
  'linkCounts',
  'countsByYear',
  'sequence',
  'fasta',
  'abstract',
  'meshHeadings',
];

/** Every field with its path, those of shapes included. */
function walk(fields: SummaryFields, path: string): readonly (readonly [path: string, field: SummaryField])[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    [`${path}.${name}`, field] as const,
    ...(typeof field.type === 'string' ? [] : walk(field.type.fields, `${path}.${name}`)),
  ]);
}

const everyField = Object.entries(summaryFields).flatMap(([db, fields]) => walk(fields, db));

describe('the tables of summary fields', () => {
  const catalog = loadCatalog();

  it('cover the curated databases, all of which the catalog knows', () => {
    expect(Object.keys(summaryFields)).toHaveLength(30);
    for (const db of Object.keys(summaryFields)) {
      expect(catalog.database(db)?.name).toBe(db);
    }
  });

  it('use no name of a link or of a field that every record has', () => {
    const taken = (db: string): ReadonlySet<string> =>
      new Set([...RECORD_FIELDS, ...Object.keys(summaryFields[db] ?? {})]);
    expect(() => {
      checkNames(catalog, taken);
    }).not.toThrow();
    for (const [db, fields] of Object.entries(summaryFields)) {
      const used = new Set([...RECORD_FIELDS, ...catalog.linksFrom(db).map(linkFieldName)]);
      expect(
        Object.keys(fields).filter((name) => used.has(name)),
        db,
      ).toEqual([]);
    }
  });

  it('describe every field in a sentence and name it as GraphQL does', () => {
    for (const [path, { description }] of everyField) {
      expect(path.split('.').at(-1), path).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(description, path).toMatch(/^[A-Za-z+].*[.)]$/);
    }
  });

  it('give every shape one name, which is no record type', () => {
    const shapes = new Map<string, SummaryShape>();
    const types = new Set(catalog.records.map(({ name }) => typeName(name)));
    for (const [path, { type }] of everyField) {
      if (typeof type !== 'string') {
        expect(shapes.get(type.name) ?? type, path).toBe(type);
        expect(types.has(type.name), type.name).toBe(false);
        expect(type.description).toMatch(/\.$/);
        shapes.set(type.name, type);
      }
    }
  });

  it('give null for everything an empty document does not say', () => {
    for (const [path, field] of everyField) {
      const isWholeDocument = ['dbvar.study', 'bioproject.relevance'].includes(path);
      expect(field.read({}), path).toEqual(isWholeDocument ? {} : null);
    }
  });
});

describe('the fields of', () => {
  it('a gene', () => {
    const doc: Doc = {
      uid: '900001',
      name: 'ABC1',
      description: 'alphabet protein 1',
      nomenclaturename: '',
      otheraliases: 'ABC, AB-1',
      otherdesignations: 'alphabet|letters 1',
      organism: { scientificname: 'Homo sapiens', commonname: 'human', taxid: 9606 },
      chromosome: '17',
      maplocation: '17p13.1',
      mim: ['191170'],
      currentid: 0,
      chrstart: 999999999,
      summary: '',
      genomicinfo: [{ chrloc: '17', chraccver: 'NC_000017.11', chrstart: 200, chrstop: 100, exoncount: '12' }],
    };
    expect(readAll('gene', doc)).toMatchObject({
      symbol: 'ABC1',
      name: 'alphabet protein 1',
      aliases: ['ABC', 'AB-1'],
      otherDesignations: ['alphabet', 'letters 1'],
      organism: { scientificName: 'Homo sapiens', commonName: 'human', taxid: '9606' },
      genomicInfo: [{ start: 200, stop: 100, strand: 'minus', exonCount: 12 }],
      mimNumbers: ['191170'],
      replacedBy: null,
      start: null,
      summary: null,
      locationHistory: null,
    });
    expect(titleOf('gene', doc)).toBe('alphabet protein 1');
  });

  it('an article', () => {
    const doc: Doc = {
      uid: '900002',
      title: 'On tests.',
      source: 'J Test',
      fulljournalname: 'Journal of Tests',
      pubdate: '2019 Jan-Feb',
      epubdate: '',
      sortpubdate: '2019/01/01 00:00',
      lang: ['eng'],
      pubtype: ['Review'],
      pmcrefcount: '',
      references: [],
      authors: [{ name: 'Doe J', authtype: '\n Author ', clusterid: '' }],
      articleids: [
        { idtype: 'doi', value: '10.1/x' },
        { idtype: 'pmc', value: 'PMC77' },
      ],
      history: [{ pubstatus: 'accepted', date: '2018/12/24 06:00' }],
    };
    expect(readAll('pubmed', doc)).toMatchObject({
      journal: 'J Test',
      pubDate: '2019 Jan-Feb',
      publicationDate: '2019-01-01',
      authors: [{ name: 'Doe J', type: 'Author' }],
      doi: '10.1/x',
      pmcid: 'PMC77',
      languages: ['eng'],
      publicationTypes: ['Review'],
      pmcCitationCount: null,
      commentsAndCorrections: [],
      history: [{ status: 'accepted', date: '2018-12-24' }],
    });
    const copy: Doc = { uid: '77', articleids: [{ idtype: 'pmid', value: '0' }] };
    expect(readAll('pmc', copy)).toMatchObject({ pmcid: 'PMC77', pmid: null });
  });

  it('a variant', () => {
    const doc: Doc = {
      uid: '1066450',
      snp_id: 169945,
      text: 'MergedRs=169945',
      spdi: 'NC_1.1:9:A:G,NC_1.1:9:A:T',
      fxn_class: 'intron_variant',
      docsum: 'HGVS=NC_1.1:g.10A>G,NC_1.1:g.10A>T|SEQ=[A/G/T]|LEN=1',
      genes: [{ name: 'ABC1', gene_id: '900001' }],
      clinical_significance: '',
      createdate: '2000/10/05 19:10',
    };
    expect(titleOf('snp', doc)).toBe('rs169945');
    expect(readAll('snp', doc)).toMatchObject({
      rsid: 'rs169945',
      spdi: ['NC_1.1:9:A:G', 'NC_1.1:9:A:T'],
      hgvs: ['NC_1.1:g.10A>G', 'NC_1.1:g.10A>T'],
      genes: [{ symbol: 'ABC1', geneUid: '900001' }],
      clinicalSignificance: [],
      createDate: '2000-10-05',
    });
  });

  it('a structural variant, whose study is part of the same document', () => {
    const doc: Doc = {
      sv: 'nsv1',
      st: 'nstd1',
      publication_date: '1/01/01 00:00',
      pmid: 0,
      variant_size: 4856,
      dbvarplacementlist: [{ chr_start: 0, chr_outer_start: 5 }],
    };
    expect(readAll('dbvar', doc)).toMatchObject({
      accession: 'nsv1',
      size: 4856,
      study: { accession: 'nstd1', pmid: null, publicationDate: null },
      placements: [{ start: null, outerStart: 5 }],
    });
  });

  it('a sequence', () => {
    const doc: Doc = {
      caption: 'AB_1',
      slen: 120,
      taxid: 9606,
      geneticcode: '1',
      projectid: '',
      subtype: 'strain|sex|note',
      subname: 'K-12||x',
    };
    expect(readAll('protein', doc)).toMatchObject({
      accession: 'AB_1',
      length: 120,
      geneticCode: 1,
      bioprojectUid: null,
      sourceQualifiers: [
        { name: 'strain', value: 'K-12' },
        { name: 'sex', value: null },
        { name: 'note', value: 'x' },
      ],
    });
  });

  it('an OMIM entry, a taxon and a structure', () => {
    expect(readAll('omim', { oid: '*191170', locus: '17p13.1' })).toMatchObject({
      mimNumber: '191170',
      entryType: 'gene',
    });
    expect(readAll('omim', { oid: '191170' })).toMatchObject({ mimNumber: '191170', entryType: null });
    expect(readAll('taxonomy', { akataxid: '', commonname: 'human' })).toMatchObject({
      replacedBy: null,
      commonName: 'human',
    });
    expect(readAll('structure', { resolution: '', ligcount: '3', ligcode: 'ZN|HEM' })).toMatchObject({
      resolution: null,
      ligandCount: 3,
      ligandCodes: ['ZN', 'HEM'],
    });
  });

  it('a sequencing experiment, inside two XML fragments, plain or escaped', () => {
    const expxml =
      '  <Summary><Title>Tests &amp; more</Title><Platform instrument_model="Model 1">ILLUMINA</Platform>' +
      '<Statistics total_runs="1" total_spots="9" total_bases="7180293400"/></Summary><Experiment acc="SRX1" name=""/>' +
      '<Organism taxid="50390" ScientificName="Testus testus"/>' +
      '<Library_descriptor><LIBRARY_STRATEGY>RNA-Seq</LIBRARY_STRATEGY>' +
      '<LIBRARY_LAYOUT><PAIRED NOMINAL_LENGTH="2"/></LIBRARY_LAYOUT></Library_descriptor>' +
      '<Bioproject>PRJNA1</Bioproject>  ';
    const runs =
      '<Run acc="SRR1" total_bases="7180293400" is_public="true"/><Run acc="SRR2" total_bases="1" is_public="false"/>';
    const expected = {
      accession: 'SRX1',
      experimentName: null,
      platform: 'ILLUMINA',
      instrument: 'Model 1',
      totalBases: 7180293400,
      organism: 'Testus testus',
      libraryStrategy: 'RNA-Seq',
      libraryLayout: 'PAIRED',
      bioprojectAccession: 'PRJNA1',
      runs: [
        { accession: 'SRR1', totalBases: 7180293400, isPublic: true },
        { accession: 'SRR2', isPublic: false },
      ],
    };
    const escape = (xml: string): string =>
      xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const doc of [
      { expxml, runs },
      { expxml: escape(expxml), runs: escape(runs) },
    ]) {
      expect(readAll('sra', doc)).toMatchObject(expected);
      expect(titleOf('sra', doc)).toBe('Tests & more');
    }
  });

  it('a sample and a condition, inside XML', () => {
    const sampledata =
      '<?xml version="1.0"?><BioSample accession="SAMN1"><Attributes><Attribute attribute_name="strain">K-12</Attribute></Attributes>' +
      '<Models><Model>Generic</Model></Models><Status status="live"/></BioSample>';
    expect(readAll('biosample', { taxonomy: '562', sampledata })).toMatchObject({
      taxid: '562',
      attributes: [{ name: 'strain', harmonizedName: null, value: 'K-12' }],
      models: ['Generic'],
      identifiers: null,
      owner: null,
      recordStatus: 'live',
    });
    const conceptmeta =
      '<Names><Name SAB="OMIM" CODE="1" type="syn">TEST DISEASE</Name></Names>' +
      '<AssociatedGenes><Gene gene_id="9">ABC1</Gene></AssociatedGenes><OMIM><MIM>300555</MIM></OMIM>';
    expect(readAll('medgen', { definition: { value: 'A test.' }, semantictype: 'Finding', conceptmeta })).toMatchObject(
      {
        definition: 'A test.',
        semanticType: 'Finding',
        names: [{ name: 'TEST DISEASE', source: 'OMIM', code: '1', type: 'syn' }],
        genes: [{ symbol: 'ABC1', geneUid: '9' }],
        mimNumbers: ['300555'],
        clinicalFeatures: null,
      },
    );
  });
});

describe('the title of a record', () => {
  it.each([
    ['pubmed', { title: 'On tests.' }, 'On tests.'],
    ['structure', { pdbdescr: '', pdbacc: '1ABC' }, '1ABC'],
    ['pccompound', { synonymlist: ['aspirin', 'x'], iupacname: 'y' }, 'aspirin'],
    ['pccompound', { synonymlist: [], iupacname: 'y' }, 'y'],
    ['mesh', { ds_meshterms: ['Neoplasms', 'Tumors'] }, 'Neoplasms'],
    ['nlmcatalog', { titlemainlist: [{ title: 'Journal of tests' }] }, 'Journal of tests'],
    ['genome', { defline: { value: 'A genome' } }, 'A genome'],
    ['gap', { d_study_results: { d_study_name: '' }, d_variable_results: { d_variable_name: 'Age' } }, 'Age'],
    ['protfam', { caption: 'NF000001' }, 'NF000001'],
    ['annotinfo', { anything: 1 }, null],
    ['snp', {}, null],
    ['sra', { expxml: '' }, null],
  ])('in %s of %o is %s', (db, doc, title) => {
    expect(titleOf(db, doc)).toBe(title);
  });
});
