import { Command } from 'commander';

import { readConfig } from '../config.js';
import { printSubgraph } from '../schema/federation/subgraph.js';
import { buildSchema, printSorted } from '../schema/schema.js';
import { openCatalog } from '../server/open-catalog.js';
import { OutputFile } from './output/output-file.js';

interface Options {
  readonly out?: string;
  readonly subgraph?: true;
  readonly typePrefix?: string;
  readonly catalogFile?: string;
}

export function schemaCommand(): Command {
  return new Command('schema')
    .option('--subgraph', 'Print a Federation 2 subgraph')
    .option('--type-prefix <prefix>', 'Prefix for all type names, as for serve')
    .option('--catalog-file <file>', 'Catalog the schema is built from, as for serve')
    .option('--out <file>', 'Write to a file instead of standard output')
    .action(async ({ out, subgraph, typePrefix, catalogFile }: Options) => {
      // Flags only: the checked-in schema must not depend on the environment of its build.
      const config = readConfig({}, { TYPE_PREFIX: typePrefix ?? '', CATALOG_FILE: catalogFile ?? '' });
      const schema = buildSchema(openCatalog(config), config.TYPE_PREFIX);
      const sdl = subgraph ? printSubgraph(schema) : printSorted(schema);
      await (out === undefined ? process.stdout.write(sdl) : OutputFile.write(out, sdl));
    });
}
