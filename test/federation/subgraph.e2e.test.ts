import { readFileSync } from 'node:fs';

import { buildSchema as buildFromText, findBreakingChanges, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { typeName } from '../../src/catalog/names.js';
import { asSubgraph, printSubgraph } from '../../src/schema/federation/subgraph.js';
import { buildSchema, printSorted } from '../../src/schema/schema.js';
import { OfflineGateway } from '../support/offline-gateway.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);
const text = printSubgraph(schema, catalog);

/** Directives of GraphQL, and those that annotations.test.ts is about. */
const OTHERS = ['deprecated', 'tag', 'cost', 'listSize'];

/** The directives of Federation on each type and field that has some. */
function markedPlaces(): ReadonlyMap<string, string> {
  const places = parse(text).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) {
      return [];
    }
    const { name, directives, fields = [] } = definition;
    return [
      { place: name.value, directives },
      ...fields.map((field) => ({ place: `${name.value}.${field.name.value}`, directives: field.directives })),
    ];
  });
  return new Map(
    places.flatMap(({ place, directives = [] }) => {
      const own = directives.filter(({ name }) => !OTHERS.includes(name.value));
      return own.length === 0 ? [] : [[place, own.map(print).join(' ')]];
    }),
  );
}

describe('schema/subgraph.graphql', () => {
  it('is up to date', () => {
    const published = readFileSync(new URL('../../schema/subgraph.graphql', import.meta.url), 'utf8');
    // Compared first, because a diff of 600 KB would bury the advice.
    expect(published === text, 'The subgraph has changed: run "npm run schema" and look at the difference.').toBe(true);
  });

  it('marks every record type as an entity by uid, id, curie and its unique identifiers, the interface of all by id and curie, and what others may share', () => {
    expect(markedPlaces()).toEqual(
      new Map([
        ...catalog.records.map(
          ({ name }) => [typeName(name), keys('uid', 'id', 'curie', ...(KEYS[name] ?? []))] as const,
        ),
        ['Record', keys('id', 'curie')],
        ['PageInfo', '@shareable'],
        ['PageInfo.window', '@inaccessible'],
        ['YearCount', '@shareable'],
      ]),
    );
  });
});

/** Unique identifiers that fields hold, by database. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['assembly', 'bioproject', 'biosample', 'books', 'cdd', 'clinvar', 'dbvar', 'gap', 'gds', 'gtr', 'ipg'],
      ...['protfam', 'proteinclusters', 'sra'],
    ].map((db) => [db, ['accession']]),
  ),
  gene: ['symbol organismTaxid', 'ensemblId', 'hgncId', 'mgiId'],
  medgen: ['conceptId'],
  mesh: ['meshId'],
  nlmcatalog: ['nlmUniqueId'],
  nuccore: ['accessionVersion'],
  omim: ['mimNumber'],
  pccompound: ['inchiKey'],
  pmc: ['pmcid', 'doi', 'pmid'],
  protein: ['accessionVersion'],
  pubmed: ['doi', 'pmcid'],
  structure: ['pdbAccession'],
};

function keys(...fields: readonly string[]): string {
  return fields.map((field) => `@key(fields: "${field}")`).join(' ');
}

describe('the served schema', () => {
  it('is the plain schema and what routers need', () => {
    const served = asSubgraph(schema, catalog);
    const machinery = ['_Any', '_Entity', '_Service'];
    expect(Object.keys(served.getTypeMap()).filter((name) => !schema.getType(name))).toEqual(
      expect.arrayContaining(machinery),
    );
    expect(Object.keys(served.getTypeMap())).toHaveLength(Object.keys(schema.getTypeMap()).length + machinery.length);
    expect(Object.keys(served.getQueryType()?.getFields() ?? {})).toEqual([
      ...Object.keys(schema.getQueryType()?.getFields() ?? {}),
      '_entities',
      '_service',
    ]);
    expect(printSorted(schema)).not.toMatch(/_entities|_service|@key/);
  });

  it('is to routers what the plain schema is to clients, but for directives of clients', () => {
    const subgraph = buildFromText(text, { assumeValidSDL: true });
    const differences = [...findBreakingChanges(schema, subgraph), ...findBreakingChanges(subgraph, schema)];
    expect(differences.map(({ description }) => description)).toEqual(['defer was removed.', 'stream was removed.']);
  });

  it('gives its text to routers', async () => {
    await using gateway = await OfflineGateway.start();
    const response = await gateway.post({ query: '{ _service { sdl } }' });
    const { data } = (await response.json()) as { readonly data: { readonly _service: { readonly sdl: string } } };
    expect(data._service.sdl === text).toBe(true);
  });
});
