import type { Catalog } from '../catalog/catalog.js';
import { EntrezError } from '../eutils/failures/errors.js';
import { isUid } from '../eutils/body/shape.js';
import type { Loaders } from '../loading/loaders.js';
import type { Operation } from '../loading/operation/operation.js';
import { findLink } from '../schema/links/find-link.js';

/** What one record is linked to, in NCBI's order. */
export interface LinkedUids {
  readonly uids: readonly string[];
  /** Similarity scores beside the uids, highest first; absent for link names without them, and where NCBI could not give them. */
  readonly scores?: readonly number[];
}

/**
 * The links of records under one link name, each list or its failure beside the uid it belongs to.
 *
 * @internal
 */
export async function linksOf(
  { catalog, loaders }: { readonly catalog: Catalog; readonly loaders: Loaders },
  { db, uids, name }: { readonly db: string; readonly uids: readonly string[]; readonly name: string },
  operation: Operation,
): Promise<ReadonlyMap<string, LinkedUids | EntrezError>> {
  const from = catalog.database(db)?.name;
  if (from === undefined) {
    throw new EntrezError('BAD_USER_INPUT', `Unknown database ${JSON.stringify(db)}. Use a name such as "gene".`);
  }
  const isList: boolean = Array.isArray(uids);
  if (!isList) {
    throw new EntrezError('BAD_USER_INPUT', 'Invalid uids. Use a list of the numbers of records as text.');
  }
  const wrong = uids.find((uid: unknown) => typeof uid !== 'string' || !isUid(uid)) as unknown;
  if (wrong !== undefined) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Invalid uid ${JSON.stringify(wrong)}. Use the number of a record as text.`,
    );
  }
  const link = findLink(catalog, from, name, undefined);
  const question = { link, scored: link.scored === true, scoresMayLack: true };
  const lists = await Promise.all(
    [...new Set(uids)].map(async (uid): Promise<[string, LinkedUids | EntrezError]> => {
      try {
        const { uids: linked, scores } = await loaders.links(question, uid, operation);
        const list = { uids: [...linked] };
        return [uid, scores ? { ...list, scores: Array.from(scores) } : list];
      } catch (error) {
        if (error instanceof EntrezError) {
          return [uid, error];
        }
        throw error;
      }
    }),
  );
  return new Map(lists);
}
