import { GraphQLDeferDirective, GraphQLStreamDirective } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  getOperationAST,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  type SelectionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

/** A part of a response that is still to come. */
export interface PendingPart {
  /** Of the object that a deferred fragment belongs to, or of a streamed list. */
  readonly path: Path;
  readonly label: string | undefined;
  /** What is selected of the object, or of each item of the list. */
  readonly selections: readonly SelectionNode[];
}

interface Values {
  readonly label?: string | null;
  readonly if?: boolean | null;
}

/** Finds the parts of a response that `@defer` and `@stream` hold back. */
export class PendingParts {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Variables;
  /** The selections of the whole operation. */
  readonly root: readonly SelectionNode[];

  constructor(document: DocumentNode, operationName: string | undefined, variables: Variables) {
    this.#variables = variables;
    this.#fragments = new Map(
      document.definitions.flatMap((node) =>
        node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
      ),
    );
    this.root = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  }

  /** The parts that are held back inside a value which is there, without those inside of other parts. */
  within(value: unknown, selections: readonly SelectionNode[], path: Path): readonly PendingPart[] {
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => this.within(item, selections, [...path, index]));
    }
    if (typeof value !== 'object' || value === null) {
      return [];
    }
    return selections.flatMap((node) => this.#ofSelection(value as Variables, node, path));
  }

  #ofSelection(value: Variables, node: SelectionNode, path: Path): readonly PendingPart[] {
    if (!this.#isIncluded(node)) {
      return [];
    }
    if (node.kind !== Kind.FIELD) {
      return this.#ofFragment(value, node, path);
    }
    const name = (node.alias ?? node.name).value;
    const selections = node.selectionSet?.selections ?? [];
    const below = [...path, name];
    const stream = getDirectiveValues(GraphQLStreamDirective, node, this.#variables) as Values | undefined;
    const list = value[name];
    const held = Array.isArray(list) && stream && stream.if !== false;
    return [
      ...(held ? [{ path: below, label: stream.label ?? undefined, selections }] : []),
      ...this.within(list, selections, below),
    ];
  }

  #ofFragment(
    value: Variables,
    node: Exclude<SelectionNode, { readonly kind: Kind.FIELD }>,
    path: Path,
  ): readonly PendingPart[] {
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
    const selections = fragment?.selectionSet.selections ?? [];
    const defer = getDirectiveValues(GraphQLDeferDirective, node, this.#variables) as Values | undefined;
    return defer && defer.if !== false
      ? [{ path, label: defer.label ?? undefined, selections }]
      : this.within(value, selections, path);
  }

  #isIncluded(node: SelectionNode): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
    return skip?.if !== true && include?.if !== false;
  }
}
