import type { Catalog, Database } from '../catalog/catalog.js';
import { ConfigError } from '../config.js';
import { didYouMean } from '../schema/core/did-you-mean.js';

/**
 * The record database that a word of a command line names.
 *
 * @throws ConfigError that names the word, and the database that was probably meant.
 */
export function readDatabase(catalog: Catalog, word: string): Database {
  const database = catalog.database(word.toLowerCase());
  if (!database) {
    const names = catalog.databases.map(({ name }) => name);
    const meant = didYouMean(word.toLowerCase(), names);
    const advice = meant === undefined ? `expected one of ${names.join(', ')}` : `did you mean "${meant}"?`;
    throw new ConfigError(`${JSON.stringify(word)} is no database of Entrez: ${advice}`);
  }
  return database;
}
