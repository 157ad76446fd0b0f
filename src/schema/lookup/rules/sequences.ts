import {
  accession,
  anyVersion,
  capitals,
  captured,
  curieOf,
  type DatabaseRules,
  type Identifier,
  type IdentifierSearch,
  members,
  olderVersion,
  quoted,
  sameAs,
  tagged,
  VERSION,
  versioned,
} from '../identifier.js';
import { textAt, textsAt } from '../../summaries/docsum.js';

const byAccession: Required<Identifier>['search'] = {
  term: (value) => tagged('ACCN')(value.replace(VERSION, '')),
  namesIn: members('caption', 'accessionversion'),
  // A secondary accession leads to the record that took it over, but an old version must not pass for the new one.
  mayBe: (_summary, value) => !VERSION.test(value),
};

const sequence: Identifier = {
  argument: 'accession',
  plural: 'accessions',
  expected: 'an accession such as NM_000546.6',
  parse: (value) => plainAccession(value.trim()),
  how: 'ACCESSION',
  howUnseen: 'SECONDARY_ACCESSION',
  search: byAccession,
  otherwise: olderVersion(byAccession, (summary) => textAt(summary, 'accessionversion')),
};

/** What else two to four letters before digits are: GEO, SRA, Bookshelf, dbVar, CDD, BioSample and families of proteins. */
const NO_SEQUENCE = '(?!(?:G(?:DS|PL|SE|SM)|[DES]R[APRSXZ]|NBK|[DEN]SV|PRK|SAM[DEN]|NF(?=\\d{6}(?!\\d)))\\d)';

/** Accessions as INSDC, RefSeq and UniProt form them (GenBank's table of accession prefixes; UniProt's help). */
const PROTEIN = new RegExp(
  String.raw`^${NO_SEQUENCE}(?:[ANXYWZ]P_\d{6,9}|[A-Z]{3}(?:\d{5}|\d{7})|[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})(?:\.\d{1,3})?$|^[1-9](?=[A-Z\d]{0,2}[A-Z])[A-Z\d]{3}_[A-Z\d]{1,4}$|^(?:sp|tr)\|[^|]{6,20}\|[^|]{0,40}$`,
  'i',
);
const NUCLEOTIDE = new RegExp(
  String.raw`^${NO_SEQUENCE}(?:(?:[NX][MR]|N[CGTWZ]|AC)_(?:\d{6,9}|[A-Z]{4,6}\d{8,10})|[A-NR-Z]\d{5}|[A-Z]{2}(?:\d{6}|\d{8})|[A-Z]{4,6}\d{8,10})(?:\.\d{1,3})?$`,
  'i',
);

/** Accessions of the models of CDD, each kind as its source writes it. */
const CDD = /^((?:cd|sd|cl|pfam|smart|PRK|PTZ|PLN|CHL|MTH|PHA|TIGR)\d{5}|[CK]OG\d{4}|NF\d{6})$/i;

const byFamily: IdentifierSearch = { term: anyVersion('ACCN'), namesIn: versioned('dispfamilyacc') };

const byAssembly: IdentifierSearch = {
  term: anyVersion('ASAC'),
  namesIn: versioned('assemblyaccession', 'synonym.genbank', 'synonym.refseq'),
  preferences: [(summary) => textAt(summary, 'latestaccession') === null],
};

const byAnnotation: IdentifierSearch = { term: anyVersion('ACCN'), namesIn: versioned('caption') };

/** A GI number, which is the uid. */
const GI = /^gi[|:]0*([1-9]\d{0,19})\|?$/i;

