import { errorIn, jsonAnswerInSlices } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import { parseJson } from '../body/json.js';
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
import { mapInSlices, SLICE, type Sliced } from '../body/slices.js';

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
  return yield* mapInSlices(listOf(answer.linksets, 'linksets'), (set) =>
    readLinkSet(objectOf(set, 'linksets'), lists),
  );
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
      for (const link of listOf(parseJson(`[${piece}]`), 'links')) {
        gatherer.add(() => readLink(link));
      }
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
    from = to + 1;
  }
}

function readLinkSet(set: JsonObject, lists: readonly LinkGatherer[]): LinkSet {
  const dbs = listOf(set.linksetdbs ?? [], 'linksetdbs').map((db) => objectOf(db, 'linksetdbs'));
  const sentence = [set, ...dbs].map(errorIn).find((text) => text !== undefined);
  return {
    from: optionalText(set.dbfrom) ?? '',
    ids: listOf(set.ids ?? [], 'ids').map((id) => textOfScalar(id, 'ids')),
    linkSetDbs: dbs.filter((db) => errorIn(db) === undefined).map((db) => readLinkSetDb(db, lists)),
    ...(sentence !== undefined && { error: backendFailure(sentence) }),
  };
}

function readLinkSetDb(db: JsonObject, lists: readonly LinkGatherer[]): LinkSetDb {
  const [to, linkName] = [textOfScalar(db.dbto, 'dbto'), textOfScalar(db.linkname, 'linkname')];
  const number = typeof db.links === 'string' ? TAKEN.exec(db.links)?.[1] : undefined;
  const taken = number === undefined ? undefined : lists[Number(number)];
  return taken
    ? { to, linkName, ...taken.columns() }
    : linkSetDb(to, linkName, listOf(db.links, 'links').map(readLink));
}

/** `"29232834"` under `neighbor`, `{"id":"42026145","score":28347383}` under `neighbor_score`. */
function readLink(link: unknown): ScoredUid {
  return isObject(link)
    ? { uid: uidOf(link.id, 'links'), score: 'score' in link ? numberOf(link.score, 'score') : undefined }
    : { uid: uidOf(link, 'links'), score: undefined };
}
