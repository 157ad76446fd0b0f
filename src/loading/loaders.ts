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
import { Gathering } from './gathering.js';
import type { Links } from './links.js';
import { type Engine, type Lives, LoaderFamily } from './loader-family.js';
import type { Operation } from './operation.js';
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

export interface LoadersOptions {
  readonly door: Door;
  readonly clock: Clock;
  /** Memory that answers may take, in bytes. */
  readonly maxCacheBytes: number;
  readonly lives: Lives;
}

/** A corrected search term, or none. */
export interface Spelling {
  readonly corrected: string | null;
}

/** The questions this process asks NCBI. All operations share them. */
export class Loaders {
  readonly #door: Door;
  readonly #links: LoaderFamily<LinkQuestion, Links>;
  readonly #unions: LoaderFamily<void, Links>;
  readonly #filters: LoaderFamily<RecordFilter, Verdict>;
  readonly #summaries: LoaderFamily<string, DocSum>;
  readonly #searches: LoaderFamily<void, SearchAnswer>;
  readonly #lookups: LoaderFamily<Lookup, Found>;
  readonly #spellings: LoaderFamily<void, Spelling>;
  readonly #databases: LoaderFamily<void, DatabaseInfo>;
  readonly #availableLinks: LoaderFamily<string, readonly AvailableLink[]>;
  readonly #checks: LoaderFamily<Check, Verdict>;
  readonly #linkOut: LoaderFamily<LinkOutVariant, readonly LinkOut[]>;
  readonly #articles: LoaderFamily<void, Article>;
  readonly #sequences: LoaderFamily<SequenceVariant, SequenceEntry>;

  constructor({ door, clock, maxCacheBytes, lives }: LoadersOptions) {
    const engine: Engine = { door, clock, lives, gathering: new Gathering(clock) };
    const share = (part: number): number => Math.ceil(maxCacheBytes * part);
    this.#door = door;
    this.#links = new LoaderFamily(engine, linksKind(engine), share(0.35));
    this.#unions = new LoaderFamily(engine, unionKind(engine), share(0.05));
    this.#filters = new LoaderFamily(engine, filterKind(engine), share(0.05));
    this.#summaries = new LoaderFamily(engine, summariesKind(engine), share(0.3));
    this.#searches = new LoaderFamily(
      engine,
      singleKind<SearchAnswer>(engine, 'esearch', lives.volatile, (key) => ({
        request: searchRequest(JSON.parse(key) as SearchQuestion),
        decode: decodeSearch,
      })),
      share(0.03),
    );
    this.#lookups = new LoaderFamily(
      engine,
      lookupsKind(engine, (db) => this.summaries(db)),
      share(0.01),
    );
    this.#spellings = new LoaderFamily(
      engine,
      singleKind<Spelling>(engine, 'espell', lives.summaries, (key) => ({
        request: spellRequest(JSON.parse(key) as SpellingQuestion),
        decode: (body) => ({ corrected: decodeSpelling(body) }),
      })),
      share(0.01),
    );
    this.#databases = new LoaderFamily(
      engine,
      singleKind<DatabaseInfo>(engine, 'einfo', lives.summaries, (db) => ({
        request: infoRequest(db),
        decode: decodeDatabaseInfo,
      })),
      share(0.01),
    );
    this.#availableLinks = new LoaderFamily(engine, availableLinksKind(engine), share(0.05));
    this.#checks = new LoaderFamily(engine, checksKind(engine), share(0.01));
    this.#linkOut = new LoaderFamily(engine, linkOutKind(engine), share(0.03));
    this.#articles = new LoaderFamily(engine, articlesKind(engine), share(0.05));
    this.#sequences = new LoaderFamily(engine, sequencesKind(engine), share(0.05));
  }

  /**
   * What one record is linked to under one link name; at once when it is known. A list that is known with its scores
   * also answers those who do not want them: NCBI gives both in the same order (protocol: recorded 2025).
   *
   * @throws EntrezError the failure of this record, or `DEADLINE_EXCEEDED` of the operation.
   */
  links(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    if (!question.scored) {
      const scored = this.#links.of({ ...question, scored: true });
      if (scored.peek(uid)) {
        return scored.load(uid, operation);
      }
    }
    return this.#links.of(question).load(uid, operation);
  }

  /** What any of several records is linked to. */
  union(question: UnionQuestion, operation: Operation): Links | Promise<Links> {
    return this.#unions.of().load(JSON.stringify(question), operation);
  }

  /** Whether records pass a filter, by uid. */
  filter(filter: RecordFilter): QuestionLoader<Verdict> {
    return this.#filters.of(filter);
  }

  /** Document summaries of one database, by uid. */
  summaries(db: string): QuestionLoader<DocSum> {
    return this.#summaries.of(db);
  }

  /** One page of the hits of a search. */
  search(question: SearchQuestion, operation: Operation): SearchAnswer | Promise<SearchAnswer> {
    return this.#searches.of().load(JSON.stringify(question), operation);
  }

  /** The records that carry an identifier other than a uid, by the identifier. */
  lookup(lookup: Lookup): QuestionLoader<Found> {
    return this.#lookups.of(lookup);
  }

  /** What ESpell makes of a search term. */
  spelling(question: SpellingQuestion, operation: Operation): Spelling | Promise<Spelling> {
    return this.#spellings.of().load(JSON.stringify(question), operation);
  }

  /** What EInfo says of a database. */
  databaseInfo(db: string, operation: Operation): DatabaseInfo | Promise<DatabaseInfo> {
    return this.#databases.of().load(db, operation);
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
    const receipt = new Receipt();
    const gone = new AbortController();
    try {
      const answer = this.#door.ask(question, { signal: gone.signal, onCall: receipt.onCall });
      return await operation.wait(answer, () => {
        gone.abort();
      });
    } finally {
      operation.spent(receipt);
    }
  }
}
