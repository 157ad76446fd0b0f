import { Readable } from 'node:stream';

import { ConfigError } from '../../config/config-error.js';
import { loadSampleGraph } from '../../sandbox/sample-graph.js';
import { sampleTables } from '../../sandbox/sample-tables.js';
import { loadLmdb } from '../../stores/load-lmdb.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { importTable } from '../../tables/importing/import-table.js';

/**
 * Imports tables of the sample data, marked as such.
 *
 * @param load - Loads the engine of tables.
 * @returns Their names.
 * @throws ConfigError when the engine of tables is not installed.
 */
export async function importSamples(tablesDir: string, load = loadLmdb): Promise<readonly string[]> {
  try {
    load('--tables');
  } catch (error) {
    throw new ConfigError((error as Error).message, { cause: error });
  }
  const tables = sampleTables(loadSampleGraph());
  const asOf = new Date();
  for (const [name, rows] of Object.entries(tables)) {
    const input = Readable.from([Buffer.from(rows)]);
    await importTable(descriptionOf(name), { from: 'sample data', isSample: true, input, asOf }, { tablesDir });
  }
  return Object.keys(tables);
}
