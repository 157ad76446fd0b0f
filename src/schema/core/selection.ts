import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  getNamedType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';

import { originalFields, originalFragments } from './original-nodes.js';

/** A field as an operation selects it: its definition and every place that selects it. */
export interface Selected {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
  /** Whether it stands in a fragment with `@defer`, for which the rest of the answer does not wait. */
  readonly deferred: boolean;
}

type Variables = Parameters<typeof collectSubFields>[2];

/** `collectSubFields` wants the variables in the form of graphql 17, and remembers its results by their identity. */
const wrapped = new WeakMap<object, Variables>();

function variablesOf({ variableValues }: GraphQLResolveInfo): Variables {
  const known = wrapped.get(variableValues);
  if (known) {
    return known;
  }
  const variables: Variables = { coerced: variableValues, sources: {} };
  wrapped.set(variableValues, variables);
  return variables;
}

/** The field being resolved. */
export function ownSelection(info: GraphQLResolveInfo): Selected {
  const field = info.parentType.getFields()[info.fieldName];
  if (!field) {
    throw new Error(`${info.parentType.name} has no field ${info.fieldName}.`);
  }
  return { field, nodes: info.fieldNodes as FieldNode[], deferred: false };
}

/** What was found below fields, by the variables of the operation and by the nodes: each member of a list asks the same. */
const found = new WeakMap<
  object,
  WeakMap<readonly FieldNode[], { readonly type: GraphQLObjectType; readonly below: Selected[] }>
>();

/** What is selected below a field whose value is of `type`. `@skip` and `@include` count. */
export function selectedBelow(
  info: GraphQLResolveInfo,
  { nodes }: Pick<Selected, 'nodes'>,
  type: GraphQLObjectType,
): Selected[] {
  const byNodes = found.get(info.variableValues) ?? new WeakMap();
  found.set(info.variableValues, byNodes);
  const known = byNodes.get(nodes);
  if (known?.type === type) {
    return known.below;
  }
  const below = collectBelow(info, nodes, type);
  byNodes.set(nodes, { type, below });
  return below;
}

function collectBelow(info: GraphQLResolveInfo, nodes: FieldNode[], type: GraphQLObjectType): Selected[] {
  const fragments = originalFragments(info.fragments);
  const { fields, patches } = collectSubFields(info.schema, fragments, variablesOf(info), type, originalFields(nodes));
  const definitions = type.getFields();
  // A deferred fragment is resolved later but from the same parent value, so what it selects counts too.
  return [{ fields, deferred: false }, ...patches.map((patch) => ({ fields: patch.fields, deferred: true }))].flatMap(
    (group) =>
      [...group.fields.values()].flatMap((nodes) => {
        const field = definitions[nodes[0]?.name.value ?? ''];
        return field ? [{ field, nodes, deferred: group.deferred }] : [];
      }),
  );
}

/** Whether the field at `path`, all of whose parents are object types, is selected below a field. */
export function selects(info: GraphQLResolveInfo, selected: Selected, ...path: readonly string[]): boolean {
  let level = [selected];
  for (const name of path) {
    level = level.flatMap((parent) => {
      const type = getNamedType(parent.field.type);
      return isObjectType(type) ? selectedBelow(info, parent, type).filter(({ field }) => field.name === name) : [];
    });
  }
  return level.length > 0;
}
