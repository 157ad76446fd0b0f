import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { StepChoice } from '../../loading/graph/steps.js';
import { badInput, checkListLength } from '../core/arguments.js';
import { readNode } from '../records/read-node.js';

/** Entries of `via` and `avoid`. */
export const MAX_CHOICES = 100;

/** What a caller wants links to be followed over, and what not. */
export interface ChoiceArgs {
  readonly via?: readonly string[] | null | undefined;
  readonly avoid?: readonly string[] | null | undefined;
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument and the entry. */
export function readChoice(
  { via, avoid }: ChoiceArgs,
  catalog: Catalog,
): { readonly choice: StepChoice; readonly avoidRecords: ReadonlySet<string> } {
  const wanted = via ? tellApart(via, 'via', catalog) : undefined;
  const unwanted = tellApart(avoid ?? [], 'avoid', catalog);
  const [record] = wanted?.records ?? [];
  if (record !== undefined) {
    throw badInput('via', via ?? [], 'Use link names and databases.', ', which names a record');
  }
  const choice = {
    ...(wanted && wanted.names.length > 0 && { names: wanted.names }),
    ...(wanted && wanted.databases.length > 0 && { through: new Set(wanted.databases) }),
    avoidNames: new Set(unwanted.names.map(({ name }) => name)),
    avoidDatabases: new Set(unwanted.databases),
  };
  return { choice, avoidRecords: new Set(unwanted.records) };
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

/** Tells link names, databases and records apart. */
function tellApart(entries: readonly string[], argument: 'via' | 'avoid', catalog: Catalog) {
  if (entries.length > 0) {
    checkListLength(entries, MAX_CHOICES, argument);
  }
  const names: LinkName[] = [];
  const databases: string[] = [];
  const records: string[] = [];
  for (const entry of entries) {
    const [link, database] = [catalog.link(entry), catalog.database(entry)];
    if (link) {
      names.push(link);
    } else if (database) {
      databases.push(database.name);
    } else {
      records.push(recordOf(entry, argument, catalog));
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
