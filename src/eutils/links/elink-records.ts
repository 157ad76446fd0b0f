import { errorIn, hasOtherMembers, jsonAnswerInSlices } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { answersByUidInSlices, type RecordAnswer } from '../body/record-answers.js';
import { isObject, isSameDatabase, type JsonObject, listOf, objectOf, optionalText } from '../body/shape.js';
import { mapInSlices, MEMBERS, SLICE, type Sliced } from '../body/slices.js';
import { startOf, type Text } from '../body/text.js';
import { contentOf, errorInXml, hasOthers, xmlAnswerInSlices } from '../body/xml-answer.js';
import { childrenNamed, type XmlElement, type XmlHandlers } from '../body/xml.js';

/** Link names or pages of one record, of which the most that is known are hundreds; they are read at once. */
const MAX_PARTS = 10_000;

/**
 * Gives the parts of one record back.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable, when there are more than a record can have.
 */
export function boundedParts<T>(parts: readonly T[]): readonly T[] {
  if (parts.length > MAX_PARTS) {
    throw contradiction(`NCBI sent more than ${MAX_PARTS} links or pages of one record.`);
  }
  return parts;
}

/** What NCBI says went wrong with one of the parts. */
export function errorInParts(parts: readonly JsonObject[]): string | undefined {
  return parts.map(errorIn).find((sentence) => sentence !== undefined);
}

/** How to read the list with one entry for each record that check and LinkOut commands put into a link set. */
export interface RecordList<V> {
  /** Its element; JSON has the same name in lower case. */
  readonly name: 'IdCheckList' | 'IdUrlList';
  /** The element of one record. */
  readonly entry: 'Id' | 'IdLinkSet' | 'IdUrlSet';
  /** The element of which a record has many, as the members that JSON has for it. */
  readonly part?: { readonly name: 'LinkInfo' | 'ObjUrl'; readonly members: (element: XmlElement) => JsonObject };
  readonly inXml: (entry: XmlElement, parts: readonly JsonObject[]) => RecordAnswer<V>;
  /** Whether an entry has what ELink's DTD does not name. */
  readonly isStrange: (entry: XmlElement) => boolean;
  /** The entries of the list in JSON. */
  readonly entriesOf: (list: unknown) => readonly unknown[];
  readonly inJson: (entry: JsonObject) => RecordAnswer<V>;
  /** What an entry in JSON may have. */
  readonly members: readonly string[];
  /** Whether an answer says that there is nothing: only what has nothing else in its place says so. */
  readonly isNone: (answer: V) => boolean;
}

/** The elements of a list; JSON has them in lower case, as lists. */
const ENTRIES = { IdCheckList: ['Id', 'IdLinkSet'], IdUrlList: ['IdUrlSet'] } as const;

/**
 * Reads an ELink answer that keeps one entry for each record, whether the ids were sent as a comma list (one link set)
 * or repeated (a link set each), and gives each asked uid what is said about it, as {@link answersByUidInSlices} does.
 *
 * These commands are asked in XML; JSON, of which no answer is recorded, is read as the clients that used it agree.
 *
 * @throws EntrezError as {@link backendFailure} names it for an error at the top of the answer; `MALFORMED_RESPONSE`,
 * retryable, when the answer cannot be read or is about records of another database.
 */
