import type { EntrezError } from '../../eutils/failures/errors.js';
import type { Utility } from '../../eutils/wire.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { Source } from '../../upstream/call.js';
import type { AnswerOrigin } from './answer-origin.js';
import type { BatchCost } from './batch-cost.js';
import { explain, type Explanation } from './explanation.js';
import type { Rate } from './shortest-schedule.js';
import { waitingTime } from './waiting-time.js';
import { type ServedTable, type UsedTable, UsedTables } from './used-tables.js';
import { type Warning, Warnings } from './warnings.js';

/** A part of an answer that is older or less than it should be, and why. */
export interface DegradedPart {
  /** `STALE` for what is only being renewed; else what failed. */
  readonly code: EntrezError['code'] | 'STALE';
  readonly message: string;
  /** How old the data are, in seconds. */
  readonly ageS?: number;
}

/** What an operation cost: the content of `extensions.entrez`. */
export interface CostReport {
  /** Upstream calls that this operation took part in; one shared with other operations counts for each of them. */
  readonly calls: Readonly<Record<Utility, number>> & { readonly total: number };
  /** Further calls that had no result yet when the operation ended; left out where there were none. */
  readonly unfinished?: number;
  /** Ids that these calls asked about. */
  readonly ids: number;
  /** Answers that were known already. */
  readonly cacheHits: number;
  /** Time from the start of the operation to this report, in milliseconds. */
  readonly tookMs: number;
  /** Part of it in which at least one call waited for the rate limit, in milliseconds. */
  readonly waitedMs: number;
  /** Sums over the calls, in milliseconds: side by side, they exceed the time that passed. */
  readonly sums: {
    /** Waiting for the rate limit. */
    readonly waitedMs: number;
    /** From sending a request to the end of its answer. */
    readonly upstreamMs: number;
  };
  /** Where the data come from; null when nothing was needed. */
  readonly source: Source | null;
  readonly degraded: readonly DegradedPart[];
  readonly warnings: readonly Warning[];
  /** Tables that gave links, and how many; left out where none did. */
  readonly tables?: readonly UsedTable[];
  /** Where the time went; left out unless it was requested. */
  readonly explain?: Explanation;
}

/** Where an answer was: known, known but outdated, kept in a store, or asked of NCBI. */
export type AnswerLevel = 'memory' | 'stale' | 'store' | 'upstream';

/** How old an answer is, and how long it may be given again. */
export interface Freshness {
  /** Time since the oldest of its parts left NCBI. */
  readonly age: Milliseconds;
  /** Time until one of its parts is outdated; infinite where nothing of NCBI is in it. */
  readonly maxAge: Milliseconds;
}

/** An answer all of which was known, and good. */
export interface CacheableResponse extends Freshness {
  /** Answers it is made of. */
  readonly cacheHits: number;
  readonly source: Source | null;
  readonly warnings?: readonly Warning[];
  readonly tables?: readonly UsedTable[];
}

/** How long an answer with links of tables is given again: a new generation is served soon after. */
const TABLE_TTL: Milliseconds = 1000;

/** The account of an operation that was refused before it asked anything. */
export const NOTHING_SPENT: CostReport = {
  calls: { elink: 0, esummary: 0, esearch: 0, efetch: 0, epost: 0, einfo: 0, espell: 0, ecitmatch: 0, total: 0 },
  ids: 0,
  cacheHits: 0,
  tookMs: 0,
  waitedMs: 0,
  sums: { waitedMs: 0, upstreamMs: 0 },
  source: null,
  degraded: [],
  warnings: [],
};

/** What an operation was given, what that cost, and what is to be said of it. */
export class CostRecorder {
  readonly #costs = new Set<BatchCost>();
  readonly #sources = new Set<Source>();
  readonly #degraded = new Map<string, DegradedPart>();
  readonly #answers: Record<AnswerLevel, number> = { memory: 0, stale: 0, store: 0, upstream: 0 };
  readonly #warnings = new Warnings();
  readonly #tables = new UsedTables();
  readonly #clock: Pick<Clock, 'now'> | undefined;
  readonly #startedAt: Milliseconds | undefined;
  #cacheHits = 0;
  /** Time until one of the answers is outdated; 0 when the whole holds for this moment only. */
  #maxAge: Milliseconds = Infinity;
  #age: Milliseconds = 0;

  /** @param clock - Tells how long the operation takes. */
  constructor(clock?: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#startedAt = clock?.now();
  }

  /** Notes an answer that was known already. */
  hit(answer: AnswerOrigin, age: Milliseconds, level: 'memory' | 'store' = 'memory'): void {
    this.#cacheHits += 1;
    this.#answers[isOutdated(answer, age) ? 'stale' : level] += 1;
    this.#noteOrigin(answer, age);
  }

  /** Notes an answer that was waited for. */
  answered(answer: AnswerOrigin, age: Milliseconds): void {
    this.#answers[answer.staleBecause ? 'stale' : 'upstream'] += 1;
    // An outdated answer was paid for long ago; this operation took part in the attempt to renew it.
    this.bill((answer.staleBecause ?? answer).cost);
    this.#noteOrigin(answer, age);
  }

  /** Notes links that a table gave. */
  tabled(table: ServedTable, edges: number): void {
    this.#tables.add(table, edges);
    if (table.isSample) {
      this.#sources.add('sandbox');
    }
    this.#maxAge = Math.min(this.#maxAge, TABLE_TTL);
  }

