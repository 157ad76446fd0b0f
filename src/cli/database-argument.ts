import type { Catalog, Database } from '../catalog/catalog.js';
import { ConfigError } from '../config.js';
import { nearest } from '../schema/nearest.js';

/**
 * The record database that a word of a command line names.
 *
 * @throws ConfigError that names the word, and the database that was probably meant.
 */
export function readDatabase(catalog: Catalog, word: string): Database {
  const database = catalog.database(word.toLowerCase());
  if (!database) {
    const names = catalog.databases.map(({ name }) => name);
    const meant = nearest(word.toLowerCase(), names);
    const advice = meant === undefined ? `expected one of ${names.join(', ')}` : `did you mean "${meant}"?`;
    throw new ConfigError(`${JSON.stringify(word)} is no database of Entrez: ${advice}`);
  }
  return database;
}
