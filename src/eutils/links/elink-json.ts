import { errorIn, jsonAnswerInSlices } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import { parseJson, unreadable } from '../body/json.js';
import { LinkGatherer, type ScoredUid } from './link-columns.js';
import { linkSetDb, type LinkSet, type LinkSetDb } from './link-set.js';
import {
  isObject,
  listOf,
  numberOf,
  objectOf,
  optionalText,
  textOfScalar,
  uidOf,
  type JsonObject,
} from '../body/shape.js';
import { mapInSlices, MEMBERS, SLICE, type Sliced } from '../body/slices.js';

/**
 * Reads the link sets of an ELink answer in JSON. A set without `linksetdbs` has no links: NCBI leaves the key out
 * (protocol: recorded 2026).
 *
 * @throws EntrezError as {@link backendFailure} names it for an error beside `linksets`, though there may be some;
 * `MALFORMED_RESPONSE`, retryable, for everything that is not of the expected shape.
 */
export function* linkSetsInJson(body: string): Sliced<LinkSet[]> {
  const { rest, lists } =
    body.length > SLICE && !body.includes('"list ') ? yield* withoutLists(body) : { rest: body, lists: [] };
  const answer = yield* jsonAnswerInSlices(rest, 'elink');
  const sets: LinkSet[] = [];
  for (const set of listOf(answer.linksets, 'linksets')) {
    sets.push(yield* readLinkSet(objectOf(set, 'linksets'), lists));
    if (lists.length > 0 || sets.length % MEMBERS === 0) {
      yield;
    }
  }
  return sets;
}

/** The start of a list of links. Inside a text its quotation marks would be escaped. */
const LIST = /(?<!\\)"links"\s*:\s*\[/g;

/** Characters of a list that the parser of the rest reads at once; thousands of longer ones would hold everything up. */
const SHORT = 2048;

/** What stands in place of a list that was taken out; NCBI writes nothing of the kind. */
const TAKEN = /^list (\d+)$/;

/** Takes long lists out of an answer and gathers their links piece by piece, so that what is left is short. */
function* withoutLists(body: string): Sliced<{ readonly rest: string; readonly lists: readonly LinkGatherer[] }> {
  const lists: LinkGatherer[] = [];
  let rest = '';
  let done = 0;
  let pause = 0;
  const next = new RegExp(LIST);
  while (next.exec(body) !== null) {
    const start = next.lastIndex;
    const end = body.indexOf(']', start);
    if (start >= pause) {
      pause = start + SLICE;
      yield;
    }
    if (end - start < SHORT) {
      // Short, or cut off: left to the parser of the rest.
      continue;
    }
    next.lastIndex = end;
    const gatherer = new LinkGatherer();
    for (const piece of piecesOf(body, start, end)) {
      readLinks(piece, gatherer);
      yield;
    }
    rest += `${body.slice(done, start - 1)}"list ${lists.length}"`;
    lists.push(gatherer);
    done = end + 1;
  }
  return { rest: rest + body.slice(done), lists };
}

/** The text between two places, cut behind whole links. */
function* piecesOf(text: string, start: number, end: number): Generator<string> {
  const isOfObjects = /^\s*\{/.test(text.slice(start, start + 100));
  let from = start;
  while (from < end) {
    const close = text.indexOf(isOfObjects ? '}' : ',', from + SLICE);
    const comma = isOfObjects && close >= 0 ? text.indexOf(',', close) : close;
    const to = comma < 0 || comma > end ? end : comma;
    yield text.slice(from, to);
    if (to < end && text.slice(to + 1, end).trim() === '') {
      // Nothing stands behind a comma.
      throw unreadable();
    }
    from = to + 1;
  }
}

/** A link as NCBI writes it, with the comma or the end behind it. */
const LINK = /\s*(?:"([1-9]\d{0,14})"|\{\s*"id"\s*:\s*"([1-9]\d{0,14})"\s*,\s*"score"\s*:\s*(\d{1,15})\s*\})\s*(,|$)/y;

/**
 * Reads links side by side. Those in NCBI's form are read here: the parser of JavaScript keeps each short text it meets
 * in a table of the process, whose growth to millions stops everything for a third of a second.
 */
function readLinks(piece: string, gatherer: LinkGatherer): void {
  const next = new RegExp(LINK);
  let at = 0;
  for (let found = next.exec(piece); found; found = next.exec(piece)) {
    const [, uid, scoredUid, score, comma] = found;
    if (comma === ',' && next.lastIndex === piece.length) {
      break;
    }
    gatherer.push(Number(uid ?? scoredUid), score === undefined ? undefined : Number(score));
    at = next.lastIndex;
    if (comma !== ',') {
      return;
    }
  }
  for (const link of listOf(parseJson(`[${piece.slice(at)}]`), 'links')) {
    gatherer.add(() => readLink(link));
  }
}

function* readLinkSet(set: JsonObject, lists: readonly LinkGatherer[]): Sliced<LinkSet> {
  const dbs = listOf(set.linksetdbs ?? [], 'linksetdbs').map((db) => objectOf(db, 'linksetdbs'));
  const sentence = [set, ...dbs].map(errorIn).find((text) => text !== undefined);
  const linkSetDbs: LinkSetDb[] = [];
  for (const db of dbs.filter((each) => errorIn(each) === undefined)) {
    linkSetDbs.push(yield* readLinkSetDb(db, lists));
  }
  return {
    from: optionalText(set.dbfrom) ?? '',
    ids: listOf(set.ids ?? [], 'ids').map((id) => textOfScalar(id, 'ids')),
    linkSetDbs,
    ...(sentence !== undefined && { error: backendFailure(sentence) }),
  };
}

function* readLinkSetDb(db: JsonObject, lists: readonly LinkGatherer[]): Sliced<LinkSetDb> {
  const [to, linkName] = [textOfScalar(db.dbto, 'dbto'), textOfScalar(db.linkname, 'linkname')];
  const number = typeof db.links === 'string' ? TAKEN.exec(db.links)?.[1] : undefined;
  const taken = number === undefined ? undefined : lists[Number(number)];
  return taken
    ? { to, linkName, ...(yield* taken.columns()) }
    : yield* linkSetDb(to, linkName, yield* mapInSlices(listOf(db.links, 'links'), readLink));
}

/** `"29232834"` under `neighbor`, `{"id":"42026145","score":28347383}` under `neighbor_score`. */
function readLink(link: unknown): ScoredUid {
  return isObject(link)
    ? { uid: uidOf(link.id, 'links'), score: 'score' in link ? numberOf(link.score, 'score') : undefined }
    : { uid: uidOf(link, 'links'), score: undefined };
}