  /** Notes that its answer tells how things stand at this moment, and must not be given again. */
  noStore(): void {
    this.#maxAge = 0;
  }

  /** How long its answer holds; undefined where that must not be given again, since it is outdated or of this moment. */
  get freshness(): Freshness | undefined {
    return this.#maxAge > 0 && this.#degraded.size === 0 ? { age: this.#age, maxAge: this.#maxAge } : undefined;
  }

  /** What its answer is made of, if all that was known before and nothing was asked. */
  get cacheableResponse(): CacheableResponse | undefined {
    const freshness = this.#costs.size === 0 ? this.freshness : undefined;
    return freshness
      ? {
          ...freshness,
          cacheHits: this.#cacheHits,
          source: this.source,
          warnings: this.#warnings.list,
          ...(this.#tables.list && { tables: this.#tables.list }),
        }
      : undefined;
  }

  /** Notes an answer that is given again as a whole. */
  recall(
    { cacheHits, source, age, maxAge, warnings = [], tables = [] }: CacheableResponse,
    level: 'memory' | 'store',
  ): void {
    this.#age = Math.max(this.#age, age);
    this.#maxAge = Math.min(this.#maxAge, maxAge);
    for (const { edges, ...table } of tables) {
      this.tabled(table, edges);
    }
    this.#cacheHits += cacheHits;
    this.#answers[level] += cacheHits;
    if (source) {
      this.#sources.add(source);
    }
    for (const warning of warnings) {
      this.warn(warning);
    }
  }

  /** Notes what the caller should know of a part of the answer. */
  warn(warning: Warning): void {
    this.#warnings.add(warning);
  }

  /** Notes that a part of the answer is less than was asked for. */
  degrade(part: DegradedPart): void {
    this.#degraded.set(`${part.code} ${part.message}`, part);
  }

  /** Notes calls made on behalf of this operation, successful or not. */
  bill(cost: BatchCost): void {
    this.#costs.add(cost);
    if (cost.source) {
      this.#sources.add(cost.source);
    }
  }

  /** Notes all that was noted for another operation, which worked for this one. */
  absorb(other: CostRecorder): void {
    this.absorbCalls(other);
    this.#cacheHits += other.#cacheHits;
    for (const level of Object.keys(this.#answers) as AnswerLevel[]) {
      this.#answers[level] += other.#answers[level];
    }
    for (const source of other.#sources) {
      this.#sources.add(source);
    }
    for (const part of other.#degraded.values()) {
      this.degrade(part);
    }
    for (const warning of other.#warnings.list) {
      this.warn(warning);
    }
    for (const { edges, ...table } of other.#tables.list ?? []) {
      this.tabled(table, edges);
    }
    this.#age = Math.max(this.#age, other.#age);
    this.#maxAge = Math.min(this.#maxAge, other.#maxAge);
  }

  /** Notes the calls that were made for another operation, in which this one took part. */
  absorbCalls(other: CostRecorder): void {
    for (const cost of other.#costs) {
      this.bill(cost);
    }
  }

  /** How many answers it was given so far, by where they were. */
  get answers(): Readonly<Record<AnswerLevel, number>> {
    return this.#answers;
  }

  /** Where its answers come from so far. Anything from the sandbox makes the whole answer sample data. */
  get source(): Source | null {
    if (this.#sources.has('sandbox')) {
      return 'sandbox';
    }
    return this.#sources.has('ncbi') ? 'ncbi' : null;
  }

  /** The cost so far. */
  report(): CostReport {
    const calls = { ...NOTHING_SPENT.calls };
    let ids = 0;
    let waited = 0;
    let took = 0;
    const made = [...this.#costs].flatMap((cost) => cost.calls);
    for (const call of made) {
      calls[call.utility] += 1;
      calls.total += 1;
      ids += call.ids;
      waited += call.waited;
      took += call.took;
    }
    return {
      calls,
      ids,
      cacheHits: this.#cacheHits,
      tookMs: Math.round((this.#clock?.now() ?? 0) - (this.#startedAt ?? 0)),
      waitedMs: Math.round(waitingTime(made, this.#startedAt)),
      sums: { waitedMs: Math.round(waited), upstreamMs: Math.round(took) },
      source: this.source,
      degraded: [...this.#degraded.values()],
      warnings: this.#warnings.list,
      ...(this.#tables.list && { tables: this.#tables.list }),
    };
  }

  /** Where the time went so far. */
  protected explanation(rate: Rate): Explanation {
    return explain(this.#costs, this.#startedAt ?? 0, rate);
  }

  #noteOrigin({ cost, staleBecause, ttl }: AnswerOrigin, age: Milliseconds): void {
    if (cost.source) {
      this.#sources.add(cost.source);
    }
    this.#age = Math.max(this.#age, age);
    this.#maxAge = Math.min(this.#maxAge, ttl - age);
    if (staleBecause) {
      const { code, message } = staleBecause.failure;
      this.degrade({ code, message, ageS: inSeconds(age) });
    } else if (age > ttl) {
      this.degrade({
        code: 'STALE',
        message: 'Data that are older than they should be are being renewed.',
        ageS: inSeconds(age),
      });
    }
  }
}

function isOutdated({ staleBecause, ttl }: AnswerOrigin, age: Milliseconds): boolean {
  return staleBecause !== undefined || age > ttl;
}

function inSeconds(span: Milliseconds): number {
  return Math.round(span / 1000);
}
