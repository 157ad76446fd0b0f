import { type Catalog, type Database } from '../../catalog/catalog.js';
import { checkNames, typeName } from '../../catalog/names.js';
import type { Builder } from '../core/builder.js';
import { addCheckFields } from '../links/check-fields.js';
import { addDocuments, DOCUMENT_FIELDS } from '../documents/documents.js';
import { entityBy } from '../core/federation-directives.js';
import { keysOf } from '../lookup/keys.js';
import { addLinkFields, addLinksByName, linkConnectionType, type RecordRef } from '../links/link-fields.js';
import { addLinkOutFields } from '../links/link-out-fields.js';
import { TABLE_FIELDS } from '../tables/table-fields.js';
import { addTableFields } from '../tables/tables.js';
import { EntrezRecord } from '../core/record.js';
import { addCuriesOfSummaries } from './curie-fields.js';
import { addOrthologs, ORTHOLOG_FIELDS } from './ortholog-field.js';
import { addSuccessors } from './successor-fields.js';
import type { SharedTypes } from './record-interface.js';
import { summaryFields } from '../summaries/summaries.js';
import { SummaryFieldBuilder } from '../summaries/summary-fields.js';
import { addUnion } from '../links/union-field.js';

/** Fields that every record has; a link field must not take their names. */
const RECORD_FIELDS = [
  'id',
  'uid',
  'db',
  'url',
  'curie',
  'iri',
  'exists',
  'successor',
  'title',
  'docsum',
  'links',
  'availableLinks',
  'hasRelated',
  'hasLinkOut',
  'linkCounts',
  'linkOut',
  'primaryLinkOut',
  'libraryLinks',
];

/**
 * Builds the object type of every record database, with its summary, document and link fields, and gives them by database.
 *
 * @throws Error when two fields of a type would have the same name.
 */
export function buildRecordTypes(builder: Builder, catalog: Catalog, shared: SharedTypes): (db: string) => RecordRef {
  checkNames(
    catalog,
    (db) =>
      new Set([
        ...RECORD_FIELDS,
        ...Object.keys(summaryFields[db] ?? {}),
        ...(DOCUMENT_FIELDS[db] ?? []),
        ...(TABLE_FIELDS[db] ?? []),
        ...(db === 'gene' ? ORTHOLOG_FIELDS : []),
      ]),
  );

  const recordOf = byDatabase(catalog, (database) => recordType(builder, shared, database));
  const connectionOf = byDatabase(catalog, ({ name }) =>
    linkConnectionType(builder, shared, typeName(name), recordOf(name), name),
  );
  const summaryBuilder = new SummaryFieldBuilder(builder);
  for (const { name } of catalog.records) {
    summaryBuilder.addTo(recordOf(name), summaryFields[name] ?? {});
    addLinkFields(builder, catalog, shared, name, recordOf(name), connectionOf);
  }
  const anyConnection = linkConnectionType(builder, shared, 'Record', shared.record);
  addLinksByName(builder, catalog, shared, anyConnection);
  addUnion(builder, catalog, shared, anyConnection);
  addCheckFields(builder, catalog, shared);
  addLinkOutFields(builder, shared);
  addDocuments(builder, recordOf);
  addTableFields(builder, recordOf, connectionOf);
  addOrthologs(builder, recordOf('gene'));
  addCuriesOfSummaries(builder, catalog, recordOf);
  addSuccessors(builder, catalog, shared.record, recordOf);
  return recordOf;
}

function recordType(builder: Builder, shared: SharedTypes, { name, label }: Database): RecordRef {
  return builder.objectRef<EntrezRecord>(typeName(name)).implement({
    description: `A record of the Entrez database ${name} (${label}).`,
    interfaces: [shared.node, shared.record],
    extensions: entityBy(keysOf(name).keys()),
    isTypeOf: (value) => value instanceof EntrezRecord && value.db === name,
  });
}

/** One thing for each record database; asking for that of another is a mistake of the catalog. */
function byDatabase<T>(catalog: Catalog, create: (database: Database) => T): (db: string) => T {
  const things = new Map(catalog.records.map((database) => [database.name, create(database)]));
  return (db) => {
    const thing = things.get(db);
    if (thing === undefined) {
      throw new Error(`${db} is not a record database of the catalog.`);
    }
    return thing;
  };
}
