import { errorIn, jsonAnswer } from './answer.js';
import { backendFailure } from './backend-failure.js';
import { linkSetDb, type LinkSet, type LinkSetDb, type ScoredUid } from './link-set.js';
import { isObject, listOf, numberOf, objectOf, optionalText, textOfScalar, uidOf, type JsonObject } from './shape.js';

/**
 * Reads the link sets of an ELink answer in JSON. A set without `linksetdbs` has no links: NCBI leaves the key out
 * (protocol: recorded 2026).
 *
 * @throws EntrezError as {@link backendFailure} names it for an error beside `linksets`, though there may be some;
 * `MALFORMED_RESPONSE`, retryable, for everything that is not of the expected shape.
 */
export function linkSetsInJson(body: string): LinkSet[] {
  return listOf(jsonAnswer(body, 'elink').linksets, 'linksets').map((set) => readLinkSet(objectOf(set, 'linksets')));
}

function readLinkSet(set: JsonObject): LinkSet {
  const dbs = listOf(set.linksetdbs ?? [], 'linksetdbs').map((db) => objectOf(db, 'linksetdbs'));
  const sentence = [set, ...dbs].map(errorIn).find((text) => text !== undefined);
  return {
    from: optionalText(set.dbfrom) ?? '',
    ids: listOf(set.ids ?? [], 'ids').map((id) => textOfScalar(id, 'ids')),
    linkSetDbs: dbs.filter((db) => errorIn(db) === undefined).map(readLinkSetDb),
    ...(sentence !== undefined && { error: backendFailure(sentence) }),
  };
}

function readLinkSetDb(db: JsonObject): LinkSetDb {
  const links = listOf(db.links, 'links').map(readLink);
  return linkSetDb(textOfScalar(db.dbto, 'dbto'), textOfScalar(db.linkname, 'linkname'), links);
}

/** `"29232834"` under `neighbor`, `{"id":"42026145","score":28347383}` under `neighbor_score`. */
function readLink(link: unknown): ScoredUid {
  return isObject(link)
    ? { uid: uidOf(link.id, 'links'), score: 'score' in link ? numberOf(link.score, 'score') : undefined }
    : { uid: uidOf(link, 'links'), score: undefined };
}
