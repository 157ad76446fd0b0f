import { Command } from 'commander';

import { SERVED_TABLES } from '../../config/presets.js';
import { type Config, ConfigError } from '../../config.js';
import { Loaders } from '../../loading/loaders.js';
import { Operation } from '../../loading/operation/operation.js';
import { openCatalog } from '../../server/open-catalog.js';
import { descriptionOf } from '../../tables/descriptions/descriptions.js';
import { type Agreement, readCurrent, readManifest, type Verification } from '../../tables/storage/manifest.js';
import { verifyTable } from '../../tables/verifying/verify-table.js';
import { systemClock } from '../../upstream/clock.js';
import { createNcbiClients } from '../../upstream/create-clients.js';
import { addSettings, configOf } from '../settings.js';
import { notServed } from './not-served.js';
import { existingTablesDirOf } from './tables-dir.js';

const DEFAULT_SAMPLE = '200';
const MAX_SAMPLE = 100_000;
const CACHE_BYTES = 64 * 1024 * 1024;
const A_DAY = 86_400_000;

export function verifyCommand(): Command {
  const command = new Command('verify')
    .argument('<name>', 'Table')
    .description('Compare random links of a table with ELink, and store with the table how far they agree.')
    .option('--sample <count>', 'Records of each link name to compare', DEFAULT_SAMPLE);
  return addSettings(command, SERVED_TABLES).action(async (name: string, { sample }: { readonly sample: string }) => {
    const config = configOf(command, SERVED_TABLES);
    const { links } = await verify(config, name, sampleOf(sample));
    if (Object.keys(links).length === 0) {
      process.stdout.write(`${name}: nothing to compare, ELink has none of its links.\n`);
    }
    const tablesDir = existingTablesDirOf(config);
    const current = readCurrent(tablesDir, name);
    const lists = current && readManifest(tablesDir, name, current.generation)?.lists;
    process.stdout.write(
      Object.entries(links)
        .map(([linkName, found]) => {
          const summary = lists?.[linkName];
          return describe(linkName, found, summary && notServed(found.agreement, summary, config));
        })
        .join(''),
    );
  });
}

async function verify(config: Config, name: string, sample: number): Promise<Verification> {
  const table = descriptionOf(name);
  const clients = createNcbiClients(config, { onRecordingFailure: () => undefined });
  const operation = new Operation({
    clock: systemClock,
    client: clients.default,
    deadline: Infinity,
    maxCalls: Infinity,
  });
  const loaders = new Loaders({
    clock: systemClock,
    maxCacheBytes: CACHE_BYTES,
    ttls: { links: A_DAY, summaries: A_DAY, searches: A_DAY, staleWhileRevalidate: 0 },
  });
  try {
    return await verifyTable(table, {
      tablesDir: existingTablesDirOf(config),
      catalog: openCatalog(config),
      loaders,
      operation,
      sample,
    });
  } finally {
    operation.close();
    await clients.close();
  }
}

function sampleOf(text: string): number {
  const sample = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (sample < 1 || sample > MAX_SAMPLE) {
    throw new ConfigError(`--sample must be a whole number from 1 to ${MAX_SAMPLE}, not ${JSON.stringify(text)}.`);
  }
  return sample;
}

function describe(
  linkName: string,
  { sampled, exact, missing, extra, agreement, examples }: Agreement,
  refused: string | undefined,
): string {
  const percent = agreement === null ? 'nothing to compare' : `${(agreement * 100).toFixed(1)} % agree`;
  return [
    `${linkName}: ${percent} (${sampled} compared, ${exact} exact, ` +
      `missing ${missing.links} links of ${missing.sources}, extra ${extra.links} links of ${extra.sources})`,
    ...(refused === undefined ? [] : [`  not served: ${refused}`]),
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
