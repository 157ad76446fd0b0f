import type { ArgBuilder } from '@pothos/core';
import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import type { Catalog } from '../../catalog/catalog.js';
import { checkListLength, parseUid } from '../core/arguments.js';
import { prefetch } from '../links/prefetch.js';
import type { Builder } from '../core/builder.js';
import { decodeId } from '../core/global-id.js';
import { identifiersOf } from '../lookup/identifiers.js';
import type { RecordRef } from '../links/link-fields.js';
import { type LookupArgs, lookUp, readName } from '../lookup/lookup.js';
import type { RecordSet } from '../cost/record-set.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimatePrefetch, estimateLookup, estimateRecords } from '../cost/estimate-roots.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { EntrezRecord } from '../core/record.js';
import type { SharedTypes } from './record-interface.js';

/** Records that one list field may ask for. */
export const MAX_RECORDS = 1000;

/** Adds the ways to name records: `gene(uid:)`, `gene(symbol:)` ..., `records { gene(uids:) ... }`, `node(id:)`, `nodes(ids:)`. */
export function addRoots(
  builder: Builder,
  catalog: Catalog,
  { node }: SharedTypes,
  recordOf: (db: string) => RecordRef,
): void {
  const lists = builder.objectRef<object>('Records').implement({ description: 'Many records at once, by their uids.' });

  for (const { name, label, aliasOf: db = name } of catalog.databases) {
    const type = recordOf(db);
    builder.queryField(name, (t) =>
      t.field({
        type,
        description: describeRoot(db, label),
        args: lookupArguments(t, db),
        extensions: estimated((_root, args: LookupArgs, scope) =>
          estimateLookup(db, readName(db, args), scope).flatMap((records) => estimatePrefetch(records, scope)),
        ),
        resolve: (_root, args: LookupArgs, context, info) => {
          const record = lookUp(db, args, context);
          return record instanceof Promise
            ? record.then((found) => prefetch(found, context, info))
            : prefetch(record, context, info);
        },
      }),
    );
    builder.objectField(lists, name, (t) =>
      t.field({
        type: [type],
        nullable: { list: true, items: true },
        description:
          `${label} records in the order of their uids; null with UNKNOWN_ID where gene(uid:) would be.`.replace(
            'gene',
            name,
          ),
        args: { uids: t.arg.idList({ required: true, description: `From 1 to ${MAX_RECORDS} uids.` }) },
        extensions: estimated((_records, { uids }: { uids: readonly string[] }, scope) =>
          estimateEach(uids, 'uids', (uid) => new EntrezRecord(db, parseUid(uid, 'uids')), scope),
        ),
        resolve: (_records, { uids }, context, info) =>
          each(uids, 'uids', info, (uid, at) =>
            prefetch(new EntrezRecord(db, parseUid(uid, 'uids')), context, info, at),
          ),
      }),
    );
  }

  builder.queryField('records', (t) =>
    t.field({ type: lists, nullable: false, description: 'Many records at once, by their uids.', resolve: () => ({}) }),
  );
  builder.queryField('node', (t) =>
    t.field({
      type: node,
      description: 'The record with this id.',
      args: { id: t.arg.id({ required: true, description: 'The id of a record, as this API gave it.' }) },
      extensions: estimated((_root, { id }: { id: string }, scope) =>
        estimateRecords([id], () => decodeId(id, 'id', catalog), scope),
      ),
      resolve: (_root, { id }, context, info) => prefetch(decodeId(id, 'id', catalog), context, info),
    }),
  );
  builder.queryField('nodes', (t) =>
    t.field({
      type: [node],
      nullable: { list: true, items: true },
      description: 'The records with these ids, in their order.',
      args: { ids: t.arg.idList({ required: true, description: `From 1 to ${MAX_RECORDS} ids of records.` }) },
      extensions: estimated((_root, { ids }: { ids: readonly string[] }, scope) =>
        estimateEach(ids, 'ids', (id) => decodeId(id, 'ids', catalog), scope),
      ),
      resolve: (_root, { ids }, context, info) =>
        each(ids, 'ids', info, (id, at) => prefetch(decodeId(id, 'ids', catalog), context, info, at)),
    }),
  );
}

/** `uid` is required only where there is no other way to name a record. */
function lookupArguments(t: { readonly arg: ArgBuilder<Builder['$inferSchemaTypes']> }, db: string) {
  const identifiers = identifiersOf(db);
  const scopes = identifiers.flatMap(({ scope }) => scope ?? []);
  return {
    uid: t.arg.id({ required: identifiers.length === 0, description: 'Uid of the record, a whole number.' }),
    ...Object.fromEntries(
      identifiers.map(({ argument, expected, numeric = false }) => [
        argument,
        t.arg({ type: numeric ? 'ID' : 'String', description: `Instead of uid: ${expected}.` }),
      ]),
    ),
    ...Object.fromEntries(scopes.map(({ argument, description }) => [argument, t.arg.id({ description })])),
  };
}

function describeRoot(db: string, label: string): string {
  const identifiers = identifiersOf(db);
  const unknown = 'Null with UNKNOWN_ID when a field of its summary is selected and NCBI does not know it';
  if (identifiers.length === 0) {
    return `The ${label} record with this uid. ${unknown}.`;
  }
  const ways = ['uid', ...identifiers.map(({ argument }) => argument)].join(', ');
  const searched = identifiers.some(({ search }) => search) ? ', or when a search finds none' : '';
  return `The ${label} record with this identifier: exactly one of ${ways}. ${unknown}${searched}.`;
}

/**
 * The record of each entry, or its failure as a value: GraphQL makes of it a null with an error at its place, and the
 * others live. A compiled operation would put the null of a rejected promise at the end of the list.
 */
function each(
  values: readonly string[],
  argument: string,
  { path }: GraphQLResolveInfo,
  find: (value: string, at: ReturnType<typeof responsePathAsArray>) => EntrezRecord | Promise<EntrezRecord>,
): (EntrezRecord | Promise<EntrezRecord>)[] {
  checkListLength(values, MAX_RECORDS, argument);
  const list = responsePathAsArray(path);
  return values.map((value, index) => {
    try {
      const found = find(value, [...list, index]);
      return found instanceof Promise ? found.catch(asValue) : found;
    } catch (error) {
      return asValue(error);
    }
  });
}

/** GraphQL takes errors for values, but the types of Pothos do not know that. */
function asValue(error: unknown): EntrezRecord {
  return error as EntrezRecord;
}

function estimateEach(
  values: readonly string[],
  argument: string,
  find: (value: string) => EntrezRecord,
  scope: EstimateScope,
): RecordSet[] {
  checkListLength(values, MAX_RECORDS, argument);
  return estimateRecords(values, find, scope);
}
