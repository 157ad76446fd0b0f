import { responsePathAsArray } from 'graphql';

import type { DocSum } from '../../eutils/records/esummary.js';
import type { Warning } from '../../loading/operation/warnings.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import { estimated, costsNothing } from '../cost/dry-run-extension.js';
import { summaryQuestion } from '../cost/record-queries.js';
import type { RecordRef } from '../links/link-fields.js';
import { textsAt } from '../summaries/docsum.js';
import { factsOf, notImported } from './from-table.js';

/** As the descriptions of the tables keep it. */
type Reference = readonly [database: string, id: string, note?: string];

interface CrossReference {
  readonly database: string;
  readonly id: string;
  readonly note: string | null;
  readonly tables: string[];
}

/** The facts of genes that name them elsewhere, and the tables that hold them. */
const SOURCES = [
  ['gene_references', 'gene_info'],
  ['gene_hgnc', 'hgnc_complete_set'],
  ['gene_ensembl', 'gene2ensembl'],
  ['gene_refseq', 'gene2refseq'],
  ['gene_omim_entries', 'mim2gene_medgen'],
] as const;

/** The prefixes of Bioregistry by the names that tables give databases, in lower case. Those left out have none that is certain. */
const PREFIXES: Readonly<Record<string, string>> = {
  cgnc: 'CGNC',
  dictybase: 'dictybase.gene',
  ecogene: 'ecogene',
  ensembl: 'ensembl',
  'ensembl protein': 'ensembl',
  'ensembl transcript': 'ensembl',
  flybase: 'FlyBase',
  hgnc: 'HGNC',
  mgi: 'MGI',
  mim: 'OMIM',
  mirbase: 'mirbase',
  pombase: 'PomBase',
  'refseq protein': 'refseq',
  'refseq rna': 'refseq',
  rgd: 'RGD',
  sgd: 'SGD',
  uniprot: 'uniprot',
  vgnc: 'VGNC',
  wb: 'WormBase',
  wormbase: 'WormBase',
  xenbase: 'Xenbase',
  zfin: 'ZFIN',
};

/** Adds the identifiers of a gene in other databases. */
export function addCrossReferences(builder: Builder, gene: RecordRef): void {
  const reference = builder.objectRef<CrossReference>('CrossReference').implement({
    description: 'What a record, or the record of the same thing, is called in another database.',
    fields: (t) => ({
      database: t.exposeString('database', {
        nullable: false,
        description: 'The other database, such as HGNC, Ensembl, Ensembl transcript, MIM, UniProt or RefSeq RNA.',
      }),
      id: t.exposeString('id', { nullable: false, description: 'The identifier as the table prints it.' }),
      prefix: t.string({
        description: 'Prefix of the database at Bioregistry, such as OMIM; null where none is certain.',
        resolve: ({ database }) => prefixOf(database),
      }),
      curie: t.string({
        description: 'Compact identifier, such as OMIM:191170; null where the database has no prefix.',
        resolve: (each) => curieOf(each),
      }),
      url: t.field({
        type: 'URI',
        description: 'Address at Bioregistry that leads to its page; null where the database has no prefix.',
        resolve: (each) => urlOf(each),
      }),
      note: t.exposeString('note', {
        description: 'What the table adds: of an OMIM entry its type, its source, and comments such as question.',
      }),
      tables: t.exposeStringList('tables', {
        nullable: false,
        description: 'The tables that say so; empty for the summary.',
      }),
    }),
  });
  builder.objectField(gene, 'crossReferences', (t) =>
    t.field({
      type: [reference],
      description:
        'Its identifiers in other databases. From the tables gene_info, hgnc_complete_set, gene2ensembl, gene2refseq and mim2gene_medgen, as far as they are imported, without calls; where none is, the MIM numbers of the summary alone, with a warning.',
      extensions: estimated((genes, _args, scope) => {
        if (!SOURCES.some(([facts]) => scope.loaders.tables?.facts(facts, '1'))) {
          scope.ask(summaryQuestion(scope.loaders, 'gene'), genes);
        }
        return [];
      }),
      resolve: async (parent, _args, context, info) => {
        const tabled = tabledReferences(parent.uid, context);
        return tabled ?? summaryReferences(await parent.summary(context), context, responsePathAsArray(info.path));
      },
    }),
  );
}

