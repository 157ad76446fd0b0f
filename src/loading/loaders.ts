import type { AvailableLink } from '../eutils/check.js';
import type { Article } from '../eutils/efetch-articles.js';
import type { SequenceEntry } from '../eutils/efetch-sequences.js';
import { type DatabaseInfo, decodeDatabaseInfo, infoRequest } from '../eutils/einfo.js';
import { decodeSearch, type SearchAnswer, type SearchQuestion, searchRequest } from '../eutils/esearch.js';
import { decodeSpelling, type SpellingQuestion, spellRequest } from '../eutils/espell.js';
import type { DocSum } from '../eutils/esummary.js';
import type { LinkOut } from '../eutils/link-out.js';
import type { Clock } from '../upstream/clock.js';
import type { Door, Question } from '../upstream/door.js';
import type { AnswerStore } from './answer-store.js';
import { budgetExceeded, Crowd } from './crowd.js';
import { Gathering } from './gathering.js';
import type { LinkFusion } from './link-fusion.js';
import { LinkLoaders } from './link-loaders.js';
import type { Links } from './links.js';
import { type Engine, type Lives, LoaderFamily } from './loader-family.js';
import { Operation } from './operation.js';
import type { QuestionLoader } from './question-loader.js';
import { availableLinksKind, type Check, checksKind, type Verdict } from './questions/checks.js';
import { articlesKind, sequencesKind, type SequenceVariant } from './questions/documents.js';
import { filterKind, type RecordFilter } from './questions/filter.js';
import { linkOutKind, type LinkOutVariant } from './questions/link-out.js';
import { type LinkQuestion, linksKind } from './questions/links.js';
import { type Found, type Lookup, lookupsKind } from './questions/lookups.js';
import { singleKind } from './questions/single.js';
import { summariesKind } from './questions/summaries.js';
import { unionKind, type UnionQuestion } from './questions/union.js';
import { Receipt } from './receipt.js';
import { SecondLevel } from './stored-answers.js';

export interface LoadersOptions {
  readonly clock: Clock;
  /** Memory that answers may take, in bytes. */
  readonly maxCacheBytes: number;
  readonly lives: Lives;
  /** Decides which link names share a call; none do where it is left out. */
  readonly fusion?: LinkFusion | undefined;
  /** Where answers outlive this process; they do not where it is left out. */
  readonly store?: AnswerStore | undefined;
}

/** A corrected search term, or none. */
export interface Spelling {
  readonly corrected: string | null;
}

/** The key of a question that is asked on its own. */
export function keyOf(question: SearchQuestion | SpellingQuestion | UnionQuestion): string {
  return JSON.stringify(question);
}

/** The questions this process asks NCBI. All operations share them. */
export class Loaders {
  readonly #fusion: LinkFusion | undefined;
  readonly #links: LinkLoaders;
  readonly #unions: LoaderFamily<void, Links>;
  readonly #filters: LoaderFamily<RecordFilter, Verdict>;
  readonly #summaries: LoaderFamily<string, DocSum>;
  /** By what is at hand in every resolver: to look a variant up takes longer than to find a known answer. */
  readonly #summaryLoaders = new Map<string, QuestionLoader<DocSum>>();
  readonly #searches: LoaderFamily<void, SearchAnswer>;
  readonly #lookups: LoaderFamily<Lookup, Found>;
  readonly #spellings: LoaderFamily<void, Spelling>;
  readonly #databases: LoaderFamily<void, DatabaseInfo>;
  readonly #availableLinks: LoaderFamily<string, readonly AvailableLink[]>;
  readonly #checks: LoaderFamily<Check, Verdict>;
  readonly #linkOut: LoaderFamily<LinkOutVariant, readonly LinkOut[]>;
  readonly #articles: LoaderFamily<void, Article>;
  readonly #sequences: LoaderFamily<SequenceVariant, SequenceEntry>;

