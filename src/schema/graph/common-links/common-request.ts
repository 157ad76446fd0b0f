import { createHash } from 'node:crypto';

import type { GraphQLResolveInfo } from 'graphql';

import type { Catalog } from '../../../catalog/catalog.js';
import { EntrezError } from '../../../eutils/failures/errors.js';
import type { LinkFilter } from '../../../eutils/links/link-filter.js';
import type { LinkQuestion } from '../../../loading/definitions/links.js';
import type { CommonOrder } from '../../../loading/graph/common-targets.js';
import { badInput } from '../../core/arguments.js';
import { ownSelection, selects } from '../../core/selection.js';
import { checkLinkArgs, type LinkArgs, parseLinkFilter } from '../../links/link-arguments.js';
import { keyOfName } from '../../lookup/record-name.js';
import { MAX_RECORDS } from '../../records/list-roots.js';
import { readSources, type Sources, type SourcesArgs } from '../source-lists.js';

/** Targets, those of most sources first, that are ranked by their link counts. */
export const MAX_RANKED = 1000;

export type Order = 'SOURCES' | 'LIFT' | 'SCORE' | 'UID' | 'DATE';

export type CommonLinksArgs = SourcesArgs &
  Omit<LinkArgs, 'orderBy'> & {
    readonly atLeast?: number | null | undefined;
    readonly orderBy?: Order | null | undefined;
  };

/** What `commonLinks` loads, as its arguments and the selection below it decide. */
export interface CommonRequest {
  readonly sources: Sources;
  readonly question: LinkQuestion;
  readonly filter: LinkFilter | undefined;
  readonly atLeast: number;
  readonly order: Order;
  /** Whether link counts of targets are loaded. */
  readonly countsLinks: boolean;
  readonly args: LinkArgs;
}

/** @throws EntrezError `BAD_USER_INPUT` naming the argument. */
export function readCommon(
  { of, name, to, atLeast, orderBy, ...args }: CommonLinksArgs,
  catalog: Catalog,
  info: GraphQLResolveInfo,
): CommonRequest {
  const sources = readSources({ of, name, to }, catalog);
  const { link } = sources;
  const order = orderBy ?? 'SOURCES';
  const fewest = atLeast ?? 2;
  if (fewest < 1 || fewest > MAX_RECORDS) {
    throw badInput('atLeast', fewest, `Use a number from 1 to ${MAX_RECORDS}.`);
  }
  checkLinkArgs(link, { ...args, orderBy: order === 'SOURCES' || order === 'LIFT' ? null : order });
  checkEnoughSources(new Set(sources.names.map(({ name }) => keyOfName(name))).size, fewest);
  const selected = ownSelection(info);
  const shows = (...path: readonly string[]): boolean => selects(info, selected, ...path);
  const usesScores = args.minScore != null || order === 'SCORE' || shows('edges', 'scoreSum');
  return {
    sources,
    question: { link, scored: link.scored === true && usesScores, scoresMayLack: args.minScore == null },
    filter: parseLinkFilter(args.filter, link.to),
    atLeast: fewest,
    order,
    countsLinks: order === 'LIFT' || shows('edges', 'expected') || shows('edges', 'lift'),
    args,
  };
}

/**
 * Refuses to look for what more sources share than there are.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming both arguments.
 */
export function checkEnoughSources(sources: number, atLeast: number): void {
  if (sources < atLeast) {
    const named = sources === 1 ? '1 record' : `${sources} different records`;
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "of" names ${named}, but "atLeast" is ${atLeast}. Name more sources, or use a smaller "atLeast".`,
    );
  }
}

/** The order in which the records of an order are counted out. */
export function countedAs(order: Order): CommonOrder {
  return order === 'UID' ? 'uid' : order === 'SCORE' ? 'score' : 'sources';
}

/** Stands for the sources in cursors. */
export function ownerOf({ sources: { names }, atLeast }: CommonRequest): string {
  const sources = names.map(({ name }) => keyOfName(name)).toSorted();
  return `common ${atLeast} ${createHash('sha256').update(sources.join()).digest('base64url').slice(0, 16)}`;
}
