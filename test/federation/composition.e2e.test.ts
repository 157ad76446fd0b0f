import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { printSubgraph } from '../../src/schema/federation/subgraph.js';
import { buildSchema } from '../../src/schema/schema.js';
import { TemporaryFolder } from '../support/temporary-folder.js';
import { EXAMPLE, isExampleMissing } from './installed.js';
import type { Verdict } from './running-example.js';

const run = promisify(execFile);
const catalog = loadCatalog();

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [
  "@key", "@shareable", "@external", "@requires", "@override", "@tag", "@inaccessible", "@interfaceObject"
])`;

/** Other subgraphs, by what they do. */
const OTHERS = {
  refersByUid: 'type Gene @key(fields: "uid", resolvable: false) { uid: ID! } type Query { refersByUid: Gene }',
  refersById: 'type Gene @key(fields: "id", resolvable: false) { id: ID! } type Query { refersById: Gene }',
  refersByBoth:
    'type Gene @key(fields: "uid") @key(fields: "id") { uid: ID! id: ID! } type Query { refersByBoth: Gene }',
  refersToAny: `type Record @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
    type Query { refersToAny: Record }`,
  addsToAny: 'type Record @key(fields: "id") @interfaceObject { id: ID! remark: String } type Query { addsToAny: Int }',
  sharesPageInfo: `type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
    type Page { pageInfo: PageInfo! } type Query { sharesPageInfo: Page }`,
  requires: `type Gene @key(fields: "uid") { uid: ID! symbol: String @external label: String @requires(fields: "symbol") }
    type Query { requires: Gene }`,
  overrides: `type Gene @key(fields: "uid") { uid: ID! description: String @override(from: "entrez") }
    type Query { overrides: Gene }`,
  tags: 'type Gene @key(fields: "uid") { uid: ID! tagged: Int @tag(name: "team") } type Query { tags: Gene }',
  hides: 'type Gene @key(fields: "uid") { uid: ID! hidden: Int @inaccessible } type Query { hides: Gene }',
  refersByRegistries: `type Gene @key(fields: "ensemblId") @key(fields: "hgncId") @key(fields: "mgiId") @key(fields: "symbol organismTaxid") {
    ensemblId: String hgncId: String mgiId: String symbol: String organismTaxid: String yield: Float
  } type Query { refersByRegistries: Gene }`,
  hasNodes: 'interface Node { id: ID! } type Sample implements Node { id: ID! } type Query { hasNodes: Node }',
  hasJson: 'scalar JSON type Query { hasJson: JSON }',
} as const;

/** Composes entrez-graph and others with all composers, in a process with packages of its own. */
async function compose(
  others: Readonly<Record<string, string>>,
  { typePrefix, databases }: { readonly typePrefix?: string; readonly databases?: ReadonlySet<string> } = {},
): Promise<Readonly<Record<'apollo' | 'cosmo' | 'hive', Verdict>>> {
  await using folder = await TemporaryFolder.create();
  const texts = { entrez: printSubgraph(buildSchema(catalog, typePrefix), catalog, { databases }), ...others };
  const subgraphs = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const file = join(folder.path, `${name}.graphql`);
      await writeFile(file, name === 'entrez' ? text : `${LINK}\n${text}`);
      return `${name}=${file}`;
    }),
  );
  const { stdout } = await run(process.execPath, [`${EXAMPLE}compose.js`, ...subgraphs]);
  return JSON.parse(stdout) as Awaited<ReturnType<typeof compose>>;
}

/** A slice, which composes in a fifth of the time. That the whole composes is a test of the gateways. */
const databases = new Set(['gene', 'pubmed']);

const FINE = { apollo: { errors: [] }, cosmo: { errors: [] }, hive: { errors: [] } };

describe.skipIf(isExampleMissing)(
  'composition (needs npm ci --prefix examples/federation)',
  { timeout: 120_000 },
  () => {
    it('accepts subgraphs that use what Federation has, all in one graph', async () => {
      expect(await compose(OTHERS, { databases })).toMatchObject(FINE);
    });

    it('refuses a type of the same name that is something else, unless a prefix keeps them apart', async () => {
      const clash = { other: 'type Gene { name: String! } type Query { other: Gene }' };
      const { apollo, cosmo } = await compose(clash, { databases });
      expect(apollo.errors).not.toEqual([]);
      expect(cosmo.errors).not.toEqual([]);
      expect(await compose(clash, { databases, typePrefix: 'Ncbi' })).toMatchObject(FINE);
    });

    it('refuses a share of PageInfo that is not marked as such, which shows that the composers look', async () => {
      const unmarked = { other: OTHERS.sharesPageInfo.replace('@shareable ', '') };
      const { apollo, cosmo } = await compose(unmarked, { databases });
      expect(apollo.errors.join()).toContain('PageInfo.hasNextPage');
      expect(cosmo.errors.join()).toContain('PageInfo');
    });
  },
);
