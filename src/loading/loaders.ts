import type { LinkName } from '../catalog/catalog.js';
import type { DatabaseInfo } from '../eutils/einfo.js';
import { decodeDatabaseInfo, infoRequest } from '../eutils/einfo.js';
import { attributeLinks, decodeLinkSets, linksRequest } from '../eutils/elink.js';
import { EntrezError } from '../eutils/errors.js';
import type { SearchAnswer, SearchQuestion } from '../eutils/esearch.js';
import { decodeSearch, searchRequest } from '../eutils/esearch.js';
import type { DocSum } from '../eutils/esummary.js';
import { decodeSummaries, MAX_SUMMARY_UIDS, summaryRequest } from '../eutils/esummary.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import { AnswerCache } from './answer-cache.js';
import { approximateBytes } from './approximate-bytes.js';
import { askInParts } from './ask-in-parts.js';
import { Gathering } from './gathering.js';
import { type BatchFunction, LateBatcher } from './late-batcher.js';
import { type Links, packLinks } from './links.js';
import type { Operation } from './operation.js';
import { type Appraise, QuestionLoader } from './question-loader.js';

/** Sources in one elink call; lists inside one database are long, so fewer there. */
const LINK_BATCH = 100;
const NEIGHBOUR_BATCH = 50;

/** A link name with its source and target database, also one that the catalog does not know. */
export type LinkAddress = Pick<LinkName, 'name' | 'from' | 'to'>;

/** Which links are wanted, and whether with their similarity scores (`neighbor_score`) or without (`neighbor`). */
export interface LinkQuestion {
  readonly link: LinkAddress;
  readonly scored: boolean;
}

export interface LoadersOptions {
  readonly door: Door;
  readonly clock: Clock;
  /** Memory that answers may take, in bytes. */
  readonly maxCacheBytes: number;
  /** How long answers are good. */
  readonly lives: {
    readonly links: Milliseconds;
    readonly summaries: Milliseconds;
    /** Searches, and lists without a single link. */
    readonly volatile: Milliseconds;
  };
}

/**
 * The questions this process asks NCBI: one loader each, shared by all operations, since only then can their ids meet
 * in one batch.
 */
export class Loaders {
  readonly #options: LoadersOptions;
  readonly #gathering: Gathering;
  readonly #links = new Map<string, QuestionLoader<Links>>();
  readonly #summaries = new Map<string, QuestionLoader<DocSum>>();
  readonly #searches: QuestionLoader<SearchAnswer>;
  readonly #databases: QuestionLoader<DatabaseInfo>;
  readonly #linkCache: AnswerCache<Links>;
  readonly #summaryCache: AnswerCache<DocSum>;

