import type { LinkName } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import type { LinkReader } from '../../loading/graph/link-reader.js';
import type { Links } from '../../loading/values/link-list.js';
import type { Context } from '../core/context.js';
import type { EstimateScope } from '../cost/dry-run-scope.js';
import { neverKnown } from '../cost/planned-query.js';
import { availableLinksQuestion } from '../cost/record-queries.js';
import { type Arrival, RecordSet, START, turnAfter } from '../cost/record-set.js';

/** Reads links as link fields do: from the same caches and tables, in the same batches. */
export class ContextLinkReader implements LinkReader {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  async availableNames(db: string, uid: string): Promise<ReadonlySet<string> | undefined> {
    const { loaders, operation } = this.#context;
    try {
      const links = await loaders.availableLinks(db).load(uid, operation);
      return new Set(links.map(({ linkName }) => linkName));
    } catch (error) {
      if (error instanceof EntrezError) {
        return undefined;
      }
      throw error;
    }
  }

  callsFor(link: LinkName, uids: readonly string[]): number {
    const { loaders, operation } = this.#context;
    const { notBefore } = operation;
    const question = { link, scored: false };
    const unknown = uids.filter((uid) => loaders.peekLinks(question, uid, notBefore) === undefined);
    return Math.ceil(unknown.length / this.batchSize(link));
  }

  batchSize(link: LinkName): number {
    return this.#context.loaders.linkLoader({ link, scored: false }).batchSize;
  }

  async load(link: LinkName, uid: string): Promise<Links> {
    return this.#context.loaders.links({ link, scored: false }, uid, this.#context.operation);
  }
}

/**
 * Acts out a search that reads links so: the kinds of links of its ends for sure, and as many calls as it may make at worst.
 *
 * @returns When it has found what it finds.
 */
export function estimateGraphSearch(
  about: string,
  ends: readonly RecordSet[],
  maxCalls: number,
  scope: EstimateScope,
): Arrival {
  let since = START;
  for (const end of ends.filter(({ size }) => size > 0)) {
    since = scope.ask(availableLinksQuestion(scope.loaders, end.db), end).missing?.since ?? since;
  }
  const variant = scope.path;
  const { missing } = scope.ask({ ...neverKnown('elink', about), variant }, RecordSet.unknown('', maxCalls, since));
  // Whether an end exists that has no links.
  scope.ask({ ...neverKnown('esummary', about), variant }, RecordSet.unknown('', 2, since));
  return turnAfter(missing?.since ?? since);
}
