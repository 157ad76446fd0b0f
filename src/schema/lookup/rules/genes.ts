import {
  capitals,
  captured,
  type DatabaseRules,
  type Identifier,
  members,
  quoted,
  sameAs,
  type Scope,
  tagged,
} from '../identifier.js';
import type { DocSum } from '../../../eutils/records/esummary.js';
import { organismTerm, parseOrganism } from '../../core/query-arguments.js';
import { numberOfName } from '../../../loading/values/number-of-name.js';
import { textAt, textsAt } from '../../summaries/docsum.js';

/** Genes that were withdrawn or replaced keep their symbols. */
const ALIVE = 'alive[PROP]';

/** Symbols are searched together with their organism; no symbol has a tab in it. */
const organism: Scope = {
  argument: 'organism',
  description: 'Taxonomy uid or name of the organism of the symbol. Default: 9606, human.',
  fallback: '9606',
  join: (name, taxon) => `${name}\t${parseOrganism(taxon, 'organism')}`,
};

/** Accessions as RefSeq forms those of transcripts and proteins, and as UniProt does. */
const REFSEQ = String.raw`[NX][MR]_\d{6,9}|[ANXYW]P_\d{6,9}`;
const UNIPROT = String.raw`[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2}`;
const INSDC = String.raw`[A-Z]\d{5}|[A-Z]{2}\d{6}(?:\d{2})?|[A-Z]{3}\d{5}(?:\d{2})?`;

/** One of them without its version, perhaps between bars. */
const SEQUENCE = new RegExp(
  String.raw`^(?:(?:sp|tr|ref|gb|emb|dbj)\|)?(${REFSEQ}|${UNIPROT}|${INSDC})(?:\.\d{1,3})?(?:\|[^|]{0,40})?$`,
  'i',
);

/** The table gene_history. */
const SUCCESSORS = 'gene_successor';

