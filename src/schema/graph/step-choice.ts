import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { StepChoice } from '../../loading/graph/steps.js';
import { badInput, checkListLength } from '../core/arguments.js';
import type { Context } from '../core/context.js';
import { warn } from '../core/warn.js';
import { readNode } from '../records/read-node.js';

/** Entries of `via` and `avoid`. */
export const MAX_CHOICES = 100;

/** What a caller wants links to be followed over, and what not. */
export interface ChoiceArgs {
  readonly via?: readonly string[] | null | undefined;
  readonly avoid?: readonly string[] | null | undefined;
}

/** Records that must not be shown, as `db uid`, each as the caller wrote it. */
export type AvoidedRecords = ReadonlyMap<string, string>;

/** @throws EntrezError `BAD_USER_INPUT` naming the argument and the entry. */
export function readChoice(
  { via, avoid }: ChoiceArgs,
  catalog: Catalog,
): { readonly choice: StepChoice; readonly avoidRecords: AvoidedRecords } {
  const wanted = via ? tellApart(via, 'via', catalog) : undefined;
  const unwanted = tellApart(avoid ?? [], 'avoid', catalog);
  if (wanted && wanted.records.size > 0) {
    throw badInput('via', via ?? [], 'Use link names and databases.', ', which names a record');
  }
  const both = [...(wanted?.databases ?? []), ...(wanted?.names ?? []).map(({ name }) => name)].find(
    (entry) => unwanted.databases.includes(entry) || unwanted.names.some(({ name }) => name === entry),
  );
  if (both !== undefined) {
    throw badInput('avoid', avoid ?? [], 'Leave it out of one of them.', `, but "via" names ${both} too`);
  }
  const choice = {
    ...(wanted && wanted.names.length > 0 && { names: wanted.names }),
    ...(wanted && wanted.databases.length > 0 && { through: new Set(wanted.databases) }),
    avoidNames: new Set(unwanted.names.map(({ name }) => name)),
    avoidDatabases: new Set(unwanted.databases),
  };
  return { choice, avoidRecords: unwanted.records };
}

/**
 * Refuses to avoid a record that another argument names.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the entry of `avoid`.
 */
export function checkNotAvoided(
  { db, uid }: { readonly db: string; readonly uid: string },
  argument: string,
  avoidRecords: AvoidedRecords,
): void {
  const entry = avoidRecords.get(`${db} ${uid}`);
  if (entry !== undefined) {
    throw badInput('avoid', entry, 'Leave it out.', `, but "${argument}" names that record`);
  }
}

/** Tells the caller which entries of `via` have no effect, and why. */
export function warnOfUnused(
  unused: readonly string[],
  why: string,
  context: Context,
  info: Pick<GraphQLResolveInfo, 'path'>,
): void {
  if (unused.length > 0) {
    warn(context, info, 'UNUSED_VIA', `Argument "via" names ${unused.join(', ')}, ${why}.`);
  }
}

/**
 * A number from 1 to `max`, or `fallback` where it is left out.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the argument.
 */
export function wholeNumber<Name extends string>(
  args: Readonly<Partial<Record<Name, number | null | undefined>>>,
  argument: Name,
  { fallback, max }: { readonly fallback: number; readonly max: number },
): number {
  const value = args[argument] ?? fallback;
  if (value < 1 || value > max) {
    throw badInput(argument, value, `Use a number from 1 to ${max}.`);
  }
  return value;
}

/** A number of links, for sentences. */
export function inHops(count: number): string {
  return count === 1 ? '1 hop' : `${count} hops`;
}

/** Tells link names, databases and records apart. */
function tellApart(entries: readonly string[], argument: 'via' | 'avoid', catalog: Catalog) {
  if (entries.length > 0) {
    checkListLength(entries, MAX_CHOICES, argument);
  }
  const names: LinkName[] = [];
  const databases: string[] = [];
  const records = new Map<string, string>();
  for (const entry of entries) {
    const [link, database] = [catalog.link(entry), catalog.database(entry)];
    if (link) {
      names.push(link);
    } else if (database) {
      databases.push(database.name);
    } else {
      records.set(recordOf(entry, argument, catalog), entry);
    }
  }
  return { names, databases, records };
}

function recordOf(entry: string, argument: string, catalog: Catalog): string {
  const remedy = 'Use a link name, a database, or to avoid a record, its CURIE.';
  try {
    const name = readNode({ argument, value: entry }, catalog);
    if ('uid' in name) {
      return `${name.db} ${name.uid}`;
    }
  } catch (error) {
    if (!(error instanceof EntrezError)) {
      throw error;
    }
  }
  throw badInput(argument, entry, remedy, ', which is neither a link name nor a database');
}
