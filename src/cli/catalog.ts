import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { Catalog, loadCatalog } from '../catalog/catalog.js';
import { type CatalogFile, formatCatalogFile } from '../catalog/catalog-file.js';
import { type DatabaseFacts, describeChanges, refreshCatalog, type ShownLink } from '../catalog/refresh.js';
import { CATALOG_REFRESH } from '../config/presets.js';
import { type Config, ConfigError } from '../config.js';
import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../eutils/records/einfo.js';
import { buildSchema } from '../schema/schema.js';
import { openCatalog } from '../server/open-catalog.js';
import { createNcbiClients } from '../upstream/create-clients.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';
import { shownLinks } from './catalog-probe.js';
import { OutputFile } from './output/output-file.js';
import { addSettings, configOf } from './settings.js';

interface Options {
  readonly out?: string;
  readonly dryRun?: true;
  readonly probe?: true;
}

export function catalogCommand(): Command {
  return new Command('catalog').addCommand(refreshCommand());
}

function refreshCommand(): Command {
  const command = new Command('refresh')
    .description(
      'Rebuild the catalog from EInfo and print the changes. Restart the gateway with CATALOG_FILE to use it.',
    )
    .option('--out <file>', 'Catalog file to write (default: CATALOG_FILE)')
    .option('--dry-run', 'Print the changes only')
    .option('--probe', 'Also add link names that ELink shows of sample records and EInfo does not list');
  return addSettings(command, CATALOG_REFRESH).action(async ({ out, dryRun, probe }: Options) => {
    const config = configOf(command, CATALOG_REFRESH);
    const file = out ?? config.CATALOG_FILE;
    if (file === undefined && !dryRun) {
      throw new ConfigError('No file to write the catalog to. Set --out or CATALOG_FILE, or use --dry-run.');
    }
    const { infos, shown } = await loadFacts(config, probe === true);
    const { catalog, changes } = refreshCatalog(currentCatalog(config), infos, shown);
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

interface Facts {
  readonly infos: readonly DatabaseFacts[];
  readonly shown: readonly ShownLink[];
}

/** Loads what EInfo reports, and what ELink shows of sample records if it is to be probed. */
async function loadFacts(config: Config, probe: boolean): Promise<Facts> {
  const complain = (message: string): void => {
    process.stderr.write(`${message}\n`);
  };
  const ncbiClients = createNcbiClients(config, { onRecordingFailure: complain });
  const rest = new AbortController();
  // Each request that waits for the rate limit listens to it.
  setMaxListeners(0, rest.signal);
  try {
    const infos = await loadInfos(ncbiClients.default, rest.signal);
    return { infos, shown: probe ? await shownLinks(ncbiClients.default, infos, rest.signal, complain) : [] };
  } finally {
    rest.abort();
    await ncbiClients.close();
  }
}

/** What EInfo reports about every database it lists. Rejects if one of them fails: no catalog may be incomplete. */
async function loadInfos(client: NcbiClient, signal: AbortSignal): Promise<DatabaseFacts[]> {
  const options = { signal };
  const names = await client.send({ request: infoRequest(), decode: decodeDatabaseList }, options);
  return Promise.all(
    names.map(async (name) => {
      const info = await client.send(
        { request: infoRequest(name), decode: (body) => decodeDatabaseInfo(body, name) },
        options,
      );
      return { name, label: info.menuName, links: info.links };
    }),
  );
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
