import type { Catalog, LinkName } from '../../catalog/catalog.js';
import { MAX_HOPS } from '../../catalog/routes.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { SearchLimits } from '../../loading/graph/path-search.js';
import { countWays, type StepChoice, stepsOf } from '../../loading/graph/steps.js';
import { badInput, checkListLength } from '../core/arguments.js';
import type { RecordName } from '../lookup/record-name.js';
import { readNode } from '../records/read-node.js';

export const DEFAULT_PATHS = 5;
export const MAX_PATHS = 100;
export const DEFAULT_PATH_CALLS = 40;
export const MAX_PATH_CALLS = 500;
/** Ways over databases and link names that a search sorts; the usual link names make half as many. */
export const MAX_WAYS = 10_000;
/** Entries of `via` and `avoid`. */
export const MAX_CHOICES = 100;

export interface PathArgs {
  readonly from: string;
  readonly to: string;
  readonly maxHops?: number | null | undefined;
  readonly via?: readonly string[] | null | undefined;
  readonly avoid?: readonly string[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly maxCalls?: number | null | undefined;
}

/** What `paths` searches. */
export interface PathRequest {
  readonly from: RecordName;
  readonly to: RecordName;
  readonly limits: SearchLimits;
  readonly choice: StepChoice;
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument, and of a list the entry. */
export function readPaths(args: PathArgs, catalog: Catalog): PathRequest {
  const { via, avoid } = args;
  const number = (argument: 'maxHops' | 'first' | 'maxCalls', fallback: number, max: number): number => {
    const value = args[argument] ?? fallback;
    if (value < 1 || value > max) {
      throw badInput(argument, value, `Use a number from 1 to ${max}.`);
    }
    return value;
  };
  const limits = {
    maxHops: number('maxHops', 3, MAX_HOPS),
    first: number('first', DEFAULT_PATHS, MAX_PATHS),
    maxCalls: number('maxCalls', DEFAULT_PATH_CALLS, MAX_PATH_CALLS),
  };
  const wanted = via ? sort(via, 'via', catalog) : undefined;
  const unwanted = sort(avoid ?? [], 'avoid', catalog);
  const [record] = wanted?.records ?? [];
  if (record !== undefined) {
    throw badInput('via', via ?? [], 'Use link names and databases.', ', which names a record');
  }
  const from = readNode({ argument: 'from', value: args.from }, catalog);
  const to = readNode({ argument: 'to', value: args.to }, catalog);
  const choice = {
    ...(wanted && wanted.names.length > 0 && { names: wanted.names }),
    ...(wanted && wanted.databases.length > 0 && { through: new Set(wanted.databases) }),
    avoidNames: new Set(unwanted.names.map(({ name }) => name)),
    avoidDatabases: new Set(unwanted.databases),
  };
  const ways = countWays(stepsOf(catalog, choice), { from: from.db, to: to.db }, limits.maxHops, choice);
  if (ways > MAX_WAYS) {
    const [count, most] = [ways, MAX_WAYS].map((number) => number.toLocaleString('en'));
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "via" has link names that make ${count} ways, more than the ${most} that can be searched. Use fewer link names or a smaller maxHops.`,
    );
  }
  return { from, to, limits: { ...limits, avoidRecords: new Set(unwanted.records) }, choice };
}

/** Tells link names, databases and records apart. */
function sort(entries: readonly string[], argument: 'via' | 'avoid', catalog: Catalog) {
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
