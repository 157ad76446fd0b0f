import SchemaBuilder from '@pothos/core';

import type { Context } from './context.js';

export interface SchemaTypes {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

export type Builder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>;

/** A fresh builder; the schema has no global state, so that tests may build several. */
export function createBuilder(): Builder {
  const builder = new SchemaBuilder<SchemaTypes>({});
  builder.queryType({ description: 'The link graph of NCBI Entrez: records are nodes, links are fields.' });
  builder.scalarType('JSON', {
    description: 'Any JSON value.',
    serialize: (value) => value,
  });
  return builder;
}
