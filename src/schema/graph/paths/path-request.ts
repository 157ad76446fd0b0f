import type { Catalog } from '../../../catalog/catalog.js';
import { DEFAULT_HOPS, MAX_HOPS } from '../../../catalog/routes.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import type { SearchLimits } from '../../../loading/graph/path-search.js';
import { countWays, type StepChoice, stepsOf, unusedInWays } from '../../../loading/graph/steps.js';
import type { RecordName } from '../../lookup/record-name.js';
import { readNode } from '../../records/read-node.js';
import { type AvoidedRecords, checkNotAvoided, readChoice, wholeNumber } from '../step-choice.js';

export const DEFAULT_PATHS = 5;
export const MAX_PATHS = 100;
export const DEFAULT_PATH_CALLS = 40;
export const MAX_PATH_CALLS = 500;
/** Ways over databases and link names that a search sorts; the usual link names make half as many. */
export const MAX_WAYS = 10_000;

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
  readonly limits: SearchLimits & { readonly avoidRecords: AvoidedRecords };
  readonly choice: StepChoice;
  /** Entries of `via` over which no way leads. */
  readonly unused: readonly string[];
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument, and of a list the entry. */
export function readPaths(args: PathArgs, catalog: Catalog): PathRequest {
  const { via, avoid } = args;
  const limits = {
    maxHops: wholeNumber(args, 'maxHops', { fallback: DEFAULT_HOPS, max: MAX_HOPS }),
    first: wholeNumber(args, 'first', { fallback: DEFAULT_PATHS, max: MAX_PATHS }),
    maxCalls: wholeNumber(args, 'maxCalls', { fallback: DEFAULT_PATH_CALLS, max: MAX_PATH_CALLS }),
  };
  const { choice, avoidRecords } = readChoice({ via, avoid }, catalog);
  const from = readNode({ argument: 'from', value: args.from }, catalog);
  const to = readNode({ argument: 'to', value: args.to }, catalog);
  for (const [argument, end] of [['from', from] as const, ['to', to] as const]) {
    if ('uid' in end) {
      checkNotAvoided(end, argument, avoidRecords);
    }
  }
  const [steps, ends] = [stepsOf(catalog, choice), { from: from.db, to: to.db }];
  const ways = countWays(steps, ends, limits.maxHops, choice);
  if (ways > MAX_WAYS) {
    const [count, most] = [ways, MAX_WAYS].map((number) => number.toLocaleString('en'));
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "via" has link names that make ${count} ways, more than the ${most} that can be searched. Use fewer link names or a smaller maxHops.`,
    );
  }
  const unused = unusedInWays(steps, ends, limits.maxHops, choice);
  return { from, to, limits: { ...limits, avoidRecords }, choice, unused };
}
