/**
 * Directives of Federation 2. They stand in the extensions of the schema, its types and fields, where the text of the
 * subgraph is printed from; the plain schema has none of them.
 */

/** Of the schema: where the others come from. Version 2.3 is the first with keys of interfaces. */
export const LINK = {
  directives: {
    link: { url: 'https://specs.apollo.dev/federation/v2.3', import: ['@key', '@shareable', '@inaccessible'] },
  },
};

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
