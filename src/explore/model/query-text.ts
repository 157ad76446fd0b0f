import {
  type DefinitionNode,
  type DirectiveNode,
  type FieldNode,
  Kind,
  type ObjectFieldNode,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type TypeNode,
  type ValueNode,
  visit,
} from 'graphql';

import type { Variables } from '../gateway/client.js';

/** An operation with the values of its variables. */
export interface FilledOperation {
  readonly document: string;
  readonly variables: Variables;
}

/** Joins operations of one root field each into one. The answer of the first is its member `all0`, and so on. */
export function joinedQuery(name: string, operations: readonly FilledOperation[]): string {
  const fragments = new Map<string, DefinitionNode>();
  const selections = operations.flatMap(({ document, variables }, index) =>
    filledIn(document, variables).flatMap((definition) => {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        fragments.set(definition.name.value, definition);
      }
      return definition.kind === Kind.OPERATION_DEFINITION ? aliased(definition, `all${index}`) : [];
    }),
  );
  const operation = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  } as OperationDefinitionNode;
  return print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] });
}

/** The fields of an operation that has only one, under an alias. */
function aliased({ selectionSet }: OperationDefinitionNode, alias: string): FieldNode[] {
  return selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [{ ...selection, alias: { kind: Kind.NAME, value: alias } as const }] : [],
  );
}

/** The definitions of an operation with values in place of variables, without what the variables switch off. */
export function filledIn(text: string, variables: Variables): readonly DefinitionNode[] {
  const kinds = new Map<string, TypeNode>();
  return visit(parse(text, { noLocation: true }), {
    VariableDefinition: {
      enter({ variable, type }) {
        kinds.set(variable.name.value, type);
        return null;
      },
    },
    Argument: ({ value }) => (value.kind === Kind.VARIABLE && variables[value.name.value] == null ? null : undefined),
    Variable: ({ name: { value: name } }) => valueNode(variables[name], kinds.get(name)),
    Field: {
      enter: ({ directives = [] }) => (directives.some((each) => isOff(each, variables)) ? null : undefined),
      // `search` may have lost all its fields.
      leave: (field) => (field.selectionSet?.selections.length === 0 ? null : { ...field, directives: [] }),
    },
  }).definitions;
}

/** Whether it is an `@include` that the variables switch off. */
function isOff({ arguments: given }: DirectiveNode, variables: Variables): boolean {
  const condition = given?.[0]?.value;
  return condition?.kind === Kind.VARIABLE && variables[condition.name.value] !== true;
}

/** A value in GraphQL. A text of a type other than ID and String is an enum member. */
function valueNode(value: unknown, type: TypeNode | undefined): ValueNode {
  if (type?.kind === Kind.NON_NULL_TYPE) {
    return valueNode(value, type.type);
  }
  if (Array.isArray(value)) {
    const item = type?.kind === Kind.LIST_TYPE ? type.type : type;
    return { kind: Kind.LIST, values: value.map((each) => valueNode(each, item)) };
  }
  switch (typeof value) {
    case 'string': {
      const isEnum = type?.kind === Kind.NAMED_TYPE && !['ID', 'String'].includes(type.name.value);
      return isEnum ? { kind: Kind.ENUM, value } : { kind: Kind.STRING, value };
    }
    case 'number':
      return { kind: Number.isInteger(value) ? Kind.INT : Kind.FLOAT, value: String(value) };
    case 'object':
      // The members of the page's input objects are texts.
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value ?? {}).map(([name, member]) => fieldNode(name, member)),
      };
    default:
      return { kind: Kind.BOOLEAN, value: value === true };
  }
}

function fieldNode(name: string, value: unknown): ObjectFieldNode {
  return { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value: valueNode(value, undefined) };
}
