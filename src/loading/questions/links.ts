import type { LinkName } from '../../catalog/catalog.js';
import { attributeLinks, decodeLinkSets, linksRequest } from '../../eutils/elink.js';
import { EntrezError } from '../../eutils/errors.js';
import { filterKey, type LinkFilter } from '../../eutils/link-filter.js';
import type { Retmode } from '../../eutils/wire.js';
import { askInParts } from '../ask-in-parts.js';
import { type Links, packLinks } from '../links.js';
import type { Engine, Kind } from '../loader-family.js';
import { mapValues } from '../map-values.js';

/** Sources in one ELink call. Lists inside one database are long, so fewer there. */
const LINK_BATCH = 100;
const NEIGHBOUR_BATCH = 50;

/** A link name with its source and target database, also one that the catalog does not know. */
export type LinkAddress = Pick<LinkName, 'name' | 'from' | 'to'>;

/** Which links are wanted, and whether with their similarity scores (`neighbor_score`) or without (`neighbor`). */
export interface LinkQuestion {
  readonly link: LinkAddress;
  readonly scored: boolean;
  /** Passed on to ELink, whose answer is then in no particular order. */
  readonly filter?: LinkFilter | undefined;
}

/** What single records are linked to: repeated `id=` parameters, one link set for each source. */
export function linksKind({ door, lives }: Engine): Kind<LinkQuestion, Links> {
  return {
    nameOf: ({ link: { from, to, name }, scored, filter }) =>
      `${scored ? 'neighbor_score' : 'neighbor'} ${from} ${to} ${name} ${filterKey(filter)}`,
    maxBatchSize: ({ link }) => (link.from === link.to ? NEIGHBOUR_BATCH : LINK_BATCH),
    run:
      ({ link: { name: linkName, from, to }, scored, filter }) =>
      async (batch, options) => {
        const about = (uids: readonly string[]) => {
          const question = { from, to, linkName, uids, scored, filter };
          return {
            request: linksRequest(question, 'json'),
            fallback: linksRequest(question, 'xml'),
            decode: (body: string, retmode: Retmode) => attributeLinks(decodeLinkSets(body, retmode), question),
          };
        };
        const leftOut = (uid: string): EntrezError =>
          new EntrezError('UNKNOWN_ID', `NCBI gave no link set for ${from} ${uid}.`, { uids: [uid] });
        const found = await askInParts(door, { about, leftOut }, batch, options);
        return mapValues(found, (links, uid) =>
          links instanceof EntrezError ? links.with({ db: from, linkName }) : packLinks(uid, from === to, links),
        );
      },
    appraise: ({ bytes, uids }) => ({ bytes, life: uids.length === 0 ? lives.volatile : lives.links }),
  };
}
