import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { loadCatalog } from '../catalog/catalog.js';
import { buildSchema, printSorted } from '../schema/schema.js';

export function schemaCommand(): Command {
  return new Command('schema')
    .description('Print the GraphQL schema.')
    .option('--out <file>', 'Write it to a file instead')
    .action(async ({ out }: { readonly out?: string }) => {
      const sdl = printSorted(buildSchema(loadCatalog()));
      await (out === undefined ? process.stdout.write(sdl) : writeFile(out, sdl));
    });
}
