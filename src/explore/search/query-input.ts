import type { SuggestQueryVariables } from '../generated/graphql.js';

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

const SEARCHES: Readonly<Record<Scope, SuggestQueryVariables>> = {
  '': { text: '', first: 5, inGene: true, inPubmed: true },
  gene: { text: '', first: 8, inGene: true },
  pubmed: { text: '', first: 8, inPubmed: true },
  protein: { text: '', first: 8, inProtein: true },
  structure: { text: '', first: 8, inStructure: true },
  clinvar: { text: '', first: 8, inClinvar: true },
  medgen: { text: '', first: 8, inMedgen: true },
  pccompound: { text: '', first: 8, inCompound: true },
  taxonomy: { text: '', first: 8, inTaxonomy: true },
};

/** Identifiers whose form tells their database; the first group of a pattern is the identifier. */
const NAMES: readonly (readonly [
  pattern: RegExp,
  variables: (name: string) => Omit<SuggestQueryVariables, 'first'>,
])[] = [
  [/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i, (text) => ({ text, asDoi: true })],
  [/^rs\s?([1-9]\d*)$/i, (number) => ({ text: `rs${number}`, number, asRs: true })],
  [/^(?:pmcid:?\s*)?PMC0*([1-9]\d*)$/i, (number) => ({ text: `PMC${number}`, number, asPmcid: true })],
  [/^(?:pmid:?\s*)?0*([1-9]\d{0,9})$/i, (number) => ({ text: number, number, asNumber: true })],
  [/^([ANXYW]P_\d+(?:\.\d+)?)$/i, (text) => ({ text, asProtein: true })],
  [/^([OPQ]\d[A-Z\d]{3}\d|[A-NR-Z]\d(?:[A-Z][A-Z\d]{2}\d){1,2})$/i, (text) => ({ text, asProtein: true })],
  [/^([ANX][CGMRTWZ]_\d+(?:\.\d+)?)$/i, (text) => ({ text, asNuccore: true })],
  [/^([A-Z]{2}\d{6}(?:\.\d+)?|[A-Z]\d{5}(?:\.\d+)?)$/i, (text) => ({ text, asNuccore: true })],
  [/^(VCV\d+(?:\.\d+)?)$/i, (text) => ({ text, asClinvar: true })],
  [/^(G(?:DS|PL|SE|SM)\d+)$/i, (text) => ({ text, asGds: true })],
  [/^(GC[AF]_\d{9}(?:\.\d+)?)$/i, (text) => ({ text, asAssembly: true })],
  [/^(PRJ[DEN][A-Z]\d+)$/i, (text) => ({ text, asBioproject: true })],
  [/^(SAM[DEN][AG]?\d+)$/i, (text) => ({ text, asBiosample: true })],
  [/^([DES]R[RX]\d+)$/i, (text) => ({ text, asSra: true })],
  [/^([A-Z]{14}-[A-Z]{10}-[A-Z])$/i, (text) => ({ text, asCompound: true })],
];
const PDB = /^[1-9][A-Z\d]{3}$/i;
const SYMBOL = /^(?=.*[A-Z])[A-Z\d][A-Z\d.-]{0,14}$/i;
const SHORTEST_TEXT = 2;

/** What a text was looked up as, by the variables that say so. */
const KINDS: Readonly<Partial<Record<keyof SuggestQueryVariables, string>>> = {
  asSymbol: 'gene symbol',
  asDoi: 'DOI',
  asNumber: 'PMID and gene ID',
  asRs: 'rs number',
  asPmcid: 'PMCID',
  asProtein: 'protein accession',
  asNuccore: 'nucleotide accession',
  asStructure: 'PDB code',
  asClinvar: 'ClinVar accession',
  asGds: 'GEO accession',
  asAssembly: 'assembly accession',
  asBioproject: 'BioProject accession',
  asBiosample: 'BioSample accession',
  asSra: 'SRA accession',
  asCompound: 'InChIKey',
  inGene: 'words about genes',
  inPubmed: 'words in papers',
  inProtein: 'words about proteins',
  inStructure: 'words about structures',
  inClinvar: 'words about variants',
  inMedgen: 'words about conditions',
  inCompound: 'words about compounds',
  inTaxonomy: 'name of an organism',
};

/** What a text is looked up as, in words. */
export function kindsOf(variables: SuggestQueryVariables): readonly string[] {
  return Object.entries(KINDS).flatMap(([name, words]) =>
    variables[name as keyof SuggestQueryVariables] === true ? [words] : [],
  );
}

/** The variables that look up or search a text; undefined while it is too short. */
export function suggestionsFor(typed: string, scope: Scope): SuggestQueryVariables | undefined {
  const text = typed.trim();
  if (scope === '') {
    for (const [pattern, variablesOf] of NAMES) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined) {
        return { ...variablesOf(name), first: 1 };
      }
    }
  }
  if (text.length < SHORTEST_TEXT) {
    return undefined;
  }
  // A PDB code may also be a word or the symbol of a gene.
  return {
    ...SEARCHES[scope],
    text,
    ...((scope === '' || scope === 'gene') && SYMBOL.test(text) && { asSymbol: true }),
    ...(scope === '' && PDB.test(text) && /[a-z]/i.test(text) && { asStructure: true }),
  };
}