export const sequences: Readonly<Record<string, DatabaseRules>> = {
  protein: {
    uidForm: GI,
    curie: {
      ofSummary: (summary) => {
        const name = textAt(summary, 'accessionversion');
        return name === null ? undefined : `${/^[A-Z]{2}_/.test(name) ? 'refseq' : 'ncbiprotein'}:${name}`;
      },
    },
    identifiers: [
      {
        ...sequence,
        expected: 'an accession such as NP_000537.3 or P04637',
        recognize: PROTEIN,
        prefixes: [
          'ncbiprotein',
          'refseq',
          'uniprot',
          'uniprotkb',
          'swiss-prot',
          'swissprot',
          'insdc',
          'genbank',
          'protein_id',
        ],
      },
    ],
  },
  nuccore: {
    uidPrefixes: ['nucleotide'],
    uidForm: GI,
    curie: {
      ofSummary: (summary) => {
        const name = textAt(summary, 'accessionversion');
        return name === null ? undefined : `${/^[A-Z]{2}_/.test(name) ? 'refseq' : 'insdc'}:${name}`;
      },
    },
    identifiers: [
      {
        ...sequence,
        recognize: NUCLEOTIDE,
        prefixes: ['refseq', 'insdc', 'genbank', 'gb', 'embl', 'ddbj', 'nucleotide'],
      },
    ],
  },
  structure: {
    curie: curieOf('pdb', 'pdbacc'),
    identifiers: [
      {
        argument: 'pdb',
        plural: 'pdbs',
        expected: 'a PDB code such as 1TUP',
        parse: capitals(/^(?:pdb_0000)?([1-9][A-Z\d]{3})(?:[_.:][A-Z\d]{1,4})?$/i),
        lastResort: /^[1-9][A-Z\d]{3}_[A-Z\d]{1,4}$/i,
        recognize: /^(?:pdb_0000[1-9][A-Z\d]{3}|(?=.{0,2}[A-Z]|...[A-Z])[1-9][A-Z\d]{3})(?::[A-Z\d]{1,4})?$/i,
        prefixes: ['pdb', 'rcsb', 'rcsb pdb'],
        how: 'ACCESSION',
        search: {
          term: tagged('ACCN'),
          namesIn: (summary) => [...members('pdbacc')(summary), ...(textsAt(summary, 'pdbaccsynlist') ?? [])],
          preferences: [(summary, value) => members('pdbacc')(summary).some(sameAs(value))],
        },
      },
    ],
  },
  assembly: {
    curie: curieOf('ncbi.assembly', 'assemblyaccession'),
    identifiers: [
      {
        ...accession('GCF_000001405.40', /^(GC[AF]_\d{9}(?:\.\d+)?)$/i, 'ASAC', [
          'assemblyaccession',
          'synonym.genbank',
          'synonym.refseq',
        ]),
        prefixes: ['ncbi.assembly', 'insdc.gca', 'refseq.gcf', 'gca', 'gcf'],
        search: byAssembly,
        // NCBI keeps older versions as records of their own, if not all.
        otherwise: olderVersion(byAssembly, (summary) => textAt(summary, 'assemblyaccession')),
      },
      {
        argument: 'name',
        plural: 'names',
        expected: 'the name of an assembly such as GRCh38.p14',
        parse: captured(/^([^"[\]*\n]{1,120})$/),
        // Names of the reference consortium, of submitters without a name of their own, and of the vertebrate project.
        recognize:
          /^(?:GRC[a-z]{1,2}\d{1,2}[a-z]?(?:\.p\d{1,2})?|T2T-[A-Z\d]{3,12}v\d(?:\.\d)?|ASM\d{2,8}v\d{1,2}|[a-z]{1,2}[A-Z][a-z]{2}[A-Z][A-Za-z]{1,2}\d\.\w+(?:\.\w+)*)$/,
        how: 'NAME',
        search: { term: quoted('NAME'), namesIn: members('assemblyname') },
      },
    ],
    distinctions: { accession: 'assemblyaccession', organism: 'organism' },
  },
  ipg: {
    identifiers: [
      {
        ...accession('WP_000000001', /^([A-Z]{2}_\d{6,9}(?:\.\d{1,3})?|[A-Z]{3}\d{5,7}(?:\.\d{1,3})?)$/i, 'ACCN', [
          'accession',
        ]),
        expected: 'the accession of one of the proteins of the group, such as WP_003131952',
        recognize: undefined,
        recognizeHere: PROTEIN,
        howUnseen: 'SECONDARY_ACCESSION',
        search: { term: tagged('ACCN'), namesIn: members('accession'), mayBe: () => true },
      },
    ],
  },
  protfam: {
    identifiers: [
      {
        ...accession('NF000535.1', /^((?:NF\d{6}|(?:PF|TIGR)\d{5})(?:\.\d{1,3})?)$/i, 'ACCN', ['dispfamilyacc']),
        search: byFamily,
        otherwise: olderVersion(byFamily, (summary) => textAt(summary, 'dispfamilyacc')),
        // The models of CDD have the same accessions, without versions.
        recognize: /^NF\d{6}\.\d{1,3}$/i,
        lastResort: /^(?:NF\d{6}|(?:PF|TIGR)\d{5}(?:\.\d{1,3})?)$/i,
      },
    ],
  },
  proteinclusters: {
    identifiers: [
      {
        ...accession('PRK14674', /^((?:PRK|CHL|MTH|PHA|PLN|PTZ|CLS[KN]|PCLA_)\d{4,9})$/i, 'ACCN', ['accn']),
        recognize: undefined,
        lastResort: /^(?:PRK|CHL|MTH|PHA|PLN|PTZ)\d{5}$/i,
      },
    ],
  },
  genome: {
    identifiers: [
      {
        ...accession('GCA_000238955.2', /^(GC[AF]_\d{9}(?:\.\d+)?|PRJ[DEN][A-Z]\d{1,9})$/i, 'AACC', [
          'assembly_accession',
          'project_accession',
        ]),
        expected: 'the accession of the assembly or the project of a genome, such as GCA_000238955.2 or PRJNA43325',
        recognize: undefined,
        recognizeHere: /^(?:GC[AF]_\d{9}(?:\.\d+)?|PRJ[DEN][A-Z]\d{1,9})$/i,
        search: {
          term: (value) => (value.startsWith('PRJ') ? tagged('PRJA') : anyVersion('AACC'))(value),
          namesIn: versioned('assembly_accession', 'project_accession'),
        },
      },
    ],
  },
  seqannot: {
    identifiers: [
      {
        ...accession('NA000006492.2', /^(NA\d{9}(?:\.\d{1,3})?)$/i, 'ACCN', []),
        search: byAnnotation,
        otherwise: olderVersion(byAnnotation, (summary) => textAt(summary, 'caption')),
      },
    ],
  },
  cdd: {
    curie: curieOf('cdd', 'accession'),
    identifiers: [
      {
        ...accession('cd00400 or PF00302', CDD, 'ACCN', ['accession']),
        parse: (value) => domainAccession(value.trim()),
        recognize: new RegExp(String.raw`${CDD.source}|^(?:PF|SM)\d{5}(?:\.\d{1,3})?$`, 'i'),
        prefixes: ['cdd', 'pfam', 'smart', 'cog', 'tigrfam'],
      },
    ],
  },
};

/** A chain or the bars around an accession (`sp|P04637|P53_HUMAN`) are left away; undefined for what is no accession. */
function plainAccession(value: string): string | undefined {
  const inBars = /^(?:sp|tr|ref|gb|emb|dbj|tpg|tpe|tpd|pir|prf|lcl)\|([^|]{1,40})\|[^|]{0,40}$/i.exec(value)?.[1];
  return capitals(/^((?=.*[A-Z])[A-Z\d_]{4,24}(?:\.\d{1,3})?)$/i)(inBars ?? value);
}

/** The accession at CDD of a model, which Pfam and SMART write in another way: PF00870 is pfam00870. */
function domainAccession(value: string): string | undefined {
  const [, source = '', number = ''] = /^(PF|SM)(\d{5})(?:\.\d{1,3})?$/i.exec(value) ?? [];
  const model = number === '' ? value : `${source.toUpperCase() === 'PF' ? 'pfam' : 'smart'}${number}`;
  return capitals(CDD)(model);
}
