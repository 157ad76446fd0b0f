import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { Catalog, loadCatalog } from '../catalog/catalog.js';
import { type CatalogFile, formatCatalogFile } from '../catalog/catalog-file.js';
import { type DatabaseFacts, describeChanges, refreshCatalog } from '../catalog/refresh.js';
import type { Config } from '../config.js';
import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../eutils/einfo.js';
import { buildSchema } from '../schema/schema.js';
import { createNcbiClients } from '../upstream/create-clients.js';
import { addSettings, configOf } from './settings.js';

const PUBLISHED_FILE = fileURLToPath(new URL('../../schema/catalog.json', import.meta.url));

export function catalogCommand(): Command {
  return new Command('catalog')
    .description('The databases and link names that the schema is made of.')
    .addCommand(refreshCommand());
}

function refreshCommand(): Command {
  const command = new Command('refresh')
    .description(
      'Rebuild the catalog from EInfo and print what is new, gone or changed. Restart the gateway afterwards.',
    )
    .option('--out <file>', 'Catalog file to write', PUBLISHED_FILE)
    .option('--dry-run', 'Print the changes only');
  return addSettings(command, (name) => name.startsWith('NCBI_')).action(
    async ({ out, dryRun }: { readonly out: string; readonly dryRun?: boolean }) => {
      const { catalog, changes } = refreshCatalog(loadCatalog(), await askAll(configOf(command)));
      const lines = describeChanges(changes);
      process.stdout.write(lines.length === 0 ? 'The catalog is up to date.\n' : `${lines.join('\n')}\n`);
      checkSchema(catalog);
      if (dryRun !== true) {
        await writeFile(out, formatCatalogFile(catalog));
      }
    },
  );
}

/** Asks EInfo about every database it lists, as fast as permits allow. One failure fails all: half a catalog is none. */
async function askAll(config: Config): Promise<DatabaseFacts[]> {
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

/** A catalog that no schema can be built from must not become the one that the next start reads. */
function checkSchema(catalog: CatalogFile): void {
  try {
    buildSchema(new Catalog(catalog));
  } catch (cause) {
    throw new Error(
      `The new catalog is not usable and was not written. ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}
