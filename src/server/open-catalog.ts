import { type Catalog, loadCatalog } from '../catalog/catalog.js';
import { type Config, ConfigError } from '../config.js';

/**
 * Reads the catalog of CATALOG_FILE; without it, the one of this package.
 *
 * @throws ConfigError when CATALOG_FILE is missing or not a catalog.
 */
export function openCatalog({ CATALOG_FILE }: Pick<Config, 'CATALOG_FILE'>): Catalog {
  if (CATALOG_FILE === undefined) {
    return loadCatalog();
  }
  try {
    return loadCatalog(CATALOG_FILE);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
    throw new ConfigError(`CATALOG_FILE (--catalog-file): ${reason}`, { cause });
  }
}
