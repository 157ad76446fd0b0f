import { ADDRESS, readCompact } from './compact-name.js';
import { databasesOf } from './read-name.js';

type Reasons = readonly (readonly [form: RegExp, note: string])[];

/** Names of records that Entrez has no index of, whatever database is meant. */
const NOT_INDEXED: Reasons = [
  [
    // Atoms and bonds alone: gene symbols with a bracket or a number sign have other letters.
    /^(?:[Ss][Mm][Ii][Ll][Ee][Ss]:.*|(?=.*(?:[=#@[(]|c1[cn]{2}))(?=.{5})(?:Cl|Br|[BCNOPSFIbcnops]|\[[^[\]\s]{1,20}\]|[-=#$:.()/\\%@+\d])+)$/s,
    'Structures as SMILES are not searched, since Entrez has no index of them. Use an InChIKey, a CAS number or a name.',
  ],
  [/^InChI=1S?\//, 'Structures as InChI are not searched. Use the InChIKey, a CAS number or a name.'],
];

const SEVERAL = 'There are several names in one. Give each as an entry of its own.';

/** Names of what Entrez has no records of, or not just one, with what to give instead. */
const OTHERS: Reasons = [
  [/^[^\p{L}\d]*$/u, 'The name is empty.'],
  [
    /^\d{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i,
    'Spreadsheets make dates of symbols such as MARCH1 and SEPT1. Use the symbol.',
  ],
  [
    /^\d{6}\.\d{4}$/,
    'Allelic variants of OMIM have no records of their own. Use the number before the full stop, with OMIM: before it.',
  ],
  [
    /^(?:ncbi:)?\d+(?:\.\d+)?(?:e\+?\d+)?$/i,
    'A number may be a uid of any database. Give "in", or write a prefix such as PMID: before it.',
  ],
  [
    /^(?:chr)?(?:\d{1,2}|X|Y|MT?)[-:_](?:g\.)?\d{3,9}(?:[-:_ACGT>].*)?$/i,
    'A place on a chromosome names no record. Use an SPDI or HGVS expression with the accession of the chromosome, or an rs number.',
  ],
  [
    /^p\.\(?[A-Z][a-z]{0,2}\d+\S*$/i,
    'A change of a protein names no record without its sequence. Use an HGVS expression such as NM_000410.3:c.845G>A.',
  ],
  [
    /^(?:hg(?:1[6-9]|38)|mm(?:[6-9]|10|39)|rn[4-8]|dm[36]|danRer\d{1,2}|galGal\d|sacCer\d|ce1[01])$/i,
    'Names of assemblies at UCSC are not searched. Use the name at NCBI, such as GRCh38.p14.',
  ],
  [/^COS[MVNG]\d+$/i, 'Mutations of COSMIC have no records. Use an HGVS expression or an rs number.'],
  [
    /^LRG_\d{1,5}(?:[tp]\d{1,3})?$/i,
    'Sequences of LRG have no records of their own. Use the accession at RefSeq, such as NG_017013.2, or an HGVS expression.',
  ],
  [
    /^(?:CHEMBL\d{1,8}|DB\d{5})$/i,
    'Identifiers of ChEMBL and DrugBank are names of compounds. Give pccompound as "in".',
  ],
  [/^IPR\d{6}$/i, 'Entries of InterPro are not searched. Use the accession of a model of CDD, such as PF00870.'],
  [
    /^[A-Z\d]{2,10}_(?:HUMAN|MOUSE|RAT|BOVIN|PIG|CHICK|XENLA|DANRE|DROME|CAEEL|YEAST|SCHPO|ARATH|ECOLI|BACSU)$/i,
    'Entry names of UniProt are not searched. Use the accession, such as P04637.',
  ],
  [/^[A-Z][\w-]+(?:\s*[,;|]\s*[A-Z][\w-]+)+$/i, SEVERAL],
  [
    /^rs\d{1,15}(?:[-:_][ACGTN?*]+(?:>[ACGTN]+)?|\([ACGT/;]+\))$/i,
    'Alleles of an rs number have no records of their own. Use the number alone.',
  ],
  [/^gi[|:]\d+\|?$/i, 'A GI number is a uid of protein or nuccore. Give one of them as "in".'],
  [
    /^ENS[A-Z]{0,6}[TPER]\d{11}(?:\.\d+)?$/i,
    'Transcripts and proteins of Ensembl have no records. Use the identifier of the gene.',
  ],
  [
    /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})-\d{1,3}$/i,
    'Isoforms of UniProt have no records of their own. Leave out the number behind the hyphen.',
  ],
  [
    /^[A-Z]{2}_\d{6,9}\.\d{1,3}:\d+:[A-Z\d]*:[A-Z]*$/i,
    'SPDI expressions are found on chromosomes of GRCh38. Use an HGVS expression or an rs number.',
  ],
];

/** Registries whose identifiers are not searched. Symbols of flies and fishes have colons, too (mt:CoI, zgc:56666). */
const REGISTRIES =
  /^(?:rgd|zfin|vgnc|flybase|fb|wormbase|wb|sgd|tair|pombase|dictybase|xenbase|araport|doid|efo|chebi|chembl(?:\.compound|\.target)?|drugbank|kegg|go|uberon|cl|so|ncit|snomedct(?:_us)?|icd(?:9|10|11)?(?:cm)?|loinc|meddra|rxnorm|gard|interpro|ipr|reactome|wikidata|wikipathways|cosmic|civic|arxiv|biorxiv|s2cid|orcid|ror|isbn|cellosaurus|cvcl|string|biogrid|intact):\S+$/i;

/** Why no database finds a record by such a text; undefined for any other. */
export function reasonNotIndexed(text: string): string | undefined {
  return NOT_INDEXED.find(([form]) => form.test(text))?.[1];
}

/** Why no gene is called by a text; undefined for what may be a symbol or a uid. */
export function reasonNoGene(text: string): string | undefined {
  return /^\d+$/.test(text) ? undefined : OTHERS.find(([form]) => form.test(text))?.[1];
}

/** What a text is besides a name that no record has: HER-2/neu is an alias, BRCA1/BARD1 two symbols. */
export function doubtAbout(text: string): string | undefined {
  return /^[A-Z][\w-]+(?:\s*\/\s*[A-Z][\w-]+)+$/i.test(text) ? SEVERAL : undefined;
}

/** Why a text that looks like an identifier is taken for none; undefined for what may be a name. */
export function reasonAgainst(text: string): string | undefined {
  if (ADDRESS.test(text)) {
    return 'The address is of no kind of page that has one record.';
  }
  const owners = databasesOf(readCompact(text)?.prefix ?? '');
  if (owners.length > 0) {
    return `What stands behind the prefix is no identifier of ${owners.join(' or ')}. Check it.`;
  }
  if (REGISTRIES.test(text)) {
    return `Identifiers of ${text.slice(0, text.indexOf(':'))} are not searched. Use a symbol, an accession or a uid.`;
  }
  return reasonNotIndexed(text) ?? OTHERS.find(([form]) => form.test(text))?.[1];
}
