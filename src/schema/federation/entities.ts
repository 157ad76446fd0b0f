import {
  type GraphQLFieldConfig,
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  type GraphQLSchema,
  GraphQLUnionType,
  responsePathAsArray,
} from 'graphql';

import { turns } from '../../turns.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { Catalog } from '../../catalog/catalog.js';
import { typeName } from '../../catalog/names.js';
import { badInput } from '../core/arguments.js';
import { prefetch } from '../links/prefetch.js';
import type { Context } from '../core/context.js';
import { estimated } from '../cost/dry-run-extension.js';
import { estimateNamed } from '../cost/estimates/names.js';
import type { EntrezRecord } from '../core/record.js';
import { lookUp } from '../lookup/lookup.js';
import type { Identifier } from '../lookup/identifier.js';
import { keysOf } from '../lookup/keys.js';
import { readUid } from '../lookup/read-name.js';
import { nameOf, type RecordName } from '../lookup/record-name.js';
import { refuseInexactNumbers } from '../core/exact-numbers.js';
import { OF_EVERY_RECORD } from '../core/federation-directives.js';
import { readNode } from '../records/read-node.js';
import { nameIn, recordType } from '../core/type-prefix.js';

interface EntitiesArgs {
  /** A type and a key for each record, as a router puts them together. */
  readonly representations: readonly unknown[];
}

const ARGUMENT = 'representations';
/** References that are read before other requests have their turn: some 5 ms. */
const PER_TURN = 250;

/**
 * The field by which routers ask for records that other subgraphs refer to. They join the same batches as all other
 * records. One that cannot be is null at its place, with the error that `gene(uid:)` or `node(id:)` would have.
 */
export function entitiesField(schema: GraphQLSchema, catalog: Catalog): GraphQLFieldConfig<unknown, Context> {
  const types = catalog.records.map(({ name }) => recordType(schema, name));
  const entity = new GraphQLUnionType({
    name: '_Entity',
    description: 'The record types.',
    types,
    resolveType: ({ db }: EntrezRecord, _context, info) => nameIn(info.schema, typeName(db)),
  });
  const reference = new GraphQLScalarType({
    name: '_Any',
    description:
      'A reference to a record: an object with its __typename, and with its uid, id or another key of the type.',
  });
  const read = referenceReader(schema, catalog);
  return {
    type: new GraphQLNonNull(new GraphQLList(entity)),
    description: 'For routers of a federated graph: the records that other subgraphs refer to.',
    args: {
      [ARGUMENT]: {
        type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(reference))),
        description: 'References, answered in their order.',
      },
    },
    extensions: estimated((_root, { representations }: EntitiesArgs, scope) =>
      estimateNamed(
        representations.flatMap((reference) => scope.attempt(() => read(reference)) ?? []),
        scope,
      ),
    ),
    resolve: (_root, args, context, info) => {
      let turn: Promise<void> | undefined;
      return (args as EntitiesArgs).representations.map(async (reference, index) => {
        if (index > 0 && index % PER_TURN === 0) {
          turn = (turn ?? Promise.resolve()).then(() => turns.next());
        }
        await turn;
        const at = [...responsePathAsArray(info.path), index];
        return prefetch(await lookUp(read(reference), context, at), context, info, at);
      });
    },
  };
}

/** Reads a reference: a uid belongs to the database of the type that is named, an id names its own. */
function referenceReader(schema: GraphQLSchema, catalog: Catalog): (reference: unknown) => RecordName {
  const databases = new Map(catalog.records.map(({ name }) => [nameIn(schema, typeName(name)), name]));
  const anyRecord = nameIn(schema, 'Record');

  return (reference) => {
    refuseInexactNumbers(reference, ARGUMENT);
    const given = Object(reference) as Readonly<Record<string, unknown>>;
    const { __typename, uid, id, curie } = given;
    const type = asText(__typename);
    const db = databases.get(type);
    if (db === undefined && type !== anyRecord) {
      throw badInput(ARGUMENT, type, 'Use references to record types.', ', a type without records');
    }
    if (db !== undefined && uid != null) {
      return readUid(db, { argument: ARGUMENT, value: asText(uid) });
    }
    const keyed = db === undefined || id != null ? undefined : readKey(db, given);
    if (keyed) {
      return keyed;
    }
    const name = id ?? curie;
    if (name == null) {
      const keys = [
        ...(db === undefined ? [] : ['uid']),
        ...OF_EVERY_RECORD,
        ...(db === undefined ? [] : keysOf(db).keys()),
      ];
      throw new EntrezError(
        'BAD_USER_INPUT',
        `Argument "${ARGUMENT}" has a reference to ${type} without a key. Give one of its keys: ${keys.map((key) => key.replaceAll(' ', ' with ')).join(', ')}.`,
      );
    }
    const value = asText(name);
    if (db !== undefined && id == null) {
      return readUid(db, { argument: ARGUMENT, value });
    }
    const record = readNode({ argument: ARGUMENT, value }, catalog);
    if (db !== undefined && record.db !== db) {
      throw badInput(ARGUMENT, value, `Use the id of a ${type}.`, `, an id of another type than ${type}`);
    }
    return record;
  };
}

/** The record that a key of its type names; undefined where none of them is given. */
function readKey(db: string, reference: Readonly<Record<string, unknown>>): RecordName | undefined {
  for (const { identifier, field, scope } of keysOf(db).values()) {
    const value = asText(reference[field]);
    const within = scope === undefined ? undefined : asText(reference[scope]);
    if (value !== '' && within !== '') {
      const plain = identifier.parse(value);
      if (plain === undefined) {
        throw badInput(ARGUMENT, value, `Use ${identifier.expected}.`, `, which is no "${field}" of ${db}`);
      }
      return nameOf(db, asKey(identifier), plain, { argument: ARGUMENT, value, scope: within });
    }
  }
  return undefined;
}

/** An identifier as a key: the record that has it is meant, not one that has it for another name, such as an alias. */
function asKey({ otherwise, ...identifier }: Identifier): Identifier {
  return otherwise?.isOther === true ? { ...identifier, otherwise } : identifier;
}

/** A name or key as a router gives it; one that is missing, or neither text nor number, is empty. */
function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
