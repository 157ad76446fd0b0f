import type { Clock, Milliseconds } from '../../upstream/clock.js';
import type { Source } from '../../upstream/call.js';
import type { AnswerOrigin, BatchCost } from './batch-cost.js';
import { type CostReport, type DegradedPart, NOTHING_SPENT } from './cost-report.js';
import { explain, type Explanation } from './explanation.js';
import type { Rate } from './shortest-schedule.js';
import { waitingTime } from './waiting-time.js';
import { type ServedTable, type UsedTable, UsedTables } from './used-tables.js';
import { type Warning, Warnings } from './warnings.js';

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

/**
 * What an operation was given, what that cost, and what is to be said of it. All that it notes, its parent notes too: a call
 * that several operations of one whole share counts once there.
 */
export class CostRecorder {
  readonly #costs = new Set<BatchCost>();
  readonly #sources = new Set<Source>();
  readonly #degraded = new Map<string, DegradedPart>();
  readonly #answers: Record<AnswerLevel, number> = { memory: 0, stale: 0, store: 0, upstream: 0 };
  /** Of the answers, those that were known already. */
  readonly #hits: Record<AnswerLevel, number> = { memory: 0, stale: 0, store: 0, upstream: 0 };
  readonly #warnings = new Warnings();
  readonly #tables = new UsedTables();
  readonly #clock: Pick<Clock, 'now'> | undefined;
  readonly #parent: CostRecorder | undefined;
  readonly #startedAt: Milliseconds | undefined;
  /** Time until one of the answers is outdated; 0 when the whole holds for this moment only. */
  #maxAge: Milliseconds = Infinity;
  #age: Milliseconds = 0;

  /**
   * @param clock - Tells how long the operation takes.
   * @param parent - Records the whole that the operation is a part of.
   */
  constructor(clock?: Pick<Clock, 'now'>, parent?: CostRecorder) {
    this.#clock = clock;
    this.#parent = parent;
    this.#startedAt = clock?.now();
  }

  /** Notes an answer that was known already. */
  hit(answer: AnswerOrigin, age: Milliseconds, level: 'memory' | 'store' = 'memory'): void {
    this.#count(isOutdated(answer, age) ? 'stale' : level, 1, 1);
    this.#noteAnswer(answer, age);
  }

  /** Notes an answer that was waited for. */
  answered(answer: AnswerOrigin, age: Milliseconds): void {
    this.#count(answer.staleBecause ? 'stale' : 'upstream', 1, 0);
    // An outdated answer was paid for long ago; this operation took part in the attempt to renew it.
    this.bill((answer.staleBecause ?? answer).cost);
    this.#noteAnswer(answer, age);
  }

  /**
   * Notes links that a table gave.
   *
   * @param list - What they were looked up by: what is looked up again counts once.
   */
  tabled(table: ServedTable, edges: number, list?: string): void {
    const more = this.#tables.add(table, edges, list);
    this.#parent?.tabled(table, more);
    this.#noteOrigin(table.isSample ? 'sandbox' : undefined, 0, TABLE_TTL);
  }

  /** Notes that its answer tells how things stand at this moment, and must not be given again. */
  noStore(): void {
    this.#noteOrigin(undefined, 0, 0);
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
    this.#noteOrigin(source ?? undefined, age, maxAge);
    for (const { edges, ...table } of tables) {
      this.tabled(table, edges);
    }
    this.#count(level, cacheHits, cacheHits);
    for (const warning of warnings) {
      this.warn(warning);
    }
  }

  /** Notes what the caller should know of a part of the answer. */
  warn(warning: Warning): void {
    this.#warnings.add(warning);
    this.#parent?.warn(warning);
  }

  /** Notes that a part of the answer is less than was asked for. */
  degrade(part: DegradedPart): void {
    this.#degraded.set(`${part.code} ${part.message}`, part);
    this.#parent?.degrade(part);
  }

  /** Notes calls made on behalf of this operation, successful or not. */
  bill(cost: BatchCost): void {
    this.#costs.add(cost);
    this.#parent?.bill(cost);
    this.#noteOrigin(cost.source, 0, Infinity);
  }

  /** Notes all that was noted for another operation, which worked for this one. */
  absorb(other: CostRecorder): void {
    this.absorbCalls(other);
    for (const level of Object.keys(this.#answers) as AnswerLevel[]) {
      this.#count(level, other.#answers[level], other.#hits[level]);
    }
    for (const source of other.#sources) {
      this.#noteOrigin(source, 0, Infinity);
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
    this.#noteOrigin(undefined, other.#age, other.#maxAge);
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

  get #cacheHits(): number {
    const { memory, stale, store } = this.#hits;
    return memory + stale + store;
  }

  #noteAnswer({ cost, staleBecause, ttl }: AnswerOrigin, age: Milliseconds): void {
    this.#noteOrigin(cost.source, age, ttl - age);
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

  #count(level: AnswerLevel, answers: number, hits: number): void {
    this.#answers[level] += answers;
    this.#hits[level] += hits;
    if (this.#parent) {
      this.#parent.#count(level, answers, hits);
    }
  }

  #noteOrigin(source: Source | undefined, age: Milliseconds, maxAge: Milliseconds): void {
    if (source) {
      this.#sources.add(source);
    }
    this.#age = Math.max(this.#age, age);
    this.#maxAge = Math.min(this.#maxAge, maxAge);
    if (this.#parent) {
      this.#parent.#noteOrigin(source, age, maxAge);
    }
  }
}

function isOutdated({ staleBecause, ttl }: AnswerOrigin, age: Milliseconds): boolean {
  return staleBecause !== undefined || age > ttl;
}

function inSeconds(span: Milliseconds): number {
  return Math.round(span / 1000);
}
