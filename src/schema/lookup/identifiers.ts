import type { DocSum } from '../../eutils/records/esummary.js';
import {
  articleIds,
  capitals,
  captured,
  type Identifier,
  members,
  quoted,
  sameAs,
  type Scope,
  tagged,
  VERSION,
  versioned,
} from './identifier.js';
import { organismTerm, parseOrganism } from '../core/query-arguments.js';
import { textsAt } from '../summaries/docsum.js';
import { accessionsOf } from '../summaries/samples.js';

/** The ways to name a record of a database besides its uid. */
export function identifiersOf(db: string): readonly Identifier[] {
  return IDENTIFIERS[db] ?? [];
}

/** Symbols are searched together with their organism; no symbol has a tab in it. */
const organism: Scope = {
  argument: 'organism',
  description: 'Taxonomy uid or name of the organism of the symbol. Default: 9606, human.',
  fallback: '9606',
  join: (name, taxon) => `${name}\t${parseOrganism(taxon, 'organism')}`,
};

const symbol: Identifier = {
  argument: 'symbol',
  expected: 'the official symbol of a gene, such as TP53',
  parse: captured(/^([^"[\]\t]{1,60})$/),
  scope: organism,
  search: {
    term: (value) => {
      const [name = '', taxon = ''] = value.split('\t');
      return `(${quoted('PREF')(name)} AND ${organismTerm(taxon)})`;
    },
    // Genes that were withdrawn or replaced keep their symbols.
    within: 'alive[PROP]',
    namesIn: (summary) => {
      const taxa = members('organism.taxid', 'organism.scientificname', 'organism.commonname')(summary);
      return symbolsOf(summary).flatMap((name) => taxa.map((taxon) => `${name}\t${taxon}`));
    },
    // Entrez knows further names of organisms, and finds the genes of strains by their species.
    mayBe: (summary, value) => symbolsOf(summary).some(sameAs(value.split('\t')[0] ?? '')),
    // In the fruit fly, n and N are two genes.
    preferences: [(summary, value) => symbolsOf(summary).some((name) => value.startsWith(`${name}\t`))],
  },
};

const doi: Identifier = {
  argument: 'doi',
  expected: 'a DOI such as 10.1038/nature12373',
  parse: captured(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"]{1,200})$/i),
  search: { term: quoted('doi'), namesIn: articleIds('doi') },
};

const pmcid = {
  argument: 'pmcid',
  expected: 'a PMCID such as PMC3531190',
  numeric: true,
  parse: captured(/^(?:PMC)?0*([1-9]\d{0,9})$/i),
};

const sequence: Identifier = {
  argument: 'accession',
  expected: 'an accession such as P04637 or NM_000546.6',
  parse: capitals(/^((?=.*[A-Z])[A-Z\d_]{4,24}(?:\.\d{1,3})?)$/i),
  search: {
    term: (value) => tagged('ACCN')(value.replace(VERSION, '')),
    namesIn: members('caption', 'accessionversion'),
    // A secondary accession leads to the record that took it over, but an old version must not pass for the new one.
    mayBe: (_summary, value) => !VERSION.test(value),
  },
};

function accession(example: string, pattern: RegExp, field: string, ...paths: readonly string[]): Identifier {
  return {
    argument: 'accession',
    expected: `an accession such as ${example}`,
    parse: capitals(pattern),
    search: { term: tagged(field), namesIn: versioned(...paths) },
  };
}

/**
 * By database. The search fields are those of EInfo (recorded 2025) and of EDirect's manual; `doi` and `pmcid` are tags
 * of PubMed, `ConceptId` and `nlmid` are known from clients only.
 */
const IDENTIFIERS: Readonly<Record<string, readonly Identifier[]>> = {
  assembly: [
    accession(
      'GCF_000001405.40',
      /^(GC[AF]_\d{9}(?:\.\d+)?)$/i,
      'ASAC',
      'assemblyaccession',
      'synonym.genbank',
      'synonym.refseq',
    ),
  ],
  bioproject: [accession('PRJNA257197', /^(PRJ[DEN][A-Z]\d+)$/i, 'PRJA', 'project_acc')],
  biosample: [accession('SAMN02604091', /^(SAM[DEN][AG]?\d+)$/i, 'ACCN', 'accession')],
  clinvar: [
    {
      argument: 'accession',
      expected: 'a VCV accession such as VCV000012374, whose newest version is meant',
      parse: captured(/^VCV0*([1-9]\d{0,11})(?:\.\d+)?$/i),
    },
  ],
  gds: [
    {
      argument: 'accession',
      expected: 'a GEO accession such as GSE93374',
      parse: capitals(/^(G(?:DS|PL|SE|SM)\d+)$/i),
      search: {
        // The samples of a series are found by its accession too (protocol: a recorded search for GSE93374 has 13 hits).
        term: (value) => `(${value}[ACCN] AND ${value.slice(0, 3)}[ETYP])`,
        namesIn: members('accession'),
      },
    },
  ],
  gene: [symbol],
  gtr: [accession('GTR000500010', /^(GTR\d{9}(?:\.\d+)?)$/i, 'GTRACC', 'accession')],
  medgen: [
    {
      argument: 'conceptId',
      expected: 'a concept identifier such as C0027672',
      parse: capitals(/^(CN?\d{4,8})$/i),
      search: { term: tagged('ConceptId'), namesIn: members('conceptid') },
    },
  ],
  mesh: [
    {
      argument: 'meshId',
      expected: 'a MeSH unique identifier such as D009369',
      parse: capitals(/^([CDQ]\d{6,9})$/i),
      search: { term: tagged('MHUI'), namesIn: members('ds_meshui') },
    },
  ],
  nlmcatalog: [
    {
      argument: 'nlmUniqueId',
      expected: 'an NLM unique identifier such as 2985038R',
      parse: capitals(/^(\d{5,10}[A-Z]?)$/i),
      search: { term: tagged('nlmid'), namesIn: members('nlmuniqueid') },
    },
  ],
  nuccore: [sequence],
  omim: [
    {
      argument: 'mim',
      expected: 'a MIM number such as 191170',
      numeric: true,
      parse: captured(/^(?:O?MIM:?\s*)?[*+#%^]?\s*([1-9]\d{5})$/i),
    },
  ],
  pccompound: [
    {
      argument: 'inchiKey',
      expected: 'an InChIKey such as BSYNRYMUTXBXSQ-UHFFFAOYSA-N',
      parse: capitals(/^([A-Z]{14}-[A-Z]{10}-[A-Z])$/i),
      search: { term: quoted('InChIKey'), namesIn: members('inchikey') },
    },
  ],
  pmc: [
    pmcid,
    doi,
    {
      argument: 'pmid',
      expected: 'a PubMed uid such as 23193287',
      numeric: true,
      parse: captured(/^0*([1-9]\d{0,9})$/),
      search: { term: tagged('PMID'), namesIn: articleIds('pmid') },
    },
  ],
  protein: [sequence],
  pubmed: [
    doi,
    {
      ...pmcid,
      search: {
        term: (value) => `PMC${value}[pmcid]`,
        namesIn: (summary) => articleIds('pmc')(summary).map((id) => id.replace(/^PMC/i, '')),
      },
    },
  ],
  snp: [
    {
      argument: 'rs',
      expected: 'an rs number such as rs28934578',
      numeric: true,
      parse: captured(/^(?:rs)?0*([1-9]\d{0,14})$/i),
    },
  ],
  sra: [
    {
      argument: 'accession',
      expected: 'the accession of an experiment or of one of its runs, such as SRX000001 or SRR000001',
      parse: capitals(/^([DES]R[RX]\d+)$/i),
      search: { term: tagged('ACCN'), namesIn: accessionsOf },
    },
  ],
  structure: [
    {
      argument: 'pdb',
      expected: 'a PDB code such as 1TUP',
      parse: capitals(/^([1-9][A-Z\d]{3})$/i),
      search: {
        term: tagged('ACCN'),
        namesIn: (summary) => [...members('pdbacc')(summary), ...(textsAt(summary, 'pdbaccsynlist') ?? [])],
        preferences: [(summary, value) => members('pdbacc')(summary).some(sameAs(value))],
      },
    },
  ],
  taxonomy: [
    {
      argument: 'name',
      expected: 'a scientific, common or former name of a taxon, such as Homo sapiens',
      parse: taxonName,
      search: {
        term: quoted('ALLN'),
        namesIn: (summary) => members('scientificname', 'commonname')(summary).flatMap((name) => taxonName(name) ?? []),
        preferences: [(summary, value) => members('scientificname')(summary).some(sameAs(value))],
        // Synonyms are not in the summary.
        mayBe: () => true,
      },
    },
  ],
};

function symbolsOf(summary: DocSum): readonly string[] {
  return members('name', 'nomenclaturesymbol')(summary);
}

/** A name without the brackets of misplaced taxa (`[Candida] auris`), which a query cannot hold. */
function taxonName(name: string): string | undefined {
  const plain = name
    .replaceAll(/["[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' || plain.length > 200 ? undefined : plain;
}
