import { statSync } from 'node:fs';

import { type Config, ConfigError } from '../config.js';
import { Tables } from '../tables/serving/tables.js';

/**
 * Opens the tables of a folder, if the configuration says so.
 *
 * @throws ConfigError when there is no such folder.
 */
export function openTables(
  { TABLES_DIR, TABLES, TABLES_VERIFIED_ONLY, TABLES_MIN_AGREEMENT }: Config,
  logger: { warn(message: string): void },
): Tables | undefined {
  if (TABLES_DIR === undefined || TABLES === 'off') {
    return undefined;
  }
  if (statSync(TABLES_DIR, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigError(`TABLES_DIR cannot be used: ${TABLES_DIR} is no folder. Import a table first, or unset it.`);
  }
  return new Tables({
    tablesDir: TABLES_DIR,
    use: TABLES,
    verifiedOnly: TABLES_VERIFIED_ONLY === 'on',
    minAgreement: TABLES_MIN_AGREEMENT / 100,
    onTrouble: (message) => {
      logger.warn(message);
    },
  });
}
