import type { Catalog } from '../../catalog/catalog.js';
import { badInput, parseUid } from './arguments.js';
import { EntrezRecord } from './record.js';

/** The identifier of a record in the whole graph. */
export function encodeId(db: string, uid: string): string {
  return Buffer.from(`${db}:${uid}`).toString('base64url');
}

/**
 * The record that an identifier of {@link encodeId} names.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming `argument` for anything else.
 */
export function decodeId(id: string, argument: string, catalog: Catalog): EntrezRecord {
  const [db = '', uid = '', ...rest] = Buffer.from(id, 'base64url').toString().split(':');
  const database = catalog.database(db);
  if (!database || !/^\d+$/.test(uid) || rest.length > 0) {
    const isUid = /^\d{1,20}$/.test(id.trim());
    // Only an argument that names one record can be replaced by a root field.
    const otherwise =
      isUid && argument === 'id'
        ? `the root field of its database, such as gene(uid: "${id.trim()}")`
        : `its CURIE, such as NCBIGene:${isUid ? id.trim() : '7157'}`;
    throw badInput(argument, id, `Use the id of a record of this API, or ${otherwise}.`);
  }
  return new EntrezRecord(database.name, parseUid(uid, argument));
}