  constructor({ clock, maxCacheBytes, lives, fusion, store }: LoadersOptions) {
    const renewers = new WeakMap<Door, Operation>();
    const renewerOf = (door: Door): Operation => {
      const renewer = renewers.get(door) ?? new Operation({ clock, door, deadline: Infinity, maxCalls: Infinity });
      renewers.set(door, renewer);
      return renewer;
    };
    const gathering = new Gathering(clock);
    const engine: Engine = {
      clock,
      lives,
      renewerOf,
      gathering,
      store: store && new SecondLevel(store, clock, gathering),
    };
    this.#fusion = fusion;
    const share = (part: number): number => Math.ceil(maxCacheBytes * part);
    this.#links = new LinkLoaders(new LoaderFamily(engine, linksKind(engine, fusion), share(0.35)));
    this.#unions = new LoaderFamily(engine, unionKind(engine), share(0.05));
    this.#filters = new LoaderFamily(engine, filterKind(engine), share(0.05));
    this.#summaries = new LoaderFamily(engine, summariesKind(engine), share(0.3));
    this.#searches = new LoaderFamily(
      engine,
      singleKind<SearchAnswer>('esearch', lives.volatile, (key) => {
        const question = JSON.parse(key) as SearchQuestion;
        return { request: searchRequest(question), decode: (body) => decodeSearch(body, question) };
      }),
      share(0.03),
    );
    this.#lookups = new LoaderFamily(
      engine,
      lookupsKind(engine, (db) => this.summaries(db)),
      share(0.01),
    );
    this.#spellings = new LoaderFamily(
      engine,
      singleKind<Spelling>('espell', lives.summaries, (key) => {
        const question = JSON.parse(key) as SpellingQuestion;
        return {
          request: spellRequest(question),
          decode: (body) => ({ corrected: decodeSpelling(body, question) }),
        };
      }),
      share(0.01),
    );
    this.#databases = new LoaderFamily(
      engine,
      singleKind<DatabaseInfo>('einfo', lives.summaries, (db) => ({
        request: infoRequest(db),
        decode: (body) => decodeDatabaseInfo(body, db),
      })),
      share(0.01),
    );
    this.#availableLinks = new LoaderFamily(engine, availableLinksKind(engine), share(0.05));
    this.#checks = new LoaderFamily(engine, checksKind(engine), share(0.01));
    this.#linkOut = new LoaderFamily(engine, linkOutKind(engine), share(0.03));
    this.#articles = new LoaderFamily(engine, articlesKind(engine), share(0.05));
    this.#sequences = new LoaderFamily(engine, sequencesKind(engine), share(0.05));
  }

  /** @see LinkLoaders.load */
  links(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    return this.#links.load(question, uid, operation);
  }

  /** What records are linked to under one link name, by uid. */
  linkLoader(question: LinkQuestion): QuestionLoader<Links> {
    return this.#links.of(question);
  }

  /** Questions of one group may be answered by one call; undefined for those that may not. */
  fusionGroup({ link, scored, filter }: LinkQuestion): string | undefined {
    return scored || filter ? undefined : this.#fusion?.groupOf(link);
  }

  /** What any of several records is linked to. */
  union(question: UnionQuestion, operation: Operation): Links | Promise<Links> {
    return this.unionLoader.load(keyOf(question), operation);
  }

  /** Links of several records together, by the {@link keyOf} a question. */
  get unionLoader(): QuestionLoader<Links> {
    return this.#unions.of();
  }

  /** Whether records pass a filter, by uid. */
  filter(filter: RecordFilter): QuestionLoader<Verdict> {
    return this.#filters.of(filter);
  }

  /** Document summaries of one database, by uid. */
  summaries(db: string): QuestionLoader<DocSum> {
    const known = this.#summaryLoaders.get(db);
    if (known) {
      return known;
    }
    const loader = this.#summaries.of(db);
    this.#summaryLoaders.set(db, loader);
    return loader;
  }

  /** One page of the hits of a search. */
  search(question: SearchQuestion, operation: Operation): SearchAnswer | Promise<SearchAnswer> {
    return this.searchLoader.load(keyOf(question), operation);
  }

  /** Pages of searches, by the {@link keyOf} a question. */
  get searchLoader(): QuestionLoader<SearchAnswer> {
    return this.#searches.of();
  }

  /** The records that carry an identifier other than a uid, by the identifier. */
  lookup(lookup: Lookup): QuestionLoader<Found> {
    return this.#lookups.of(lookup);
  }

  /** What ESpell makes of a search term. */
  spelling(question: SpellingQuestion, operation: Operation): Spelling | Promise<Spelling> {
    return this.spellingLoader.load(keyOf(question), operation);
  }

  /** Corrected terms, by the {@link keyOf} a question. */
  get spellingLoader(): QuestionLoader<Spelling> {
    return this.#spellings.of();
  }

  /** What EInfo says of a database. */
  databaseInfo(db: string, operation: Operation): DatabaseInfo | Promise<DatabaseInfo> {
    return this.databaseLoader.load(db, operation);
  }

  /** What EInfo says of databases, by name. */
  get databaseLoader(): QuestionLoader<DatabaseInfo> {
    return this.#databases.of();
  }

  /** The link names under which records of a database have links, by uid. */
  availableLinks(db: string): QuestionLoader<readonly AvailableLink[]> {
    return this.#availableLinks.of(db);
  }

  /** Whether records have neighbours or LinkOut pages, by uid. */
  checks(check: Check): QuestionLoader<Verdict> {
    return this.#checks.of(check);
  }

  /** Pages about records outside NCBI, by uid. */
  linkOut(variant: LinkOutVariant): QuestionLoader<readonly LinkOut[]> {
    return this.#linkOut.of(variant);
  }

  /** Whole PubMed records, by PMID. */
  get articles(): QuestionLoader<Article> {
    return this.#articles.of();
  }

  /** Sequences, by accession.version. */
  sequences(variant: SequenceVariant): QuestionLoader<SequenceEntry> {
    return this.#sequences.of(variant);
  }

  /** Asks what must not be remembered, because the asking itself has an effect: it makes NCBI store a set. */
  async ask<T>(question: Question<T>, operation: Operation): Promise<T> {
    if (operation.spentUp) {
      throw budgetExceeded(operation);
    }
    const receipt = new Receipt();
    const crowd = new Crowd();
    try {
      const ask = (): Promise<T> =>
        operation.door.ask(question, { signal: crowd.signal, claim: crowd, onCall: receipt.onCall });
      return await operation.wait(ask, (giveUp) => {
        const wait = { operation, giveUp };
        crowd.join(wait);
        return () => {
          crowd.leave(wait);
        };
      });
    } finally {
      operation.spent(receipt);
    }
  }
}
