import { authorsOf, factOf, type GraphRecord, inWords, textOf, yearOf } from './record.js';

/** Fields that name a record better than its title does, the best first. */
const SHORT_NAMES = ['symbol', 'rsid', 'pdbAccession', 'scientificName', 'accessionVersion', 'accession'];
/** Records that are known by their title, in headings and lists. */
const BY_TITLE = new Set(['pubmed', 'pmc', 'clinvar']);
const LONGEST_LABEL = 28;

/** One-letter codes of amino acids, and what HGVS writes for a stop and no change. */
const AMINO_ACIDS: Readonly<Record<string, string>> = {
  Ala: 'A',
  Arg: 'R',
  Asn: 'N',
  Asp: 'D',
  Cys: 'C',
  Gln: 'Q',
  Glu: 'E',
  Gly: 'G',
  His: 'H',
  Ile: 'I',
  Leu: 'L',
  Lys: 'K',
  Met: 'M',
  Phe: 'F',
  Pro: 'P',
  Ser: 'S',
  Ter: '*',
  Thr: 'T',
  Trp: 'W',
  Tyr: 'Y',
  Val: 'V',
};

/** The name of a record in headings and lists: a symbol or accession where it has one, else its title. */
export function nameOf(record: GraphRecord): string {
  const short = BY_TITLE.has(record.db) ? undefined : shortNameOf(record);
  return short ?? record.title ?? `${record.db} ${record.uid}`;
}

/** The label of a record in the graph: "Koo 2022", R175H, a symbol or an accession. */
export function labelOf(record: GraphRecord): string {
  const label = citationOf(record) ?? changeOf(record) ?? shortNameOf(record) ?? nameOf(record);
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;
}

/** First author and year of an article. */
export function citationOf(record: GraphRecord): string | undefined {
  const [first] = authorsOf(record);
  if (first === undefined) {
    return undefined;
  }
  const family = first.replace(/ [A-Z]{1,4}( (Jr|Sr|\d\w+))?$/, '');
  return [family, yearOf(record)].filter((part) => part !== undefined).join(' ');
}

/** A single change of a protein, such as R175H, which a change of the DNA may follow in brackets. */
const PROTEIN_CHANGE = /^([A-Z]\d+[^\s,]*)(?: \([^,]*\))?$/;

/** The change of a variant in the words of biologists: R175H, else c.845G>A. */
export function changeOf(record: GraphRecord): string | undefined {
  if (record.db !== 'clinvar') {
    return undefined;
  }
  const title = record.title ?? '';
  const protein = /\(p\.([^)]+)\)/.exec(title)?.[1];
  if (protein !== undefined) {
    return protein.replaceAll(/[A-Z][a-z]{2}/g, (code) => AMINO_ACIDS[code] ?? code);
  }
  const changes = inWords(factOf(record, 'proteinChanges'));
  const [first] = changes.split(',');
  // Of several, each is that of another transcript, and none is the usual one.
  return PROTEIN_CHANGE.exec(changes)?.[1] ?? /:([cgmn]\.[^ ]+)/.exec(title)?.[1] ?? (first === '' ? undefined : first);
}

function shortNameOf(record: GraphRecord): string | undefined {
  for (const field of SHORT_NAMES) {
    const name = textOf(record, field);
    if (name !== undefined) {
      return name;
    }
  }
  return undefined;
}
