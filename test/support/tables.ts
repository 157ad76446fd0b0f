import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { type ImportOptions, type Imported, importTable } from '../../src/tables/importing/import-table.js';

/** As of when the tables of tests are. */
const AS_OF = new Date('2026-11-20T00:00:00.000Z');

/** Imports a table that is given as text or bytes; gzip, unless `options` say otherwise. */
export async function importText(
  tablesDir: string,
  name: string,
  content: string | Buffer,
  {
    gzip = true,
    asOf = AS_OF,
    ...options
  }: Partial<ImportOptions> & { readonly gzip?: boolean; readonly asOf?: Date } = {},
): Promise<Imported> {
  const table = descriptionOf(name);
  const path = join(tablesDir, `${name}.source`);
  mkdirSync(tablesDir, { recursive: true });
  writeFileSync(path, gzip && typeof content === 'string' ? gzipSync(content) : content);
  return importTable(table, { from: path, input: path, asOf }, { tablesDir, ...options });
}

/** A gene2pubmed table of pairs of a gene and an article. */
export function gene2pubmed(pairs: readonly (readonly [gene: number | string, pubmed: number | string])[]): string {
  return `#tax_id\tGeneID\tPubMed_ID\n${pairs.map(([gene, pubmed]) => `9606\t${gene}\t${pubmed}\n`).join('')}`;
}
