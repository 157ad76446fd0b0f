import { EntrezError } from '../../eutils/failures/errors.js';
import type { Matches, Lookup } from '../../loading/definitions/lookups.js';
import { badInput, parseUid } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import type { Identifier } from './identifier.js';
import { identifiersOf } from './identifiers.js';
import { EntrezRecord } from '../core/record.js';

/** The arguments of a root field: `uid`, the identifiers of its database, and their scopes. */
export type LookupArgs = Readonly<Record<string, string | null | undefined>>;

/** Uids that a message lists. */
const LISTED = 5;

/** How the arguments of a root field name a record: by its uid, or by an identifier that is to be looked up. */
export type RecordName =
  | { readonly uid: string }
  | {
      readonly lookup: Lookup;
      readonly key: string;
      readonly argument: string;
      /** The identifier as messages show it. */
      readonly shown: string;
    };

/**
 * Reads the arguments of a root field.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument when not exactly one identifier is given, or when it has not
 * the right form.
 */
export function readName(db: string, args: LookupArgs): RecordName {
  const { argument, value, identifier } = chooseIdentifier(db, args);
  if (!identifier) {
    return { uid: parseUid(value, argument) };
  }
  const plain = identifier.parse(value);
  if (plain === undefined) {
    throw badInput(argument, value, `Use ${identifier.expected}.`);
  }
  const { search, scope } = identifier;
  if (!search) {
    return { uid: plain };
  }
  const place = scope && { ...scope, value: args[scope.argument] ?? scope.fallback };
  const where = place ? ` in ${place.argument} ${JSON.stringify(place.value)}` : '';
  return {
    lookup: { db, identifier: argument, ...search },
    key: place ? place.join(plain, place.value) : plain,
    argument,
    shown: `${argument} ${JSON.stringify(value)}${where}`,
  };
}

/**
 * The record that the arguments of a root field name; at once when that needs no search or its outcome is known.
 *
 * @throws EntrezError as {@link readName}; `BAD_USER_INPUT` when several records carry the identifier; `UNKNOWN_ID` when
 * no record does; the failure of the search.
 */
export function lookUp(db: string, args: LookupArgs, context: Context): EntrezRecord | Promise<EntrezRecord> {
  const name = readName(db, args);
  if ('uid' in name) {
    return new EntrezRecord(db, name.uid);
  }
  const found = context.loaders.lookup(name.lookup).load(name.key, context.operation);
  const only = ({ uids }: Matches): EntrezRecord => onlyRecord(db, name.argument, name.shown, uids);
  return found instanceof Promise ? found.then(only) : only(found);
}

interface Choice {
  readonly argument: string;
  readonly value: string;
  /** Absent for a uid. */
  readonly identifier?: Identifier | undefined;
}

function chooseIdentifier(db: string, args: LookupArgs): Choice {
  const identifiers = new Map(identifiersOf(db).map((identifier) => [identifier.argument, identifier]));
  const names = ['uid', ...identifiers.keys()];
  const given = names.flatMap((argument): Choice[] => {
    const value = args[argument];
    return value == null ? [] : [{ argument, value, identifier: identifiers.get(argument) }];
  });
  const [choice] = given;
  if (!choice || given.length > 1) {
    const wanted = names.map((name) => `"${name}"`).join(', ');
    const got =
      given.length === 0
        ? 'No record is'
        : `Arguments ${given.map(({ argument }) => `"${argument}"`).join(' and ')} are both`;
    throw new EntrezError('BAD_USER_INPUT', `${got} given. Use exactly one of the arguments ${wanted}.`);
  }
  for (const { scope, argument } of identifiers.values()) {
    const value = scope && args[scope.argument];
    if (scope && value != null && argument !== choice.argument) {
      throw badInput(scope.argument, value, 'Leave it out.', `, but it belongs to "${argument}", which is not given`);
    }
  }
  return choice;
}

function onlyRecord(db: string, argument: string, shown: string, uids: readonly string[]): EntrezRecord {
  const [uid] = uids;
  if (uid === undefined) {
    throw new EntrezError('UNKNOWN_ID', `NCBI has no ${db} record with ${shown}.`, { db });
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
  return new EntrezRecord(db, uid);
}
