import { Readable } from 'node:stream';

import { loadSampleGraph } from '../../sandbox/sample-graph.js';
import { sampleTables } from '../../sandbox/sample-tables.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { importTable } from '../../tables/importing/import-table.js';

/** Imports tables of the sample data, marked as such. @returns Their names. */
export async function importSamples(tablesDir: string): Promise<readonly string[]> {
  const tables = sampleTables(loadSampleGraph());
  const asOf = new Date();
  for (const [name, rows] of Object.entries(tables)) {
    const input = Readable.from([Buffer.from(rows)]);
    await importTable(descriptionOf(name), { from: 'sample data', isSample: true, input, asOf }, { tablesDir });
  }
  return Object.keys(tables);
}