/** The identifiers of a gene in other databases. @throws EntrezError `TABLE_NOT_IMPORTED` where no table is imported. */
function referencesOf(uid: string, context: Context): CrossReference[] {
  const references = tabledReferences(uid, context);
  if (!references) {
    throw notImported(...SOURCES.map(([, table]) => table));
  }
  return references;
}

/** What tables say; undefined where none is imported. */
function tabledReferences(uid: string, context: Context): CrossReference[] | undefined {
  const references = new Map<string, CrossReference>();
  let isImported = false;
  for (const [facts, table] of SOURCES) {
    const found = factsOf(facts, uid, context) as readonly Reference[] | undefined;
    isImported ||= found !== undefined;
    for (const [database, id, note = null] of found ?? []) {
      const key = `${database} ${id}`;
      const known = references.get(key);
      const tables = new Set([...(known?.tables ?? []), table]);
      references.set(key, { database, id, note: known?.note ?? note, tables: [...tables] });
    }
  }
  return isImported ? [...references.values()] : undefined;
}

/** What the summary prints, which is not all. */
function summaryReferences(summary: DocSum, { operation }: Context, path: Warning['path']): CrossReference[] {
  operation.warn({
    code: 'REFERENCES_OF_SUMMARY',
    message: 'No table of cross-references is imported. The summary of a gene prints its MIM numbers alone.',
    path,
  });
  return (textsAt(summary, 'mim') ?? []).map((id) => ({ database: 'MIM', id, note: null, tables: [] }));
}

function prefixOf(database: string): string | null {
  return PREFIXES[database.toLowerCase()] ?? null;
}

function curieOf({ database, id }: CrossReference): string | null {
  const prefix = prefixOf(database);
  // Some registries write their name before their numbers.
  const local = id.toLowerCase().startsWith(`${prefix?.toLowerCase()}:`) ? id.slice(id.indexOf(':') + 1) : id;
  return prefix === null ? null : `${prefix}:${local}`;
}

function urlOf(reference: CrossReference): string | null {
  const curie = curieOf(reference);
  const at = curie?.indexOf(':');
  return curie === null
    ? null
    : `https://bioregistry.io/${curie.slice(0, at).toLowerCase()}${encodeURI(curie.slice(at))}`;
}

/** The fields: the database that gives the identifiers of genes, their form, and an example. */
const FIELDS = {
  ensemblId: ['Ensembl', /^ENS[A-Z]*G\d+/i, 'ENSG00000141510'],
  hgncId: ['HGNC', /^HGNC:\d+$/i, 'HGNC:11998'],
  mgiId: ['MGI', /^MGI:\d+$/i, 'MGI:98834'],
} as const;

/** Adds the identifiers by which other registries know a gene; other subgraphs refer to genes by them. */
export function addGeneIdentifiers(builder: Builder, gene: RecordRef): void {
  for (const [field, [database, form, example]] of Object.entries(FIELDS)) {
    builder.objectField(gene, field, (t) =>
      t.string({
        description: `Its ${database} identifier, such as ${example}; null where it has none, or several. From the tables of crossReferences.`,
        extensions: costsNothing,
        resolve: ({ uid }, _args, context) => {
          const own = referencesOf(uid, context)
            .filter((reference) => reference.database === database && form.test(reference.id))
            .map(({ id }) => id.replace(/\.\d+$/, ''));
          const [only, ...others] = new Set(own);
          return others.length === 0 ? (only ?? null) : null;
        },
      }),
    );
  }
}
