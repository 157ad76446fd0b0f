import { TableError } from '../table-error.js';
import { DamagedTableError } from './checksum.js';
import { Generation } from './generation.js';
import { type Manifest, readCurrent } from './manifest.js';

/**
 * Opens the generation of a table that is served.
 *
 * @throws TableError when there is none.
 */
export function openCurrent(tablesDir: string, name: string): Generation {
  const current = readCurrent(tablesDir, name);
  const generation = current && Generation.open(tablesDir, name, current.generation);
  if (!generation) {
    throw new TableError(
      `The table ${name} is not imported. Import it with: entrez-graph tables import ${name} SOURCE`,
    );
  }
  return generation;
}

/** Reads all of a generation. @returns Whether it is there, and what was written. */
export function isIntact(tablesDir: string, { name, generation }: Manifest): boolean {
  let open: Generation | undefined;
  try {
    open = Generation.open(tablesDir, name, generation);
    open?.check();
    return open !== undefined;
  } catch (error) {
    if (error instanceof DamagedTableError) {
      return false;
    }
    throw error;
  } finally {
    open?.close();
  }
}
