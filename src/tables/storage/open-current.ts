import { TableError } from '../table-error.js';
import { Generation } from './generation.js';
import { readCurrent } from './manifest.js';

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
