import type { LinkName } from '../../catalog/catalog.js';
import type { Links } from '../values/link-list.js';

/** Where a search reads links. */
export interface LinkReader {
  /** Link names under which a record has links; undefined where that is not known. */
  availableNames(db: string, uid: string): Promise<ReadonlySet<string> | undefined>;
  /** Calls that the lists of records take at most; those that are known take none. */
  callsFor(link: LinkName, uids: readonly string[]): number;
  /** Records in one call at most. */
  batchSize(link: LinkName): number;
  /** @throws EntrezError the failure of the list. */
  load(link: LinkName, uid: string): Promise<Links>;
}
