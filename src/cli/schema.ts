import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { loadCatalog } from '../catalog/catalog.js';
import { readConfig } from '../config.js';
import { printSubgraph } from '../schema/federation/subgraph.js';
import { buildSchema, printSorted } from '../schema/schema.js';

interface Options {
  readonly out?: string;
  readonly subgraph?: true;
  readonly typePrefix?: string;
}

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the GraphQL schema.')
    .option('--subgraph', 'As a subgraph of Federation 2')
    .option('--type-prefix <prefix>', 'What the names of types begin with, as for serve')
    .option('--out <file>', 'Write it to a file instead')
    .action(async ({ out, subgraph, typePrefix }: Options) => {
      // Only the flag counts: the schema that is checked in must not depend on the environment of its build.
      const { TYPE_PREFIX } = readConfig({}, typePrefix === undefined ? {} : { TYPE_PREFIX: typePrefix });
      const schema = buildSchema(loadCatalog(), TYPE_PREFIX);
      const sdl = subgraph ? printSubgraph(schema) : printSorted(schema);
      await (out === undefined ? process.stdout.write(sdl) : writeFile(out, sdl));
    });
}
