import type { Catalog, Database } from '../catalog/catalog.js';
import { ConfigError } from '../config.js';
import { didYouMean } from '../schema/core/did-you-mean.js';

/**
 * Returns the record database that an argument names.
 *
 * @throws ConfigError naming the argument, and the database that was probably meant.
 */
export function readDatabase(catalog: Catalog, word: string): Database {
  const database = catalog.database(word.toLowerCase());
  if (!database) {
    const names = catalog.databases.map(({ name }) => name);
    const meant = didYouMean(word.toLowerCase(), names);
    const advice = meant === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean "${meant}"?`;
    throw new ConfigError(`Unknown database ${JSON.stringify(word)}. ${advice}`);
  }
  return database;
}
