import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/** Mistakes in variables that are told. Each quotes the whole value it is in, so that all of them would take gigabytes. */
const MAX_MISTAKES = 3;
/** Characters of a mistake that are told. */
const MAX_LENGTH = 500;

/** The variables of an operation as their types have them, or what is wrong with them. */
export type VariableValues =
  | { readonly coerced: Record<string, unknown>; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** Reads the variables of an operation as graphql-js does, with a bound on what mistakes in them cost. */
export function variableValuesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
  given: Readonly<Record<string, unknown>> | null | undefined,
): VariableValues {
  const definitions = operation?.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(schema, definitions, given ?? {}, { maxErrors: MAX_MISTAKES });
  return coerced ? { coerced } : { errors: errors.map(shortened) };
}

function shortened(error: GraphQLError): GraphQLError {
  const { message, nodes = null } = error;
  return message.length <= MAX_LENGTH ? error : new GraphQLError(`${message.slice(0, MAX_LENGTH)}…`, { nodes });
}
