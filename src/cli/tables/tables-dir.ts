import { statSync } from 'node:fs';

import { type Config, ConfigError } from '../../config.js';

/** @throws ConfigError when no folder for tables is set. */
export function tablesDirOf({ TABLES_DIR }: Config): string {
  if (TABLES_DIR === undefined) {
    throw new ConfigError('No folder for tables is set. Set --tables-dir or TABLES_DIR.');
  }
  return TABLES_DIR;
}

/** The folder of tables that were imported. @throws ConfigError when there is none: a mistyped one is not empty. */
export function existingTablesDirOf(config: Config): string {
  const folder = tablesDirOf(config);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigError(
      `There is no folder ${JSON.stringify(folder)}. Import a table first, or correct --tables-dir or TABLES_DIR.`,
    );
  }
  return folder;
}
