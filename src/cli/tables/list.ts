import { Command } from 'commander';

import { TABLES } from '../../config/presets.js';
import { DESCRIPTIONS } from '../../tables/descriptions/descriptions.js';
import {
  type Agreement,
  type Current,
  type Manifest,
  readCurrent,
  readManifest,
} from '../../tables/storage/manifest.js';
import { addSettings, configOf } from '../settings.js';
import { tablesDirOf } from './tables-dir.js';

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
  return addSettings(command, TABLES).action(({ json }: { readonly json?: true }) => {
    const tables = listedTables(tablesDirOf(configOf(command, TABLES)));
    process.stdout.write(json ? `${JSON.stringify(tables, undefined, 2)}\n` : tables.map(describe).join(''));
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

function describe({ name, title, manifest, verification }: ListedTable): string {
  if (!manifest) {
    return `${name}\tnot imported\t${title}\n`;
  }
  const lists = Object.entries(manifest.lists).map(
    ([linkName, { sources, edges }]) =>
      `  ${linkName}\t${edges} links of ${sources} records\t${shown(verification?.links[linkName])}\n`,
  );
  return `${name}\tas of ${manifest.asOf.slice(0, 10)}\t${manifest.rows} rows\tgeneration ${manifest.generation}\n${lists.join('')}`;
}

function shown(agreement: Agreement | undefined): string {
  return agreement?.agreement == null ? 'not verified' : `${(agreement.agreement * 100).toFixed(1)} % agree with ELink`;
}
