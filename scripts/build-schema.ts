/**
 * Prints the schema as `schema/schema.graphql`, without the texts of arguments as `schema/schema.short.graphql`, its
 * abstract types for the caches of clients as `schema/possible-types.json`, and `schema/subgraph.graphql`. Run as
 * `npm run schema`; with `--check` it compares instead, and ends with exit code 1 when a file differs.
 */
import { readFile, writeFile } from 'node:fs/promises';

import { loadCatalog } from '../src/catalog/catalog.js';
import { printSubgraph } from '../src/schema/federation/subgraph.js';
import { printPossibleTypes, printShort } from '../src/schema/printed-forms.js';
import { buildSchema, printSorted } from '../src/schema/schema.js';

const FOLDER = new URL('../schema/', import.meta.url);
const catalog = loadCatalog();
const schema = buildSchema(catalog);

for (const [name, sdl] of [
  ['schema.graphql', printSorted(schema)],
  ['schema.short.graphql', printShort(schema)],
  ['possible-types.json', printPossibleTypes(schema)],
  ['subgraph.graphql', printSubgraph(schema, catalog)],
] as const) {
  const file = new URL(name, FOLDER);
  if (!process.argv.includes('--check')) {
    await writeFile(file, sdl);
  } else if ((await readFile(file, 'utf8')) !== sdl) {
    process.stderr.write(`schema/${name} differs from the schema of the source. Run "npm run schema".\n`);
    process.exitCode = 1;
  }
}
