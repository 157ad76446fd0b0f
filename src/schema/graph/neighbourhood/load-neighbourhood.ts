import { type GraphQLResolveInfo, responsePathAsArray } from 'graphql';

import { EntrezError } from '../../../eutils/failures/errors.js';
import type { Skipped } from '../../../loading/graph/frontier.js';
import { type Neighbour, type Neighbourhood, NeighbourhoodSearch } from '../../../loading/graph/neighbourhood.js';
import type { Context } from '../../core/context.js';
import type { EntrezRecord } from '../../core/record.js';
import { lookUp } from '../../lookup/lookup.js';
import { rejectUnknown } from '../paths/connecting-paths.js';
import { ContextLinkReader } from '../link-reader.js';
import { checkNotAvoided, inHops, warnOfUnused } from '../step-choice.js';
import type { NeighbourhoodRequest } from './neighbourhood-request.js';
import type { MissingList } from '../source-lists.js';

/** The records around some, and what is not known or not shown of them. */
export interface LoadedNeighbourhood extends Neighbourhood {
  readonly frontier: readonly Skipped[];
  readonly linkNames: readonly string[];
  readonly missing: readonly MissingList[];
}

interface Start {
  readonly input: string;
  readonly record: EntrezRecord;
}

/**
 * Loads a neighbourhood. A start that is no record is named; it is not taken for one without links.
 *
 * @throws EntrezError the first failure where no start is a record; `BAD_USER_INPUT` for a name of several records.
 */
export async function loadNeighbourhood(
  { starts, links, limits, unused }: NeighbourhoodRequest,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<LoadedNeighbourhood> {
  const path = responsePathAsArray(info.path);
  const missing: MissingList[] = [];
  const unlessMissing = async <T>(input: string, source: EntrezRecord | undefined, load: () => Promise<T>) => {
    try {
      return [await load()];
    } catch (failure) {
      if (!(failure instanceof EntrezError) || failure.code === 'BAD_USER_INPUT') {
        throw failure;
      }
      missing.push({ input, source, failure });
      return [];
    }
  };
  const looked = await Promise.all(
    starts.map(async ({ input, name }) =>
      unlessMissing(input, undefined, async (): Promise<Start> => {
        const record = await lookUp(name, context, path);
        record.namedAt(path);
        checkNotAvoided(record, 'of', limits.avoidRecords);
        return { input, record };
      }),
    ),
  );
  warnOfUnused(unused, `over which nothing is followed within ${inHops(limits.hops)}`, context, info);
  const { operation } = context;
  const maxCalls = Math.min(limits.maxCalls, operation.maxCalls - operation.callsMade);
  const search = new NeighbourhoodSearch(new ContextLinkReader(context), links, { ...limits, maxCalls });
  const found = looked.flat();
  const { nodes, edges } = await search.run(found.map(({ record: { db, uid } }) => ({ db, uid })));
  const alone = found.filter(
    ({ record: { db, uid } }) => !edges.some(({ from }) => from.db === db && from.uid === uid),
  );
  await Promise.all(
    alone.map(({ input, record }) =>
      unlessMissing(input, record, () =>
        rejectUnknown(
          record,
          context,
          links.some(({ from }) => from === record.db),
        ),
      ),
    ),
  );

  const [first] = missing;
  if (first && missing.length === starts.length) {
    throw first.failure;
  }
  for (const { input, failure } of missing) {
    operation.degrade({ code: failure.code, message: `The neighbourhood of ${input} is missing. ${failure.message}` });
  }
  const isKnown = ({ record: { db, uid } }: Neighbour): boolean =>
    !missing.some(({ source }) => source?.db === db && source.uid === uid);
  return {
    nodes: nodes.filter(isKnown),
    edges,
    frontier: search.frontier.skipped,
    linkNames: search.linkNames,
    missing,
  };
}
