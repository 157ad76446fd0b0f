import type { LinkName } from '../../catalog/catalog.js';
import {
  attributeByNameInSlices,
  attributeLinksInSlices,
  type LinkList,
  type LinkSet,
  linkSetsInSlices,
  linksRequest,
  type LinksQuestion,
  type PairQuestion,
} from '../../eutils/links/elink.js';
import { atOnce, readAnswer, type Sliced } from '../../eutils/body/slices.js';
import type { Text } from '../../eutils/body/text.js';
import type { Retmode } from '../../eutils/wire.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { filterKey, type LinkFilter } from '../../eutils/links/link-filter.js';
import { malformed } from '../../eutils/failures/malformed.js';
import type { EutilsCall } from '../../upstream/call.js';
import { sendBisected, type BisectOptions } from '../batching/bisect.js';
import type { BatchOptions, MergeCandidate } from '../batching/batch-function.js';
import type { LinkFusion } from './link-fusion.js';
import { type Links, packLinks } from '../values/link-list.js';
import type { Engine, LoaderDefinition } from '../loader-registry.js';
import { mapValues } from '../values/map-values.js';

/** Sources in one ELink call. Lists inside one database are long, so fewer there. */
export const LINK_BATCH = { start: 200, max: 200 };
export const NEIGHBOUR_BATCH = { start: 100, max: 100 };

/** A link name with its source and target database, also one that the catalog does not know. */
/** `scored` is false where it is known that there are no scores. */
export type LinkRef = Pick<LinkName, 'name' | 'from' | 'to'> & Partial<Pick<LinkName, 'scored'>>;

/** Which links are wanted, and whether with their similarity scores (`neighbor_score`) or without (`neighbor`). */
export interface LinkQuestion {
  readonly link: LinkRef;
  readonly scored: boolean;
  /** Whether links without scores will do where NCBI cannot give those. */
  readonly scoresMayLack?: boolean;
  /** Passed on to ELink, whose answer is then in no particular order. */
  readonly filter?: LinkFilter | undefined;
}

type Found = ReadonlyMap<string, Links | EntrezError>;

/**
 * What single records are linked to: repeated `id=` parameters, one link set for each source.
 *
 * @param fusion - Decides which questions share a call; none do without it.
 */
export function linksDefinition({ ttls }: Engine, fusion?: LinkFusion): LoaderDefinition<LinkQuestion, Links> {
  return {
    kind: 'links',
    nameOf: linkQuestionKey,
    sizeNameOf,
    batchSize: ({ link }) => (link.from === link.to ? NEIGHBOUR_BATCH : LINK_BATCH),
    groupOf: ({ link, scored, filter }) => (fusion && !scored && !filter ? link.from : undefined),
    // NCBI gives both in the same order (protocol: recorded 2025).
    alsoAnswers: (question) => (question.scored ? [{ ...question, scored: false }] : []),
    run: (question) => async (uids, options) => {
      const partners = fusion ? partnersOf(question, uids, options, fusion) : [];
      if (fusion && partners.length > 0) {
        return askFused(question, uids, partners, options, fusion);
      }
      const found = await ask(question, uids, options);
      fusion?.note(question.link.name, found.values());
      return found;
    },
    weigh: ({ bytes, uids, asOf }) => ({ size: bytes, ttl: uids.length === 0 ? ttls.searches : ttls.links, asOf }),
  };
}

/** The one key of a question: equal for equal questions only. Whether scores may be missing is no part of it. */
export function linkQuestionKey(question: LinkQuestion): string {
  return `${sizeNameOf(question)} ${filterKey(question.filter)}`;
}

function sizeNameOf({ link: { from, to, name }, scored }: LinkQuestion): string {
  return `${scored ? 'neighbor_score' : 'neighbor'} ${from} ${to} ${name}`;
}

type Options = BatchOptions<LinkQuestion, Links>;
type Partner = MergeCandidate<LinkQuestion, Links>;

function partnersOf({ link }: LinkQuestion, uids: readonly string[], options: Options, fusion: LinkFusion): Partner[] {
  const others = options.mergeCandidates().map((partner) => ({
    partner,
    link: partner.variant.link,
    uids: partner.keys,
    size: partner.size,
  }));
  return fusion.choose({ link, uids, size: options.size.current }, others).map(({ partner }) => partner);
}

async function ask(question: LinkQuestion, uids: readonly string[], options: Options): Promise<Found> {
  return believe(question, await askOnce(question, uids, options), options);
}

