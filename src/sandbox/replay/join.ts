import { isObject, type JsonObject } from '../../eutils/body/shape.js';

/** A recorded answer, and what of it is wanted: parts of its question as {@link Question.parts} has them. */
export interface WantedAnswer {
  readonly body: string;
  readonly wanted: ReadonlySet<string>;
}

/**
 * Puts answers to parts of a question together to the answer to all of it, as NCBI would have given it: link sets behind
 * one another, records into one list. Knows the answers that the gateway asks for many records at once: ELink and
 * ESummary in JSON, ELink, PubMed articles and sequences in XML.
 *
 * @returns `undefined` when one of them is an error, or of another form.
 */
export function joinAnswers(answers: readonly WantedAnswer[]): string | undefined {
  return joinJson(answers) ?? joinXml(answers);
}

function joinJson(answers: readonly WantedAnswer[]): string | undefined {
  const read = answers.map(({ body, wanted }) => ({ answer: objectIn(body), wanted }));
  const linkSets = read.map(({ answer, wanted }) => linkSetsIn(answer, wanted));
  const header = read[0]?.answer.header;
  if (linkSets.every((sets) => sets !== undefined)) {
    return JSON.stringify({ header, linksets: linkSets.flat() });
  }
  const records = read.map(({ answer, wanted }) => recordsIn(answer, wanted));
  return records.every((found) => found !== undefined)
    ? JSON.stringify({
        header,
        result: { uids: records.flat().map(([uid]) => uid), ...Object.fromEntries(records.flat()) },
      })
    : undefined;
}

/** Good answers are JSON to the letter; what is none, and errors, are empty here. */
function objectIn(body: string): JsonObject {
  try {
    const answer: unknown = JSON.parse(body);
    return isObject(answer) && !Object.keys(answer).some((key) => /^errors?$/i.test(key)) ? answer : {};
  } catch {
    return {};
  }
}

function linkSetsIn({ linksets }: JsonObject, wanted: ReadonlySet<string>): unknown[] | undefined {
  return Array.isArray(linksets)
    ? linksets.filter((set) => isObject(set) && Array.isArray(set.ids) && wanted.has(set.ids.toSorted().join(',')))
    : undefined;
}

function recordsIn({ result }: JsonObject, wanted: ReadonlySet<string>): [uid: string, record: unknown][] | undefined {
  return isObject(result) && Array.isArray(result.uids)
    ? result.uids.map(String).flatMap((uid) => (wanted.has(uid) ? [[uid, result[uid]]] : []))
    : undefined;
}

/** An XML answer as the text up to the content of its root, that content, and the rest. */
const DOCUMENT =
  /^(?<head>[^]*?<(?<root>eLinkResult|PubmedArticleSet|TSeqSet)\b[^>]*>)(?<content>[^]*)(?<end><\/\k<root>>\s*)$/;

/** Of XML everything is taken: what is not wanted, clients leave aside. */
function joinXml(answers: readonly WantedAnswer[]): string | undefined {
  const documents = answers.map(({ body }) => (body.includes('<ERROR>') ? undefined : DOCUMENT.exec(body)?.groups));
  const [first] = documents;
  return first !== undefined && documents.every((document) => document?.root === first.root)
    ? `${first.head ?? ''}${documents.map((document) => document?.content ?? '').join('')}${first.end ?? ''}`
    : undefined;
}
