import { type Answer, element, jsonAnswer, summaryDoctype, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import { type Docsum, type DocsumBuilder, docsumToItems, docsumToJson, docsumToXml } from './docsum.js';
import { genes } from '../docsum/genes.js';
import { literature } from '../docsum/literature.js';
import { projects } from '../docsum/projects.js';
import { sequences } from '../docsum/sequences.js';
import { structures } from '../docsum/structures.js';
import { variants } from '../docsum/variants.js';
import type { Parameters } from '../http/parameters.js';
import type { SampleGraph } from '../sample-graph.js';
import { pageOf, storedInput } from '../history/stored-input.js';
import { isLocalUid, isUid, UNREADABLE, uidOf } from './uids.js';

/** The hard limit of JSON, above which the whole request is lost (protocol: recorded 2026). */
const JSON_LIMIT = 500;
const XML_LIMIT = 10_000;
const UNKNOWN = 'cannot get document summary';
/** Marks a true record under a UID that is not NCBI's. */
const LOCAL_UID = "local UID of the entrez-graph sandbox, not NCBI's";

const BUILDERS: Readonly<Record<string, DocsumBuilder>> = {
  ...literature,
  ...genes,
  ...sequences,
  ...structures,
  ...variants,
  ...projects,
};

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
  if (json) {
    return asJson(uids, invalid, db, context.graph);
  }
  return params.get('version') === '2.0'
    ? asXml2(uids, invalid, db, context.graph)
    : asXml1(uids, invalid, db, context.graph);
}

/** The UIDs in request order, repeats kept, and the first identifier that is none with its place in the list of characters. */
function readIds(
  ids: readonly string[],
  db: string,
  context: SandboxContext,
): { uids: readonly string[]; invalid: string | undefined } {
  const uids: string[] = [];
  let invalid: string | undefined;
  let position = 0;
  for (const id of ids) {
    const uid = uidOf(db, id, context);
    if (uid !== undefined && (isUid(id) || uid !== UNREADABLE)) {
      uids.push(uid);
    } else {
      invalid ??= `Invalid uid ${id} at position= ${position}`;
    }
    position += id.length + 1;
  }
  return { uids, invalid };
}

/** One identifier that cannot be read spoils the whole JSON answer (recorded 2026); an unknown UID only its own entry. */
function asJson(uids: readonly string[], invalid: string | undefined, db: string, graph: SampleGraph): Answer {
  if (invalid !== undefined) {
    return jsonAnswer('esummary', { error: invalid, result: { uids: [] } });
  }
  const entries = uids.map((uid) => {
    const docsum = summaryOf(uid, db, graph);
    return [uid, { uid, ...(docsum === undefined ? { error: UNKNOWN } : docsumToJson(docsum)) }] as const;
  });
  return jsonAnswer('esummary', { result: { uids, ...Object.fromEntries(entries) } });
}

function asXml2(uids: readonly string[], invalid: string | undefined, db: string, graph: SampleGraph): Answer {
  const summaries = uids.map((uid) => {
    const docsum = summaryOf(uid, db, graph);
    return `<DocumentSummary uid="${uid}">\n${docsum === undefined ? `${element('error', UNKNOWN)}\n` : docsumToXml(docsum)}</DocumentSummary>\n\n`;
  });
  const error = invalid === undefined ? '' : `\t${element('ERROR', invalid)}\n`;
  const set = `<DocumentSummarySet status="OK">\n<DbBuild>Sandbox</DbBuild>\n\n${summaries.join('')}</DocumentSummarySet>\n`;
  return xmlAnswer('eSummaryResult', `\n${error}${set}`, summaryDoctype(db));
}

/** Version 1.0 has its errors beside the good summaries, without saying whose they are (recorded 2024). */
function asXml1(uids: readonly string[], invalid: string | undefined, db: string, graph: SampleGraph): Answer {
  const summaries = uids.map((uid) => {
    const docsum = summaryOf(uid, db, graph, 1);
    return docsum === undefined
      ? `\t${element('ERROR', UNKNOWN)}\n`
      : `<DocSum>\n\t${element('Id', uid)}\n${docsumToItems(docsum)}</DocSum>\n\n`;
  });
  const error = invalid === undefined ? '' : `\t${element('ERROR', invalid)}\n`;
  return xmlAnswer('eSummaryResult', `\n${error}${summaries.join('')}`);
}

/** The summary of a record of the sample; `undefined` when there is none. */
function summaryOf(uid: string, db: string, graph: SampleGraph, version: 1 | 2 = 2): Docsum | undefined {
  const facts = graph.record(db, uid);
  const builder = BUILDERS[db];
  if (facts === undefined || builder === undefined) {
    return undefined;
  }
  const build = version === 1 ? (builder.buildVersion1 ?? builder.build) : builder.build;
  const docsum = build(uid, facts, graph);
  return isLocalUid(uid) ? { ...docsum, Sandbox: LOCAL_UID } : docsum;
}

function nothing(json: boolean, message: string): Answer {
  return json
    ? jsonAnswer('esummary', { esummaryresult: [message] })
    : xmlAnswer('eSummaryResult', `\n\t${element('ERROR', message)}\n`);
}
