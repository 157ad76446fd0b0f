import { createRequire } from 'node:module';

/**
 * Loads an optional package where a setting asks for it.
 *
 * @returns What it exports.
 * @throws Error, in words for the operator, with the code `MODULE_NOT_FOUND` when it is not installed.
 */
export function loadOptional(name: string, setting: string): unknown {
  try {
    return createRequire(import.meta.url)(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') {
      const missing = new Error(`${setting} needs the package ${name}; install it with: npm install ${name}`, {
        cause: error,
      });
      throw Object.assign(missing, { code: 'MODULE_NOT_FOUND' });
    }
    throw error;
  }
}
