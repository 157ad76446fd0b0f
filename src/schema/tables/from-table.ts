import type { GraphQLResolveInfo } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinksOfTable } from '../../loading/link-tables.js';
import type { Loaders } from '../../loading/loaders.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Context } from '../core/context.js';
import { warn } from '../core/warn.js';

/** A list of links that Entrez does not have. */
interface OwnLinks {
  readonly name: string;
  /** The table that holds it. */
  readonly table: string;
}

/**
 * What a table says of a record, which costs no call.
 *
 * @returns Undefined where the table is not imported.
 */
export function factsOf(name: string, uid: string, { loaders, operation }: Context): readonly unknown[] | undefined {
  const found = loaders.tables?.facts(name, uid);
  if (found) {
    operation.tabled(found.table, found.facts.length, `${name} ${uid}`);
  }
  return found?.facts;
}

/**
 * Links that Entrez does not have, which cost no call. Warns where the table may lack some.
 *
 * @throws EntrezError `TABLE_NOT_IMPORTED` where their table is not imported.
 */
export function ownLinksOf(
  { name, table }: OwnLinks,
  uid: string,
  { loaders, operation }: Context,
  info: Pick<GraphQLResolveInfo, 'path'>,
): Links {
  const found = loaders.tables?.ownLinks(name, uid);
  if (!found) {
    throw notImported(table);
  }
  if (found.isIncomplete) {
    warn(
      { operation },
      info,
      'LIST_INCOMPLETE',
      `A row of the table ${table} could not be read: links may be missing.`,
    );
  }
  operation.tabled(found.table, found.links.uids.length, `${name} ${uid}`);
  return found.links;
}

/**
 * A list of a table in place of what NCBI would be asked, which takes no call.
 *
 * @param notBefore - Tables that NCBI made before are too old.
 * @returns Undefined where NCBI is to be asked: no table that is preferred, too old a one, or one that lacks the record.
 */
export function preferredLinks(
  loaders: Loaders,
  name: string,
  uid: string,
  notBefore: number,
): LinksOfTable | undefined {
  const found = loaders.tables?.use === 'prefer' ? loaders.tables.ownLinks(name, uid) : undefined;
  const isUsable = found && !found.isIncomplete && found.links.uids.length > 0;
  return isUsable && loaders.isYoungEnough(found.links.asOf, notBefore) ? found : undefined;
}

/** The failure of a field whose tables are not imported. */
export function notImported(...tables: readonly string[]): EntrezError {
  const names = tables.length > 1 ? `${tables.slice(0, -1).join(', ')} or ${tables.at(-1) ?? ''}` : (tables[0] ?? '');
  const missing = tables.length > 1 ? 'None of the tables of this field is' : 'The table of this field is not';
  return new EntrezError(
    'TABLE_NOT_IMPORTED',
    `${missing} imported. Import ${names} with "entrez-graph tables import", and set TABLES_DIR.`,
  );
}
