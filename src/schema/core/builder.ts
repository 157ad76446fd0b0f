import SchemaBuilder from '@pothos/core';

import type { Context } from './context.js';

export interface SchemaTypes {
  Context: Context;
  Scalars: {
    ID: { Input: string; Output: string };
    /** Such as 2026-11-20. */
    Date: { Input: string; Output: string };
    /** In milliseconds since 1970. */
    DateTime: { Input: number; Output: number };
    JSON: { Input: unknown; Output: unknown };
    URI: { Input: string; Output: string };
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
  builder.scalarType('Date', {
    description: 'A day by RFC 3339, such as 2026-11-20.',
    serialize: (value) => value,
  });
  builder.scalarType('URI', {
    description: 'An address by RFC 3986.',
    serialize: (value) => value,
  });
  builder.scalarType('DateTime', {
    description: 'A moment by RFC 3339, in UTC, such as 2026-11-20T09:30:00.000Z.',
    serialize: (value) => new Date(value).toISOString(),
  });
  return builder;
}
