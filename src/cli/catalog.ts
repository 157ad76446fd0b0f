import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { Catalog, loadCatalog } from '../catalog/catalog.js';
import { type CatalogFile, formatCatalogFile } from '../catalog/catalog-file.js';
import { type DatabaseFacts, describeChanges, refreshCatalog } from '../catalog/refresh.js';
import { CATALOG_REFRESH } from '../config/presets.js';
import { type Config, ConfigError } from '../config.js';
import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../eutils/records/einfo.js';
import { buildSchema } from '../schema/schema.js';
import { openCatalog } from '../server/open-catalog.js';
import { createNcbiClients } from '../upstream/create-clients.js';
import { OutputFile } from './output-file.js';
import { addSettings, configOf } from './settings.js';

interface Options {
  readonly out?: string;
  readonly dryRun?: true;
}

export function catalogCommand(): Command {
  return new Command('catalog')
    .description('Manage the catalog the schema is generated from.')
    .addCommand(refreshCommand());
}

function refreshCommand(): Command {
  const command = new Command('refresh')
    .description(
      'Rebuild the catalog from EInfo and print the changes. Restart the gateway with CATALOG_FILE to use it.',
    )
    .option('--out <file>', 'Catalog file to write (default: CATALOG_FILE)')
    .option('--dry-run', 'Print the changes only');
  return addSettings(command, CATALOG_REFRESH).action(async ({ out, dryRun }: Options) => {
    const config = configOf(command, CATALOG_REFRESH);
    const file = out ?? config.CATALOG_FILE;
    if (file === undefined && !dryRun) {
      throw new ConfigError('No file to write the catalog to. Set --out or CATALOG_FILE, or use --dry-run.');
    }
    const { catalog, changes } = refreshCatalog(currentCatalog(config), await loadFacts(config));
    const lines = describeChanges(changes);
    checkSchema(catalog);
    if (file !== undefined && !dryRun) {
      await OutputFile.write(file, formatCatalogFile(catalog));
    }
    process.stdout.write(lines.length === 0 ? 'The catalog is up to date.\n' : `${lines.join('\n')}\n`);
  });
}

/** The catalog to start from. The first refresh creates CATALOG_FILE from the catalog of this package. */
function currentCatalog(config: Config): Catalog {
  return config.CATALOG_FILE !== undefined && existsSync(config.CATALOG_FILE) ? openCatalog(config) : loadCatalog();
}

/** Loads what EInfo reports about every database it lists. Rejects if one of them fails: no catalog may be incomplete. */
async function loadFacts(config: Config): Promise<DatabaseFacts[]> {
  const ncbiClients = createNcbiClients(config, {
    onRecordingFailure: (message) => {
      process.stderr.write(`${message}\n`);
    },
  });
  const client = ncbiClients.default;
  const rest = new AbortController();
  const options = { signal: rest.signal };
  try {
    const names = await client.send({ request: infoRequest(), decode: decodeDatabaseList }, options);
    return await Promise.all(
      names.map(async (name) => {
        const info = await client.send(
          { request: infoRequest(name), decode: (body) => decodeDatabaseInfo(body, name) },
          options,
        );
        return { name, label: info.menuName, links: info.links };
      }),
    );
  } finally {
    rest.abort();
    await ncbiClients.close();
  }
}

/** Throws for a catalog that no schema can be built from, which the next start would refuse. */
function checkSchema(catalog: CatalogFile): void {
  try {
    buildSchema(new Catalog(catalog));
  } catch (cause) {
    throw new Error(
      `Cannot build a schema from the new catalog, which was not written. ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
