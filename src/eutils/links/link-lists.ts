import { randomUUID } from 'node:crypto';

import { parseJson, unreadable } from '../body/json.js';
import { isObject, listOf, numberOf, uidOf } from '../body/shape.js';
import { SLICE, type Sliced } from '../body/slices.js';
import { piecesOf, type Text } from '../body/text.js';
import { LinkGatherer, type ScoredUid } from './link-columns.js';

/** What stands in place of a list that was taken out: a name that nobody else knows. */
const TAKEN = `list ${randomUUID()} `;

/** Which of the lists that were taken out a value stands for; -1 for none. */
export function placeOf(value: unknown): number {
  return typeof value === 'string' && value.startsWith(TAKEN) ? Number(value.slice(TAKEN.length)) : -1;
}

/** The start of a list of links. Inside a text its quotation marks would be escaped. */
const LIST = /(?<=[^\\])"links"\s*:\s*\[/g;

/** Characters of a list that the parser of the rest reads at once; thousands of longer ones would hold everything up. */
const SHORT = 2048;

/** Characters that may be the beginning of the start of a list. */
const START = 64;

/**
 * Takes the long lists of links out of an answer in JSON, so that what is left is short. Neither their text nor their
 * links are ever in one piece.
 *
 * @param lists - Gets the lists; {@link placeOf} finds the one that belongs to a place.
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when a list is no JSON or is cut off.
 */
export function* withoutLists(body: Text, lists: LinkGatherer[]): Sliced<string> {
  const rest: string[] = [];
  let text = '';
  let list: LinkGatherer | undefined;
  for (const piece of piecesOf(body)) {
    text += piece;
    for (let more = true; more;) {
      if (list) {
        const end = text.indexOf(']');
        text = readPart(text, end, list);
        more = end >= 0;
        list = more ? undefined : list;
      } else {
        const { at, isList } = nextList(text);
        rest.push(text.slice(0, at));
        text = text.slice(at);
        more = isList;
        if (isList) {
          text = text.slice(1);
          list = new LinkGatherer();
          rest.push(`"${TAKEN}${lists.push(list) - 1}"`);
        }
      }
      yield;
    }
  }
  if (list) {
    throw unreadable();
  }
  return rest.join('') + text;
}

/** Where the next long list begins; else from where on the text has to be seen again with what follows. */
function nextList(text: string): { readonly at: number; readonly isList: boolean } {
  const next = new RegExp(LIST);
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const start = next.lastIndex;
    const end = text.indexOf(']', start);
    if (end - start >= SHORT || (end < 0 && text.length - start >= SHORT)) {
      return { at: start - 1, isList: true };
    }
    if (end < 0) {
      return { at: found.index - 1, isList: false };
    }
    next.lastIndex = end;
  }
  return { at: Math.max(0, text.length - START), isList: false };
}

/** Reads the links before the end of a list, or those that are whole; returns the text behind them. */
function readPart(text: string, end: number, list: LinkGatherer): string {
  const to = end < 0 ? lastComma(text) : end;
  const links = text.slice(0, to);
  if (to < 0) {
    if (text.length > 2 * SLICE) {
      throw unreadable();
    }
    return text;
  }
  if (links.trim() !== '') {
    readLinks(links, list);
  } else if (end < 0 || list.length > 0) {
    // Nothing stands before or behind a comma.
    throw unreadable();
  }
  return text.slice(to + 1);
}

/** The last comma between two links, not inside one; -1 where there is none. */
function lastComma(text: string): number {
  const comma = text.lastIndexOf(',');
  const open = text.lastIndexOf('{', comma);
  return open > text.lastIndexOf('}', comma) ? text.lastIndexOf(',', open) : comma;
}

/** A link as NCBI writes it, with the comma or the end behind it. */
const LINK =
  /\s*(?:"([1-9]\d{0,14})"|\{\s*"id"\s*:\s*"([1-9]\d{0,14})"\s*,\s*"score"\s*:\s*(0|[1-9]\d{0,14})\s*\})\s*(,|$)/y;

/**
 * Reads links side by side. Those in NCBI's form are read here: the parser of JavaScript keeps each short text it meets
 * in a table of the process, whose growth to millions stops everything for a third of a second.
 */
function readLinks(text: string, list: LinkGatherer): void {
  const next = new RegExp(LINK);
  let at = 0;
  for (let found = next.exec(text); found; found = next.exec(text)) {
    const [, uid, scoredUid, score, comma] = found;
    if (comma === ',' && next.lastIndex === text.length) {
      // Nothing stands behind the comma: refused below.
      break;
    }
    list.push(Number(uid ?? scoredUid), score === undefined ? undefined : Number(score));
    if (comma !== ',') {
      return;
    }
    at = next.lastIndex;
  }
  for (const link of listOf(parseJson(`[${text.slice(at)}]`), 'links')) {
    list.add(() => readLink(link));
  }
}

/** `"29232834"` under `neighbor`, `{"id":"42026145","score":28347383}` under `neighbor_score`. */
export function readLink(link: unknown): ScoredUid {
  return isObject(link)
    ? { uid: uidOf(link.id, 'links'), score: 'score' in link ? numberOf(link.score, 'score') : undefined }
    : { uid: uidOf(link, 'links'), score: undefined };
}
