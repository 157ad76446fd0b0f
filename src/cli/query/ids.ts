import { type GraphQLSchema, isListType, isNonNullType, typeFromAST, type TypeNode } from 'graphql';

import { Mistakes, type Written } from './document.js';

/** The variable that takes the ids, and how many at once. */
export interface IdsVariable {
  readonly name: string;
  readonly isList: boolean;
}

/**
 * The ids of a text, one a line. Blank lines do not count, nor does what follows a `#`. Ids given twice stay so, since an
 * answer is expected for each.
 */
export function idsIn(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((id) => id !== '');
}

/**
 * The variable that ids go into: the one that is named, else the only list of type ID, else the only ID.
 *
 * @throws Mistakes when there is none, or when it is not clear which is meant.
 */
export function idsVariable(
  schema: GraphQLSchema,
  { operation }: Written,
  given: Readonly<Record<string, unknown>>,
  wanted?: string,
): IdsVariable {
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
    throw new Mistakes(`Say with --ids-variable which variable takes the ids: ${names}.`);
  }
  if (chosen.name in given) {
    throw new Mistakes(`$${chosen.name} takes the ids; --variables must not give it too.`);
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