/** NCBI is known to lose all links of a record for a while: that a list has become empty has to be said twice. */
async function believe(question: LinkQuestion, found: Found, options: Options): Promise<Found> {
  const unconfirmed = [...found].flatMap(([uid, links]) => {
    const before = options.before(question, uid)?.uids.length ?? 0;
    return !(links instanceof EntrezError) && links.uids.length === 0 && before > 0 ? [uid] : [];
  });
  return unconfirmed.length === 0 ? found : new Map([...found, ...(await askOnce(question, unconfirmed, options))]);
}

async function askOnce(question: LinkQuestion, uids: readonly string[], options: BisectOptions): Promise<Found> {
  const { link, scored, filter } = question;
  const about = (part: readonly string[]): EutilsCall<Found> => {
    const asked = { from: link.from, to: link.to, linkName: link.name, uids: part, scored, filter };
    return linksQuestion(asked, function* (sets) {
      return yield* packed(link, yield* attributeLinksInSlices(sets, asked));
    });
  };
  const found = await sendBisected({ about, onMissing: (uid) => noLinkSet(link, uid) }, uids, options);
  return mapValues(found, (links) => explained(link, links));
}

/** One call without a link name for several batches: its lists say under which name they stand. */
async function askFused(
  question: LinkQuestion,
  uids: readonly string[],
  partners: readonly Partner[],
  options: Options,
  fusion: LinkFusion,
): Promise<Found> {
  const { link } = question;
  const links = [link, ...partners.map(({ variant }) => variant.link)];
  const targets = [...new Set(links.map((each) => each.to))];
  const to = targets.join(',');
  // Also those that nobody asked for: how long their lists are decides what is fused next time.
  const linkNames = [...new Set([...links.map(({ name }) => name), ...fusion.namesInto(link.from, targets)])];
  const about = (
    part: readonly string[],
  ): EutilsCall<ReadonlyMap<string, ReadonlyMap<string, LinkList> | EntrezError>> => {
    const asked = { from: link.from, to, uids: part, scored: false };
    return linksQuestion(asked, (sets) => attributeByNameInSlices(sets, asked, linkNames));
  };
  const sources = [...new Set([uids, ...partners.map(({ keys }) => keys)].flat())];
  const fused = sendBisected({ about, onMissing: (uid) => noLinkSet(link, uid) }, sources, options);
  const listsUnder = async (question: LinkQuestion, keys: readonly string[]): Promise<Found> => {
    const its = question.link;
    const lists = new Map<string, LinkList | EntrezError>();
    const unproven: string[] = [];
    for (const [uid, byName] of await fused) {
      const list = byName instanceof EntrezError ? byName : byName.get(its.name);
      if (list) {
        lists.set(uid, list);
      } else if (keys.includes(uid)) {
        unproven.push(uid);
      }
    }
    const found = mapValues(atOnce(packed(its, lists)), (list) => explained(its, list));
    // Under a name that nobody knows stood what may be their links.
    const alone = unproven.length === 0 ? [] : await askOnce(question, unproven, options);
    return believe(question, new Map([...found, ...alone]), options);
  };
  for (const { variant, keys, merge } of partners) {
    merge(listsUnder(variant, keys));
  }
  const lists = [...(await fused).values()].flatMap((byName) => (byName instanceof EntrezError ? [] : [byName]));
  for (const name of linkNames) {
    fusion.note(
      name,
      lists.flatMap((byName) => byName.get(name) ?? []),
    );
  }
  return listsUnder(question, uids);
}

function linksQuestion<T>(
  asked: PairQuestion | LinksQuestion,
  attribute: (sets: readonly LinkSet[]) => Sliced<T>,
): EutilsCall<T> {
  const attributed = function* (body: Text, retmode: Retmode): Sliced<T> {
    return yield* attribute(yield* linkSetsInSlices(body, retmode));
  };
  return {
    request: linksRequest(asked, 'json'),
    fallback: linksRequest(asked, 'xml'),
    decode: (body, retmode) => readAnswer(body, attributed(body, retmode)),
  };
}

function* packed({ from, to }: LinkRef, found: ReadonlyMap<string, LinkList | EntrezError>): Sliced<Found> {
  const all = new Map<string, Links | EntrezError>();
  for (const [uid, list] of found) {
    all.set(uid, list instanceof EntrezError ? list : packLinks(uid, from === to, list));
    yield;
  }
  return all;
}

function explained({ from, name }: LinkRef, links: Links | EntrezError): Links | EntrezError {
  return links instanceof EntrezError ? links.with({ db: from, linkName: name }) : links;
}

function noLinkSet({ from }: LinkRef, uid: string): EntrezError {
  // Of a record that it does not have NCBI sends a set without links (protocol section 5); none at all says nothing.
  return malformed(`NCBI sent no link set for ${from} ${uid}.`).with({ uids: [uid] });
}
