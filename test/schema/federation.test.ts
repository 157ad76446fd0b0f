import { type DirectiveNode, Kind, type ObjectTypeDefinitionNode, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { groupOf } from '../../src/catalog/groups.js';
import { typeName } from '../../src/catalog/names.js';
import { RootFieldTaken } from '../../src/schema/federation/root-field.js';
import { asSubgraph, printSubgraph, type SubgraphOptions } from '../../src/schema/federation/subgraph.js';
import { buildSchema } from '../../src/schema/schema.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);

interface Printed {
  readonly text: string;
  readonly type: (name: string) => ObjectTypeDefinitionNode | undefined;
  /** The directives of a type or field as text, keys left out. */
  readonly on: (place: string) => readonly string[];
}

function printed(options?: SubgraphOptions): Printed {
  const text = printSubgraph(schema, catalog, options);
  const types = new Map(
    parse(text).definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const shown = (directives: readonly DirectiveNode[] = []): readonly string[] =>
    directives.filter(({ name }) => name.value !== 'key').map((directive) => print(directive));
  return {
    text,
    type: (name) => types.get(name),
    on: (place) => {
      const [type = '', field] = place.split('.');
      const node = types.get(type);
      return shown(field === undefined ? node?.directives : fieldOf(node, field)?.directives);
    },
  };
}

function fieldOf(type: ObjectTypeDefinitionNode | undefined, name: string) {
  return type?.fields?.find((field) => field.name.value === name);
}

const whole = printed();

describe('the subgraph', () => {
  it('names version 2.9 of Federation, or 2.3 without the directives that are newer', () => {
    expect(whole.text).toMatch(
      /^schema @link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.9", import: .*"@cost"/,
    );
    const { text } = printed({ federation: '2.3' });
    expect(text).toMatch(/^schema @link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.3"/);
    expect(text).not.toMatch(/@cost|@listSize/);
    expect(text).toContain('@tag(name: "gene")');
  });

  it('tags types, lists and fields with the database that they lead to and its group', () => {
    const tags = ['@tag(name: "snp")', '@tag(name: "clinical")'];
    for (const place of ['Snp', 'SnpConnection', 'SnpEdge', 'SnpSearchConnection', 'Records.snp']) {
      expect(whole.on(place)).toEqual(expect.arrayContaining(tags));
    }
    expect(whole.on('Gene.snp')).toEqual(expect.arrayContaining(tags));
    expect(whole.on('PageInfo')).toEqual(['@shareable']);
    expect(whole.on('RecordConnection')).toEqual([]);
  });

  it('knows the group of each database', () => {
    expect(catalog.records.filter(({ name }) => groupOf(name) === undefined)).toEqual([]);
  });

  it('says that lists are as long as their page arguments, and which fields send calls', () => {
    expect(whole.on('Gene.omim').filter((each) => !each.startsWith('@tag'))).toEqual([
      '@cost(weight: 5)',
      '@listSize(assumedSize: 20, slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    ]);
    expect(whole.on('Search.gene').filter((each) => !each.startsWith('@tag'))).toEqual([
      '@cost(weight: 100)',
      '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)',
    ]);
    expect(whole.on('Query.paths')).toEqual(['@cost(weight: 4000)']);
    for (const free of [
      'Gene.symbol',
      'Gene.uid',
      'ConnectingPaths.paths',
      'CommonLinkEdge.sources',
      'GeneConnection.nodes',
    ]) {
      expect(whole.on(free).filter((each) => each.startsWith('@cost'))).toEqual([]);
    }
  });

  it('of some databases has no type, field or root of the others, and nothing that only they need', () => {
    const { type, text } = printed({ databases: new Set(['gene', 'pubmed']) });
    for (const { name } of catalog.records) {
      const isInside = ['gene', 'pubmed'].includes(name);
      expect(type(typeName(name)) !== undefined).toBe(isInside);
      expect(fieldOf(type('Query'), name) !== undefined).toBe(isInside);
    }
    expect(fieldOf(type('Gene'), 'pubmed')).toBeDefined();
    expect(fieldOf(type('Gene'), 'omim')).toBeUndefined();
    expect(type('SnpAlleleFrequency')).toBeUndefined();
    expect(text.length).toBeLessThan(whole.text.length / 8);
  });

  it('has all fields below a root field, with which other pages and tools do without', () => {
    const { type } = printed({ rootField: 'ncbi' });
    expect(type('Query')?.fields?.map((field) => field.name.value)).toEqual(['ncbi']);
    expect(
      type('Entrez')
        ?.fields?.map((field) => field.name.value)
        .toSorted(),
    ).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted());
    const served = asSubgraph(schema, catalog, { rootField: 'ncbi' });
    expect(Object.keys(served.getQueryType()?.getFields() ?? {})).toEqual(
      expect.arrayContaining(['ncbi', 'gene', '_service']),
    );
  });

  it('refuses a root field that Query has already', () => {
    expect(() => printSubgraph(schema, catalog, { rootField: 'gene' })).toThrow(RootFieldTaken);
  });
});
