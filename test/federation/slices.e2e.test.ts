import { type DocumentNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { sliceOf } from '../../src/schema/federation/slice.js';
import { printSubgraph, typesOfDatabases } from '../../src/schema/federation/subgraph.js';
import { buildSchema } from '../../src/schema/schema.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { EXAMPLE, isExampleMissing } from './installed.js';
import type { Verdict } from './running-example.js';

type Compose = (subgraphs: readonly { name: string; url: string; typeDefs: DocumentNode }[]) => Verdict;

const catalog = loadCatalog();
const schema = buildSchema(catalog);
const owners = typesOfDatabases(schema, catalog);
const whole = parse(printSubgraph(schema, catalog));

const names = catalog.records.map(({ name }) => name);
const every = [
  ...names.map((name) => [name]),
  ...names.flatMap((first, index) => names.slice(index + 1).map((second) => [first, second])),
];

/** `SLICES=all` takes them all, some eight minutes; else a few by SLICES as a seed. */
const { SLICES = '1' } = process.env;
const random = seededRandom(Number(SLICES));
const chosen =
  SLICES === 'all'
    ? every
    : Array.from({ length: 4 }, () => every[Math.floor(random() * every.length)] ?? ['gene', 'pubmed']);

describe.skipIf(isExampleMissing)('slices (need npm ci --prefix examples/federation)', () => {
  it('are 38 of one database and 703 of two', () => {
    expect(every).toHaveLength(38 + 703);
  });

  it.each(chosen.map((databases) => [databases.join()] as const))(
    '%s composes by itself with all composers',
    async (list) => {
      const compose = (await import(`${EXAMPLE}compose.js`)) as Readonly<Record<string, Compose>>;
      const subgraph = {
        name: 'entrez',
        url: 'http://entrez.invalid/',
        typeDefs: sliceOf(whole, owners, new Set(list.split(','))),
      };
      const verdicts = ['composeWithApollo', 'composeWithCosmo', 'composeWithHive'].map(
        (composer) => compose[composer]?.([subgraph]).errors,
      );
      expect(verdicts).toEqual([[], [], []]);
    },
  );

  it('of a contract that leaves out the tags of databases and groups have none of their types', async () => {
    const { typesOfContract } = (await import(`${EXAMPLE}compose.js`)) as {
      readonly typesOfContract: (subgraphs: readonly object[], tags: readonly string[]) => readonly string[];
    };
    const databases = new Set(['gene', 'pubmed', 'snp', 'protein']);
    const subgraph = {
      name: 'entrez',
      url: 'http://entrez.invalid/',
      typeDefs: sliceOf(whole, owners, databases),
    };
    const left = typesOfContract([subgraph], ['snp', 'proteins']);
    expect(left).toEqual(expect.arrayContaining(['Gene', 'PubMedConnection']));
    expect(left.filter((name) => /^(?:Snp|Protein)(?:$|.*(?:Connection|Edge)$)/.test(name))).toEqual([]);
  });
});
