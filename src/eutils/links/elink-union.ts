import type { Text } from '../body/text.js';
import { linkSetsInSlices, neighborRequest, type LinkList, type LinksQuestion } from './elink.js';
import { isFrom, leadsInto, linkListOf, linkSetDb, type LinkSetDb } from './link-set.js';
import { contradiction } from '../failures/malformed.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import type { EutilsRequest, Retmode } from '../wire.js';

/**
 * Asks ELink with one comma list for what any of these records is linked to: NCBI merges the links of all sources into
 * one list without repeats, and which source owns a link is lost (protocol: recorded 2008 to 2025).
 *
 * For scored link names the list differs by a member or two from the union of the single lists; for the others it is
 * that union (protocol: recorded 2025).
 */
export function unionRequest(question: LinksQuestion, retmode: Retmode): EutilsRequest {
  return neighborRequest(question, retmode, [['id', question.uids.join(',')]]);
}

/**
 * Reads what any of the asked records is linked to. Should NCBI answer with several sets, they are merged as it would
 * have done: without repeats, and where all links are scored, by score.
 *
 * @param retmode - the form that was asked.
 * @throws EntrezError `UPSTREAM_UNAVAILABLE` (mostly retryable), `UNSUPPORTED_COMMAND`, `UNKNOWN_ID`, `BAD_USER_INPUT`,
 * `UPSTREAM_RATE_LIMITED` or `INVALID_API_KEY` for an error anywhere in the answer, since a part would pass for the
 * whole; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read, leaves sources out (`details.uids`), is about
 * other records as well, whose links cannot be told from the rest, or has links of another name or into another database.
 */
export function decodeUnion(body: Text, retmode: Retmode, question: LinksQuestion): LinkList {
  return atOnce(unionIn(body, retmode, question));
}

/** Reads merged links as {@link decodeUnion} does, those of a large answer with pauses. */
export function readUnion(body: Text, retmode: Retmode, question: LinksQuestion): LinkList | Promise<LinkList> {
  return readAnswer(body, unionIn(body, retmode, question));
}

function* unionIn(body: Text, retmode: Retmode, question: LinksQuestion): Sliced<LinkList> {
  const received = yield* linkSetsInSlices(body, retmode);
  const { linkName } = question;
  const failure = received.find(({ error }) => error !== undefined)?.error;
  if (failure !== undefined) {
    throw failure.with({ linkName });
  }
  const sets = received.filter((set) => isFrom(set, question.from));
  const heard = new Set(sets.flatMap(({ ids }) => ids));
  const asked = new Set(question.uids);
  if ([...heard].some((uid) => !asked.has(uid))) {
    throw contradiction('NCBI merged the links of records that were not requested with those of the requested ones.');
  }
  const left = question.uids.filter((uid) => !heard.has(uid));
  if (left.length > 0) {
    throw contradiction('NCBI left records out of the ones whose links were to be merged.').with({
      uids: left,
      linkName,
    });
  }
  const all = sets.flatMap(({ linkSetDbs }) => linkSetDbs);
  const dbs = all.filter((db) => db.linkName === linkName);
  if ((all.length > 0 && dbs.length === 0) || !all.every((db) => leadsInto(db, question.to))) {
    throw contradiction('NCBI merged links of another name or into another database.').with({ linkName });
  }
  return yield* linkListOf(dbs.length > 1 ? [yield* byScore(dbs)] : dbs, question.scored);
}

/** Several lists in one, highest score first; lists without scores one after the other. */
function* byScore(dbs: readonly LinkSetDb[]): Sliced<LinkSetDb> {
  const links = dbs.flatMap(({ uids, scores }) => Array.from(uids, (uid, i) => ({ uid, score: scores?.[i] })));
  const scored = links.every(({ score }) => score !== undefined);
  const sorted = scored ? links.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0)) : links;
  const [{ to, linkName } = { to: '', linkName: '' }] = dbs;
  return yield* linkSetDb(to, linkName, sorted);
}