const symbol: Identifier = {
  argument: 'symbol',
  plural: 'symbols',
  expected: 'the official symbol of a gene, such as TP53',
  // An asterisk would stand for any ending.
  parse: captured(/^([^"[\]\t\n\r*]{1,60})$/),
  // P2RY12 and MIR12136 have the form of accessions of proteins, SS18 that of a submitted SNP, GSE1 that of a series.
  lastResort: new RegExp(String.raw`^(?:(?=.+[A-Z])(?:${UNIPROT})|MIR\d{5}|SS\d{1,5}|GSE\d)$`, 'i'),
  prefixes: ['hgnc.symbol'],
  how: 'OFFICIAL_SYMBOL',
  scope: organism,
  search: symbolSearch('PREF', symbolsOf),
  otherwise: {
    name: 'alias',
    how: 'ALIAS',
    keyOf: (plain) => plain,
    search: symbolSearch('GENE', aliasesOf),
    explain: (summary, plain) => {
      const [name = ''] = plain.split('\t');
      return `"${name}" is an alias of gene ${summary.uid} (${textAt(summary, 'name') ?? 'no symbol'}).`;
    },
  },
};

/**
 * Identifiers that NCBI finds genes by, but does not show in summaries: a gene proves to be meant when a search for one
 * alone finds no other.
 */
const elsewhere = {
  how: 'CROSS_REFERENCE',
  search: { term: (value) => `"${value}"`, within: ALIVE, namesIn: () => [], mayBe: () => true },
} satisfies Partial<Identifier>;

const ensembl: Identifier = {
  ...elsewhere,
  search: {
    ...elsewhere.search,
    named: {
      links: 'ensembl_gene',
      numberOf: numberOfName,
      facts: 'gene_ensembl',
      database: 'Ensembl',
      successors: SUCCESSORS,
    },
  },
  argument: 'ensemblId',
  plural: 'ensemblIds',
  expected: 'the Ensembl identifier of a gene such as ENSG00000141510',
  parse: capitals(/^(ENS[A-Z]{0,6}G\d{11})(?:\.\d+)?$/i),
  recognize: /^ENS[A-Z]{0,6}G\d{11}(?:\.\d+)?$/i,
  prefixes: ['ensembl', 'ensembl.gene', 'ens'],
};

/** A gene by its transcripts and proteins, whatever their versions. */
const sequence: Identifier = {
  ...elsewhere,
  argument: 'accession',
  plural: 'accessions',
  expected: 'the accession of a transcript or protein of a gene such as NM_000546 or P04637',
  parse: (value) => SEQUENCE.exec(value.trim())?.[1]?.toUpperCase(),
  // Genes of mice are called by accessions of INSDC: BC002163 by itself is a symbol.
  recognizeHere: new RegExp(String.raw`^(?:${REFSEQ}|${UNIPROT})(?:\.\d{1,3})?$|^(?:sp|tr|ref)\|`, 'i'),
  borrowed: [
    'refseq',
    'uniprot',
    'uniprotkb',
    'swiss-prot',
    'swissprot',
    'ncbiprotein',
    'insdc',
    'genbank',
    'protein_id',
  ],
  search: { ...elsewhere.search, term: tagged('ACCN') },
};

/** Names of genes in annotated genomes: those that INSDC registers, and systematic names of model organisms. */
const LOCUS_TAG =
  /^(?!(?:ORPHA(?:NET)?|ORDO|MONDO|DOID|EFO|CHEBI|UBERON|CVCL|LRG|GC[AF]|PDB|HGNC|MGI|NCBITaxon)_)(?:[A-Z][A-Z\d]{2,11}_[A-Z]{0,3}\d{2,9}[A-Z]?|Y[A-P][LR]\d{3}[WC](?:-[A-Z])?|AT[1-5MC]G\d{5}(?:\.\d{1,2})?|SP(?:[ABC]C|[ABC]P[A-Z])\w{1,8}\.\d{2,3}c?|[A-Z]\d{1,3}[A-Z]\d{1,2}[A-Z]?\.\d{1,2}[a-z]?|Rv\d{4}[A-D]?|b\d{4})$/i;

const locusTag: Identifier = {
  argument: 'locusTag',
  plural: 'locusTags',
  expected: 'a locus tag or systematic name of a gene such as b0344 or YAL001C',
  // Transcripts of thale cress have the tags of their genes.
  parse: (value) => captured(/^((?=.*\d)[A-Z][\w.-]{2,39})$/i)(value)?.replace(/^(AT[1-5MC]G\d{5})\.\d{1,2}$/i, '$1'),
  recognize: LOCUS_TAG,
  how: 'CROSS_REFERENCE',
  search: {
    // Gene has no field of its own for them (protocol, second part, section 8); summaries show many as aliases.
    term: quoted('GENE'),
    within: ALIVE,
    namesIn: (summary) => [...symbolsOf(summary), ...aliasesOf(summary)],
    mayBe: () => true,
  },
};

/** As the registries of symbols number genes: HGNC:11998 of people, MGI:98834 of mice. */
function registry(argument: string, prefix: string, example: string): Identifier {
  const form = new RegExp(String.raw`^${prefix}:0*([1-9]\d{0,7})$`, 'i');
  return {
    ...elsewhere,
    argument,
    plural: `${argument}s`,
    expected: `the ${prefix} identifier of a gene such as ${example}`,
    parse: (value) => {
      const number = form.exec(value.trim())?.[1] ?? captured(/^0*([1-9]\d{0,7})$/)(value);
      return number === undefined ? undefined : `${prefix}:${number}`;
    },
    recognize: form,
    prefixes: [prefix.toLowerCase(), `${prefix.toLowerCase()}_id`],
  };
}

const hgnc: Identifier = {
  ...registry('hgncId', 'HGNC', 'HGNC:11998'),
  search: {
    ...elsewhere.search,
    named: {
      links: 'hgnc_gene',
      numberOf: (identifier) => Number(identifier.replace('HGNC:', '')),
      facts: 'gene_hgnc',
      database: 'HGNC',
      successors: SUCCESSORS,
    },
  },
};

export const genes: Readonly<Record<string, DatabaseRules>> = {
  gene: {
    uidPrefixes: [
      'ncbigene',
      'entrezgene',
      'entrez',
      'entrez.gene',
      'geneid',
      'ncbi.gene',
      'ncbi_gene',
      'ncbi gene',
      'egid',
    ],
    // Gene's own name for a gene without a symbol (its help: a search for it finds the gene by its uid ever after).
    uidForm: /^LOC0*([1-9]\d{0,14})$/i,
    curie: { ofUid: (uid) => `NCBIGene:${uid}` },
    identifiers: [symbol, ensembl, hgnc, registry('mgiId', 'MGI', 'MGI:98834'), sequence, locusTag],
    distinctions: { symbol: 'name', organism: 'organism.scientificname' },
  },
  omim: {
    curie: { ofUid: (uid) => `OMIM:${uid}` },
    identifiers: [
      {
        argument: 'mim',
        plural: 'mims',
        expected: 'a MIM number such as 191170',
        numeric: true,
        parse: captured(/^(?:O?MIM:?\s*)?[*+#%^]?\s*([1-9]\d{5})$/i),
        recognize: /^(?:O?MIM\s*[*+#%^]?|[*+#%^])\s*[1-9]\d{5}$/i,
        prefixes: ['omim', 'mim'],
        how: 'UID',
      },
    ],
  },
};

/** Searches one field for a symbol of an organism, and takes what the summary shows of both for proof. */
function symbolSearch(field: string, namesOf: (summary: DocSum) => readonly string[]): Required<Identifier>['search'] {
  return {
    term: (value) => {
      const [name = '', taxon = ''] = value.split('\t');
      return `(${quoted(field)(name)} AND ${organismTerm(taxon)})`;
    },
    within: ALIVE,
    namesIn: (summary) => {
      const taxa = members('organism.taxid', 'organism.scientificname', 'organism.commonname')(summary);
      return namesOf(summary).flatMap((name) => taxa.map((taxon) => `${name}\t${taxon}`));
    },
    // Entrez knows further names of organisms, and finds the genes of strains by their species.
    mayBe: (summary, value) => namesOf(summary).some(sameAs(value.split('\t')[0] ?? '')),
    // In the fruit fly, n and N are two genes.
    preferences: [(summary, value) => namesOf(summary).some((name) => value.startsWith(`${name}\t`))],
  };
}

function symbolsOf(summary: DocSum): readonly string[] {
  return members('name', 'nomenclaturesymbol')(summary);
}

function aliasesOf(summary: DocSum): readonly string[] {
  return textsAt(summary, 'otheraliases', ',') ?? [];
}
