import { statSync } from 'node:fs';
import { join } from 'node:path';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { importTable } from '../../src/tables/importing/import-table.js';
import { DATA } from '../../src/tables/storage/manifest.js';

/** What an import took, in a process of its own. */
export interface ImportCost {
  readonly rows: number;
  /** Links in both directions. */
  readonly edges: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly peakMb: number;
  readonly bytes: number;
}

const [tablesDir = '', path = ''] = process.argv.slice(2);
const begun = performance.now();
const before = process.cpuUsage();
const { manifest } = await importTable(
  descriptionOf('gene2pubmed'),
  { from: path, input: path, asOf: new Date() },
  { tablesDir },
);
const { user, system } = process.cpuUsage(before);
const cost: ImportCost = {
  rows: manifest.rows,
  edges: Object.values(manifest.lists).reduce((sum, { edges }) => sum + edges, 0),
  cpuMs: (user + system) / 1000,
  wallMs: performance.now() - begun,
  peakMb: process.resourceUsage().maxRSS / 1024,
  bytes: statSync(join(tablesDir, 'gene2pubmed', manifest.generation, DATA)).size,
};
process.stdout.write(`${JSON.stringify(cost)}\n`);
