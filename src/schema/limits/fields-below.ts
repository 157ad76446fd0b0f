import {
  type FieldNode,
  getNamedType,
  getNullableType,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** Values that a field with arguments counts as where time matters: to read its arguments and load takes that much longer. */
const VALUES_PER_LOAD = 8;

/** What the members of a list have below them, without what lists below have. */
export interface Below {
  /** Fields, and so values of the response. */
  readonly fields: number;
  /** Values that take as long to complete. */
  readonly effort: number;
}

const known = new WeakMap<FieldNode, Below>();
const NOTHING: Below = { fields: 0, effort: 0 };

/** What each member of a list has below it. Of several object types, the largest counts. */
export function fieldsBelow({ fieldNodes, fragments, schema, returnType }: GraphQLResolveInfo): Below {
  const type = getNamedType(returnType);
  const count = ({ selections }: SelectionSetNode, parent: GraphQLNamedType | undefined): Below => {
    let own = NOTHING;
    const byType = new Map<string, Below>();
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        own = sum(own, countField(selection, parent));
        continue;
      }
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      const condition = part?.typeCondition?.name.value ?? '';
      const partType = condition === '' ? parent : schema.getType(condition);
      const below = part ? count(part.selectionSet, partType) : NOTHING;
      if (partType === parent || !isObjectType(partType)) {
        own = sum(own, below);
      } else {
        byType.set(condition, sum(byType.get(condition) ?? NOTHING, below));
      }
    }
    return {
      fields: own.fields + Math.max(0, ...[...byType.values()].map(({ fields }) => fields)),
      effort: own.effort + Math.max(0, ...[...byType.values()].map(({ effort }) => effort)),
    };
  };
  const countField = (node: FieldNode, parent: GraphQLNamedType | undefined): Below => {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const own = { fields: 1, effort: field && field.args.length > 0 ? VALUES_PER_LOAD : 1 };
    // A list below takes from the budget itself, once it is known how long it is.
    return field && node.selectionSet && !isListType(getNullableType(field.type))
      ? sum(own, count(node.selectionSet, getNamedType(field.type)))
      : own;
  };
  let total = NOTHING;
  for (const node of fieldNodes) {
    const below = known.get(node) ?? (node.selectionSet ? count(node.selectionSet, type) : NOTHING);
    known.set(node, below);
    total = sum(total, below);
  }
  return total;
}

function sum(one: Below, other: Below): Below {
  return { fields: one.fields + other.fields, effort: one.effort + other.effort };
}
