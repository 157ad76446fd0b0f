import type { Catalog } from '../../catalog/catalog.js';
import { decodeId } from '../core/global-id.js';
import { readAnywhere } from '../lookup/read-name.js';
import type { Given, RecordName } from '../lookup/record-name.js';

/**
 * The record that an id of this API, a CURIE, the address of a page or an accession names.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument for anything else.
 */
export function readNode(given: Given, catalog: Catalog): RecordName {
  const named = readAnywhere(given);
  if (named) {
    return named;
  }
  const { db, uid } = decodeId(given.value, given.argument, catalog);
  return { db, kind: 'id', uid };
}
