import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  getOperationAST,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { DEFAULT_PAGE } from '../core/paging.js';
import { MAX_RECORDS } from '../records/list-roots.js';
import { entriesIn } from './named-length.js';
import { variableValuesOf } from './variable-values.js';

/** Fields that an operation may select, its fragments spread out. */
export const MAX_FIELDS = 25_000;

/** Entries of the lists that an operation gives to its fields. A list in a variable is written once and given to hundreds. */
export const MAX_LISTED = 20_000;

/** An operation with the variables as the caller gave them. */
interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A selection set and the type it selects from. */
interface Place {
  readonly type: GraphQLNamedType | undefined;
  readonly selections: SelectionSetNode | undefined;
}

/** How long the lists below a field may be. */
interface Lengths {
  /** Where the field has pages, their size. */
  readonly page: number;
  /** Records that the caller named in a list above. */
  readonly named: number;
}

/** What an answer, or a part of it, holds. */
interface Held {
  readonly nodes: number;
  /** Selections that are deferred, and members of lists that are streamed. */
  readonly parts: number;
}

/** A field where it is selected. */
interface Choice {
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/**
 * Refuses an operation whose pages could hold more records than `max`, were each of them full. It depends on variables,
 * so it is to be checked each time an operation is executed; validation is not repeated for a text that is known.
 *
 * @throws EntrezError `OPERATION_TOO_LARGE`.
 */
export function checkNodes(asked: Asked, max: number): void {
  const nodes = countNodes(asked);
  if (nodes > max) {
    throw new EntrezError(
      'OPERATION_TOO_LARGE',
      `The pages of this operation could hold ${inWords(nodes)} records, more than the ${inWords(max)} allowed. Ask for smaller pages (first, last) or fewer levels.`,
    );
  }
}

/**
 * How many records the answer to an operation holds if every page is full. Each record of a page has pages of its own, so
 * nested pages multiply. An operation that will be refused for its variables or its name counts as empty.
 *
 * @throws EntrezError `OPERATION_TOO_LARGE` when its fragments select too many fields to be counted, or the lists of its
 * arguments have too many entries.
 */
export function countNodes(asked: Asked): number {
  return heldBy(asked).nodes;
}

/** How many parts the response to an operation is streamed in, if every page is full. */
export function countParts(asked: Asked): number {
  return heldBy(asked).parts;
}

function heldBy({ schema, document, operationName, variableValues }: Asked): Held {
  const operation = getOperationAST(document, operationName);
  const { coerced } = variableValuesOf(schema, operation, variableValues);
  if (!operation || !coerced) {
    return { nodes: 0, parts: 0 };
  }
  const root = { type: schema.getRootType(operation.operation) ?? undefined, selections: operation.selectionSet };
  return new NodeCount(schema, document, coerced).below([root], { page: 1, named: 0 });
}

class NodeCount {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Record<string, unknown>;
  readonly #values = new Map<ArgumentNode, unknown>();
  #fields = 0;
  #listed = 0;

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Record<string, unknown>) {
    this.#schema = schema;
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  /** What one object holds. */
  below(places: readonly Place[], lengths: Lengths): Held {
    const groups = new Map<string, Choice[]>();
    const spread = new Set<string>();
    let [nodes, parts] = [0, 0];
    for (const place of places) {
      parts += this.#collect(place, groups, spread);
    }
    for (const choices of groups.values()) {
      const held = this.#heldBy(choices, lengths);
      nodes += held.nodes;
      parts += held.parts;
    }
    return { nodes, parts };
  }

  /**
   * What one member of an answer holds. Where types decide which of several fields it is, it counts as the largest
   * of them.
   */
  #heldBy(choices: readonly Choice[], lengths: Lengths): Held {
    const length = Math.max(...choices.map((choice) => this.#lengthOf(choice, lengths)));
    this.#countListed(Math.max(...choices.map((choice) => this.#listedBy(choice))));
    const own = choices.some(({ field }) => this.#isNode(getNamedType(field.type))) ? 1 : 0;
    const below = this.below(
      choices.map(({ field, node }) => ({ type: getNamedType(field.type), selections: node.selectionSet })),
      {
        page: Math.max(...choices.map((choice) => this.#pageOf(choice))),
        named: Math.max(...choices.map((choice) => this.#namedBy(choice) ?? lengths.named)),
      },
    );
    const isStreamed = choices.some(({ node }) => node.directives?.some(({ name }) => name.value === 'stream'));
    return { nodes: length * (own + below.nodes), parts: length * (below.parts + (isStreamed ? 1 : 0)) };
  }

  /** Lists are as long as the list of names they are asked for, or as the page of the field above. */
  #lengthOf(choice: Choice, { page, named }: Lengths): number {
    const { type, extensions } = choice.field;
    if (!isListType(getNullableType(type))) {
      return 1;
    }
    const { atMost } = extensions;
    const most = typeof atMost === 'number' ? atMost : page;
    return this.#namedBy(choice) ?? (extensions.asManyAsNamed === true ? named : most);
  }

  /** Entries of the longest list that a field is given; undefined where it is given none. */
  #namedBy({ field, node }: Choice): number | undefined {
    const given = field.args
      .filter(({ type }) => isListType(getNullableType(type)))
      .map(({ name }) => this.#argument(node, name))
      .filter((value) => value != null);
    return given.length === 0 ? undefined : Math.max(...given.map(entriesIn));
  }

  /** Fields refuse a list that is longer than any may be, and say so. Only routers send lists of any length. */
  #listedBy(choice: Choice): number {
    const entries = this.#namedBy(choice) ?? 0;
    return choice.field.name === '_entities' ? entries : Math.min(entries, MAX_RECORDS);
  }

  #pageOf({ field, node }: Choice): number {
    if (!field.args.some(({ name }) => name === 'first')) {
      return 1;
    }
    const size = this.#argument(node, 'first') ?? this.#argument(node, 'last') ?? DEFAULT_PAGE;
    // A page that is no positive number is refused by its field, which then holds nothing.
    return typeof size === 'number' && size > 0 ? size : 0;
  }

  #argument(node: FieldNode, name: string): unknown {
    const argument = node.arguments?.find((each) => each.name.value === name);
    if (!argument) {
      return undefined;
    }
    // A fragment that is spread many times has a long list of ids only once.
    const value = this.#values.has(argument)
      ? this.#values.get(argument)
      : valueFromASTUntyped(argument.value, this.#variables);
    this.#values.set(argument, value);
    return value;
  }

  #isNode(type: GraphQLNamedType): boolean {
    const all = this.#schema.getType('Node');
    return (
      type === all ||
      ((isObjectType(type) || isInterfaceType(type)) && type.getInterfaces().some((each) => each === all))
    );
  }

  /** Sorts the fields of a selection set by the member of the answer they fill. Returns how often it defers some. */
  #collect({ type, selections }: Place, groups: Map<string, Choice[]>, spread: Set<string>): number {
    let deferred = 0;
    for (const selection of selections?.selections ?? []) {
      this.#countSelection();
      if (!this.#isIncluded(selection)) {
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (field) {
          const member = selection.alias?.value ?? field.name;
          const choices = groups.get(member) ?? [];
          choices.push({ field, node: selection });
          groups.set(member, choices);
        }
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#unlessSpread(selection.name.value, spread);
      const condition = fragment?.typeCondition?.name.value;
      deferred += selection.directives?.some(({ name }) => name.value === 'defer') === true ? 1 : 0;
      deferred += this.#collect(
        { type: condition === undefined ? type : this.#schema.getType(condition), selections: fragment?.selectionSet },
        groups,
        spread,
      );
    }
    return deferred;
  }

  /** As in execution, a fragment counts once among the same selections. */
  #unlessSpread(name: string, spread: Set<string>): FragmentDefinitionNode | undefined {
    if (spread.has(name)) {
      return undefined;
    }
    spread.add(name);
    return this.#fragments.get(name);
  }

  #isIncluded(selection: SelectionNode): boolean {
    return (
      getDirectiveValues(GraphQLSkipDirective, selection, this.#variables)?.if !== true &&
      getDirectiveValues(GraphQLIncludeDirective, selection, this.#variables)?.if !== false
    );
  }

  #countListed(entries: number): void {
    this.#listed += entries;
    if (this.#listed > MAX_LISTED) {
      throw new EntrezError(
        'OPERATION_TOO_LARGE',
        `The lists in the arguments of this operation have more than the ${inWords(MAX_LISTED)} entries allowed. Use fewer or shorter lists, or several operations.`,
      );
    }
  }

  /** Fragments inside fragments can unfold to more than any machine can walk through. */
  #countSelection(): void {
    this.#fields += 1;
    if (this.#fields > MAX_FIELDS) {
      throw new EntrezError(
        'OPERATION_TOO_LARGE',
        `This operation selects more than the ${inWords(MAX_FIELDS)} fields allowed, its fragments spread out.`,
      );
    }
  }
}

function inWords(count: number): string {
  return count.toLocaleString('en');
}
