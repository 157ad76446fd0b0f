import { errorIn, jsonAnswer } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import type { EntrezError } from '../failures/errors.js';
import { contradiction } from '../failures/malformed.js';
import { answersByUid, type RecordAnswer } from '../body/record-answers.js';
import { isObject, isSameDatabase, listOf, objectOf, optionalText } from '../body/shape.js';
import { type Sliced } from '../body/slices.js';
import { contentOf, errorInXml, xmlAnswerInSlices } from '../body/xml-answer.js';
import { child, childrenNamed, type XmlElement } from '../body/xml.js';

/** How to read the list with one entry for each record that check and LinkOut commands put into a link set. */
export interface RecordList<V> {
  /** Its element; JSON has the same name in lower case. */
  readonly name: 'IdCheckList' | 'IdUrlList';
  readonly inXml: (list: XmlElement) => readonly RecordAnswer<V>[];
  readonly inJson: (list: unknown) => readonly RecordAnswer<V>[];
}

/** Elements and the blanks between them that are read between two pauses. */
const PART = 40;

/**
 * Reads an ELink answer that keeps one entry for each record, whether the ids were sent as a comma list (one link set)
 * or repeated (a link set each), and gives each asked uid what is said about it, as {@link answersByUid} does.
 *
 * These commands are asked in XML; JSON, of which no answer is recorded, is read as the clients that used it agree.
 *
 * @throws EntrezError as {@link backendFailure} names it for an error at the top of the answer; `MALFORMED_RESPONSE`,
 * retryable, when the answer cannot be read or is about records of another database.
 */
export function* answersInSets<V>(
  body: string,
  list: RecordList<V>,
  asked: readonly string[],
  db?: string,
): Sliced<Map<string, V | EntrezError>> {
  const found = /^[\ufeff\s]*\{/.test(body) ? inJson(body, list, db) : yield* inXml(body, list, db);
  return answersByUid(found, asked);
}

function* inXml<V>(
  body: string,
  { name, inXml: read }: RecordList<V>,
  db: string | undefined,
): Sliced<RecordAnswer<V>[]> {
  const answers: RecordAnswer<V>[] = [];
  for (const set of childrenNamed(yield* xmlAnswerInSlices(body, 'eLinkResult'), 'LinkSet')) {
    checkSource(contentOf(set, 'DbFrom'), db);
    const list = child(set, name);
    const parts = list === undefined ? [] : yield* inParts(list, read);
    answers.push(...withFailure(parts, errorInXml(set) ?? (list && errorInXml(list))));
    yield;
  }
  return answers;
}

/** Reads the records of a list, some at a time. */
function* inParts<V>(list: XmlElement, read: RecordList<V>['inXml']): Sliced<RecordAnswer<V>[]> {
  const answers: RecordAnswer<V>[] = [];
  for (let start = 0; start < list.children.length; start += PART) {
    answers.push(...read({ ...list, children: list.children.slice(start, start + PART) }));
    yield;
  }
  return answers;
}

function inJson<V>(body: string, { name, inJson: read }: RecordList<V>, db: string | undefined): RecordAnswer<V>[] {
  const sets = listOf(jsonAnswer(body, 'elink').linksets, 'linksets').map((set) => objectOf(set, 'linksets'));
  return sets.flatMap((set) => {
    checkSource(optionalText(set.dbfrom), db);
    const list = set[name.toLowerCase()];
    const sentence = errorIn(set) ?? (isObject(list) ? errorIn(list) : undefined);
    return withFailure(list === undefined ? [] : read(list), sentence);
  });
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
