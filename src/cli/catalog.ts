import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { loadCatalog } from '../catalog/catalog.js';
import { formatCatalogFile } from '../catalog/catalog-file.js';
import { type DatabaseFacts, describeChanges, refreshCatalog } from '../catalog/refresh.js';
import { decodeDatabaseInfo, decodeDatabaseList, infoRequest } from '../eutils/einfo.js';
import type { Door } from '../upstream/door.js';
import { openDoor } from '../upstream/open-door.js';
import { addSettings, configOf } from './settings.js';

const PUBLISHED_FILE = fileURLToPath(new URL('../../schema/catalog.json', import.meta.url));

export function catalogCommand(): Command {
  return new Command('catalog').description('The databases and link names that the schema is made of.').addCommand(refreshCommand());
}

function refreshCommand(): Command {
  const command = new Command('refresh')
    .description('Rebuild the catalog from EInfo and print what is new, gone or changed. Restart the gateway afterwards.')
    .option('--out <file>', 'Catalog file to write', PUBLISHED_FILE)
    .option('--dry-run', 'Print the changes only')
    .exitOverride();
  return addSettings(command, (name) => name.startsWith('NCBI_')).action(
    async ({ out, dryRun }: { readonly out: string; readonly dryRun?: boolean }) => {
      const door = openDoor(configOf(command));
      const { catalog, changes } = refreshCatalog(loadCatalog(), await askAll(door));
      await door.close();
      const lines = describeChanges(changes);
      process.stdout.write(lines.length === 0 ? 'The catalog is up to date.\n' : `${lines.join('\n')}\n`);
      if (dryRun !== true) {
        await writeFile(out, formatCatalogFile(catalog));
      }
    },
  );
}

/** Asks EInfo about every database it lists, as fast as permits allow. One failure fails all: half a catalog is none. */
async function askAll(door: Door): Promise<DatabaseFacts[]> {
  const options = { signal: new AbortController().signal };
  const names = await door.ask({ request: infoRequest(), decode: decodeDatabaseList }, options);
  return Promise.all(
    names.map(async (name) => {
      const info = await door.ask({ request: infoRequest(name), decode: decodeDatabaseInfo }, options);
      return { name, label: info.menuName, links: info.links };
    }),
  );
}
