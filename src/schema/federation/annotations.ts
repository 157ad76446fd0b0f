import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';

import { groupOf } from '../../catalog/groups.js';
import { DEFAULT_PAGE } from '../core/paging.js';

type Field = GraphQLField<unknown, unknown>;
type Directives = Readonly<Record<string, unknown>>;

/** What a call to NCBI counts; a record, with its share of the call for its summary, counts 1. */
const WEIGHT_OF_CALL = 100;
/** Calls that are sent for records are sent for all siblings at once: such a field counts as on a page of default size. */
const WEIGHT_OF_SHARE = WEIGHT_OF_CALL / DEFAULT_PAGE;

/**
 * Tags each type and field of a schema with the database, and the group of databases, that it leads to: contracts leave
 * them out by name.
 *
 * @param schema - A copy of its own: its types are changed.
 * @param owners - Databases by the names of their types.
 */
export function addTags(schema: GraphQLSchema, owners: ReadonlyMap<string, string>): void {
  const tagsOf = ({ name }: GraphQLNamedType): Directives | undefined => {
    const db = owners.get(name);
    const tags = db === undefined ? [] : [db, groupOf(db) ?? []].flat();
    return tags.length === 0 ? undefined : { tag: tags.map((tag) => ({ name: tag })) };
  };
  for (const type of objectTypesOf(schema)) {
    addDirectives(type, tagsOf(type));
    for (const field of Object.values(type.getFields())) {
      addDirectives(field, tagsOf(getNamedType(field.type)));
    }
  }
}

/**
 * Says what fields cost and how long their lists are, for routers that bound both: `@cost` for those that send calls, by
 * what `plan` knows of them, and `@listSize` for those that have pages.
 *
 * @param schema - A copy of its own: its types are changed.
 */
export function addCosts(schema: GraphQLSchema): void {
  for (const type of objectTypesOf(schema)) {
    const isRecord = type.getInterfaces().length > 0;
    for (const field of Object.values(type.getFields())) {
      const weight = weightOf(field, isRecord);
      const listSize = listSizeOf(field);
      addDirectives(field, { ...(weight !== undefined && { cost: { weight } }), ...(listSize && { listSize }) });
    }
  }
}

function objectTypesOf(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !isIntrospectionType(type),
  );
}

/** Undefined for a field that sends nothing, or nothing but what the record around it counts for. */
function weightOf({ extensions, args }: Field, isOfRecord: boolean): number | undefined {
  if (extensions.estimate === undefined || extensions.sendsNothing === true) {
    return undefined;
  }
  const mostCalls = args.find(({ name }) => name === 'maxCalls')?.defaultValue;
  if (typeof mostCalls === 'number') {
    return WEIGHT_OF_CALL * mostCalls;
  }
  return isOfRecord ? WEIGHT_OF_SHARE : WEIGHT_OF_CALL;
}

function listSizeOf({ type, args, extensions }: Field): Directives | undefined {
  const { atMost } = extensions;
  if (isListType(getNullableType(type)) && typeof atMost === 'number') {
    return { assumedSize: atMost };
  }
  const page = getNamedType(type);
  const sizedFields = isObjectType(page)
    ? Object.values(page.getFields()).flatMap((field) =>
        isListType(getNullableType(field.type)) && PAGED.has(field.name) ? [field.name] : [],
      )
    : [];
  const slicingArguments = ['first', 'last'].filter((slicing) => args.some(({ name }) => name === slicing));
  return sizedFields.length === 0 || slicingArguments.length === 0
    ? undefined
    : { assumedSize: DEFAULT_PAGE, slicingArguments, sizedFields, requireOneSlicingArgument: false };
}

/** Lists of a connection that are as long as its page. */
const PAGED: ReadonlySet<string> = new Set(['edges', 'nodes']);

function addDirectives(element: GraphQLObjectType | Field, added: Directives | undefined): void {
  const { directives, ...others } = element.extensions as { readonly directives?: Directives };
  element.extensions = { ...others, directives: { ...directives, ...added } };
}
