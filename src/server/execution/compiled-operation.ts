import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  visit,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isAbstractType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { compileQuery, type CompiledQuery, isCompiledQuery } from 'graphql-jit';

import { type Fragments, fragmentsOf } from '../../schema/limits/document-limits.js';

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

/** Fields that a compiled operation may select, its fragments spread out and its abstract types taken apart. */
const MAX_FIELDS = 500;
/** Selections that are looked at to find them. */
const MAX_STEPS = 10_000;

/**
 * How many fields the compiled form of a valid document would have; undefined where graphql-jit must not be trusted with
 * it. That is a document
 *
 * - with several operations, or with another than a query;
 * - with directives: `@defer` and `@stream` would be passed over, `@skip` and `@include` mixed up where fragments meet;
 * - with fields behind a fragment, which would be answered before those of the fragment;
 * - with underscores in aliases: `b_a` and the field b below a would be told the same place in the query;
 * - that asks for the schema, or for very much.
 */
export function compilableFields(schema: GraphQLSchema, document: DocumentNode): number | undefined {
  const [operation, ...others] = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation || others.length > 0 || operation.operation !== OperationTypeNode.QUERY) {
    return undefined;
  }
  const fields = new FieldCount(schema, document);
  const suits = noDirectives(operation) && fields.takes(schema.getQueryType(), operation.selectionSet);
  return suits ? fields.taken : undefined;
}

class FieldCount {
  /** Fields so far. */
  taken = 0;
  #steps = 0;
  readonly #schema: GraphQLSchema;
  readonly #fragments: Fragments;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.#fragments = fragmentsOf(document);
  }

  /** Counts what is selected from a type. False as soon as something does not suit. */
  takes(type: GraphQLNamedType | null | undefined, selected: SelectionSetNode | undefined): boolean {
    if (!selected) {
      return true;
    }
    if (isAbstractType(type)) {
      return this.#schema.getPossibleTypes(type).every((possible) => this.takes(possible, selected));
    }
    return isObjectType(type) && this.#takesAll(type, selected.selections);
  }

  #takesAll(type: GraphQLObjectType, selections: readonly SelectionNode[]): boolean {
    this.#steps += selections.length;
    if (this.#steps > MAX_STEPS) {
      return false;
    }
    const applied = selections.filter((selection) => this.#applies(type, selection));
    return applied.every((selection, index) => {
      if (!noDirectives(selection)) {
        return false;
      }
      return selection.kind === Kind.FIELD
        ? this.#takesField(type, selection)
        : index === applied.length - 1 && this.takes(type, this.#partOf(selection)?.selectionSet);
    });
  }

  #takesField(type: GraphQLObjectType, { name: { value: name }, alias, selectionSet }: FieldNode): boolean {
    this.taken += 1;
    const suits = this.taken <= MAX_FIELDS && alias?.value.includes('_') !== true;
    if (name === '__typename') {
      return suits;
    }
    const field = type.getFields()[name];
    return suits && field !== undefined && this.takes(getNamedType(field.type), selectionSet);
  }

  #applies(type: GraphQLObjectType, selection: SelectionNode): boolean {
    if (selection.kind === Kind.FIELD) {
      return true;
    }
    const condition: NamedTypeNode | undefined = this.#partOf(selection)?.typeCondition;
    const wanted = condition ? this.#schema.getType(condition.name.value) : type;
    return wanted === type || (isAbstractType(wanted) && this.#schema.isSubType(wanted, type));
  }

  #partOf(
    selection: Exclude<SelectionNode, FieldNode>,
  ): Partial<Pick<FragmentDefinitionNode, 'typeCondition' | 'selectionSet'>> | undefined {
    return selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
  }
}

function noDirectives({ directives = [] }: { readonly directives?: readonly unknown[] | undefined }): boolean {
  return directives.length === 0;
}
