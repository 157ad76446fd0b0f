/**
 * Makes `schema/catalog.json` from the collected link catalog, a file of facts drawn from recorded EInfo and ELink
 * answers. Run as `npx tsx scripts/build-catalog.ts <link-catalog.json>`. Later refreshes come from a live EInfo.
 */
import { readFileSync, writeFileSync } from 'node:fs';

import { z } from 'zod';

import { Catalog, type CatalogFile } from '../src/catalog/catalog.js';
import { formatCatalogFile } from '../src/catalog/catalog-file.js';

const collectedSchema = z.object({
  databases: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      status: z.enum(['active', 'retired']),
      links: z.array(
        z.object({
          name: z.string(),
          to: z.string().nullable(),
          label: z.string(),
          scored: z.boolean().nullable(),
          status: z.string(),
          lastSeen: z.string().optional(),
          targetRetired: z.boolean().optional(),
        }),
      ),
    }),
  ),
});

/** Databases that are only another name of a database (protocol: EInfo of nucleotide answers as nuccore, recorded 2025). */
const ALIASES: Readonly<Record<string, string>> = { nucleotide: 'nuccore' };

/** What was last seen before is kept apart: it may be gone. */
const OUTDATED = '2020';

function buildCatalog(collected: z.infer<typeof collectedSchema>): CatalogFile {
  const active = collected.databases.filter(({ status }) => status === 'active');
  const activeNames = new Set(active.map(({ name }) => name));
  const record = (db: string): string => ALIASES[db] ?? db;

  return {
    version: 1,
    sources:
      'Facts from recorded EInfo and ELink answers of NCBI, 2020-08 to 2026-09. origin: einfo = EInfo lists the link, ' +
      'elink = only ELink answers show it. scored: null = not known whether neighbor_score gives a score of its own.',
    databases: active.map(({ name, label }) => {
      const aliasOf = ALIASES[name];
      return aliasOf === undefined ? { name, label } : { name, label, aliasOf };
    }),
    links: active.flatMap(({ name: from, links }) =>
      links.flatMap(({ name, to, label, scored, status, lastSeen = '', targetRetired = false }) =>
        (status === 'listed' || status === 'elink-only') && to !== null && activeNames.has(to) && !targetRetired
          ? [
              {
                name,
                from: record(from),
                to: record(to),
                label,
                scored,
                origin: status === 'listed' ? 'einfo' : 'elink',
                ...(status !== 'listed' &&
                  lastSeen !== '' &&
                  lastSeen < OUTDATED && { lastSeen: lastSeen.slice(0, 7) }),
              } as const,
            ]
          : [],
      ),
    ),
  };
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  throw new Error('Usage: npx tsx scripts/build-catalog.ts <link-catalog.json>');
}
const file = buildCatalog(collectedSchema.parse(JSON.parse(readFileSync(path, 'utf8'))));
const { databases, links } = new Catalog(file);
writeFileSync(new URL('../schema/catalog.json', import.meta.url), formatCatalogFile(file));
process.stdout.write(`schema/catalog.json: ${databases.length} databases, ${links.length} links\n`);
