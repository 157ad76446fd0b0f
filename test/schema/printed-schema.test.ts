import { readFileSync } from 'node:fs';

import {
  buildSchema as buildFromText,
  findBreakingChanges,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { linkFieldName, typeName } from '../../src/catalog/names.js';
import { buildSchema, printSorted } from '../../src/schema/schema.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);
const published = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');

describe('schema/schema.graphql', () => {
  it('is broken by nothing: clients written for it still work', () => {
    const breaking = findBreakingChanges(buildFromText(published), schema).map(
      ({ type, description }) => `${type}: ${description}`,
    );
    expect(
      breaking,
      `These changes break clients; keep what was there and add beside it:\n${breaking.join('\n')}\n`,
    ).toEqual([]);
  });

  it('is up to date', () => {
    // Compared first, because a diff of 400 KB would bury the advice.
    expect(
      published === printSorted(schema),
      'The schema has changed: run "npm run schema" and look at the difference.',
    ).toBe(true);
  });
});

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
    const silent = types.flatMap(partsOf).filter(([, description]) => (description ?? '').trim() === '');
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('has a record type for each of the 38 record databases', () => {
    const types = catalog.records.map(({ name }) => schema.getType(typeName(name)) as GraphQLObjectType);
    expect(types).toHaveLength(38);
    for (const type of types) {
      expect(type.getInterfaces().map(({ name }) => name)).toEqual(['Node', 'Record']);
    }
  });

  it('has a connection field for each of the 589 link names, and no others', () => {
    const expected = catalog.links.map(
      (link) => `${typeName(link.from)}.${linkFieldName(link)}: ${typeName(link.to)}Connection \`${link.name}\``,
    );
    const built = catalog.records.flatMap(({ name }) => {
      const type = schema.getType(typeName(name)) as GraphQLObjectType;
      return Object.values(type.getFields())
        .filter(({ extensions, name: field }) => extensions.planLinks !== undefined && field !== 'links')
        .map((field) => {
          const linkName = /Link name (`\w+`)/.exec(field.description ?? '')?.[1] ?? '';
          return `${type.name}.${field.name}: ${getNamedType(field.type).name} ${linkName}`;
        });
    });
    expect(built.toSorted()).toEqual(expected.toSorted());
    expect(built).toHaveLength(589);
  });

  it('offers minScore where links are scored and nowhere else', () => {
    for (const link of catalog.links) {
      const field = (schema.getType(typeName(link.from)) as GraphQLObjectType).getFields()[linkFieldName(link)];
      const offered = field?.args.some(({ name }) => name === 'minScore');
      expect(offered, link.name).toBe(link.scored === true);
    }
  });

  it('lets every field of a record fail alone: only what costs nothing is non-null', () => {
    const free = new Set(['id', 'uid', 'db', 'url']);
    for (const { name } of catalog.records) {
      const type = schema.getType(typeName(name)) as GraphQLObjectType;
      const strict = Object.values(type.getFields()).filter((field) => field.type.toString().endsWith('!'));
      expect(new Set(strict.map((field) => field.name)), type.name).toEqual(free);
    }
  });

  it('has roots, searches and lists under each of the 39 database names', () => {
    const names = catalog.databases.map(({ name }) => name);
    expect(names).toHaveLength(39);
    for (const type of ['Query', 'Search', 'Records']) {
      expect(Object.keys((schema.getType(type) as GraphQLObjectType).getFields())).toEqual(
        expect.arrayContaining(names),
      );
    }
  });
});

/** Everything about a type that people read, with its description. */
function partsOf(type: GraphQLNamedType): (readonly [name: string, description: string | null | undefined])[] {
  const own = [type.name, type.description] as const;
  if (isEnumType(type)) {
    return [own, ...type.getValues().map((value) => [`${type.name}.${value.name}`, value.description] as const)];
  }
  if (isInputObjectType(type)) {
    return [
      own,
      ...Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as const),
    ];
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    const parts = Object.values(type.getFields()).flatMap((field) => [
      [`${type.name}.${field.name}`, field.description] as const,
      ...field.args.map((arg) => [`${type.name}.${field.name}(${arg.name}:)`, arg.description] as const),
    ]);
    return [own, ...parts];
  }
  return [own];
}
