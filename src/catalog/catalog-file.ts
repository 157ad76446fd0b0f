import { z } from 'zod';

/** Names of databases and links: lower-case words joined by `_`, so that every one of them makes a GraphQL name. */
const entrezName = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'expected lower-case words joined by _');

const databaseSchema = z.strictObject({
  name: entrezName,
  label: z.string(),
  aliasOf: entrezName.exactOptional(),
});

const linkSchema = z.strictObject({
  name: entrezName,
  from: entrezName,
  to: entrezName,
  label: z.string(),
  scored: z.boolean().nullable(),
  origin: z.enum(['einfo', 'elink']),
  /** Month in which ELink last showed a link that EInfo does not list, where that is long ago. */
  lastSeen: z
    .string()
    .regex(/^\d{4}-\d{2}$/, 'expected a month such as 2017-08')
    .exactOptional(),
});

const catalogFileSchema = z.strictObject({
  version: z.literal(1),
  sources: z.string(),
  databases: z.array(databaseSchema).readonly(),
  links: z.array(linkSchema).readonly(),
});

/** A database as Entrez lists it. */
export type Database = Readonly<z.infer<typeof databaseSchema>>;

/** One kind of link that ELink answers: a name that belongs to one source and one target database. */
export type LinkName = Readonly<z.infer<typeof linkSchema>>;

/** What `schema/catalog.json` holds. */
export type CatalogFile = Readonly<z.infer<typeof catalogFileSchema>>;

/**
 * Reads the text of a catalog file and checks its shape.
 *
 * @throws Error that names the first members that are not as expected.
 */
export function parseCatalogFile(text: string): CatalogFile {
  const parsed = catalogFileSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    throw new Error(`The catalog file is not as expected:\n${z.prettifyError(parsed.error)}`);
  }
  return parsed.data;
}

/** The text of a catalog file: JSON with one database or link per line in a fixed order, so that changes read well in a diff. */
export function formatCatalogFile({ version, sources, databases, links }: CatalogFile): string {
  const lines = (entries: readonly object[]): string =>
    entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return [
    '{',
    `  "version": ${version},`,
    `  "sources": ${JSON.stringify(sources)},`,
    `  "databases": [\n${lines(databases.toSorted(byName))}\n  ],`,
    `  "links": [\n${lines(links.toSorted(bySourceThenName))}\n  ]`,
    '}\n',
  ].join('\n');
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function bySourceThenName(a: LinkName, b: LinkName): number {
  return a.from === b.from ? byName(a, b) : a.from < b.from ? -1 : 1;
}
