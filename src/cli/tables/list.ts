import { Command } from 'commander';

import { SERVED_TABLES } from '../../config/presets.js';
import type { Config } from '../../config.js';
import { openCatalog } from '../../server/open-catalog.js';
import { DESCRIPTIONS } from '../../tables/descriptions/descriptions.js';
import { type Current, FORMAT, type Manifest, readCurrent, readManifest } from '../../tables/storage/manifest.js';
import { addSettings, configOf } from '../settings.js';
import { notServed } from './not-served.js';
import { existingTablesDirOf } from './tables-dir.js';

interface ListedLinks {
  readonly links: number;
  readonly records: number;
  /** Whether ELink has the link name; fields that only tables can answer use the others. */
  readonly isOfElink: boolean;
  /** Share of the sampled records with the same links in ELink, from 0 to 1; null if not verified. */
  readonly agreement: number | null;
  /** Why a gateway with these settings does not serve them; null where it does. */
  readonly notServed: string | null;
}

interface ListedTable {
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly manifest: Manifest | undefined;
  readonly verification: Current['verification'];
  /** Why nothing of an imported table is served; null where it is. */
  readonly notServed: string | null;
  /** By link name. */
  readonly links: Readonly<Record<string, ListedLinks>>;
}

export function listCommand(): Command {
  const command = new Command('list').description(
    'List the tables, what is imported, and how far it agrees with ELink.',
  );
  command.option('--json', 'Print JSON');
  return addSettings(command, SERVED_TABLES).action(({ json }: { readonly json?: true }) => {
    const config = configOf(command, SERVED_TABLES);
    const tables = listedTables(existingTablesDirOf(config), config);
    process.stdout.write(json ? `${JSON.stringify(tables, undefined, 2)}\n` : tables.map(describe).join(''));
  });
}

function listedTables(tablesDir: string, config: Config): ListedTable[] {
  return DESCRIPTIONS.map(({ name, title, url }) => {
    const current = readCurrent(tablesDir, name);
    const manifest = current && readManifest(tablesDir, name, current.generation);
    const verification = current?.verification;
    const isOther = manifest !== undefined && manifest.format !== FORMAT;
    return {
      name,
      title,
      url,
      manifest,
      verification,
      notServed: isOther ? 'imported by another version, import it again' : null,
      links: manifest && !isOther ? linksOf(manifest, verification, config) : {},
    };
  });
}

function linksOf({ lists }: Manifest, verification: Current['verification'], config: Config): ListedTable['links'] {
  const catalog = openCatalog(config);
  return Object.fromEntries(
    Object.entries(lists).map(([linkName, summary]) => {
      const { sources, edges } = summary;
      const agreement = verification?.links[linkName]?.agreement ?? null;
      const isOfElink = catalog.link(linkName) !== undefined;
      const why = (isOfElink ? notServed(agreement, summary, config) : undefined) ?? null;
      return [linkName, { links: edges, records: sources, isOfElink, agreement, notServed: why }];
    }),
  );
}

function describe({ name, title, manifest, notServed: why, links }: ListedTable): string {
  if (!manifest) {
    return `${name}\tnot imported\t${title}\n`;
  }
  if (why !== null) {
    return `${name}\tnot served: ${why}\tgeneration ${manifest.generation}\n`;
  }
  const lists = Object.entries(links).map(
    ([linkName, listed]) => `  ${linkName}\t${listed.links} links of ${listed.records} records\t${shown(listed)}\n`,
  );
  return `${name}\tas of ${manifest.asOf.slice(0, 10)}\t${manifest.rows} rows\tgeneration ${manifest.generation}\n${lists.join('')}`;
}

function shown({ isOfElink, agreement, notServed: why }: ListedLinks): string {
  if (!isOfElink) {
    return 'not in ELink';
  }
  const text = agreement === null ? 'not verified' : `${(agreement * 100).toFixed(1)} % agree with ELink`;
  return [text, why === null ? [] : `not served: ${why}`].flat().join(', ');
}
