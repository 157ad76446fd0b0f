/**
 * Directives of Federation 2. They stand in the extensions of the schema, its types and fields, where the text of the
 * subgraph is printed from; the plain schema has none of them.
 */

/**
 * The versions of Federation that a subgraph can be printed for: 2.3, the first with keys of interfaces, and 2.9, the first
 * with costs, which all composers know.
 */
export const FEDERATION_VERSIONS = ['2.9', '2.3'] as const;

export type FederationVersion = (typeof FEDERATION_VERSIONS)[number];

/** Of the schema: where the others come from. */
export function linkOf(version: FederationVersion) {
  const names = ['@key', '@shareable', '@inaccessible', '@tag', ...(version === '2.9' ? ['@cost', '@listSize'] : [])];
  return { directives: { link: { url: `https://specs.apollo.dev/federation/v${version}`, import: names } } };
}

/** Fields that name a record among those of all types. */
export const OF_EVERY_RECORD = ['id', 'curie'];

/** Of a record type: other subgraphs refer to its records by any of these fields. */
export function entityBy(fields: Iterable<string>) {
  return { directives: { key: ['uid', ...OF_EVERY_RECORD, ...fields].map((field) => ({ fields: field })) } };
}

/** Of the interface of all records: others may add to every record at once. A uid does not say of which database it is. */
export const INTERFACE_ENTITY = { directives: { key: OF_EVERY_RECORD.map((field) => ({ fields: field })) } };

/** Of a type that means the same everywhere: others may give values of it too. */
export const SHAREABLE = { directives: { shareable: {} } };

/** Of a field of a shareable type that others do not have, which would keep the graphs from being composed. */
export const INACCESSIBLE = { directives: { inaccessible: {} } };
