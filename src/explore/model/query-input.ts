import type { SuggestQueryVariables } from '../generated/graphql.js';

/** Databases that a free text may be looked for in; `''` stands for genes and articles. */
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

/** Kinds of names that tell by themselves which database they are of; the first group of a pattern is the name. */
const NAMES: readonly (readonly [pattern: RegExp, asked: (name: string) => Omit<SuggestQueryVariables, 'first'>])[] = [
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
const SHORTEST_TEXT = 2;

/** What to ask about a text that was typed; undefined while it is too short to mean anything. */
export function suggestionsFor(typed: string, scope: Scope): SuggestQueryVariables | undefined {
  const text = typed.trim();
  if (scope === '') {
    for (const [pattern, asked] of NAMES) {
      const name = pattern.exec(text)?.[1];
      if (name !== undefined) {
        return { ...asked(name), first: 1 };
      }
    }
  }
  if (text.length < SHORTEST_TEXT) {
    return undefined;
  }
  // A PDB code may as well be a word or the symbol of a gene.
  return {
    ...SEARCHES[scope],
    text,
    ...(scope === '' && PDB.test(text) && /[a-z]/i.test(text) && { asStructure: true }),
  };
}
