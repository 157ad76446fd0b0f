import { type Answer, element, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';
import { UNREADABLE, uidOf } from '../records/uids.js';

const LARGEST_UID = 18_446_744_073_709_551_615n;
/** PMIDs that one call stores (manual). What NCBI says to more is not recorded; here the rest is left out, with an error. */
const MOST_PMIDS = 10_000;
const TOO_MANY = `Too many IDs. Only the first ${MOST_PMIDS} were stored.`;
/** The errors as recorded 2016 and 2025. */
const NOTHING = 'Empty ID list; Nothing to store';
const UNREADABLE_IDS = 'IDs contain invalid characters which was treated as delimiters.';
const INVALID_IDS = `Some IDs have invalid value and were omitted. Maximum ID value ${LARGEST_UID}`;

/**
 * `epost.fcgi`: keeps UIDs as a stored set, in the `WebEnv` of the request while it lives, else in a new one.
 *
 * The answer is XML only. Ids that cannot be used are left out, and an error stands beside `QueryKey` and `WebEnv`
 * (recorded 2016). A UID is kept whether or not there is such a record.
 */
export function epost(params: Parameters, context: SandboxContext): Answer {
  const named = params.get('db') ?? 'pubmed';
  const db = context.catalog.database(named)?.name;
  if (db === undefined) {
    return answer([element('ERROR', `Invalid db name specified: ${named}`)]);
  }
  const ids = db === 'pubmed' ? params.ids.slice(0, MOST_PMIDS) : params.ids;
  const uids = ids.map((id) => usableUid(db, id, context)).filter((uid) => uid !== undefined);
  const problems = [
    ...(params.ids.length > ids.length ? [TOO_MANY] : []),
    ...(uids.length === 0 ? [NOTHING] : []),
    ...(ids.some((id) => !/^\d+$/.test(id) && usableUid(db, id, context) === undefined) ? [UNREADABLE_IDS] : []),
    ...(uids.length < ids.length ? [INVALID_IDS] : []),
  ];
  const errors = problems.map((problem) => element('ERROR', problem));
  if (uids.length === 0) {
    return answer(errors);
  }
  const webEnv = context.stored.open(params.get('webenv'));
  const queryKey = context.stored.store(webEnv, { db, uids: [...new Set(uids)] });
  return answer([element('QueryKey', queryKey), element('WebEnv', webEnv), ...errors]);
}

/** The UID an id stands for; `undefined` for one that is too large, or that is neither a number nor a known accession. */
function usableUid(db: string, id: string, context: SandboxContext): string | undefined {
  if (/^\d+$/.test(id)) {
    return BigInt(id) <= LARGEST_UID ? String(BigInt(id)) : undefined;
  }
  const uid = uidOf(db, id, context);
  return uid === UNREADABLE ? undefined : uid;
}

function answer(elements: readonly string[]): Answer {
  return xmlAnswer('ePostResult', `\n${elements.map((each) => `\t${each}\n`).join('')}`);
}
