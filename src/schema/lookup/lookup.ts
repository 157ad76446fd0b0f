import { EntrezError } from '../../eutils/failures/errors.js';
import { badInput } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { findName, type FoundRecords } from './find-name.js';
import type { Identifier } from './identifier.js';
import { identifiersOf } from './identifiers.js';
import { readAny, readUid } from './read-name.js';
import { type Given, nameOf, type RecordName, type SearchedName } from './record-name.js';

/** The arguments of a root field: `uid`, `id`, the identifiers of its database, and their scopes. */
export type LookupArgs = Readonly<Record<string, string | null | undefined>>;

/** Arguments of a list: of each kind of identifier a list, and the scopes. */
export type ListArgs = Readonly<Record<string, readonly string[] | string | null | undefined>>;

/** Uids that a message lists. */
const LISTED = 5;

/**
 * Reads the arguments of a root field.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument when not exactly one identifier is given, or when it has not
 * the right form.
 */
export function readName(db: string, args: LookupArgs): RecordName {
  const choice = chooseArgument(db, args, ({ argument }) => argument, ['uid', 'id']);
  return readAs(db, choice, { argument: choice.name, value: choice.value, scope: choice.scope });
}

/** The list that arguments give, and how each of its entries is read, which throws as {@link readName}. */
export function readList(
  db: string,
  args: ListArgs,
): { readonly argument: string; readonly values: readonly string[]; readonly read: (value: string) => RecordName } {
  const choice = chooseArgument(db, args, ({ plural }) => plural, ['uids', 'ids']);
  const { name: argument, value, scope } = choice;
  const values = typeof value === 'string' ? [value] : value;
  return { argument, values, read: (value) => readAs(db, choice, { argument, value, scope }) };
}

/**
 * The record that a name is of; at once when that needs no search or its outcome is known.
 *
 * @param path - Where the response has it, for warnings.
 * @throws EntrezError `BAD_USER_INPUT` when several records carry the identifier; `UNKNOWN_ID` when no record does; the
 * failure of the search.
 */
export function lookUp(
  name: RecordName,
  context: Context,
  path: readonly (string | number)[],
): EntrezRecord | Promise<EntrezRecord> {
  if ('uid' in name) {
    return new EntrezRecord(name.db, name.uid);
  }
  const found = findName(name, context);
  const only = (records: FoundRecords): EntrezRecord => onlyRecord(name, records, context, path);
  return found instanceof Promise ? found.then(only) : only(found);
}

interface Choice<T> {
  /** The argument that is given. */
  readonly name: string;
  readonly value: T;
  /** Absent for uids, and for identifiers of any kind. */
  readonly identifier?: Identifier | undefined;
  readonly scope?: string | null | undefined;
}

function readAs<T>(db: string, { name, identifier }: Choice<T>, given: Given): RecordName {
  if (!identifier) {
    return name.startsWith('uid') ? readUid(db, given) : readAny(db, given);
  }
  const plain = identifier.parse(given.value);
  if (plain === undefined) {
    throw badInput(given.argument, given.value, `Use ${identifier.expected}.`);
  }
  return nameOf(db, identifier, plain, given);
}

function chooseArgument<T>(
  db: string,
  args: Readonly<Record<string, T | null | undefined>>,
  nameIn: (identifier: Identifier) => string,
  general: readonly string[],
): Choice<T & {}> {
  const identifiers = new Map(identifiersOf(db).map((identifier) => [nameIn(identifier), identifier]));
  const names = [...general, ...identifiers.keys()];
  const given = names.filter((name) => args[name] != null);
  const [name] = given;
  if (name === undefined || given.length > 1) {
    const wanted = names.map((each) => `"${each}"`).join(', ');
    const got =
      given.length === 0 ? 'No record is' : `Arguments ${given.map((each) => `"${each}"`).join(' and ')} are both`;
    throw new EntrezError('BAD_USER_INPUT', `${got} given. Use exactly one of the arguments ${wanted}.`);
  }
  const identifier = identifiers.get(name);
  for (const [other, { scope }] of identifiers) {
    const value = scope && args[scope.argument];
    if (scope && typeof value === 'string' && other !== name && general.indexOf(name) !== 1) {
      throw badInput(scope.argument, value, 'Leave it out.', `, but it belongs to "${other}", which is not given`);
    }
  }
  const scoped = identifier?.scope ?? [...identifiers.values()].find(({ scope }) => scope)?.scope;
  const scope = scoped && args[scoped.argument];
  return { name, value: args[name] as T & {}, identifier, scope: typeof scope === 'string' ? scope : undefined };
}

function onlyRecord(
  { db, argument, shown }: SearchedName,
  { uids, note, isOther }: FoundRecords,
  { operation }: Context,
  path: readonly (string | number)[],
): EntrezRecord {
  const [uid] = uids;
  if (uid === undefined || isOther === true) {
    const fact = `NCBI has no ${db} record with ${shown}.`;
    throw new EntrezError('UNKNOWN_ID', note === undefined ? fact : `${fact} ${note}`, { db });
  }
  if (uids.length > 1) {
    const listed = uids.slice(0, LISTED).join(', ');
    const more = uids.length > LISTED ? ` and ${uids.length - LISTED} more` : '';
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "${argument}": ${shown} names several ${db} records. Use one of the uids: ${listed}${more}.`,
      { db, uids: uids.slice(0, LISTED) },
    );
  }
  if (note !== undefined) {
    operation.warn({ code: 'OTHER_NAME', message: note, path });
  }
  return new EntrezRecord(db, uid);
}
