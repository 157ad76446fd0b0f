import type { Catalog, LinkName } from '../../../catalog/catalog.js';
import { MAX_HOPS } from '../../../catalog/routes.js';
import type { NeighbourhoodLimits } from '../../../loading/graph/neighbourhood.js';
import { linksToFollow, unusedAround } from '../../../loading/graph/steps.js';
import { checkListLength } from '../../core/arguments.js';
import type { RecordName } from '../../lookup/record-name.js';
import { readNode } from '../../records/read-node.js';
import { DEFAULT_PATH_CALLS, MAX_PATH_CALLS } from '../paths/path-request.js';
import { type AvoidedRecords, type ChoiceArgs, checkNotAvoided, readChoice, wholeNumber } from '../step-choice.js';

export const MAX_STARTS = 100;
export const DEFAULT_PER_HOP = 10;
export const MAX_PER_HOP = 100;

export interface NeighbourhoodArgs extends ChoiceArgs {
  readonly of: readonly string[];
  readonly hops?: number | null | undefined;
  readonly perHop?: number | null | undefined;
  readonly maxCalls?: number | null | undefined;
}

/** What `neighbourhood` loads. */
export interface NeighbourhoodRequest {
  readonly starts: readonly { readonly input: string; readonly name: RecordName }[];
  readonly links: readonly LinkName[];
  readonly limits: NeighbourhoodLimits & { readonly avoidRecords: AvoidedRecords };
  /** Entries of `via` that nothing is followed over. */
  readonly unused: readonly string[];
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument, and of a list the entry. */
export function readNeighbourhood(args: NeighbourhoodArgs, catalog: Catalog): NeighbourhoodRequest {
  checkListLength(args.of, MAX_STARTS, 'of');
  const { choice, avoidRecords } = readChoice(args, catalog);
  const starts = args.of.map((input) => ({ input, name: readNode({ argument: 'of', value: input }, catalog) }));
  for (const { name } of starts) {
    if ('uid' in name) {
      checkNotAvoided(name, 'of', avoidRecords);
    }
  }
  const links = linksToFollow(catalog, choice);
  const hops = wholeNumber(args, 'hops', { fallback: 1, max: MAX_HOPS });
  const databases = starts.map(({ name: { db } }) => db);
  return {
    starts,
    links,
    unused: unusedAround(links, databases, hops, choice),
    limits: {
      hops,
      perHop: wholeNumber(args, 'perHop', { fallback: DEFAULT_PER_HOP, max: MAX_PER_HOP }),
      maxCalls: wholeNumber(args, 'maxCalls', { fallback: DEFAULT_PATH_CALLS, max: MAX_PATH_CALLS }),
      avoidRecords,
    },
  };
}
