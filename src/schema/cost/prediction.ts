import type { Latency } from '../../loading/batching/latency-model.js';
import type { Utility } from '../../eutils/wire.js';
import type { PlannedCalls } from './planned-calls.js';
import type { PlannedQuery } from './planned-query.js';
import type { CallGroup } from './call-group.js';

/** Least and most, as far as can be foreseen. */
export interface Range {
  readonly best: number;
  readonly worst: number;
}

/** The calls of one question. */
export interface PredictedCalls {
  readonly utility: Utility;
  readonly about: string;
  readonly ids: Range;
  readonly calls: Range;
}

/** Calls that can be made at the same time. */
export interface PredictedLevel {
  readonly calls: Range;
  /** Time of its slowest answer, in seconds. */
  readonly answer: Range;
  readonly questions: readonly PredictedCalls[];
}

/** How the rate limit stands. */
interface Budget {
  /** Calls a second. */
  readonly limit: number;
  /** Calls that may start at once. */
  readonly remaining: number;
  /** Time until the next may start, in milliseconds. */
  readonly expectedWait: number;
  /** By how much the seconds are stretched. */
  readonly slowedBy: number;
}

/** Keys that may share calls, over all levels. */
interface Pool {
  readonly keys: Set<string>;
  batchSize: number;
}

/** Time that an answer is reckoned with as long as nothing has been learned, in seconds. */
const ANSWER_SECONDS = 0.5;

/**
 * The calls of an operation, level by level. A call depends on answers of the level before.
 *
 * @param common - What calls take of which nothing of their own has been learned.
 */
export function predictLevels({ callGroups }: PlannedCalls, common?: Latency): PredictedLevel[] {
  const pools = new Map<string | PlannedQuery, Pool>();
  const levels = new Map<number, PredictedLevel>();
  for (const callGroup of callGroups) {
    const predicted = predictCalls(callGroup, pools);
    if (predicted.calls.worst > 0) {
      const { answer, questions } = levels.get(callGroup.level) ?? { answer: { best: 0, worst: 0 }, questions: [] };
      const its = answerOf(predicted, callGroup.question.latency ?? common);
      const all = [...questions, predicted];
      levels.set(callGroup.level, {
        calls: total(all.map(({ calls }) => calls)),
        answer: { best: Math.max(answer.best, its.best), worst: Math.max(answer.worst, its.worst) },
        questions: all,
      });
    }
  }
  return [...levels.values()];
}

/** Time of one answer, where ids are spread evenly over the calls. In seconds. */
function answerOf({ ids, calls }: PredictedCalls, latency: Latency | undefined): Range {
  const seconds = (keys: number, count: number): number =>
    latency ? (latency.base + latency.perId * Math.ceil(keys / Math.max(1, count))) / 1000 : ANSWER_SECONDS;
  return { best: calls.best > 0 ? seconds(ids.best, calls.best) : 0, worst: seconds(ids.worst, calls.worst) };
}

/** All calls together. */
export function total(ranges: readonly Range[]): Range {
  return {
    best: ranges.reduce((sum, { best }) => sum + best, 0),
    worst: ranges.reduce((sum, { worst }) => sum + worst, 0),
  };
}

/**
 * Time that an operation takes, in seconds, at the present budget and queue: a level begins when the level before is
 * answered, and each call waits for its permit.
 */
export function predictSeconds(levels: readonly PredictedLevel[], budget: Budget): Range {
  const seconds = (of: keyof Range): number =>
    finished(
      levels.map(({ calls, answer }) => ({ calls: calls[of], answer: answer[of] })),
      budget,
    );
  return { best: seconds('best'), worst: seconds('worst') };
}

/** Rounded to milliseconds. */
function finished(
  levels: readonly { readonly calls: number; readonly answer: number }[],
  { limit, remaining, expectedWait, slowedBy }: Budget,
): number {
  // Of the permits of the present second, some are spent.
  const spent = remaining > 0 ? limit - remaining : 0;
  const span = (calls: number): number => Math.floor(calls / limit) * slowedBy;
  let made = 0;
  let answered = 0;
  for (const { calls, answer } of levels.filter((level) => level.calls > 0)) {
    made += calls;
    const lastPermit = expectedWait / 1000 + span(spent + made - 1);
    answered = Math.max(lastPermit, answered + span(calls - 1)) + answer;
  }
  return Math.round(answered * 1000) / 1000;
}

/**
 * At best, what only answers will name is nothing, or known. And a batch may wait for its permit so long that keys of
 * later levels travel in it, or that other link names between the same databases share its call.
 */
function predictCalls(
  { question, keys, mostKeys, mostCalls }: CallGroup,
  pools: Map<string | PlannedQuery, Pool>,
): PredictedCalls {
  const name = question.fusedAs ?? question;
  const pool = pools.get(name) ?? { keys: new Set(), batchSize: 0 };
  pools.set(name, pool);
  const before = pool.keys.size === 0 ? 0 : Math.ceil(pool.keys.size / pool.batchSize);
  pool.batchSize = Math.max(pool.batchSize, question.batchSize);
  for (const key of keys) {
    pool.keys.add(key);
  }
  const best = Math.max(0, Math.ceil(pool.keys.size / pool.batchSize) - before);
  const { utility, about } = question;
  return { utility, about, ids: { best: keys.size, worst: mostKeys }, calls: { best, worst: mostCalls } };
}
