import { buildSchema, type GraphQLScalarType, type OperationDefinitionNode, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { variableValuesOf } from '../../../src/schema/limits/variable-values.js';

function operationOf(text: string): OperationDefinitionNode {
  return parse(text).definitions[0] as OperationDefinitionNode;
}

describe('the variables of a request', () => {
  const schema = buildSchema('scalar Counted type Query { field(a: Counted, b: Int): Int }');
  let read = 0;
  (schema.getType('Counted') as GraphQLScalarType).parseValue = (value) => {
    read += 1;
    return value;
  };

  it('are read once, however many look at them', () => {
    const operation = operationOf('query ($a: Counted) { field(a: $a) }');
    const given = { a: 1 };
    const first = variableValuesOf(schema, operation, given);
    expect(variableValuesOf(schema, operation, given)).toBe(first);
    expect(first.coerced).toEqual({ a: 1 });
    expect(read).toBe(1);
  });

  it('are read anew for another operation, another schema and other variables', () => {
    const given = { a: 1 };
    variableValuesOf(schema, operationOf('query ($a: Counted) { field(a: $a) }'), given);
    expect(variableValuesOf(schema, operationOf('query ($a: Int = 2, $b: Int = 3) { field(b: $b) }'), given)).toEqual({
      coerced: { a: 1, b: 3 },
    });
    expect(variableValuesOf(schema, operationOf('query ($a: Int) { field }'), { a: 'x' }).errors).toHaveLength(1);
    const other = buildSchema('scalar Counted type Query { field(a: Counted): Int }');
    const operation = operationOf('query ($a: Counted) { field(a: $a) }');
    variableValuesOf(schema, operation, given);
    const before = read;
    variableValuesOf(other, operation, given);
    variableValuesOf(schema, operation, given);
    expect(read).toBe(before + 1);
  });
});
