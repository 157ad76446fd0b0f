import type { ArgBuilder } from '@pothos/core';
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { checkListLength } from '../core/arguments.js';
import type { Builder } from '../core/builder.js';
import type { Context } from '../core/context.js';
import type { EntrezRecord } from '../core/record.js';
import { estimated } from '../cost/dry-run-extension.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { estimateNamed } from '../cost/estimates/names.js';
import type { RecordSet } from '../cost/record-set.js';
import type { RecordRef } from '../links/link-fields.js';
import { prefetch } from '../links/prefetch.js';
import { identifiersOf } from '../lookup/identifiers.js';
import { type ListArgs, lookUp, readList } from '../lookup/lookup.js';
import type { RecordName } from '../lookup/record-name.js';
import { readNode } from './read-node.js';
import type { SharedTypes } from './record-interface.js';

/** Records that one list field may ask for. */
export const MAX_RECORDS = 1000;

/** A list of names as a caller gave it, and how its entries are read. */
interface NamedList {
  readonly argument: string;
  readonly values: readonly string[];
  /** @throws EntrezError for an entry that is no name. */
  readonly read: (value: string) => RecordName;
}

/** Adds the ways to name many records: `records { gene(uids:) gene(symbols:) ... }` and `nodes(ids:)`. */
export function addListRoots(
  builder: Builder,
  catalog: Catalog,
  { node }: SharedTypes,
  recordOf: (db: string) => RecordRef,
): void {
  const description = 'Many records at once, by their uids or other identifiers.';
  const lists = builder.objectRef<object>('Records').implement({ description });
  for (const { name, label, aliasOf: db = name } of catalog.databases) {
    builder.objectField(lists, name, (t) =>
      t.field({
        type: [recordOf(db)],
        nullable: { list: true, items: true },
        description: `${label} records in the order of their names, which one argument takes; null with UNKNOWN_ID where ${name}(uid:) would be.`,
        args: listArguments(t, db),
        extensions: estimated((_records, args: ListArgs, scope) => estimateEach(readList(db, args), scope)),
        resolve: (_records, args: ListArgs, context, info) => each(readList(db, args), context, info),
      }),
    );
  }
  builder.queryField('records', (t) => t.field({ type: lists, nullable: false, description, resolve: () => ({}) }));
  const readNodes = (values: readonly string[]): NamedList => ({
    argument: 'ids',
    values,
    read: (value) => readNode({ argument: 'ids', value }, catalog),
  });
  builder.queryField('nodes', (t) =>
    t.field({
      type: [node],
      nullable: { list: true, items: true },
      description: 'The records with these ids, in their order.',
      args: {
        ids: t.arg.idList({ required: true, description: `From 1 to ${MAX_RECORDS} ids, CURIEs or page addresses.` }),
      },
      extensions: estimated((_root, { ids }: { ids: readonly string[] }, scope) => estimateEach(readNodes(ids), scope)),
      resolve: (_root, { ids }, context, info) => each(readNodes(ids), context, info),
    }),
  );
}

function listArguments(t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> }, db: string) {
  const identifiers = identifiersOf(db);
  const qualifiers = identifiers.flatMap(({ scope, narrowings = [] }) => [...(scope ? [scope] : []), ...narrowings]);
  return {
    uids: t.arg.idList({ description: `From 1 to ${MAX_RECORDS} uids, CURIEs or page addresses.` }),
    ids: t.arg.idList({ description: 'Instead of uids: identifiers of any kinds, mixed.' }),
    ...Object.fromEntries(
      identifiers.map(({ plural, expected, numeric = false }) => [
        plural,
        t.arg({ type: numeric ? ['ID'] : ['String'], description: `Instead of uids: each ${expected}.` }),
      ]),
    ),
    ...Object.fromEntries(qualifiers.map(({ argument, description }) => [argument, t.arg.id({ description })])),
  };
}

/**
 * The record of each entry, or its failure as a value: GraphQL makes of it a null with an error at its place, and the
 * others live. A compiled operation would put the null of a rejected promise at the end of the list.
 */
function each(
  { argument, values, read }: NamedList,
  context: Context,
  info: GraphQLResolveInfo,
): (EntrezRecord | Promise<EntrezRecord>)[] {
  checkListLength(values, MAX_RECORDS, argument);
  const list = responsePathAsArray(info.path);
  return values.map((value, index) => {
    const at = [...list, index];
    try {
      const found = lookUp(read(value), context, at);
      return found instanceof Promise
        ? found.then((record) => prefetch(record, context, info, at)).catch(asValue)
        : orValue(prefetch(found, context, info, at));
    } catch (error) {
      return asValue(error);
    }
  });
}

function orValue(found: EntrezRecord | Promise<EntrezRecord>): EntrezRecord | Promise<EntrezRecord> {
  return found instanceof Promise ? found.catch(asValue) : found;
}

/** GraphQL takes errors for values, but the types of Pothos do not know that. */
function asValue(error: unknown): EntrezRecord {
  return error as EntrezRecord;
}

function estimateEach({ argument, values, read }: NamedList, scope: EstimateScope): RecordSet[] {
  checkListLength(values, MAX_RECORDS, argument);
  const names = values.flatMap((value) => scope.attempt(() => read(value)) ?? []);
  return estimateNamed(names, scope);
}
