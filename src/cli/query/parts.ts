import {
  type DocumentNode,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type TypeNode,
} from 'graphql';

import { MAX_RECORDS } from '../../schema/records/list-roots.js';
import { type GivenIds, Mistakes, type Variables } from './input.js';
import type { InputsOfPart } from './inputs.js';
import { variableValuesOf } from '../../schema/limits/variable-values.js';

/** An operation that can be executed, if its variables are right. */
export interface ValidDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** One operation of a command: its variables, and the ids it takes. */
export interface Part extends InputsOfPart {
  readonly variables: Variables;
}

/** The operations of a command, made one by one so that many ids take no more memory than their list. */
export interface Parts {
  readonly count: number;
  /** Ids of all parts. */
  readonly ids: number;
  /** Most ids of one part; 0 where there are none. */
  readonly idsEach: number;
  /** The variable that takes the ids. */
  readonly variable?: string;
  /** The parts from an id on. */
  readonly from: (start: number) => Iterable<Part>;
}

/**
 * Divides a command into operations: one, or as many as all ids take.
 *
 * @throws Mistakes when the variables do not fit the operation, or there are no ids.
 */
export function partsOf(schema: GraphQLSchema, valid: ValidDocument, variables: Variables, given?: GivenIds): Parts {
  const parts = given ? partsByIds(schema, valid, variables, given) : onePart(variables);
  const [first] = parts.from(0);
  checkVariables(schema, valid, first?.variables ?? {});
  return parts;
}

function onePart(variables: Variables): Parts {
  return { count: 1, ids: 0, idsEach: 0, from: (start) => (start === 0 ? [{ variables, inputs: [], start }] : []) };
}

function partsByIds(
  schema: GraphQLSchema,
  valid: ValidDocument,
  variables: Variables,
  { ids, variable, chunk }: GivenIds,
): Parts {
  const { name, isList } = idsVariable(schema, valid, variables, variable);
  if (!isList && chunk !== undefined) {
    throw new Mistakes(`--chunk needs a list variable. $${name} takes one id at a time.`);
  }
  if (ids.length === 0) {
    throw new Mistakes('--ids contains no ids.');
  }
  const idsEach = isList ? (chunk ?? MAX_RECORDS) : 1;
  return {
    count: Math.ceil(ids.length / idsEach),
    ids: ids.length,
    idsEach,
    variable: name,
    *from(first) {
      for (let start = first; start < ids.length; start += idsEach) {
        const taken = ids.slice(start, start + idsEach);
        yield { variables: { ...variables, [name]: isList ? taken : taken[0] }, inputs: taken, start };
      }
    },
  };
}

/**
 * Finds the variable for the ids: the named one, else the only list of type ID, else the only ID.
 *
 * @throws Mistakes when there is none, or several.
 */
function idsVariable(
  schema: GraphQLSchema,
  { operation }: ValidDocument,
  given: Variables,
  wanted?: string,
): { readonly name: string; readonly isList: boolean } {
  const all = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const found = idsType(schema, type);
    return found ? [{ name: variable.name.value, ...found }] : [];
  });
  const lists = all.filter(({ isList, isId }) => isList && isId);
  const singles = all.filter(({ isList, isId }) => !isList && isId);
  const candidates =
    wanted === undefined ? (lists.length > 0 ? lists : singles) : all.filter(({ name }) => name === wanted);
  const [chosen, ...others] = candidates;
  if (!chosen) {
    throw new Mistakes(
      wanted === undefined
        ? 'The operation has no variable that takes ids, such as $uids: [ID!]!.'
        : `The operation has no variable $${wanted} of type ID or String, or of a list of them.`,
    );
  }
  if (others.length > 0) {
    const names = candidates.map(({ name }) => `$${name}`).join(', ');
    throw new Mistakes(`Several variables could take the ids. Name one with --ids-variable: ${names}.`);
  }
  if (chosen.name in given) {
    throw new Mistakes(`$${chosen.name} takes the ids. Remove it from --variables.`);
  }
  return { name: chosen.name, isList: chosen.isList };
}

function idsType(schema: GraphQLSchema, node: TypeNode): { isList: boolean; isId: boolean } | undefined {
  const full = typeFromAST(schema, node);
  const type = isNonNullType(full) ? full.ofType : full;
  const isList = isListType(type);
  const item: unknown = isList ? type.ofType : type;
  const name = String(isNonNullType(item) ? item.ofType : item);
  return name === 'ID' || name === 'String' ? { isList, isId: name === 'ID' } : undefined;
}

/** Rejects variables that the operation does not declare, lacks, or declares with another type. */
function checkVariables(schema: GraphQLSchema, { operation }: ValidDocument, variables: Variables): void {
  const declared = operation.variableDefinitions ?? [];
  const names = declared.map(({ variable }) => variable.name.value);
  const unknown = Object.keys(variables).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const known = names.length === 0 ? 'It has none.' : `It has ${names.map((name) => `$${name}`).join(', ')}.`;
    throw new Mistakes(`The operation has no variable ${unknown.map((name) => `$${name}`).join(', ')}. ${known}`);
  }
  const { errors } = variableValuesOf(schema, operation, variables);
  if (errors) {
    throw new Mistakes(errors.map(({ message }) => message).join('\n'));
  }
}
