import type { AvailableLink } from '../eutils/links/check.js';
import type { Article } from '../eutils/records/efetch-articles.js';
import type { SequenceEntry } from '../eutils/records/efetch-sequences.js';
import type { ProteinGroup } from '../eutils/records/efetch-ipg.js';
import type { Taxon } from '../eutils/records/efetch-taxa.js';
import type { DatabaseInfo } from '../eutils/records/einfo.js';
import type { SearchAnswer, SearchQuestion } from '../eutils/search/esearch.js';
import type { CitationAnswer } from '../eutils/search/ecitmatch.js';
import type { SpellingQuestion } from '../eutils/search/espell.js';
import type { DocSum } from '../eutils/records/esummary.js';
import type { LinkOut } from '../eutils/links/link-out.js';
import type { Clock, Milliseconds } from '../upstream/clock.js';
import type { NcbiClient } from '../upstream/ncbi-client.js';
import type { AnswerStore } from './cache/answer-store.js';
import { BurstDebounce } from './batching/debounce.js';
import type { Latency } from './batching/latency-model.js';
import type { Fleet } from './fleet/fleet.js';
import type { LinkFusion } from './definitions/link-fusion.js';
import { LinkLoaders, listNamed } from './definitions/link-loaders.js';
import type { LinkTables } from './link-tables.js';
import { LongLists } from './long-lists/long-lists.js';
import type { Links } from './values/link-list.js';
import { type Engine, type CacheTtls, LoaderRegistry } from './loader-registry.js';
import { Operation } from './operation/operation.js';
import type { CachedLoader } from './cached-loader.js';
import { availableLinksDefinition, type Check, checksDefinition, type Verdict } from './definitions/checks.js';
import {
  articlesDefinition,
  identicalProteinsDefinition,
  sequencesDefinition,
  type SequenceParams,
  taxaDefinition,
} from './definitions/documents.js';
import { citationsDefinition } from './definitions/citations.js';
import { filterDefinition, type RecordFilter } from './definitions/filter.js';
import { linkOutDefinition, type LinkOutParams } from './definitions/link-out.js';
import { type LinkQuestion, linksDefinition } from './definitions/links.js';
import { type Matches, type Lookup, lookupsDefinition } from './definitions/lookups.js';
import {
  databasesDefinition,
  keyOf,
  searchesDefinition,
  type Spelling,
  spellingsDefinition,
} from './definitions/single.js';
import { summariesDefinition } from './definitions/summaries.js';
import { unionDefinition, type UnionQuestion } from './definitions/union.js';
import { LearnedSizes } from './cache/learned-sizes.js';
import { SecondLevelCache } from './cache/second-level.js';

interface LoadersOptions {
  readonly clock: Clock;
  /** Memory that answers may take, in bytes. */
  readonly maxCacheBytes: number;
  readonly ttls: CacheTtls;
  /** Decides which link names share a call; none do where it is left out. */
  readonly fusion?: LinkFusion | undefined;
  /** Links that take no call, where there are any. */
  readonly tables?: LinkTables | undefined;
  /** Where answers outlive this process; they do not where it is left out. */
  readonly store?: AnswerStore | undefined;
  /** The processes that batch their keys together, if there are several. */
  readonly fleet?: Fleet | undefined;
}

/** The questions this process asks NCBI. All operations share them. */
export class Loaders {
  readonly #fusion: LinkFusion | undefined;
  readonly #sizes: LearnedSizes;
  /** Links and facts that take no call, where there are any. */
  readonly tables: LinkTables | undefined;
  /** Lists that NCBI filters and sorts as stored sets. */
  readonly longLists: LongLists;
  readonly #links: LinkLoaders;
  readonly #unions: LoaderRegistry<void, Links>;
  readonly #filters: LoaderRegistry<RecordFilter, Verdict>;
  readonly #summaries: LoaderRegistry<string, DocSum>;
  /** By what is at hand in every resolver: to look a variant up takes longer than to find a known answer. */
  readonly #summaryLoaders = new Map<string, CachedLoader<DocSum>>();
  readonly #searches: LoaderRegistry<void, SearchAnswer>;
  readonly #lookups: LoaderRegistry<Lookup, Matches>;
  readonly #spellings: LoaderRegistry<void, Spelling>;
  readonly #citations: LoaderRegistry<void, CitationAnswer>;
  readonly #databases: LoaderRegistry<void, DatabaseInfo>;
  readonly #availableLinks: LoaderRegistry<string, readonly AvailableLink[]>;
  readonly #checks: LoaderRegistry<Check, Verdict>;
  readonly #linkOut: LoaderRegistry<LinkOutParams, readonly LinkOut[]>;
  readonly #articles: LoaderRegistry<void, Article>;
  readonly #sequences: LoaderRegistry<SequenceParams, SequenceEntry>;
  readonly #taxa: LoaderRegistry<void, Taxon>;
  readonly #identicalProteins: LoaderRegistry<void, ProteinGroup>;

