import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import type { Catalog, LinkName } from '../catalog/catalog.js';
import { linkFieldName } from '../catalog/names.js';
import { recordType } from '../schema/core/type-prefix.js';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, LinkName>>();

/** The link name of each link field, by `Type.field`. */
export function linkFields(schema: GraphQLSchema, catalog: Catalog): ReadonlyMap<string, LinkName> {
  const fields =
    known.get(schema) ??
    new Map(
      catalog.records.flatMap(({ name }) =>
        catalog
          .linksFrom(name)
          .map((link) => [`${recordType(schema, name).name}.${linkFieldName(link)}`, link] as const),
      ),
    );
  known.set(schema, fields);
  return fields;
}

/** The link names whose fields a document selects. */
export function linkNamesIn(document: DocumentNode, schema: GraphQLSchema, catalog: Catalog): readonly string[] {
  const fields = linkFields(schema, catalog);
  const names = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name: { value: field } }) {
        const link = fields.get(`${info.getParentType()?.name}.${field}`);
        if (link) {
          names.add(link.name);
        }
      },
    }),
  );
  return [...names];
}

/** Whether a document makes NCBI store a set. */
export function storesSets(document: DocumentNode, schema: GraphQLSchema): boolean {
  let stores = false;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field({ name: { value: field } }) {
        stores ||= field === 'history' && info.getParentType() === schema.getQueryType();
      },
    }),
  );
  return stores;
}
