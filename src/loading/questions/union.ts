import { decodeUnion, unionRequest } from '../../eutils/elink-union.js';
import { type Links, packLinks } from '../links.js';
import type { Engine, Kind } from '../loader-family.js';
import type { LinkQuestion } from './links.js';

/** What any of several records is linked to: one comma list, one merged list, no owners. */
export interface UnionQuestion extends LinkQuestion {
  readonly uids: readonly string[];
}

/** Unions by {@link UnionQuestion} as JSON. The sources themselves stay in: each may be a neighbour of another. */
export function unionKind({ lives }: Engine): Kind<void, Links> {
  return {
    nameOf: () => 'union',
    batchSize: () => ({ start: 1, max: 1 }),
    run: () => async (keys, options) => {
      const [key = ''] = keys;
      const { link, scored, uids } = JSON.parse(key) as UnionQuestion;
      const question = { from: link.from, to: link.to, linkName: link.name, uids, scored };
      const found = await options.door.ask(
        {
          request: unionRequest(question, 'json'),
          fallback: unionRequest(question, 'xml'),
          decode: (body, retmode) => decodeUnion(body, retmode, question),
        },
        options,
      );
      return new Map([[key, packLinks('', false, found)]]);
    },
    appraise: ({ bytes, uids }) => ({ bytes, life: uids.length === 0 ? lives.volatile : lives.links }),
  };
}
