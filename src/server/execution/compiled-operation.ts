import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  visit,
} from 'graphql';
import { compileQuery, type CompiledQuery, isCompiledQuery } from 'graphql-jit';

/** A document with a single operation as JavaScript. */
export class CompiledOperation {
  /** How large it is. */
  readonly fields: number;
  readonly #document: DocumentNode;
  readonly #query: CompiledQuery['query'];
  #nodes: ReadonlyMap<string, FieldNode> | undefined;

  private constructor(document: DocumentNode, fields: number, query: CompiledQuery['query']) {
    this.#document = document;
    this.fields = fields;
    this.#query = query;
  }

  /** Compiles a valid document that has so many fields; undefined where that fails. */
  static create(schema: GraphQLSchema, document: DocumentNode, fields: number): CompiledOperation | undefined {
    const compiled = compileQuery(schema, document);
    return isCompiledQuery(compiled) ? new CompiledOperation(document, fields, compiled.query) : undefined;
  }

  /** Gives the answer at once when nothing in it has to be waited for. */
  execute(
    rootValue: unknown,
    contextValue: unknown,
    variableValues: Readonly<Record<string, unknown>>,
  ): ExecutionResult | Promise<ExecutionResult> {
    const result = this.#query(rootValue, contextValue, variableValues);
    return result instanceof Promise ? result.then((late) => this.#locate(late)) : this.#locate(result);
  }

  /** The errors of graphql-jit know lines and columns only, of which whoever copies an error knows nothing. */
  #locate(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map((error) => this.#located(error)) } : result;
  }

  #located({ message, locations = [], path, originalError }: GraphQLError): GraphQLError {
    if (originalError instanceof GraphQLError && originalError.path) {
      return originalError;
    }
    this.#nodes ??= nodesByPlace(this.#document);
    const nodes = locations.flatMap(({ line, column }) => this.#nodes?.get(`${line}:${column}`) ?? []);
    return new GraphQLError(message, { nodes, path: path ?? null, originalError: originalError ?? null });
  }
}

function nodesByPlace(document: DocumentNode): ReadonlyMap<string, FieldNode> {
  const nodes = new Map<string, FieldNode>();
  visit(document, {
    Field(node) {
      const { line, column } = node.loc?.startToken ?? {};
      nodes.set(`${line ?? 0}:${column ?? 0}`, node);
    },
  });
  return nodes;
}
