import { Command } from 'commander';

import type { Catalog } from '../catalog/catalog.js';
import { ConfigError, readConfig } from '../config.js';
import { buildSchema, printSorted } from '../schema/schema.js';
import { openCatalog } from '../server/open-catalog.js';
import { subgraphText } from '../server/open-schema.js';
import { OutputFile } from './output/output-file.js';

interface Options {
  readonly out?: string;
  readonly subgraph?: true;
  readonly databases?: string;
  readonly federation?: string;
  readonly rootField?: string;
  readonly typePrefix?: string;
  readonly catalogFile?: string;
}

export function schemaCommand(): Command {
  return new Command('schema')
    .option('--subgraph', 'Print a Federation 2 subgraph')
    .option(
      '--databases <names>',
      'Databases that the subgraph is about, with commas between them; the others are left out',
    )
    .option('--federation <version>', 'Version of Federation, as for serve')
    .option('--root-field <name>', 'Field that all others are below, as for serve')
    .option('--type-prefix <prefix>', 'Prefix for all type names, as for serve')
    .option('--catalog-file <file>', 'Catalog the schema is built from, as for serve')
    .option('--out <file>', 'Write to a file instead of standard output')
    .action(async ({ out, subgraph, databases, federation, rootField, typePrefix, catalogFile }: Options) => {
      if (!subgraph && [databases, federation, rootField].some((option) => option !== undefined)) {
        throw new ConfigError('--databases, --federation and --root-field are for a subgraph. Add --subgraph.');
      }
      // Flags only: the checked-in schema must not depend on the environment of its build.
      const config = readConfig(
        {},
        {
          TYPE_PREFIX: typePrefix ?? '',
          CATALOG_FILE: catalogFile ?? '',
          ROOT_FIELD: rootField ?? '',
          FEDERATION: federation ?? '',
        },
      );
      const catalog = openCatalog(config);
      const sdl = subgraph
        ? subgraphText(config, catalog, databases === undefined ? undefined : readDatabases(databases, catalog))
        : printSorted(buildSchema(catalog, config.TYPE_PREFIX));
      await (out === undefined ? process.stdout.write(sdl) : OutputFile.write(out, sdl));
    });
}

/** @throws ConfigError for a name that no database has. */
function readDatabases(list: string, catalog: Catalog): ReadonlySet<string> {
  return new Set(
    list.split(',').map((part) => {
      const name = part.trim();
      const database = catalog.database(name);
      if (!database) {
        throw new ConfigError(`Unknown database "${name}" in --databases. Use names such as gene,pubmed.`);
      }
      return database.name;
    }),
  );
}
