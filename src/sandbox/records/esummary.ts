import type { SandboxContext } from '../context.js';
import { pageOf, storedInput } from '../history/stored-input.js';
import { type Answer, element, jsonAnswer, summaryDoctype, xmlAnswer } from '../http/answer.js';
import type { Parameters } from '../http/parameters.js';
import { scopeOf } from './derived-facts.js';
import { type Docsum, docsumToItems, docsumToJson, docsumToXml } from './docsum.js';
import { summarize, type SummaryVersion } from './summary-table.js';
import { isLocalUid, isUid, UNREADABLE, uidOf } from './uids.js';

/** The hard limit of JSON, above which the whole request is lost (protocol: recorded 2026). */
const JSON_LIMIT = 500;
const XML_LIMIT = 10_000;
const UNKNOWN = 'cannot get document summary';
/** Marks a true record under a UID that is not NCBI's. */
const LOCAL_UID = "local UID of the entrez-graph sandbox, not NCBI's";

/** The most bytes of XML that are transformed to JSON (protocol section 12: 2026). */
const LARGEST_JSON = 10 * 1024 * 1024;
/** Databases that answer version 2.0 to whom asks for none (protocol-2 section 10: 2022). */
const ONLY_VERSION_2: ReadonlySet<string> = new Set(['protfam']);
/** A parameter by which a fault lowers the bound; NCBI has none. */
export const LOWER_BOUND = 'sandbox_json_bound';

function largestJson(params: Parameters): number {
  return params.count(LOWER_BOUND, LARGEST_JSON);
}

/** The refusal of an answer whose XML is too large for JSON, in an object of its own and with a raw newline (2026). */
function tooLarge(size: number): Answer {
  const sentence = `Input XML size is ${size} bytes, and cannot be transformed to JSON. the max size is 10MB`;
  const header = { type: 'eutils', version: '0.3' };
  const body = JSON.stringify({ header, eutilsresult: { ERROR: `\n${sentence}` } });
  return { type: 'json', body: `${body.replaceAll(String.raw`\n`, '\n')}\n` };
}

/** A summary by UID; `undefined` for a record that does not exist. */
type Summaries = readonly (readonly [uid: string, docsum: Docsum | undefined])[];

/** `esummary.fcgi`: document summaries in JSON, XML 2.0 (`version=2.0`) or XML 1.0 (the default). */
export function esummary(params: Parameters, context: SandboxContext): Answer {
  const json = params.json;
  const named = params.get('db') ?? 'pubmed';
  const db = context.catalog.database(named)?.name;
  if (db === undefined) {
    return nothing(json, `Invalid db name specified: ${named}`);
  }
  const stored = storedInput(params, db, context);
  if (stored !== undefined && 'error' in stored) {
    return nothing(json, stored.error);
  }
  const ids = stored === undefined ? params.ids : pageOf(stored.uids, params, XML_LIMIT);
  if (ids.length === 0) {
    return nothing(json, 'Empty id list - nothing todo');
  }
  if (json && ids.length > JSON_LIMIT) {
    return jsonAnswer('esummary', {
      error: `Too many UIDs in request. Maximum number of UIDs is ${JSON_LIMIT} for JSON format output.`,
    });
  }

  const { uids, invalid } = readIds(ids, db, context);
  const version = json || params.get('version') === '2.0' || ONLY_VERSION_2.has(db) ? '2.0' : '1.0';
  const summaries = uids.map((uid) => [uid, summaryOf(uid, db, version, context)] as const);
  if (json) {
    const answer = asJson(summaries, invalid);
    const bound = largestJson(params);
    // XML has at most a few times the bytes of JSON, so most answers need not be written twice.
    const size = answer.body.length * 5 > bound ? asXml2(summaries, invalid, db).body.length : 0;
    return size > bound ? tooLarge(size) : answer;
  }
  return version === '2.0' ? asXml2(summaries, invalid, db) : asXml1(summaries, invalid);
}

/**
 * The UIDs in request order, repeats kept, and a sentence about the identifiers that are none, each with its place in the
 * list of characters (recorded 2026).
 */
function readIds(
  ids: readonly string[],
  db: string,
  context: SandboxContext,
): { uids: readonly string[]; invalid: string | undefined } {
  const uids: string[] = [];
  const invalid: string[] = [];
  let position = 0;
  for (const id of ids) {
    const uid = uidOf(db, id, context);
    if (uid !== undefined && (isUid(id) || uid !== UNREADABLE)) {
      uids.push(uid);
    } else {
      invalid.push(`Invalid uid ${id} at position= ${position}`);
    }
    position += id.length + 1;
  }
  return { uids, invalid: invalid.length === 0 ? undefined : invalid.join('; ') };
}

function summaryOf(uid: string, db: string, version: SummaryVersion, { graph }: SandboxContext): Docsum | undefined {
  const facts = graph.record(db, uid);
  const docsum = facts && summarize(db, version, scopeOf(db, uid, facts, graph));
  return docsum && (isLocalUid(uid) ? { ...docsum, Sandbox: LOCAL_UID } : docsum);
}

/** One identifier that cannot be read spoils the whole JSON answer (recorded 2026); an unknown UID only its own entry. */
function asJson(summaries: Summaries, invalid: string | undefined): Answer {
  if (invalid !== undefined) {
    return jsonAnswer('esummary', { error: invalid, result: { uids: [] } });
  }
  const entries = summaries.map(
    ([uid, docsum]) => [uid, { uid, ...(docsum === undefined ? { error: UNKNOWN } : docsumToJson(docsum)) }] as const,
  );
  return jsonAnswer('esummary', { result: { uids: summaries.map(([uid]) => uid), ...Object.fromEntries(entries) } });
}

function asXml2(summaries: Summaries, invalid: string | undefined, db: string): Answer {
  const elements = summaries.map(
    ([uid, docsum]) =>
      `<DocumentSummary uid="${uid}">\n${docsum === undefined ? `${element('error', UNKNOWN)}\n` : docsumToXml(docsum)}</DocumentSummary>\n`,
  );
  const set = `<DocumentSummarySet status="OK">\n<DbBuild>Sandbox</DbBuild>\n${elements.join('')}</DocumentSummarySet>\n`;
  return xmlAnswer('eSummaryResult', `\n${errorElement(invalid)}${set}`, summaryDoctype(db));
}

/** Version 1.0 has its errors beside the good summaries, without saying whose they are (recorded 2024). */
function asXml1(summaries: Summaries, invalid: string | undefined): Answer {
  const elements = summaries.map(([uid, docsum]) =>
    docsum === undefined
      ? errorElement(UNKNOWN)
      : `<DocSum>\n\t${element('Id', uid)}\n${docsumToItems(docsum)}</DocSum>\n`,
  );
  return xmlAnswer('eSummaryResult', `\n${errorElement(invalid)}${elements.join('')}`);
}

function errorElement(message: string | undefined): string {
  return message === undefined ? '' : `\t${element('ERROR', message)}\n`;
}

function nothing(json: boolean, message: string): Answer {
  return json
    ? jsonAnswer('esummary', { esummaryresult: [message] })
    : xmlAnswer('eSummaryResult', `\n${errorElement(message)}`);
}
