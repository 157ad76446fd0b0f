import { type DatabaseInfo, decodeDatabaseInfo, infoRequest } from '../eutils/einfo.js';
import { decodeSearch, type SearchAnswer, type SearchQuestion, searchRequest } from '../eutils/esearch.js';
import type { DocSum } from '../eutils/esummary.js';
import type { Clock } from '../upstream/clock.js';
import type { Door } from '../upstream/door.js';
import { Gathering } from './gathering.js';
import type { Links } from './links.js';
import { type Engine, type Lives, LoaderFamily } from './loader-family.js';
import type { Operation } from './operation.js';
import type { QuestionLoader } from './question-loader.js';
import { type LinkQuestion, linksKind } from './questions/links.js';
import { singleKind } from './questions/single.js';
import { summariesKind } from './questions/summaries.js';

export interface LoadersOptions {
  readonly door: Door;
  readonly clock: Clock;
  /** Memory that answers may take, in bytes. */
  readonly maxCacheBytes: number;
  readonly lives: Lives;
}

/** The questions this process asks NCBI. All operations share them. */
export class Loaders {
  readonly #links: LoaderFamily<LinkQuestion, Links>;
  readonly #summaries: LoaderFamily<string, DocSum>;
  readonly #searches: LoaderFamily<void, SearchAnswer>;
  readonly #databases: LoaderFamily<void, DatabaseInfo>;

  constructor({ door, clock, maxCacheBytes, lives }: LoadersOptions) {
    const engine: Engine = { door, clock, lives, gathering: new Gathering(clock) };
    const share = (part: number): number => Math.ceil(maxCacheBytes * part);
    this.#links = new LoaderFamily(engine, linksKind(engine), share(0.5));
    this.#summaries = new LoaderFamily(engine, summariesKind(engine), share(0.4));
    this.#searches = new LoaderFamily(
      engine,
      singleKind<SearchAnswer>(engine, 'esearch', lives.volatile, (key) => ({
        request: searchRequest(JSON.parse(key) as SearchQuestion),
        decode: decodeSearch,
      })),
      share(0.08),
    );
    this.#databases = new LoaderFamily(
      engine,
      singleKind<DatabaseInfo>(engine, 'einfo', lives.summaries, (db) => ({
        request: infoRequest(db),
        decode: decodeDatabaseInfo,
      })),
      share(0.02),
    );
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

  /** Document summaries of one database, by uid. */
  summaries(db: string): QuestionLoader<DocSum> {
    return this.#summaries.of(db);
  }

  /** One page of the hits of a search. */
  search(question: SearchQuestion, operation: Operation): SearchAnswer | Promise<SearchAnswer> {
    return this.#searches.of().load(JSON.stringify(question), operation);
  }

  /** What EInfo says of a database. */
  databaseInfo(db: string, operation: Operation): DatabaseInfo | Promise<DatabaseInfo> {
    return this.#databases.of().load(db, operation);
  }
}
