import type { DatabaseName, SearchRecordsQueryVariables, SuggestQueryVariables } from '../generated/graphql.js';

/** The databases that free text can be searched in; `''` stands for genes and papers. */
export const SCOPES = {
  '': 'Genes and papers',
  gene: 'Genes',
  pubmed: 'Papers',
  protein: 'Proteins',
  structure: 'Structures',
  clinvar: 'Variants',
  medgen: 'Conditions',
  pccompound: 'Compounds',
  taxonomy: 'Organisms',
} as const;

export type Scope = keyof typeof SCOPES;
/** A database that words can be searched in. */
export type SearchableDatabase = Exclude<Scope, ''>;

type Switches = Omit<SearchRecordsQueryVariables, 'text' | 'first' | 'after'>;

const SWITCHES: Readonly<Record<SearchableDatabase, Switches>> = {
  gene: { inGene: true },
  pubmed: { inPubmed: true },
  protein: { inProtein: true },
  structure: { inStructure: true },
  clinvar: { inClinvar: true },
  medgen: { inMedgen: true },
  pccompound: { inCompound: true },
  taxonomy: { inTaxonomy: true },
};

/** Forms that no words have. The gateway knows what each of them names. */
const NAMES: readonly RegExp[] = [
  /^https?:\/\//i,
  /^(?:doi:\s*)?10\.\d{4,9}\/\S+$/i,
  // CURIEs, with a space before the number as well.
  /^[a-z][\w.]{0,40}:\s?[\w.:/-]+$/i,
  /^PM(?:C?ID)\s*(?:PMC)?\d+$/i,
  /^(?:PMC|rs\s?|VCV|G(?:DS|PL|SE|SM)|PRJ[DEN][A-Z]|SAM[DEN][AG]?|[DES]R[RXPS]|ENS[A-Z]*[GTP])\d+(?:\.\d+)?$/i,
  /^[ANXYW][CGMPRTWZ]_\d+(?:\.\d+)?$/i,
  /^(?:[OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})$/i,
  /^(?:[A-Z]{2}\d{6}|[A-Z]\d{5})(?:\.\d+)?$/i,
  /^GC[AF]_\d{9}(?:\.\d+)?$/i,
  /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/i,
];
const NUMBER = /^\d{1,10}$/;
const PMCID = /^(?:PMCID:?\s*)?PMC\d+$/i;
/** A genus and a species, as taxonomists write them. */
const BINOMIAL = /^[A-Z][a-z]+(?: [a-z]+\.?){1,2}$/;
/** Databases whose records have names of several words. */
const NAMED_BY_WORDS: ReadonlySet<Scope> = new Set(['taxonomy', 'medgen', 'pccompound']);
/** Titles have at least so many words, names that hold an identifier at most so many. */
const SHORTEST_TITLE = 6;
const LONGEST_NAME = 3;
/** A part with letters and digits, or a number behind a sign or an abbreviation. */
const IDENTIFIER = /\p{L}\S*\d|\d\S*\p{L}|[:#=]\s*\d|^[A-Z]{2,}\s\d+$/u;
/** A printed reference: a year, a volume and a page. */
const REFERENCE =
  /(?<!\d)(?:1[89]|20)\d\d\)?\D{0,15}\d{0,2};.*\d|\d.*\((?:\D*)(?:1[89]|20)\d\d\)|\((?:1[89]|20)\d\d.*\d/;
const SHORTEST_TEXT = 2;

/** What a name was taken for, by the argument of the gateway that took it, where that is no word. */
const KINDS: Readonly<Record<string, string>> = {
  alleleId: 'allele ID',
  cas: 'CAS number',
  citation: 'reference',
  conceptId: 'concept ID',
  doi: 'DOI',
  ensemblId: 'Ensembl ID',
  hgncId: 'HGNC ID',
  hgvs: 'HGVS name',
  hpoId: 'HPO ID',
  inchiKey: 'InChIKey',
  issn: 'ISSN',
  locusTag: 'locus tag',
  meshId: 'MeSH ID',
  mgiId: 'MGI ID',
  mim: 'MIM number',
  mondoId: 'Mondo ID',
  nlmUniqueId: 'NLM ID',
  orphanetId: 'Orphanet ID',
  pdb: 'PDB code',
  pmcid: 'PMCID',
  pmid: 'PMID',
  rs: 'rs number',
  sourceId: 'source ID',
  spdi: 'SPDI name',
  ss: 'ss number',
  symbol: 'gene symbol',
  uid: 'UID',
};

/** What words were searched as, by the variables that say so. */
const SEARCHES: Readonly<Record<keyof Switches, string>> = {
  inGene: 'words about genes',
  inPubmed: 'words in papers',
  inProtein: 'words about proteins',
  inStructure: 'words about structures',
  inClinvar: 'words about variants',
  inMedgen: 'words about conditions',
  inCompound: 'words about compounds',
  inTaxonomy: 'name of an organism',
};

/** The variables of a search for words in one database. */
export function searchVariables(db: SearchableDatabase, text: string): { readonly text: string } & Switches {
  return { text, ...SWITCHES[db] };
}

/** Whether words can be searched in a database. */
export function isSearchable(db: string): db is SearchableDatabase {
  return Object.hasOwn(SWITCHES, db);
}

/** What a text was looked up as, in words; `kinds` are those that the gateway took it for. */
export function kindsOf(variables: SuggestQueryVariables, kinds: readonly string[]): readonly string[] {
  const named = NUMBER.test(variables.text) && variables.in?.length === 2 ? ['PMID', 'gene ID'] : kinds;
  return [
    ...new Set(named.map((kind) => KINDS[kind] ?? kind)),
    ...Object.entries(SEARCHES).flatMap(([name, words]) => (variables[name as keyof Switches] === true ? [words] : [])),
  ];
}

/** Whether variables also search for words. */
export function searchesWords(variables: SuggestQueryVariables): boolean {
  return Object.keys(SEARCHES).some((name) => variables[name as keyof Switches] === true);
}

/** The variables that look up or search a text; undefined while it is too short. */
export function suggestionsFor(typed: string, scope: Scope): SuggestQueryVariables | undefined {
  const text = typed.trim().replace(/^rs\s+(?=\d)/i, 'rs');
  if (scope === '') {
    if (NUMBER.test(text)) {
      return { text, first: 1, asName: true, in: ['pubmed', 'gene'] };
    }
    if (NAMES.some((form) => form.test(text))) {
      return { text, first: 1, asName: true, ...(PMCID.test(text) && { asPmcid: true }) };
    }
  }
  if (text.length < SHORTEST_TEXT && !NUMBER.test(text)) {
    return undefined;
  }
  const isName = NAMED_BY_WORDS.has(scope) || mayBeName(text) || (scope === '' && BINOMIAL.test(text));
  return {
    ...wordsFor(text, scope),
    ...(isName && { asName: true, ...(scope !== '' && { in: [scope] satisfies DatabaseName[] }) }),
  };
}

/** Whether the gateway may take a text for a name: what has no blanks, an identifier with words beside it, a title, a reference. */
function mayBeName(text: string): boolean {
  const words = text.split(/\s+/).length;
  return (
    words === 1 ||
    words >= SHORTEST_TITLE ||
    (words <= LONGEST_NAME && IDENTIFIER.test(text)) ||
    REFERENCE.test(text) ||
    /^["'“‘«<([`>]/u.test(text)
  );
}

/** The variables that search for the words of a text. */
export function wordsFor(text: string, scope: Scope): SuggestQueryVariables {
  return scope === ''
    ? { text, first: 5, ...SWITCHES.gene, ...SWITCHES.pubmed }
    : { text, first: 8, ...SWITCHES[scope] };
}
