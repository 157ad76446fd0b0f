import { createRequire } from 'node:module';

import type * as lmdb from 'lmdb';

/**
 * Loads LMDB, an optional package.
 *
 * @param setting - What needs it, as the operator wrote it.
 * @throws Error with the code `MODULE_NOT_FOUND` when it is not installed.
 */
export function loadLmdb(setting: string): typeof lmdb {
  try {
    return createRequire(import.meta.url)('lmdb') as typeof lmdb;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
      const missing = new Error(`${setting} needs the package lmdb; install it with: npm install lmdb`, {
        cause: error,
      });
      throw Object.assign(missing, { code: 'MODULE_NOT_FOUND' });
    }
    throw error;
  }
}
