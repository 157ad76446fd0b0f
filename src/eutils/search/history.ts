import { ERROR_KEY } from '../body/answer.js';
import type { Text } from '../body/text.js';
import { backendFailure, knownFailure } from '../failures/backend-failure.js';
import { EntrezError } from '../failures/errors.js';
import { givenParams } from '../given-params.js';
import { contradiction, malformed } from '../failures/malformed.js';
import { redact } from '../failures/redact.js';
import { uidOf, webEnvOf } from '../body/shape.js';
import type { EutilsRequest } from '../wire.js';
import { contentOf, errorInXml, named, plainTextOf, withOnly, xmlDocument } from '../body/xml-answer.js';
import { childrenNamed, elementsOf, textOf } from '../body/xml.js';

/** A set of uids that NCBI keeps for some hours. A set holds uids of one database, which it does not name. */
export interface StoredSet {
  /** Opaque; one environment holds many sets. */
  readonly webEnv: string;
  /** The number of the set within its environment, from 1. */
  readonly queryKey: string;
}

export interface PostQuestion {
  readonly db: string;
  readonly uids: readonly string[];
  /** The environment to put the set into; a new one when left out. */
  readonly webEnv?: string | undefined;
}

/** A stored set, perhaps of fewer uids than were posted. */
export interface PostedSet extends StoredSet {
  /** What NCBI said about uids it did not store, in its own words but for the keys and addresses in them. */
  readonly problems: readonly string[];
}

/** Asks EPost to store uids. It has no JSON form. */
export function postRequest({ db, uids, webEnv }: PostQuestion): EutilsRequest {
  return {
    utility: 'epost',
    retmode: 'xml',
    params: [['db', db], ...givenParams([['WebEnv', webEnv]]), ['retmode', 'xml'], ['id', uids.join(',')]],
    idCount: uids.length,
  };
}

/**
 * Reads where EPost stored the uids. An error beside the set is a partial success (protocol: recorded 2013 to 2016) and
 * told as one of its `problems`.
 *
 * @throws EntrezError when nothing was stored: `UNKNOWN_ID` when NCBI accepts none of the uids, `BAD_USER_INPUT` for an
 * unknown database, `HISTORY_EXPIRED` for an environment that is gone, `UPSTREAM_UNAVAILABLE`, retryable, when NCBI
 * reports another error; `MALFORMED_RESPONSE`, retryable, when the answer cannot be read or refuses uids that were not
 * posted. `HISTORY_EXPIRED` also when the set stands in another environment than the one named.
 */
export function decodePost(body: Text, question: Omit<PostQuestion, 'db'>): PostedSet {
  const root = xmlDocument(body);
  const webEnv = contentOf(root, 'WebEnv');
  const queryKey = contentOf(root, 'QueryKey');
  const lists = childrenNamed(root, 'InvalidIdList').map((list) => withOnly(list, ['Id']));
  const invalid = lists.flatMap((list) => childrenNamed(list, 'Id').map((id) => plainTextOf(id).trim()));
  const sentence = errorInXml(root);
  const isNone = sentence !== undefined && NOTHING_STORED.test(sentence);
  if (webEnv !== undefined && queryKey !== undefined && !isNone) {
    withOnly(named(root, 'ePostResult'), ['QueryKey', 'WebEnv', 'InvalidIdList']);
    const failure = sentence === undefined ? undefined : knownFailure(sentence);
    if (failure?.retryable === true) {
      // Of a set that was stored while a back end failed nobody knows what it holds.
      throw failure;
    }
    if (question.webEnv !== undefined && question.webEnv !== webEnv) {
      // Of an environment that is gone NCBI makes a new one.
      throw new EntrezError('HISTORY_EXPIRED', 'NCBI no longer has this webEnv. Leave it out to store a new set.');
    }
    const posted = new Set(question.uids);
    if (invalid.some((uid) => !posted.has(uid))) {
      throw contradiction('NCBI refused uids that were not posted.');
    }
    const problems = [
      ...elementsOf(root)
        .filter(({ name }) => ERROR_KEY.test(name))
        .map(textOf),
      ...invalid.map((uid) => `Invalid uid ${uid} was not stored.`),
    ];
    return {
      webEnv: webEnvOf(webEnv),
      queryKey: uidOf(queryKey, 'QueryKey'),
      problems: problems.map(redact).filter((problem) => problem !== ''),
    };
  }
  if (sentence !== undefined) {
    throw backendFailure(sentence);
  }
  if (invalid.length > 0) {
    throw new EntrezError('UNKNOWN_ID', 'NCBI accepted none of these uids.', { uids: invalid.map(redact) });
  }
  named(root, 'ePostResult');
  throw malformed('NCBI did not say where it stored the uids.');
}

/** What NCBI says where it stored nothing (protocol section 8: recorded 2026). */
const NOTHING_STORED = /nothing to store/i;
