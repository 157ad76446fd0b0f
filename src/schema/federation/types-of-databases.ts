import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isObjectType } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { typeName } from '../../catalog/names.js';
import { nameIn } from '../core/type-prefix.js';

/** Fields of pages and edges that hold records. */
const HOLDERS = ['node', 'nodes'];

/** The types that are about one database alone: its record, and the pages and edges of lists of it. Gives their databases. */
export function typesOfDatabases(schema: GraphQLSchema, catalog: Catalog): ReadonlyMap<string, string> {
  const records = new Map(catalog.records.map(({ name }) => [nameIn(schema, typeName(name)), name]));
  const lists = Object.values(schema.getTypeMap()).flatMap((type): [string, string][] => {
    const db = records.has(type.name) ? undefined : databaseOfList(type, records);
    return db === undefined ? [] : [[type.name, db]];
  });
  return new Map([...records, ...lists]);
}

function databaseOfList(type: GraphQLNamedType, records: ReadonlyMap<string, string>): string | undefined {
  const fields = isObjectType(type) ? type.getFields() : {};
  const [held] = HOLDERS.flatMap((name) => fields[name] ?? []);
  return held && records.get(getNamedType(held.type).name);
}