  constructor({ clock, maxCacheBytes, ttls, fusion, store, tables, fleet }: LoadersOptions) {
    const revalidators = new WeakMap<NcbiClient, Operation>();
    const revalidatorOf = (client: NcbiClient): Operation => {
      const revalidator =
        revalidators.get(client) ?? new Operation({ clock, client, deadline: Infinity, maxCalls: Infinity });
      revalidators.set(client, revalidator);
      return revalidator;
    };
    const debounce = new BurstDebounce(clock);
    fleet?.watchFollowing((following) => {
      debounce.trackFollowing(following);
    });
    this.#sizes = new LearnedSizes({ clock, debounce, store });
    const engine: Engine = {
      clock,
      sizes: this.#sizes,
      ttls,
      revalidatorOf,
      debounce,
      fleet,
      store: store && new SecondLevelCache(store, clock, debounce),
    };
    this.#fusion = fusion;
    this.tables = tables;
    const share = (part: number): number => Math.ceil(maxCacheBytes * part);
    this.#links = new LinkLoaders(
      new LoaderRegistry(engine, linksDefinition(engine, fusion), share(0.3)),
      clock,
      tables,
    );
    this.#unions = new LoaderRegistry(engine, unionDefinition(engine), share(0.05));
    this.#filters = new LoaderRegistry(engine, filterDefinition(engine), share(0.05));
    this.longLists = new LongLists(engine, share(0.05), (db) => this.summaries(db));
    this.#summaries = new LoaderRegistry(engine, summariesDefinition(engine), share(0.3));
    this.#searches = new LoaderRegistry(engine, searchesDefinition(ttls.searches), share(0.03));
    this.#lookups = new LoaderRegistry(
      engine,
      lookupsDefinition(engine, (db) => this.summaries(db)),
      share(0.01),
    );
    this.#spellings = new LoaderRegistry(engine, spellingsDefinition(ttls.summaries), share(0.01));
    this.#citations = new LoaderRegistry(engine, citationsDefinition(engine), share(0.01));
    this.#databases = new LoaderRegistry(engine, databasesDefinition(ttls.summaries), share(0.01));
    this.#availableLinks = new LoaderRegistry(engine, availableLinksDefinition(engine), share(0.05));
    this.#checks = new LoaderRegistry(engine, checksDefinition(engine), share(0.01));
    this.#linkOut = new LoaderRegistry(engine, linkOutDefinition(engine), share(0.03));
    this.#articles = new LoaderRegistry(engine, articlesDefinition(engine), share(0.05));
    this.#sequences = new LoaderRegistry(engine, sequencesDefinition(engine), share(0.03));
    this.#taxa = new LoaderRegistry(engine, taxaDefinition(engine), share(0.01));
    this.#identicalProteins = new LoaderRegistry(engine, identicalProteinsDefinition(engine), share(0.01));
  }

  /** @see LinkLoaders.load */
  links(question: LinkQuestion, uid: string, operation: Operation): Links | Promise<Links> {
    return this.#links.load(question, uid, operation);
  }

  /** What a table that is preferred to ELink knows of a record; undefined where ELink is asked. */
  tabledLinks(question: LinkQuestion, uid: string, notBefore: Milliseconds = -Infinity): Links | undefined {
    return this.tables?.use === 'prefer' ? this.#links.tabled(question, uid, notBefore)?.links : undefined;
  }

  /** @see LinkLoaders.peek */
  peekLinks(...question: Parameters<LinkLoaders['peek']>): ReturnType<LinkLoaders['peek']> {
    return this.#links.peek(...question);
  }

  /** Whether what NCBI made then is no older than an operation accepts. */
  isYoungEnough(asOf: Milliseconds, notBefore: Milliseconds): boolean {
    return this.#links.isYoungEnough(asOf, notBefore);
  }

  /** What records are linked to under one link name, by uid. */
  linkLoader(question: LinkQuestion): CachedLoader<Links> {
    return this.#links.of(question);
  }

  /** Questions of one group may be answered by one call; undefined for those that may not. */
  fusionGroup({ link, scored, filter }: LinkQuestion): string | undefined {
    return scored || filter ? undefined : this.#fusion?.groupOf(link);
  }

  /** What any of several records is linked to. */
  union(question: UnionQuestion, operation: Operation): Links | Promise<Links> {
    const known = this.#links.tabledUnion(question, operation.notBefore);
    for (const [index, { table, links }] of known?.lists.entries() ?? []) {
      operation.tabled(table, links.uids.length, listNamed(question.link.name, question.uids[index] ?? ''));
    }
    return known?.links ?? this.unionLoader.load(keyOf(question), operation);
  }

  /** What tables know of several records together; undefined where ELink is asked. */
  tabledUnion(question: UnionQuestion, notBefore: Milliseconds = -Infinity): Links | undefined {
    return this.#links.tabledUnion(question, notBefore)?.links;
  }

  /** Links of several records together, by the {@link keyOf} a question. */
  get unionLoader(): CachedLoader<Links> {
    return this.#unions.of();
  }

  /** Whether records pass a filter, by uid. */
  filter(filter: RecordFilter): CachedLoader<Verdict> {
    return this.#filters.of(filter);
  }

  /** Document summaries of one database, by uid. */
  summaries(db: string): CachedLoader<DocSum> {
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
  get searchLoader(): CachedLoader<SearchAnswer> {
    return this.#searches.of();
  }

  /** The records that carry an identifier other than a uid, by the identifier. */
  lookup(lookup: Lookup): CachedLoader<Matches> {
    return this.#lookups.of(lookup);
  }

  /** What ESpell makes of a search term. */
  spelling(question: SpellingQuestion, operation: Operation): Spelling | Promise<Spelling> {
    return this.spellingLoader.load(keyOf(question), operation);
  }

  /** Corrected terms, by the {@link keyOf} a question. */
  get spellingLoader(): CachedLoader<Spelling> {
    return this.#spellings.of();
  }

  /** The articles of printed citations, by their keys. */
  get citations(): CachedLoader<CitationAnswer> {
    return this.#citations.of();
  }

  /** What EInfo says of a database. */
  databaseInfo(db: string, operation: Operation): DatabaseInfo | Promise<DatabaseInfo> {
    return this.databaseLoader.load(db, operation);
  }

  /** What EInfo says of databases, by name. */
  get databaseLoader(): CachedLoader<DatabaseInfo> {
    return this.#databases.of();
  }

  /** The link names under which records of a database have links, by uid. */
  availableLinks(db: string): CachedLoader<readonly AvailableLink[]> {
    return this.#availableLinks.of(db);
  }

  /** Whether records have neighbours or LinkOut pages, by uid. */
  checks(check: Check): CachedLoader<Verdict> {
    return this.#checks.of(check);
  }

  /** Pages about records outside NCBI, by uid. */
  linkOut(variant: LinkOutParams): CachedLoader<readonly LinkOut[]> {
    return this.#linkOut.of(variant);
  }

  /** Whole PubMed records, by PMID. */
  get articles(): CachedLoader<Article> {
    return this.#articles.of();
  }

  /** Proteins of the same sequence, by accession.version. */
  get identicalProteins(): CachedLoader<ProteinGroup> {
    return this.#identicalProteins.of();
  }

  /** Taxa with their lineages, by uid. */
  get taxa(): CachedLoader<Taxon> {
    return this.#taxa.of();
  }

  /** Sequences, by accession.version. */
  sequences(variant: SequenceParams): CachedLoader<SequenceEntry> {
    return this.#sequences.of(variant);
  }

  /** What calls take, as far as it has been learned. */
  get latency(): Latency | undefined {
    return this.#sizes.latency;
  }

  /** Keeps what was learned of batch sizes and latency. To be called before the store is closed. */
  keepLearned(): void {
    this.#sizes.keepAll();
  }
}