export function* answersInSets<V>(
  body: Text,
  list: RecordList<V>,
  asked: readonly string[],
  db?: string,
): Sliced<Map<string, V | EntrezError>> {
  const found = yield* /^[\ufeff\s]*\{/.test(startOf(body, SLICE)) ? inJson(body, list, db) : inXml(body, list, db);
  return yield* answersByUidInSlices(allOf(found), asked);
}

function* inXml<V>(body: Text, list: RecordList<V>, db: string | undefined): Sliced<(readonly RecordAnswer<V>[])[]> {
  const entries = new EntryReader(list);
  const root = yield* xmlAnswerInSlices(body, 'eLinkResult', entries.handlers);
  const isStrangeAnswer = hasOthers(root, ['LinkSet']);
  return yield* mapInSlices(childrenNamed(root, 'LinkSet'), (set) => {
    checkSource(contentOf(set, 'DbFrom'), db);
    const its = childrenNamed(set, list.name);
    const found = its.flatMap((each) => entries.of(each));
    const isStrange =
      isStrangeAnswer ||
      hasOthers(set, ['DbFrom', list.name]) ||
      its.some((each) => hasOthers(each, ENTRIES[list.name]));
    return withFailure(
      isStrange ? found.map((answer) => doubted(answer, list)) : found,
      [set, ...its].map(errorInXml).find((sentence) => sentence !== undefined),
    );
  });
}

/** Reads entries as they end, so that a long list is read in slices, and is not kept in the document. */
class EntryReader<V> {
  readonly #list: RecordList<V>;
  readonly #parts = new Map<XmlElement, JsonObject[]>();
  readonly #answers = new Map<XmlElement, RecordAnswer<V>[]>();
  #failure: EntrezError | undefined;

  constructor(list: RecordList<V>) {
    this.#list = list;
  }

  get handlers(): XmlHandlers {
    const { name, entry, part } = this.#list;
    return {
      [`${name}/${entry}`]: (element, parent) => {
        this.#read(element, listAt(this.#answers, parent));
      },
      ...(part && {
        [`${entry}/${part.name}`]: (element: XmlElement, parent: XmlElement) => {
          listAt(this.#parts, parent).push(part.members(element));
        },
      }),
    };
  }

  /**
   * The answers of the entries of one list.
   *
   * @throws EntrezError the failure of the first entry that could not be read.
   */
  of(list: XmlElement): readonly RecordAnswer<V>[] {
    if (this.#failure) {
      throw this.#failure;
    }
    return this.#answers.get(list) ?? [];
  }

  /** Remembers a failure: an error at the top of the answer, which comes first, may stand behind it. */
  #read(entry: XmlElement, answers: RecordAnswer<V>[]): void {
    try {
      const answer = this.#list.inXml(entry, this.#parts.get(entry) ?? []);
      answers.push(this.#list.isStrange(entry) ? doubted(answer, this.#list) : answer);
      this.#parts.delete(entry);
    } catch (error) {
      this.#failure ??= error instanceof EntrezError ? error : contradiction('NCBI sent an entry that cannot be read.');
    }
  }
}

function listAt<T>(lists: Map<XmlElement, T[]>, element: XmlElement): T[] {
  const list = lists.get(element) ?? [];
  lists.set(element, list);
  return list;
}

function* inJson<V>(body: Text, list: RecordList<V>, db: string | undefined): Sliced<(readonly RecordAnswer<V>[])[]> {
  const answers: (readonly RecordAnswer<V>[])[] = [];
  const answer = yield* jsonAnswerInSlices(body, 'elink');
  const isStrangeAnswer = hasOtherMembers(answer, ['header', 'linksets']);
  for (const each of listOf(answer.linksets, 'linksets')) {
    const set = objectOf(each, 'linksets');
    checkSource(optionalText(set.dbfrom), db);
    const its = set[list.name.toLowerCase()];
    const sentence = errorIn(set) ?? (isObject(its) ? errorIn(its) : undefined);
    const isStrange =
      isStrangeAnswer ||
      hasOtherMembers(set, ['dbfrom', list.name.toLowerCase()]) ||
      (isObject(its) && hasOtherMembers(its, ['ids', 'idlinksets']));
    const found =
      its === undefined ? [] : yield* mapInSlices(list.entriesOf(its), (entry) => inJsonEntry(entry, list, isStrange));
    answers.push(withFailure(found, sentence));
    if (answers.length % MEMBERS === 0) {
      yield;
    }
  }
  return answers;
}

function inJsonEntry<V>(given: unknown, list: RecordList<V>, isStrange: boolean): RecordAnswer<V> {
  const entry = objectOf(given, list.entry.toLowerCase());
  const answer = list.inJson(entry);
  return isStrange || hasOtherMembers(entry, list.members) ? doubted(answer, list) : answer;
}

/** That there is nothing is no answer beside unknown parts, of which one may be what there is. */
function doubted<V>(found: RecordAnswer<V>, { isNone }: RecordList<V>): RecordAnswer<V> {
  const { uid, answer } = found;
  return uid === undefined || answer instanceof EntrezError || !isNone(answer)
    ? found
    : { uid, answer: contradiction('NCBI sent unknown parts where it says that a record has none.') };
}

function* allOf<V>(lists: readonly (readonly V[])[]): Generator<V> {
  for (const list of lists) {
    yield* list;
  }
}

/** A set that failed may not say which database it is about. */
function checkSource(echoed: string | undefined, requested: string | undefined): void {
  if (echoed !== undefined && requested !== undefined && !isSameDatabase(echoed, requested)) {
    throw contradiction(`NCBI answered about records of another database than ${requested}.`);
  }
}

/** An error of a set with one record is that record's; elsewhere it stands for those that got no answer. */
function withFailure<V>(answers: readonly RecordAnswer<V>[], sentence: string | undefined): readonly RecordAnswer<V>[] {
  if (sentence === undefined) {
    return answers;
  }
  const [only] = answers.length === 1 ? answers : [];
  return [...answers, { uid: only?.uid, answer: backendFailure(sentence) }];
}
