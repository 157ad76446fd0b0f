import { EntrezError } from '../../eutils/failures/errors.js';
import { findsNo } from '../core/absence.js';
import { badInput } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { EntrezRecord } from '../core/record.js';
import { candidateOf, tellCandidate } from './candidates.js';
import { articleOf } from './citations/match-citation.js';
import { findName, type FoundRecords } from './find-name.js';
import type { Identifier } from './identifier.js';
import { identifiersOf } from './identifiers.js';
import { parseGiven, readAny, readUid } from './read-name.js';
import { type Given, nameOf, type RecordName, type SearchedName } from './record-name.js';

/** The arguments of a root field: `uid`, `id`, the identifiers of its database, their scopes, and what narrows them down. */
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
  const { name: argument, value, scope, narrowed } = choice;
  return readAs(db, choice, { argument, value, scope, narrowed });
}

/** The list that arguments give, and how each of its entries is read, which throws as {@link readName}. */
export function readList(
  db: string,
  args: ListArgs,
): { readonly argument: string; readonly values: readonly string[]; readonly read: (value: string) => RecordName } {
  const choice = chooseArgument(db, args, ({ plural }) => plural, ['uids', 'ids']);
  const { name: argument, value, scope, narrowed } = choice;
  const values = typeof value === 'string' ? [value] : value;
  return { argument, values, read: (value) => readAs(db, choice, { argument, value, scope, narrowed }) };
}

/**
 * The record that a name is of; at once when that needs no call or its outcome is known.
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
  return 'citation' in name
    ? articleOf(name.citation, name.argument, context)
    : lookUpSearched(name, [], context, path);
}

/** @param tried - What no record was found as before. */
function lookUpSearched(
  name: SearchedName,
  tried: readonly string[],
  context: Context,
  path: readonly (string | number)[],
): EntrezRecord | Promise<EntrezRecord> {
  const found = findName(name, context);
  const sought = [...tried, `${name.db} record with ${name.shown}`];
  const only = (records: FoundRecords): EntrezRecord | Promise<EntrezRecord> =>
    name.elsewhere && records.uids.length === 0
      ? lookUpSearched(name.elsewhere, sought, context, path)
      : onlyRecord(name, sought, records, context, path);
  return found instanceof Promise ? found.then(only) : only(found);
}

interface Choice<T> {
  /** The argument that is given. */
  readonly name: string;
  readonly value: T;
  /** Absent for uids, and for identifiers of any kind. */
  readonly identifier?: Identifier | undefined;
  readonly scope?: string | null | undefined;
  readonly narrowed: Given['narrowed'];
}

function readAs<T>(db: string, { name, identifier }: Choice<T>, given: Given): RecordName {
  if (!identifier) {
    return name.startsWith('uid') ? readUid(db, given) : readAny(db, given);
  }
  const plain = parseGiven(db, identifier, given.value);
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
  const textOf = (argument: string): string | undefined => {
    const value = args[argument];
    return typeof value === 'string' ? value : undefined;
  };
  // An identifier of any kind may turn out to be each of them.
  const isMeant = (other: string): boolean => other === name || general.indexOf(name) === 1;
  for (const [other, { scope, narrowings = [] }] of identifiers) {
    for (const { argument } of isMeant(other) ? [] : [...(scope ? [scope] : []), ...narrowings]) {
      const value = textOf(argument);
      if (value !== undefined) {
        throw badInput(argument, value, 'Leave it out.', `, but it belongs to "${other}", which is not given`);
      }
    }
  }
  const meant = [...identifiers].flatMap(([other, each]) => (isMeant(other) ? each : []));
  const scope = meant.flatMap((each) => (each.scope && textOf(each.scope.argument)) ?? [])[0];
  const narrowed = meant
    .flatMap(({ narrowings = [] }) => narrowings)
    .flatMap((narrowing) => {
      const value = textOf(narrowing.argument);
      return value === undefined ? [] : [[narrowing, value] as const];
    });
  return { name, value: args[name] as T & {}, identifier: identifiers.get(name), scope, narrowed };
}

function onlyRecord(
  { db, argument, shown }: SearchedName,
  sought: readonly string[],
  { uids, note, isOther }: FoundRecords,
  context: Context,
  path: readonly (string | number)[],
): EntrezRecord {
  const [uid] = uids;
  if (uid === undefined || isOther === true) {
    const fact = `${findsNo(sought.join(', no '), context.operation)}.`;
    throw new EntrezError('UNKNOWN_ID', note === undefined ? fact : `${fact} ${note}`, { db });
  }
  if (uids.length > 1) {
    const candidates = uids.slice(0, LISTED).map((candidate) => candidateOf(db, candidate, context));
    const listed = candidates.map(tellCandidate).join('; ');
    const more = uids.length > LISTED ? ` and ${uids.length - LISTED} more` : '';
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "${argument}": ${shown} names several ${db} records. Use one of the uids: ${listed}${more}.`,
      { db, uids: uids.slice(0, LISTED), candidates },
    );
  }
  if (note !== undefined) {
    context.operation.warn({ code: 'OTHER_NAME', message: note, path });
  }
  return new EntrezRecord(db, uid);
}
