import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/** Mistakes in variables that are told. Each quotes the whole value it is in, so that all of them would take gigabytes. */
const MAX_MISTAKES = 3;
/** Characters of a mistake that are told. */
const MAX_LENGTH = 500;

/** The variables of an operation as their types have them, or what is wrong with them. */
type VariableValues =
  | { readonly coerced: Record<string, unknown>; readonly errors?: undefined }
  | { readonly coerced?: undefined; readonly errors: readonly GraphQLError[] };

/** What was read last of the variables of a request: hooks of one execution read them one after the other. */
interface Read {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode | null | undefined;
  readonly values: VariableValues;
}

const known = new WeakMap<object, Read>();

/**
 * Reads the variables of an operation as graphql-js does, with a bound on what mistakes in them cost. Read once for each
 * object of variables, which nobody may change.
 */
export function variableValuesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
  given: Readonly<Record<string, unknown>> | null | undefined,
): VariableValues {
  const last = given ? known.get(given) : undefined;
  if (last?.operation === operation && last?.schema === schema) {
    return last.values;
  }
  const values = readVariables(schema, operation, given);
  if (given) {
    known.set(given, { schema, operation, values });
  }
  return values;
}

function readVariables(
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
