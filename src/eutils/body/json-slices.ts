import { endOfString, MAX_DEPTH, parseJson, repeated, tooDeep, unreadable } from './json.js';
import { malformed } from '../failures/malformed.js';
import { isObject } from './shape.js';
import { SLICE, type Sliced } from './slices.js';

/** An object or list that is too long to be read at once, as places in the text. */
interface Container {
  readonly isList: boolean;
  /** Where its members begin. */
  readonly start: number;
  readonly parts: readonly Part[];
  /** Where its closing bracket stands. */
  readonly end: number;
}

/** Some members side by side, or one that is a long container itself. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly inner?: Container;
}

/** A container whose end has not been found yet. */
interface OpenContainer {
  readonly isList: boolean;
  readonly start: number;
  readonly parts: Part[];
  /** Where the members begin that belong to no part yet. */
  from: number;
  /** The latest comma between members. */
  comma: number;
  /** The long container that stands in the member at hand. */
  inner: Container | undefined;
}

/**
 * Reads a JSON text as {@link parseJson} does, with a pause after every {@link SLICE} characters. Long objects and lists
 * are cut between their members; what lies between the cuts is left to the parser of JavaScript.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, as {@link parseJson} does.
 */
export function* jsonInSlices(text: string): Sliced<unknown> {
  if (text.length <= SLICE || !/^[\ufeff\s]*[{[]/.test(text)) {
    return parseJson(text);
  }
  const root = yield* longContainerIn(text);
  return root ? yield* valueOf(text, root) : parseJson(text);
}

/** Bounds of what is read at once, far above all that NCBI has sent. */
const MAX_STRING = 1_000_000;
const MAX_MEMBERS = 50_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The container that the whole text is; undefined where it is a short one among blanks. */
function* longContainerIn(text: string): Sliced<Container | undefined> {
  const open: OpenContainer[] = [];
  let pause = SLICE;
  for (let at = text.search(/[{[]/); at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const start = at;
      at = endOfString(text, start);
      if (at - start > MAX_STRING) {
        throw malformed(`NCBI sent a text of more than ${MAX_STRING} characters.`);
      }
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (open.length > MAX_DEPTH) {
        throw tooDeep();
      }
      open.push({ isList: code === OPEN_LIST, start: at + 1, parts: [], from: at + 1, comma: at, inner: undefined });
    } else if (code === COMMA) {
      endMember(open.at(-1), at, false);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      const container = open.pop();
      if (container?.isList !== (code === CLOSE_LIST)) {
        throw unreadable();
      }
      const closed = closeContainer(container, at);
      const parent = open.at(-1);
      if (parent === undefined) {
        yield* requireBlanks(text, at + 1);
        return closed;
      }
      parent.inner = closed;
    }
    if (at >= pause) {
      pause = at + SLICE;
      yield;
    }
  }
  throw unreadable();
}

/** Ends the member at hand: a part of its own where it is long, else one of those that make a part together. */
function endMember(container: OpenContainer | undefined, end: number, isLast: boolean): void {
  if (container === undefined) {
    return;
  }
  const { inner, from, comma, parts } = container;
  if (inner) {
    if (comma >= from) {
      parts.push({ start: from, end: comma });
    }
    parts.push({ start: Math.max(from, comma + 1), end, inner });
  } else if (isLast || end - from >= SLICE) {
    parts.push({ start: from, end });
  }
  if (inner || end - from >= SLICE) {
    container.from = end + 1;
  }
  container.inner = undefined;
  container.comma = end;
}

/** Short containers are read with the members around them. */
function closeContainer(container: OpenContainer, end: number): Container | undefined {
  if (end - container.start < SLICE) {
    return undefined;
  }
  endMember(container, end, true);
  return { ...container, end };
}

function* requireBlanks(text: string, start: number): Sliced<void> {
  for (let at = start; at < text.length; at += SLICE) {
    if (/[^ \t\r\n]/.test(text.slice(at, at + SLICE))) {
      throw unreadable();
    }
    yield;
  }
}

function* valueOf(text: string, { isList, parts }: Container): Sliced<unknown> {
  const list: unknown[] = [];
  const object: Record<string, unknown> = {};
  let count = 0;
  for (const part of parts) {
    const found = yield* membersOf(text, part, isList);
    count += found.length;
    if (!isList && count > MAX_MEMBERS) {
      throw malformed(`NCBI sent an object of more than ${MAX_MEMBERS} members.`);
    }
    if (found.length === 0 && parts.length > 1) {
      // Nothing stands between two commas.
      throw unreadable();
    }
    for (const [name, member] of found) {
      if (isList) {
        list.push(member);
      } else if (Object.hasOwn(object, name)) {
        throw repeated();
      } else {
        // An assignment to `__proto__` would add no member.
        Object.defineProperty(object, name, { value: member, writable: true, enumerable: true, configurable: true });
      }
    }
    yield;
  }
  return isList ? list : object;
}

/** The members of a part; those of lists have no names. */
function* membersOf(text: string, { start, end, inner }: Part, isList: boolean): Sliced<[string, unknown][]> {
  const [open, close] = isList ? '[]' : '{}';
  const parse = (members: string): [string, unknown][] => {
    const found = parseJson(`${open}${members}${close}`);
    return Array.isArray(found) ? found.map((member) => ['', member]) : Object.entries(isObject(found) ? found : {});
  };
  if (!inner) {
    return parse(text.slice(start, end));
  }
  // Null stands for the long container, so that nothing else may stand around it.
  const before = text.slice(start, inner.start - 1);
  const [[name] = ['']] = parse(`${before}null${text.slice(inner.end + 1, end)}`);
  return [[name, yield* valueOf(text, inner)]];
}
