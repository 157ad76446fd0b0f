import { readUnion, unionRequest } from '../../eutils/links/elink-union.js';
import { type Links, packLinks } from '../values/link-list.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import type { LinkQuestion } from './links.js';

/** What any of several records is linked to: one comma list, one merged list, no owners. */
export interface UnionQuestion extends LinkQuestion {
  readonly uids: readonly string[];
}

/** Unions by {@link UnionQuestion} as JSON. The sources themselves stay in: each may be a neighbour of another. */
export function unionDefinition({ ttls }: Engine): LoaderDefinition<void, Links> {
  return {
    kind: 'union',
    nameOf: () => 'union',
    batchSize: () => ({ start: 1, max: 1 }),
    run: () => async (keys, options) => {
      const [key = ''] = keys;
      const { link, scored, uids } = JSON.parse(key) as UnionQuestion;
      const question = { from: link.from, to: link.to, linkName: link.name, uids, scored };
      const found = await options.client.send(
        {
          request: unionRequest(question, 'json'),
          fallback: unionRequest(question, 'xml'),
          decode: (body, retmode) => readUnion(body, retmode, question),
        },
        options,
      );
      return new Map([[key, packLinks('', false, found)]]);
    },
    weigh: ({ bytes, uids, asOf }) => ({ size: bytes, ttl: uids.length === 0 ? ttls.searches : ttls.links, asOf }),
  };
}
