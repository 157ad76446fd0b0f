import { lengthOf, type Text } from '../body/text.js';
import { jsonAnswer, withoutError } from '../body/answer.js';
import { backendFailure } from '../failures/backend-failure.js';
import type { StoredSet } from '../search/history.js';
import { contradiction, malformed } from '../failures/malformed.js';
import {
  isSameDatabase,
  listOf,
  nameOf,
  objectOf,
  optionalText,
  textOfScalar,
  uidOf,
  webEnvOf,
  type JsonObject,
} from '../body/shape.js';
import type { EutilsRequest, Retmode } from '../wire.js';
import { membersOf, withoutErrorInXml, xmlAnswer } from '../body/xml-answer.js';
import { childrenNamed, textOf } from '../body/xml.js';

/** Which links of which records are to be stored at NCBI. */
export type StoreLinksQuestion = {
  readonly from: string;
  readonly to: string;
  readonly linkName: string;
} & ({ readonly uids: readonly string[] } | StoredSet);

/** The links of a whole set of records, stored at NCBI under one link name. */
export interface StoredLinks extends StoredSet {
  readonly to: string;
  readonly linkName: string;
}

/** Where ELink stored links. No links at all leave no sets, and perhaps no environment. */
export interface StoredLinksAnswer {
  readonly webEnv?: string;
  readonly sets: readonly StoredLinks[];
}

/**
 * Asks ELink to store links (`neighbor_history`). The ids are a comma list on purpose: that gives one set with the
 * links of all, fit to be handed over, where repeated ids would give one set each (protocol: recorded 2008 to 2026).
 */
export function storeLinksRequest(question: StoreLinksQuestion, retmode: Retmode): EutilsRequest {
  const { from, to, linkName } = question;
  const fromUids = 'uids' in question;
  return {
    utility: 'elink',
    retmode,
    params: [
      ['dbfrom', from],
      ['db', to],
      ['cmd', 'neighbor_history'],
      ['linkname', linkName],
      ['retmode', retmode],
      ...(fromUids
        ? ([['id', question.uids.join(',')]] as const)
        : ([
            ['WebEnv', question.webEnv],
            ['query_key', question.queryKey],
          ] as const)),
    ],
    idCount: fromUids ? question.uids.length : 0,
  };
}

/** Such an answer has no links, and a line for each link name. */
const MAX_LENGTH = 1_000_000;

/**
 * Reads where ELink stored links.
 *
 * @param retmode - the form that was asked.
 * @throws EntrezError `HISTORY_EXPIRED` when the set to start from is gone; `UPSTREAM_UNAVAILABLE` (mostly retryable),
 * `UNSUPPORTED_COMMAND`, `UNKNOWN_ID` or `BAD_USER_INPUT` for an error anywhere in the answer; `MALFORMED_RESPONSE`,
 * retryable, when the answer cannot be read, answers another command, or is about other databases or records than the
 * question, or in another environment than the one named there. Which link names are stored is for the caller to compare.
 */
export function decodeStoredLinks(body: Text, retmode: Retmode, question: StoreLinksQuestion): StoredLinksAnswer {
  if (lengthOf(body) > MAX_LENGTH) {
    throw malformed(`NCBI answered where links are stored with more than ${MAX_LENGTH} characters.`);
  }
  const linkSets = retmode === 'json' ? linkSetsInJson(body) : linkSetsInXml(body);
  if (linkSets.length === 0) {
    throw malformed('NCBI answered without a link set.');
  }
  const sets = linkSets.flatMap(storedLinksIn);
  const webEnvs = new Set(linkSets.flatMap(({ webenv }) => (webenv === undefined ? [] : [webEnvOf(webenv)])));
  const [webEnv] = webEnvs;
  const from = linkSets.flatMap(({ dbfrom }) => (dbfrom === undefined ? [] : [textOfScalar(dbfrom, 'dbfrom')]));
  if (
    webEnvs.size > 1 ||
    ('webEnv' in question && webEnv !== undefined && webEnv !== question.webEnv) ||
    from.some((db) => !isSameDatabase(db, question.from)) ||
    sets.some(({ to }) => !isSameDatabase(to, question.to))
  ) {
    throw contradiction('NCBI stored links between other databases, or in another environment than the one named.');
  }
  if ('uids' in question && !isEcho(linkSets.flatMap(idsOf), question.uids)) {
    throw contradiction('NCBI stored links of other records than those sent.');
  }
  return { ...(webEnv !== undefined && { webEnv }), sets };
}

function linkSetsInJson(body: Text): JsonObject[] {
  return listOf(jsonAnswer(body, 'elink').linksets, 'linksets').map((set) => withoutError(objectOf(set, 'linksets')));
}

/** The members JSON has for a link set. */
function linkSetsInXml(body: Text): JsonObject[] {
  return childrenNamed(xmlAnswer(body, 'eLinkResult'), 'LinkSet').map((set) => {
    const members: JsonObject = {
      ...membersOf(withoutErrorInXml(set)),
      ids: childrenNamed(set, 'IdList').flatMap((list) => childrenNamed(list, 'Id').map(textOf)),
      linksetdbhistories: childrenNamed(set, 'LinkSetDbHistory').map(withoutErrorInXml).map(membersOf),
    };
    return 'linksetdb' in members ? { ...members, linksetdbs: members.linksetdb } : members;
  });
}

function idsOf(set: JsonObject): string[] {
  return listOf(set.ids ?? [], 'ids').map((id) => textOfScalar(id, 'ids'));
}

/** Whether the same records are named, in whatever order: of a set of links nothing else tells whose they are. */
function isEcho(ids: readonly string[], asked: readonly string[]): boolean {
  const [echoed, wanted] = [new Set(ids), new Set(asked)];
  return echoed.size === wanted.size && asked.every((uid) => echoed.has(uid));
}

/** What stands in a set that answers another command of ELink: without stored links it would pass for "no links". */
const OF_OTHER_COMMANDS = ['linksetdbs', 'idchecklist', 'idurllist'];

function storedLinksIn(set: JsonObject): StoredLinks[] {
  if (OF_OTHER_COMMANDS.some((name) => Object.hasOwn(set, name))) {
    throw contradiction('NCBI answered another command of ELink than neighbor_history.');
  }
  return listOf(set.linksetdbhistories === undefined ? [] : set.linksetdbhistories, 'linksetdbhistories')
    .map((history) => withoutError(objectOf(history, 'linksetdbhistories')))
    .filter(hasLinks)
    .map((history) => ({
      to: nameOf(history.dbto, 'dbto'),
      linkName: nameOf(history.linkname, 'linkname'),
      webEnv: webEnvOf(set.webenv),
      queryKey: uidOf(history.querykey, 'querykey'),
    }));
}

/** Where there are no links the DTD allows an `Info` in place of the key; other words than these are a failure. */
function hasLinks({ info }: JsonObject): boolean {
  const words = optionalText(info);
  if (words !== undefined && !/^empty result|^no links/i.test(words)) {
    throw backendFailure(words);
  }
  return words === undefined;
}