  constructor(options: LoadersOptions) {
    const { clock, maxCacheBytes, lives } = options;
    this.#options = options;
    this.#gathering = new Gathering(clock);
    this.#linkCache = new AnswerCache({ clock, maxBytes: Math.ceil(maxCacheBytes * 0.5) });
    this.#summaryCache = new AnswerCache({ clock, maxBytes: Math.ceil(maxCacheBytes * 0.4) });
    this.#searches = this.#single<SearchAnswer>('search', lives.volatile, (key) => ({
      request: searchRequest(JSON.parse(key) as SearchQuestion),
      decode: decodeSearch,
    }));
    this.#databases = this.#single<DatabaseInfo>('einfo', lives.summaries, (db) => ({
      request: infoRequest(db),
      decode: decodeDatabaseInfo,
    }));
  }

  /**
   * What one record is linked to under one link name; at once when it is known. A list that is known with its scores
   * also answers those who do not want them: NCBI gives both in the same order (protocol: recorded 2025).
   *
   * @throws EntrezError the failure of this record, or `DEADLINE_EXCEEDED` of the operation.
   */
  links(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    if (!question.scored) {
      const scored = this.#linkLoader({ ...question, scored: true });
      if (scored.peek(uid)) {
        return scored.load(uid, operation);
      }
    }
    return this.#linkLoader(question).load(uid, operation);
  }

  /** Document summaries of one database, by uid. */
  summaries(db: string): QuestionLoader<DocSum> {
    return getOrCreate(this.#summaries, db, () => this.#summaryLoader(db));
  }

  /** Searches, by {@link searchKey}. */
  get searches(): QuestionLoader<SearchAnswer> {
    return this.#searches;
  }

  /** What EInfo says of a database, by name. */
  get databases(): QuestionLoader<DatabaseInfo> {
    return this.#databases;
  }

  #linkLoader({ link, scored }: LinkQuestion): QuestionLoader<Links> {
    const name = `${scored ? 'neighbor_score' : 'neighbor'} ${link.from} ${link.to} ${link.name}`;
    return getOrCreate(this.#links, name, () => this.#createLinkLoader(name, link, scored));
  }

  #createLinkLoader(name: string, { name: linkName, from, to }: LinkAddress, scored: boolean): QuestionLoader<Links> {
    const { door, lives } = this.#options;
    const run: BatchFunction<Links> = async (batch, options) => {
      const about = (uids: readonly string[]) => {
        const question = { from, to, linkName, uids, scored };
        return {
          request: linksRequest(question, 'json'),
          fallback: linksRequest(question, 'xml'),
          decode: (body: string, retmode: 'json' | 'xml') => attributeLinks(decodeLinkSets(body, retmode), question),
        };
      };
      const leftOut = (uid: string): EntrezError =>
        new EntrezError('UNKNOWN_ID', `NCBI gave no link set for ${from} ${uid}.`, { uids: [uid] });
      const found = await askInParts(door, { about, leftOut }, batch, options);
      return mapValues(found, (links, uid) =>
        links instanceof EntrezError ? links.with({ db: from, linkName }) : packLinks(uid, from === to, links),
      );
    };
    return this.#batched(name, this.#linkCache, from === to ? NEIGHBOUR_BATCH : LINK_BATCH, run, (links) => ({
      bytes: links.bytes,
      life: links.uids.length === 0 ? lives.volatile : lives.links,
    }));
  }

  #summaryLoader(db: string): QuestionLoader<DocSum> {
    const { door, lives } = this.#options;
    const run: BatchFunction<DocSum> = async (batch, options) => {
      const about = (uids: readonly string[]) => ({ request: summaryRequest({ db, uids }), decode: decodeSummaries });
      const leftOut = (uid: string): EntrezError =>
        new EntrezError('MALFORMED_RESPONSE', `NCBI left ${db} ${uid} out of its answer.`, { uids: [uid] });
      const found = await askInParts(door, { about, leftOut }, batch, options);
      return mapValues(found, (doc) => (doc instanceof EntrezError ? doc.with({ db }) : doc));
    };
    return this.#batched(`esummary ${db}`, this.#summaryCache, MAX_SUMMARY_UIDS, run, (doc) => ({
      bytes: approximateBytes(doc),
      life: lives.summaries,
    }));
  }

  /** A question that cannot be batched; it waits for its own permit, and equal ones share it. */
  #single<V extends object>(
    name: string,
    life: Milliseconds,
    about: (key: string) => Parameters<Door['ask']>[0] & { readonly decode: (body: string) => V },
  ): QuestionLoader<V> {
    const { door, clock, maxCacheBytes } = this.#options;
    const cache = new AnswerCache<V>({ clock, maxBytes: Math.ceil(maxCacheBytes * 0.05) });
    const run: BatchFunction<V> = async (keys, options) => {
      const [key = ''] = keys;
      return new Map([[key, await door.ask(about(key), options)]]);
    };
    return this.#batched(name, cache, 1, run, (value) => ({ bytes: approximateBytes(value), life }));
  }

  #batched<V extends object>(
    name: string,
    cache: AnswerCache<V>,
    maxBatchSize: number,
    run: BatchFunction<V>,
    appraise: Appraise<V>,
  ): QuestionLoader<V> {
    const batcher = new LateBatcher<V>({
      pacer: this.#options.door.pacer,
      gathering: this.#gathering,
      maxBatchSize,
      run,
    });
    return new QuestionLoader({ name, cache, batcher, appraise });
  }
}

/** The key of a search: equal questions have equal keys. */
export function searchKey({ db, term, retstart, retmax, sort }: SearchQuestion): string {
  return JSON.stringify({ db, term, retstart, retmax, ...(sort === undefined ? {} : { sort }) });
}

function getOrCreate<V>(map: Map<string, V>, key: string, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const created = create();
  map.set(key, created);
  return created;
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, change: (value: V, key: string) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
