import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

import { standsFor } from '../../schema/core/original-nodes.js';

/** An operation as it is executed in place of the one that a client sent. */
export interface RewrittenDocument {
  readonly document: DocumentNode;
  /** What stands before the response names that executors cannot have; undefined where there are none. */
  readonly prefix: string | undefined;
}

/**
 * Rewrites a document so that executors can take it: without `@defer` and `@stream` where the response is not streamed,
 * and with other names for members that JavaScript objects have or that make an object look like a promise. Gives
 * undefined where nothing has to change.
 */
export function rewrite(document: DocumentNode, isStreamed: boolean): RewrittenDocument | undefined {
  const names = new Set<string>();
  const directives = new Set<string>();
  visit(document, {
    Field(node) {
      names.add(responseName(node));
    },
    Directive({ name }) {
      directives.add(name.value);
    },
  });
  const isUnsafe = [...names].some(isReserved);
  const isStripped = !isStreamed && [...directives].some(isStreaming);
  if (!isUnsafe && !isStripped) {
    return undefined;
  }
  let prefix = 'x';
  while ([...names].some((name) => name.startsWith(prefix))) {
    prefix += 'x';
  }
  return { document: copyOf(document, prefix, isStripped), prefix: isUnsafe ? prefix : undefined };
}

/** The result with the names that the client asked for. */
export function withOriginalNames<Result extends ExecutionResult>(result: Result, prefix: string): Result {
  const restored: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(result)) {
    restored[name] = PARTS[name]?.(value, prefix) ?? value;
  }
  return restored as Result;
}

type Restore = (value: unknown, prefix: string) => unknown;

/** Members of a result, and of a part of a stream, that hold response names. */
const PARTS: Readonly<Record<string, Restore | undefined>> = {
  data: restoreData,
  items: restoreData,
  path: restorePath,
  errors: (value, prefix) =>
    (value as readonly { readonly path?: unknown }[]).map((error) => {
      if (Array.isArray(error.path)) {
        // The errors of graphql-js are made for one response, so they may be changed.
        Object.defineProperty(error, 'path', { value: restorePath(error.path, prefix), enumerable: true });
      }
      return error;
    }),
  incremental: (value, prefix) => (value as ExecutionResult[]).map((part) => withOriginalNames(part, prefix)),
};

function restorePath(value: unknown, prefix: string): unknown {
  return Array.isArray(value)
    ? value.map((key: unknown) => (typeof key === 'string' ? originalName(key, prefix) : key))
    : value;
}

function restoreData(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) {
    return value.map((member) => restoreData(member, prefix));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const restored = Object.create(null) as Record<string, unknown>;
  for (const [name, member] of Object.entries(value)) {
    restored[originalName(name, prefix)] = restoreData(member, prefix);
  }
  return restored;
}

function originalName(name: string, prefix: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function isReserved(name: string): boolean {
  return name === 'then' || name === 'toJSON' || name in Object.prototype;
}

function isStreaming(directive: string): boolean {
  return directive === 'defer' || directive === 'stream';
}

function responseName({ alias, name }: FieldNode): string {
  return alias?.value ?? name.value;
}

function copyOf(document: DocumentNode, prefix: string, isStripped: boolean): DocumentNode {
  const copyDirectives = <N extends SelectionNode>(node: N): Pick<N, 'directives'> =>
    isStripped && node.directives ? { directives: node.directives.filter(({ name }) => !isStreaming(name.value)) } : {};
  const copySelection = (node: SelectionNode): SelectionNode => {
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      return { ...node, ...copyDirectives(node) };
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return { ...node, ...copyDirectives(node), selectionSet: copySet(node.selectionSet) };
    }
    const name = responseName(node);
    const copy: FieldNode = {
      ...node,
      ...copyDirectives(node),
      ...(isReserved(name) && { alias: { kind: Kind.NAME, value: prefix + name } }),
      ...(node.selectionSet && { selectionSet: copySet(node.selectionSet) }),
    };
    return standsFor(copy, node);
  };
  const copySet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map(copySelection),
  });
  const definitions = document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      return { ...definition, selectionSet: copySet(definition.selectionSet) };
    }
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      const copy: FragmentDefinitionNode = { ...definition, selectionSet: copySet(definition.selectionSet) };
      return standsFor(copy, definition);
    }
    return definition;
  });
  return standsFor({ ...document, definitions }, document);
}
