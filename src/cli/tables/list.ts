import { Command } from 'commander';

import { SERVED_TABLES } from '../../config/presets.js';
import type { Config } from '../../config.js';
import { DESCRIPTIONS } from '../../tables/descriptions/descriptions.js';
import {
  type Agreement,
  type Current,
  FORMAT,
  type Manifest,
  readCurrent,
  readManifest,
} from '../../tables/storage/manifest.js';
import { addSettings, configOf } from '../settings.js';
import { notServed } from './not-served.js';
import { existingTablesDirOf } from './tables-dir.js';

interface ListedTable {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly manifest: Manifest | undefined;
  readonly verification: Current['verification'];
}

export function listCommand(): Command {
  const command = new Command('list').description(
    'List the tables, what is imported, and how far it agrees with ELink.',
  );
  command.option('--json', 'Print JSON');
  return addSettings(command, SERVED_TABLES).action(({ json }: { readonly json?: true }) => {
    const config = configOf(command, SERVED_TABLES);
    const tables = listedTables(existingTablesDirOf(config));
    process.stdout.write(
      json ? `${JSON.stringify(tables, undefined, 2)}\n` : tables.map((table) => describe(table, config)).join(''),
    );
  });
}

function listedTables(tablesDir: string): ListedTable[] {
  return DESCRIPTIONS.map(({ name, title, url }) => {
    const current = readCurrent(tablesDir, name);
    return {
      name,
      title,
      url,
      manifest: current && readManifest(tablesDir, name, current.generation),
      verification: current?.verification,
    };
  });
}

function describe({ name, title, manifest, verification }: ListedTable, config: Config): string {
  if (!manifest) {
    return `${name}\tnot imported\t${title}\n`;
  }
  if (manifest.format !== FORMAT) {
    return `${name}\tnot served: imported by another version, import it again\tgeneration ${manifest.generation}\n`;
  }
  const lists = Object.entries(manifest.lists).map(
    ([linkName, { sources, edges }]) =>
      `  ${linkName}\t${edges} links of ${sources} records\t${shown(verification?.links[linkName], config)}\n`,
  );
  return `${name}\tas of ${manifest.asOf.slice(0, 10)}\t${manifest.rows} rows\tgeneration ${manifest.generation}\n${lists.join('')}`;
}

function shown(found: Agreement | undefined, config: Config): string {
  const agreement = found?.agreement ?? null;
  const text = agreement === null ? 'not verified' : `${(agreement * 100).toFixed(1)} % agree with ELink`;
  return [text, notServed(agreement, config) ?? []].flat().join(', ');
}
