import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  getNamedType,
  getNullableType,
  type GraphQLFieldConfig,
  type GraphQLNamedType,
  type GraphQLSchema,
  isListType,
  isObjectType,
} from 'graphql';

import { groupOf } from '../../catalog/groups.js';
import { DEFAULT_PAGE } from '../core/paging.js';

type Field = GraphQLFieldConfig<unknown, unknown>;
type Directives = Readonly<Record<string, unknown>>;

/** What a call to NCBI counts; a record, with its share of the call for its summary, counts 1. */
const WEIGHT_OF_CALL = 100;
/** Calls that are sent for records are sent for all siblings at once: such a field counts as on a page of default size. */
const WEIGHT_OF_SHARE = WEIGHT_OF_CALL / DEFAULT_PAGE;

/**
 * Tags each type and field with the database, and the group of databases, that it leads to: contracts leave them out by name.
 *
 * @param owners - Databases by the names of their types.
 */
export function withTags(schema: GraphQLSchema, owners: ReadonlyMap<string, string>): GraphQLSchema {
  const tagsOf = ({ name }: GraphQLNamedType): Directives | undefined => {
    const db = owners.get(name);
    const tags = db === undefined ? [] : [db, groupOf(db) ?? []].flat();
    return tags.length === 0 ? undefined : { tag: tags.map((tag) => ({ name: tag })) };
  };
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => {
      const tags = tagsOf(type);
      if (tags) {
        type.extensions = withDirectives(type.extensions, tags);
      }
      return type;
    },
    [MapperKind.OBJECT_FIELD]: (field) => ({
      ...field,
      extensions: withDirectives(field.extensions, tagsOf(getNamedType(field.type))),
    }),
  });
}

/**
 * Says what fields cost and how long their lists are, for routers that bound both: `@cost` for those that send calls, by
 * what `plan` knows of them, and `@listSize` for those that have pages.
 */
export function withCosts(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, _name, typeName) => {
      const weight = weightOf(field, isRecord(schema.getType(typeName)));
      const listSize = listSizeOf(field);
      return {
        ...field,
        extensions: withDirectives(field.extensions, {
          ...(weight !== undefined && { cost: { weight } }),
          ...(listSize && { listSize }),
        }),
      };
    },
  });
}

/** Undefined for a field that sends nothing, or nothing but what the record around it counts for. */
function weightOf({ extensions, args = {} }: Field, isOfRecord: boolean): number | undefined {
  if (extensions?.estimate === undefined || extensions.sendsNothing === true) {
    return undefined;
  }
  const { maxCalls } = args;
  if (typeof maxCalls?.defaultValue === 'number') {
    return WEIGHT_OF_CALL * maxCalls.defaultValue;
  }
  return isOfRecord ? WEIGHT_OF_SHARE : WEIGHT_OF_CALL;
}

function listSizeOf({ type, args = {}, extensions }: Field): Directives | undefined {
  const atMost = extensions?.atMost;
  if (isListType(getNullableType(type)) && typeof atMost === 'number') {
    return { assumedSize: atMost };
  }
  const page = getNamedType(type);
  const sizedFields = isObjectType(page)
    ? Object.values(page.getFields()).flatMap((field) =>
        isListType(getNullableType(field.type)) && PAGED.has(field.name) ? [field.name] : [],
      )
    : [];
  const slicingArguments = ['first', 'last'].filter((name) => args[name]);
  return sizedFields.length === 0 || slicingArguments.length === 0
    ? undefined
    : { assumedSize: DEFAULT_PAGE, slicingArguments, sizedFields, requireOneSlicingArgument: false };
}

/** Lists of a connection that are as long as its page. */
const PAGED: ReadonlySet<string> = new Set(['edges', 'nodes']);

function isRecord(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && type.getInterfaces().length > 0;
}

function withDirectives(extensions: object | null | undefined, added: Directives | undefined): Directives {
  const { directives, ...others } = (extensions ?? {}) as { readonly directives?: Directives };
  return { ...others, directives: { ...directives, ...added } };
}
