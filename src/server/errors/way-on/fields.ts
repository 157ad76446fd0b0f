import {
  getNamedType,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  isInterfaceType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';

import { fieldsMeantBy } from '../../../catalog/synonyms.js';
import {
  alternatives,
  around,
  didYouMean,
  type Field,
  type Fields,
  fieldsOf,
  fieldsWithin,
  groupsOf,
  isConnection,
  isGroup,
  isRecord,
  meantAmong,
  selectionOf,
  useOneOf,
} from './words.js';

/** Fields that are preferred where any would do. */
const LIKELY = ['gene', 'pubmed'];

/** Shorter words are parts of too many names. */
const SHORTEST_WORD = 4;
const MOST_WITH_WORD = 4;

/** The remedy for a field that a type has not: another name, another place, or what there is. */
export function remedyForField(schema: GraphQLSchema, name = '', owner = '', suggested?: string): string | undefined {
  const type = schema.getType(owner);
  const fields = fieldsOf(type);
  if (!fields || !type) {
    return undefined;
  }
  const isRoot = type === schema.getQueryType();
  const meant = meantAmong(Object.keys(fields), name, fieldsMeantBy(name));
  return (
    byWrapper(name, fields) ??
    didYouMean(meant, isRoot && name.endsWith('s') ? inLists(schema, meant) : undefined) ??
    (isInterfaceType(type) ? inFragment(schema, type, name) : undefined) ??
    byLinkName(name, fields) ??
    within(name, fields) ??
    didYouMean(withWord(name, Object.keys(fields))) ??
    besideRecord(schema, name, owner) ??
    inMember(name, isRoot, fields) ??
    inList(name, fields) ??
    (suggested === undefined ? whatThereIs(fields) : undefined)
  );
}

/** Members of the records of a list are written in `nodes`, or in the `node` of an edge. */
function byWrapper(name: string, fields: Fields): string | undefined {
  for (const wrapper of ['nodes', 'node']) {
    const members = fields[wrapper] && fieldsWithin(fields[wrapper]);
    const meant = members && memberMeantBy(name, members);
    // What the list or the edge has itself is meant there.
    if (meant && !fieldsMeantBy(name).some((other) => Object.hasOwn(fields, other))) {
      return `Write "${wrapper} { ${selectionOf(meant)} }".`;
    }
  }
  return undefined;
}

/** Who asks for records in the plural may want several of them. */
function inLists(schema: GraphQLSchema, [name]: readonly string[]): string | undefined {
  const places = groupsOf(schema).flatMap((group) => {
    const field = fieldsWithin(group)?.[name ?? ''];
    const taken = field?.args.find((argument) => argument.name === 'uids' || isRequiredArgument(argument));
    return field && taken ? [`"${group.name} { ${field.name}(${taken.name}: …) }"`] : [];
  });
  return places.length === 0 ? undefined : `Write ${alternatives(places)} for several.`;
}

/** NCBI's names of links are fields under other names. Their descriptions say which. */
function byLinkName(name: string, fields: Fields): string | undefined {
  const link = /^[a-z]+_[a-z\d_]+$/.test(name) ? name : undefined;
  const field = Object.values(fields).find(({ description }) => description?.includes(`Link name \`${link ?? ''}\``));
  return link === undefined ? undefined : didYouMean(field ? [field.name] : []);
}

/** What only one field with members of its own has, records and lists aside. */
function within(name: string, fields: Fields): string | undefined {
  const parts = Object.values(fields).filter((field) => !isRecord(field) && !isConnection(field) && !isGroup(field));
  const holders = parts.flatMap((field) => {
    const meant = memberMeantBy(name, fieldsWithin(field) ?? {});
    return meant ? [[field, meant] as const] : [];
  });
  const [only, ...others] = holders;
  return only && others.length === 0 ? `Write "${around(only[0], selectionOf(only[1]))}".` : undefined;
}

/** Names that have a word in them, such as `molecularWeight` for "weight", where they are few. */
function withWord(word: string, names: readonly string[]): readonly string[] {
  const plain = singular(word.toLowerCase());
  const found = names.filter((name) => name.split(/(?=[A-Z])/).some((part) => singular(part.toLowerCase()) === plain));
  return plain.length < SHORTEST_WORD || found.length > MOST_WITH_WORD ? [] : found;
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** What records have is written in one of them; what lists have, in one that is a field of a group. */
function inMember(name: string, isRoot: boolean, fields: Fields): string | undefined {
  const all = Object.values(fields);
  const places = all.filter((field) => (isRoot ? isRecord(field) : isRecord(field) || isConnection(field)));
  if (!isRoot && places.length < all.length) {
    return undefined;
  }
  for (const field of [...LIKELY.flatMap((likely) => places.filter((each) => each.name === likely)), ...places]) {
    const members = fieldsWithin(field) ?? {};
    const meant = memberMeantBy(name, members);
    if (meant) {
      return `Write "${around(field, selectionOf(meant))}".`;
    }
    const ofRecords = members.nodes && memberMeantBy(name, fieldsWithin(members.nodes) ?? {});
    if (ofRecords) {
      return `Write "${around(field, `nodes { ${selectionOf(ofRecords)} }`)}".`;
    }
  }
  return undefined;
}

/** What a list has besides its records is written in one of the lists of a record. */
function inList(name: string, fields: Fields): string | undefined {
  const lists = Object.values(fields).filter((field) => isConnection(field) && !field.args.some(isRequiredArgument));
  const field = LIKELY.flatMap((likely) => lists.filter((each) => each.name === likely))[0] ?? lists[0];
  const meant = field && fieldsWithin(field)?.[name];
  return field && meant ? `Write "${around(field, selectionOf(meant))}".` : undefined;
}

/** What a link has, such as its score, is no field of the record that it leads to. */
function besideRecord(schema: GraphQLSchema, name: string, owner: string): string | undefined {
  const meant = memberMeantBy(name, fieldsOf(schema.getType(`${owner}Edge`)) ?? {});
  return meant && isLeafType(getNamedType(meant.type)) ? `Write "edges { ${meant.name} node { … } }".` : undefined;
}

/** What only some of the types behind an interface have is written in a fragment. */
function inFragment(schema: GraphQLSchema, type: GraphQLInterfaceType, name: string): string | undefined {
  const { interfaces, objects } = schema.getImplementations(type);
  const likely = LIKELY.flatMap((root) => schema.getQueryType()?.getFields()[root] ?? []).map((root) => getNamedType(root.type)); // prettier-ignore
  for (const each of [...interfaces, ...likely, ...objects]) {
    const meant = memberMeantBy(name, fieldsOf(each) ?? {});
    if (meant) {
      return `Write "... on ${each.name} { ${selectionOf(meant)} }".`;
    }
  }
  return interfaces.length === 0 ? undefined : `Write "... on ${interfaces.map((each) => each.name).join()} { … }" for what all of them have.`; // prettier-ignore
}

function whatThereIs(fields: Fields): string | undefined {
  return 'availableLinks' in fields
    ? 'Its field "availableLinks" names its links, "docsum" holds all facts of its summary.'
    : useOneOf(Object.keys(fields));
}

function memberMeantBy(name: string, members: Fields): Field | undefined {
  return [name, ...fieldsMeantBy(name)].flatMap((other) =>
    Object.hasOwn(members, other) ? (members[other] ?? []) : [],
  )[0];
}
