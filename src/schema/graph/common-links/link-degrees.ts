import type { Catalog } from '../../../catalog/catalog.js';
import { reverseLink } from '../../../catalog/reverse-link.js';
import type { LinkRef } from '../../../loading/definitions/links.js';
import type { Loaders } from '../../../loading/loaders.js';
import type { Links } from '../../../loading/values/link-list.js';
import type { Context } from '../../core/context.js';
import type { EstimateScope } from '../../cost/dry-run-scope.js';
import type { Outcome } from '../../cost/planned-calls.js';
import { questionOf } from '../../cost/planned-query.js';
import { linksQuestion } from '../../cost/record-queries.js';
import { RecordSet, START } from '../../cost/record-set.js';

/** How many records link to a target, and how many of a random choice of sources would. */
export class LinkDegrees {
  readonly #link: LinkRef;
  readonly #reverse: LinkRef | undefined;
  readonly #context: Context;

  constructor(link: LinkRef, catalog: Catalog, context: Context) {
    this.#link = link;
    this.#reverse = reverseLink(catalog, link);
    this.#context = context;
  }

  /**
   * How many records of the source database link to a target; undefined where the links cannot be read backwards.
   *
   * @throws EntrezError the failure of the list.
   */
  async of(uid: string): Promise<number | undefined> {
    const { loaders, operation } = this.#context;
    return this.#reverse && (await loaders.links(backwards(this.#reverse), uid, operation)).uids.length;
  }

  /** How many of so many sources would link to a target if its links were spread over all records evenly. */
  async expected(uid: string, sources: number): Promise<number | null> {
    const { loaders, operation } = this.#context;
    const [degree, { count }] = await Promise.all([
      this.of(uid),
      this.#reverse ? loaders.databaseInfo(this.#link.from, operation) : { count: 0 },
    ]);
    return degree === undefined || count === 0 ? null : (sources * degree) / count;
  }
}

/** How many records link to each target, by a table; undefined where one of the counts has to be requested. */
export function degreesOfTables(
  link: LinkRef,
  uids: readonly string[],
  catalog: Catalog,
  loaders: Loaders,
): readonly number[] | undefined {
  const reverse = reverseLink(catalog, link);
  const degrees: number[] = [];
  for (const uid of uids) {
    const links = reverse && loaders.tabledLinks(backwards(reverse), uid);
    if (!links) {
      return undefined;
    }
    degrees.push(links.uids.length);
  }
  return degrees;
}

/** Acts out the link counts of targets, and the size of the database of the sources. */
export function estimateDegrees(
  link: LinkRef,
  targets: RecordSet,
  catalog: Catalog,
  scope: EstimateScope,
): Outcome<Links> {
  const reverse = reverseLink(catalog, link);
  if (!reverse || targets.size === 0) {
    return { known: new Map(), missing: undefined };
  }
  const info = questionOf('einfo', 'databases', scope.loaders.databaseLoader);
  // None is needed where there is no target.
  const isSure = targets.others === 0;
  scope.ask(info, isSure ? RecordSet.known('', [link.from], START) : RecordSet.unknown('', 1, START));
  return scope.ask(linksQuestion(scope.loaders, backwards(reverse)), targets);
}

function backwards(link: LinkRef) {
  return { link, scored: false };
}
