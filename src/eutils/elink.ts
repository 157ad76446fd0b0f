import { linkSetsInJson } from './elink-json.js';
import { linkSetsInXml } from './elink-xml.js';
import { EntrezError } from './errors.js';
import type { LinkSet } from './link-set.js';
import type { EutilsRequest, Retmode } from './wire.js';

export type { LinkSet, LinkSetDb } from './link-set.js';

/** What are these records linked to under one link name? */
export interface LinksQuestion {
  readonly from: string;
  readonly to: string;
  readonly linkName: string;
  readonly uids: readonly string[];
  /** Whether to ask for similarity scores too (`neighbor_score`), which fails more often at NCBI. */
  readonly scored: boolean;
}

/** What one record is linked to, in NCBI's order and without repeats. */
export interface LinkList {
  readonly uids: readonly string[];
  /** Beside the uids; only when they were asked for and NCBI gave one for every link. */
  readonly scores?: readonly number[];
}

/**
 * Asks ELink with one `id=` for each source. A comma list would merge the links of all sources into one set, and which
 * source owns a link would be lost (protocol: recorded 2008 to 2025).
 */
export function linksRequest(question: LinksQuestion, retmode: Retmode): EutilsRequest {
  const { from, to, linkName, uids, scored } = question;
  return {
    utility: 'elink',
    retmode,
    params: [
      ['dbfrom', from],
      ['db', to],
      ['cmd', scored ? 'neighbor_score' : 'neighbor'],
      ['linkname', linkName],
      ['retmode', retmode],
      ...uids.map((uid) => ['id', uid] as const),
    ],
    idCount: uids.length,
  };
}

/**
 * Reads the link sets of an ELink answer (`neighbor`, `neighbor_score`). An error inside one set stays with that set.
 *
 * @param retmode - the form that was asked.
 * @throws EntrezError `UPSTREAM_UNAVAILABLE` (mostly retryable), `UNSUPPORTED_COMMAND`, `UNKNOWN_ID`, `BAD_USER_INPUT`,
 * `UPSTREAM_RATE_LIMITED` or `INVALID_API_KEY` for an error at the top of the answer, even beside link sets;
 * `MALFORMED_RESPONSE`, retryable, when the answer cannot be read.
 */
export function decodeLinkSets(body: string, retmode: Retmode): LinkSet[] {
  return retmode === 'json' ? linkSetsInJson(body) : linkSetsInXml(body);
}

/**
 * Gives each asked uid its links, by the id its link set echoes and never by position. The map holds
 * - a {@link LinkList}, which is empty when the record has no links under the asked name;
 * - an EntrezError: the failure of that record's own set, or `MALFORMED_RESPONSE`, retryable, when two sets disagree
 *   about its links. A failed set that names no id stands for all asked ids without a set of their own;
 * - nothing for an asked uid no set echoes: it was lost, and may be asked again.
 *
 * Sets of another database than the asked one and ids nobody asked for are left out.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable and `merged`, when a set echoes more than one id: an edge without
 * a proven source is never returned.
 */
export function attributeLinks(sets: readonly LinkSet[], question: LinksQuestion): Map<string, LinkList | EntrezError> {
  const asked = new Set(question.uids);
  const answers = new Map<string, LinkList | EntrezError>();
  let nobodys: EntrezError | undefined;
  for (const set of sets) {
    const { linkName } = question;
    if (set.ids.length > 1) {
      throw new EntrezError('MALFORMED_RESPONSE', 'NCBI merged the links of several records into one set.', {
        retryable: true,
        merged: true,
        linkName,
      });
    }
    const [uid] = set.ids;
    if (uid === undefined) {
      nobodys ??= set.error;
    } else if (asked.has(uid) && isFrom(set, question.from)) {
      const answer = set.error?.with({ uids: [uid], linkName }) ?? linksOf(set, question);
      const earlier = answers.get(uid);
      answers.set(uid, earlier === undefined ? answer : reconcile(earlier, answer, uid, linkName));
    }
  }
  if (nobodys !== undefined) {
    for (const uid of asked) {
      if (!answers.has(uid)) {
        answers.set(uid, nobodys.with({ uids: [uid], linkName: question.linkName }));
      }
    }
  }
  return answers;
}

/** `nucleotide` is only another name of `nuccore`, and NCBI echoes the latter (protocol: recorded 2025). */
function isFrom(set: LinkSet, from: string): boolean {
  const named = (db: string): string => (db === 'nucleotide' ? 'nuccore' : db);
  return set.from === '' || named(set.from) === named(from);
}

function linksOf(set: LinkSet, { linkName, scored }: LinksQuestion): LinkList {
  const scoreOf = new Map<string, number | undefined>();
  for (const db of set.linkSetDbs.filter((candidate) => candidate.linkName === linkName)) {
    db.uids.forEach((uid, i) => {
      if (!scoreOf.has(uid)) {
        scoreOf.set(uid, db.scores?.[i]);
      }
    });
  }
  const uids = [...scoreOf.keys()];
  const scores = [...scoreOf.values()].filter((score) => score !== undefined);
  return scored && scores.length === uids.length ? { uids, scores } : { uids };
}

/** Two sets for one source: the same twice is the same once, a failure stays a failure, and a contradiction is one. */
function reconcile(
  earlier: LinkList | EntrezError,
  later: LinkList | EntrezError,
  uid: string,
  linkName: string,
): LinkList | EntrezError {
  if (earlier instanceof EntrezError) {
    return earlier;
  }
  if (later instanceof EntrezError) {
    return later;
  }
  const same = sameList(earlier.uids, later.uids) && sameList(earlier.scores ?? [], later.scores ?? []);
  return same
    ? earlier
    : new EntrezError('MALFORMED_RESPONSE', 'NCBI sent two different sets of links for one record.', {
        retryable: true,
        uids: [uid],
        linkName,
      });
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
