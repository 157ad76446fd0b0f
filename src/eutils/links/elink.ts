import type { Text } from '../body/text.js';
import { linkSetsInJson } from './elink-json.js';
import { linkSetsInXml } from './elink-xml.js';
import { EntrezError } from '../failures/errors.js';
import { filterParams, type LinkFilter } from './link-filter.js';
import { isFrom, leadsInto, linkListOf, type LinkList, type LinkSet } from './link-set.js';
import { contradiction } from '../failures/malformed.js';
import { answersByUidInSlices, type RecordAnswer } from '../body/record-answers.js';
import { atOnce, readAnswer, type Sliced } from '../body/slices.js';
import type { EutilsRequest, Retmode } from '../wire.js';

export type { LinkFilter } from './link-filter.js';
export type { LinkList, LinkSet } from './link-set.js';

/** What are these records linked to, under any link name between two databases? */
export interface PairQuestion {
  readonly from: string;
  readonly to: string;
  readonly uids: readonly string[];
  /** Whether to ask for similarity scores too (`neighbor_score`), which fails more often at NCBI. */
  readonly scored: boolean;
  /** Which links alone are wanted; ELink knows few filters, see {@link LinkFilter}. */
  readonly filter?: LinkFilter | undefined;
}

/** What are these records linked to under one link name? */
export interface LinksQuestion extends PairQuestion {
  readonly linkName: string;
}

/** What is said of each record, as far as anything is. */
type Attributed<V> = Map<string, V | EntrezError>;

/**
 * Asks ELink with one `id=` for each source. A comma list would merge the links of all sources into one set, and which
 * source owns a link would be lost (protocol: recorded 2008 to 2025). Without a link name NCBI gives every one between the
 * two databases under which there are links (protocol: recorded 2024 and 2026).
 */
export function linksRequest(question: PairQuestion | LinksQuestion, retmode: Retmode): EutilsRequest {
  return neighborRequest(
    question,
    retmode,
    question.uids.map((uid) => ['id', uid]),
  );
}

/**
 * A request for neighbours, with the ids in the form given.
 *
 * @internal
 */
