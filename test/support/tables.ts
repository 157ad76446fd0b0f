import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { Operation } from '../../src/loading/operation/operation.js';
import type { Gateway } from '../../src/server/gateway.js';
import { descriptionOf } from '../../src/tables/descriptions/descriptions.js';
import { openCurrent } from '../../src/tables/storage/open-current.js';
import { type ImportOptions, type Imported, importTable } from '../../src/tables/importing/import-table.js';
import type { Verification } from '../../src/tables/storage/manifest.js';
import { verifyTable } from '../../src/tables/verifying/verify-table.js';
import { systemClock } from '../../src/upstream/clock.js';
import { createNcbiClients } from '../../src/upstream/create-clients.js';

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

/** Compares a table with the ELink that a gateway without tables uses. */
export async function verify(
  { config, loaders, catalog }: Gateway,
  name: string,
  { tablesDir, sample = 200 }: { readonly tablesDir: string; readonly sample?: number },
): Promise<Verification> {
  const clients = createNcbiClients(config, { onRecordingFailure: () => undefined });
  const operation = new Operation({
    clock: systemClock,
    client: clients.default,
    deadline: Infinity,
    maxCalls: Infinity,
  });
  try {
    return await verifyTable(descriptionOf(name), { tablesDir, catalog, loaders, operation, sample });
  } finally {
    operation.close();
    await clients.close();
  }
}

/** A gene2pubmed table of pairs of a gene and an article. */
export function gene2pubmed(pairs: readonly (readonly [gene: number | string, pubmed: number | string])[]): string {
  return `#tax_id\tGeneID\tPubMed_ID\n${pairs.map(([gene, pubmed]) => `9606\t${gene}\t${pubmed}\n`).join('')}`;
}

/** All lists and facts of an imported table, without lists of the other direction. */
export function contentsOf(tablesDir: string, name: string) {
  const generation = openCurrent(tablesDir, name);
  const { edges, facts = [] } = descriptionOf(name);
  const lists = edges.map(({ forward }) => [
    forward,
    [...generation.all(forward)].map(([from, to]) => [from, [...to]]),
  ]);
  const told = facts.map((fact) => [fact, [...generation.allFacts(fact)].map(([of, text]) => [of, JSON.parse(text)])]);
  generation.close();
  return { lists: Object.fromEntries(lists), facts: Object.fromEntries(told) } as {
    readonly lists: Readonly<Record<string, unknown>>;
    readonly facts: Readonly<Record<string, unknown>>;
  };
}
