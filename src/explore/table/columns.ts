import type { Order } from '../model/catalog.js';
import { scoreText } from '../canvas/score-text.js';
import { authorsOf, factOf, type GraphRecord, inWords, textOf, yearOf } from '../model/record.js';
import { changeOf, nameOf } from '../model/record-name.js';

/** A column of the table. */
export interface Column {
  /** Name in exports. */
  readonly key: string;
  readonly heading: string;
  /** The gateway's order by this column, where there is one. */
  readonly order?: Order;
  readonly isNumber?: boolean;
  /** Whether it takes the room that the others leave. */
  readonly isWide?: boolean;
  text(record: GraphRecord, score: number | null): string;
}

const fact = (key: string, heading: string, options: Partial<Column> = {}): Column => ({
  key,
  heading,
  text: (record) => inWords(factOf(record, key)),
  ...options,
});

const UID: Column = { key: 'uid', heading: 'UID', order: 'UID', text: ({ uid }) => uid };
const TITLE: Column = { key: 'title', heading: 'Title', isWide: true, text: ({ title }) => title ?? '' };
const ACCESSION: Column = {
  key: 'accession',
  heading: 'Accession',
  text: (record) => textOf(record, 'accessionVersion') ?? textOf(record, 'accession') ?? '',
};
const ORGANISM = fact('organism', 'Organism');
const SCORE: Column = {
  key: 'score',
  heading: 'Score',
  order: 'SCORE',
  isNumber: true,
  text: (_record, score) => (score === null ? '' : scoreText(score)),
};
const ARTICLE: readonly Column[] = [
  TITLE,
  { key: 'first_author', heading: 'First author', text: (record) => authorsOf(record)[0] ?? '' },
  { key: 'year', heading: 'Year', order: 'DATE', text: (record) => yearOf(record) ?? '' },
  fact('journal', 'Journal'),
  fact('doi', 'DOI'),
];

/** The columns of a database between uid and score. */
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  pubmed: ARTICLE,
  pmc: ARTICLE,
  gene: [
    fact('symbol', 'Symbol'),
    fact('description', 'Description', { isWide: true }),
    {
      key: 'organism',
      heading: 'Organism',
      text: (record) => inWords(factOf(record, 'species')),
    },
  ],
  protein: [ACCESSION, TITLE, ORGANISM, fact('length', 'Length', { isNumber: true })],
  nuccore: [ACCESSION, TITLE, ORGANISM, fact('length', 'Length', { isNumber: true }), fact('moleculeType', 'Molecule')],
  clinvar: [
    { key: 'change', heading: 'Change', text: (record) => changeOf(record) ?? '' },
    { key: 'significance', heading: 'Significance', text: (record) => classificationOf(record).description },
    { key: 'condition', heading: 'Condition', isWide: true, text: (record) => classificationOf(record).conditions },
    fact('variantType', 'Type'),
    fact('accession', 'Accession'),
    { ...TITLE, isWide: false },
  ],
  snp: [
    fact('rsid', 'rs number'),
    fact('clinicalSignificance', 'Significance', { isWide: true }),
    fact('variantType', 'Type'),
    fact('chromosome', 'Chromosome'),
    fact('position', 'Position'),
  ],
  structure: [
    fact('pdbAccession', 'PDB'),
    TITLE,
    fact('method', 'Method'),
    fact('resolution', 'Resolution (Å)', { isNumber: true }),
  ],
  omim: [fact('mimNumber', 'MIM number'), TITLE, fact('entryType', 'Type')],
  taxonomy: [fact('scientificName', 'Name', { isWide: true }), fact('commonName', 'Common name'), fact('rank', 'Rank')],
  medgen: [fact('conceptId', 'Concept'), TITLE, fact('semanticType', 'Type')],
  pccompound: [TITLE, fact('molecularFormula', 'Formula'), fact('molecularWeight', 'Weight', { isNumber: true })],
  gds: [fact('accession', 'Accession'), TITLE, fact('entryType', 'Type'), fact('publicationDate', 'Published')],
};
const OTHER: readonly Column[] = [{ key: 'name', heading: 'Name', text: nameOf }, TITLE, ORGANISM];

/** The columns of a table of records of a database; with scores only where its links have some. */
export function columnsOf(db: string, isScored: boolean): readonly Column[] {
  return [UID, ...(COLUMNS[db] ?? OTHER), ...(isScored ? [SCORE] : [])];
}

function classificationOf(record: GraphRecord): { readonly description: string; readonly conditions: string } {
  const { description, traits } = (factOf(record, 'germlineClassification') ?? {}) as {
    readonly description?: string | null;
    readonly traits?: readonly { readonly name?: string | null }[] | null;
  };
  return {
    description: description ?? '',
    conditions: (traits ?? []).flatMap(({ name }) => name ?? []).join('; '),
  };
}