export function neighborRequest(
  question: PairQuestion | LinksQuestion,
  retmode: Retmode,
  ids: EutilsRequest['params'],
): EutilsRequest {
  const { from, to, uids, scored, filter } = question;
  return {
    utility: 'elink',
    retmode,
    params: [
      ['dbfrom', from],
      ['db', to],
      ['cmd', scored ? 'neighbor_score' : 'neighbor'],
      ...('linkName' in question ? [['linkname', question.linkName] as const] : []),
      ...filterParams(filter),
      ['retmode', retmode],
      ...ids,
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
export function decodeLinkSets(body: Text, retmode: Retmode): LinkSet[] {
  return atOnce(linkSetsInSlices(body, retmode));
}

/** Reads link sets as {@link decodeLinkSets} does, a large answer with pauses. */
export function readLinkSets(body: Text, retmode: Retmode): LinkSet[] | Promise<LinkSet[]> {
  return readAnswer(body, linkSetsInSlices(body, retmode));
}

/** Reads link sets as {@link decodeLinkSets} does, with pauses. */
export function linkSetsInSlices(body: Text, retmode: Retmode): Sliced<LinkSet[]> {
  return retmode === 'json' ? linkSetsInJson(body) : linkSetsInXml(body);
}

/**
 * Gives each asked uid its links, by the id its link set echoes and never by position. The map holds
 * - a {@link LinkList}, which is empty when the record has no links: NCBI leaves a name without links out (protocol
 *   section 3.1), so that its set has none at all;
 * - an EntrezError: the failure of that record's own set, or `MALFORMED_RESPONSE`, retryable, when two sets disagree
 *   about its links, or its set has links under another name or into another database than the requested one. A failed
 *   set that names no id stands for all asked ids without a set of their own;
 * - nothing for an asked uid no set echoes: it was lost, and may be asked again.
 *
 * Sets of another database than the asked one and ids nobody asked for are left out.
 *
 * @throws EntrezError `MALFORMED_RESPONSE`, retryable and `merged`, when a set echoes more than one id: an edge without
 * a proven source is never returned.
 */
export function attributeLinks(sets: readonly LinkSet[], question: LinksQuestion): Attributed<LinkList> {
  return atOnce(attributeLinksInSlices(sets, question));
}

/** Gives each asked uid its links as {@link attributeLinks} does, with pauses. */
export function attributeLinksInSlices(
  sets: readonly LinkSet[],
  question: LinksQuestion,
): Sliced<Attributed<LinkList>> {
  const { linkName } = question;
  return attribute(
    sets,
    question,
    (set) => set.linkSetDbs.length > 0 && !set.linkSetDbs.some((db) => db.linkName === linkName),
  );
}

/** @param isForeign - Whether a set has the links of another question. */
function* attribute(
  sets: readonly LinkSet[],
  question: LinksQuestion,
  isForeign: (set: LinkSet) => boolean,
): Sliced<Attributed<LinkList>> {
  const { linkName } = question;
  const answers: RecordAnswer<LinkList>[] = [];
  for (const set of sets.filter((each) => isFrom(each, question.from))) {
    const answer = yield* answerOf(set, question, isForeign(set));
    if (answer) {
      answers.push(answer);
    }
    yield;
  }
  const byUid = yield* answersByUidInSlices(answers, question.uids);
  return new Map(
    [...byUid].map(([uid, answer]) => [uid, answer instanceof EntrezError ? answer.with({ linkName }) : answer]),
  );
}

/**
 * Gives each asked uid its links under each of several names, as {@link attributeLinks} does under one; a request without
 * a link name is answered with every name that has links. A failure under any name is the failure of the record: it may
 * have hidden the links of the others. A name without links is missing where the record has links under a name that is
 * not among them, which may be its own.
 *
 * @throws EntrezError as {@link attributeLinks} does.
 */
export function attributeByName(
  sets: readonly LinkSet[],
  question: PairQuestion,
  linkNames: readonly string[],
): Attributed<ReadonlyMap<string, LinkList>> {
  return atOnce(attributeByNameInSlices(sets, question, linkNames));
}

/** Gives each asked uid its links as {@link attributeByName} does, with pauses. */
export function* attributeByNameInSlices(
  sets: readonly LinkSet[],
  question: PairQuestion,
  linkNames: readonly string[],
): Sliced<Attributed<ReadonlyMap<string, LinkList>>> {
  const found: (readonly [string, Attributed<LinkList>])[] = [];
  for (const linkName of linkNames) {
    found.push([linkName, yield* attribute(sets, { ...question, linkName }, () => false)]);
  }
  const doubtful = withOtherNames(sets, linkNames);
  const answers: Attributed<ReadonlyMap<string, LinkList>> = new Map();
  for (const uid of question.uids) {
    const lists = new Map<string, LinkList>();
    for (const [linkName, byUid] of found) {
      const list = byUid.get(uid);
      if (list instanceof EntrezError) {
        answers.set(uid, list);
      } else if (list && (list.uids.length > 0 || !doubtful.has(uid))) {
        lists.set(linkName, list);
      }
    }
    if (!answers.has(uid) && found.some(([, byUid]) => byUid.has(uid))) {
      answers.set(uid, lists);
    }
  }
  return answers;
}

/** The records with links under other names than these: they may be those of a name that is missing. */
function withOtherNames(sets: readonly LinkSet[], linkNames: readonly string[]): ReadonlySet<string> {
  const known = new Set(linkNames);
  return new Set(
    sets
      .filter(({ linkSetDbs }) => linkSetDbs.some(({ linkName, uids }) => uids.length > 0 && !known.has(linkName)))
      .flatMap(({ ids }) => ids),
  );
}

function* answerOf(
  set: LinkSet,
  { linkName, to, scored }: LinksQuestion,
  isForeign: boolean,
): Sliced<RecordAnswer<LinkList> | undefined> {
  if (set.ids.length > 1) {
    throw new EntrezError('MALFORMED_RESPONSE', 'NCBI merged the links of several records into one set.', {
      retryable: true,
      scope: 'batch',
      linkName,
    });
  }
  const [uid] = set.ids;
  if (set.error !== undefined) {
    return { uid, answer: set.error };
  }
  if (uid === undefined) {
    return undefined;
  }
  if (isForeign || !set.linkSetDbs.every((db) => leadsInto(db, to))) {
    return { uid, answer: contradiction('NCBI sent links of another name or into another database.') };
  }
  const dbs = set.linkSetDbs.filter((db) => db.linkName === linkName);
  return {
    uid,
    answer:
      dbs.length > 1 ? contradiction('NCBI sent two lists of links under one name.') : yield* linkListOf(dbs, scored),
  };
}
