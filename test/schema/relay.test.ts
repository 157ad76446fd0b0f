import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { buildSchema } from '../../src/schema/schema.js';

const schema = buildSchema(loadCatalog());
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const connections = objects.filter(({ name }) => name.endsWith('Connection'));

function typeOf(type: string, field: string): string | undefined {
  const found = schema.getType(type);
  return isObjectType(found) || isInterfaceType(found) ? found.getFields()[field]?.type.toString() : undefined;
}

/** What the specification of Relay servers says of the schema. How pages are cut is held in `paging.test.ts`. */
describe('the schema, as Relay wants it', () => {
  it('has an interface Node whose only field is a non-null id', () => {
    const node = schema.getType('Node');
    expect(isInterfaceType(node) && Object.keys(node.getFields())).toEqual(['id']);
    expect(typeOf('Node', 'id')).toBe('ID!');
  });

  it('has a root node(id: ID!) that may be null, and a root nodes with a place for each id', () => {
    const { node, nodes } = schema.getQueryType()?.getFields() ?? {};
    expect([node?.type.toString(), nodes?.type.toString()]).toEqual(['Node', '[Node]']);
    expect(node?.args.map(({ name, type }) => `${name}: ${type.toString()}`)).toEqual(['id: ID!']);
    expect(nodes?.args.map(({ name, type }) => `${name}: ${type.toString()}`)).toEqual(['ids: [ID!]!']);
  });

  it('has PageInfo with what Relay reads', () => {
    expect(typeOf('PageInfo', 'hasNextPage')).toBe('Boolean!');
    expect(typeOf('PageInfo', 'hasPreviousPage')).toBe('Boolean!');
    expect(typeOf('PageInfo', 'startCursor')).toBe('String');
    expect(typeOf('PageInfo', 'endCursor')).toBe('String');
  });

  it('calls connections all types that have edges, and those only, apart from paths and neighbourhoods, which are whole', () => {
    const paged = objects.filter(
      (type) => type.getFields().edges && !['ConnectingPath', 'Neighbourhood'].includes(type.name),
    );
    expect(paged).toEqual(connections);
    expect(paged.length).toBeGreaterThan(70);
  });

  it('has pageInfo in every connection, and edges with node and cursor', () => {
    for (const connection of connections) {
      expect(typeOf(connection.name, 'pageInfo'), connection.name).toBe('PageInfo!');
      const edges = connection.getFields().edges?.type;
      expect(edges?.toString(), connection.name).toMatch(/^\[\w+Edge!?\]!?$/);
      const edge = edges && getNamedType(edges).name;
      expect(typeOf(edge ?? '', 'cursor'), edge).toBe('String!');
      expect(typeOf(edge ?? '', 'node'), edge).toMatch(/^\w+!?$/);
    }
  });

  it('lets every field with a connection be paged forward, and backward by both arguments or none', () => {
    const fields = objects
      .flatMap((type) =>
        Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field })),
      )
      .filter(({ field }) => connections.some((connection) => connection === getNamedType(field.type)));
    expect(fields.length).toBeGreaterThan(600);
    const mistakes = fields.filter(({ field }) => {
      const args = new Map(field.args.map(({ name, type }) => [name, type.toString()]));
      const backward = args.has('last') || args.has('before');
      return !(
        args.get('first') === 'Int' &&
        args.get('after') === 'String' &&
        (!backward || (args.get('last') === 'Int' && args.get('before') === 'String'))
      );
    });
    expect(mistakes.map(({ path }) => path)).toEqual([]);
  });
});
