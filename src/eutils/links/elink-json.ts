import { lengthOf, type Text } from '../body/text.js';
import { errorIn, hasOtherMembers, jsonAnswerInSlices } from '../body/answer.js';
import type { LinkGatherer } from './link-columns.js';
import { placeOf, readLink, withoutLists } from './link-lists.js';
import { failureOf, linkSetDb, type LinkSet, type LinkSetDb, OF_OTHER_COMMANDS } from './link-set.js';
import { listOf, objectOf, optionalList, optionalText, textOfScalar, type JsonObject } from '../body/shape.js';
import { mapInSlices, MEMBERS, SLICE, type Sliced } from '../body/slices.js';

/**
 * Reads the link sets of an ELink answer in JSON. A set without `linksetdbs` has no links: NCBI leaves the key out
 * (protocol: recorded 2026).
 *
 * @throws EntrezError as {@link backendFailure} names it for an error beside `linksets`, though there may be some;
 * `MALFORMED_RESPONSE`, retryable, for everything that is not of the expected shape.
 */
export function* linkSetsInJson(body: Text): Sliced<LinkSet[]> {
  const lists: LinkGatherer[] = [];
  const rest = lengthOf(body) > SLICE ? yield* withoutLists(body, lists) : body;
  const answer = yield* jsonAnswerInSlices(rest, 'elink');
  const sets: LinkSet[] = [];
  for (const set of listOf(answer.linksets, 'linksets')) {
    sets.push(yield* readLinkSet(objectOf(set, 'linksets'), lists, hasOtherMembers(answer, ['header', 'linksets'])));
    if (lists.length > 0 || sets.length % MEMBERS === 0) {
      yield;
    }
  }
  return sets;
}

/** Of members with one element each JSON has the list alone. */
const MEMBERS_OF_OTHER_COMMANDS = [...OF_OTHER_COMMANDS.map((name) => name.toLowerCase()), 'linksetdbhistories'];

function* readLinkSet(set: JsonObject, lists: readonly LinkGatherer[], isStrangeAnswer: boolean): Sliced<LinkSet> {
  const dbs = optionalList(set.linksetdbs, 'linksetdbs').map((db) => objectOf(db, 'linksetdbs'));
  const sentence = [set, ...dbs].map(errorIn).find((text) => text !== undefined);
  const linkSetDbs: LinkSetDb[] = [];
  for (const db of dbs.filter((each) => errorIn(each) === undefined)) {
    linkSetDbs.push(yield* readLinkSetDb(db, lists));
  }
  return {
    from: optionalText(set.dbfrom) ?? '',
    ids: listOf(set.ids ?? [], 'ids').map((id) => textOfScalar(id, 'ids')),
    linkSetDbs,
    ...failureOf({
      sentence,
      isOfOtherCommand: MEMBERS_OF_OTHER_COMMANDS.some((name) => Object.hasOwn(set, name)),
      isStrange:
        isStrangeAnswer ||
        hasOtherMembers(set, ['dbfrom', 'ids', 'linksetdbs']) ||
        dbs.some((db) => hasOtherMembers(db, ['dbto', 'linkname', 'links'])),
      linkSetDbs,
    }),
  };
}

function* readLinkSetDb(db: JsonObject, lists: readonly LinkGatherer[]): Sliced<LinkSetDb> {
  const [to, linkName] = [textOfScalar(db.dbto, 'dbto'), textOfScalar(db.linkname, 'linkname')];
  const taken = lists[placeOf(db.links)];
  return taken
    ? { to, linkName, ...(yield* taken.columns()) }
    : yield* linkSetDb(to, linkName, yield* mapInSlices(listOf(db.links, 'links'), readLink));
}
