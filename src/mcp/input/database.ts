import type { Catalog, Database } from '../../catalog/catalog.js';
import { typeName } from '../../catalog/names.js';
import { didYouMean } from '../../schema/core/did-you-mean.js';
import { wrong } from './wrong.js';

/**
 * The database that a caller names, by its name or by the type of its records.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument and the nearest name.
 */
export function readDatabase(catalog: Catalog, value: string, argument: string): Database {
  const name = value.trim();
  const found = catalog.database(name.toLowerCase()) ?? catalog.records.find((db) => typeName(db.name) === name);
  if (found) {
    return found;
  }
  const names = catalog.records.map((db) => db.name);
  const meant = didYouMean(name.toLowerCase(), names);
  const remedy = meant === undefined ? `Use one of ${names.join(', ')}.` : `Did you mean "${meant}"?`;
  throw wrong(argument, value, remedy, ', which is no database');
}
