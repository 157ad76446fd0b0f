import { type Config, ConfigError } from '../../config.js';

/** @throws ConfigError when no folder for tables is set. */
export function tablesDirOf({ TABLES_DIR }: Config): string {
  if (TABLES_DIR === undefined) {
    throw new ConfigError('No folder for tables is set. Set --tables-dir or TABLES_DIR.');
  }
  return TABLES_DIR;
}
