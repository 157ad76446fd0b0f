import type { CallRecord } from '../../upstream/call.js';
import type { Milliseconds } from '../../upstream/clock.js';
import type { BatchCost } from './batch-cost.js';
import { type CallTime, type Rate, shortestSchedule, type Step } from './shortest-schedule.js';

/** Where the time of an operation went: `extensions.entrez.explain`. */
export interface Explanation {
  /** Upstream calls that this operation took part in. */
  readonly calls: number;
  /** The calls that followed on each other up to the last answer: each began to wait after the one before was answered. */
  readonly criticalPath: {
    readonly calls: number;
    /** Calls of them that waited for a permit. */
    readonly permitsWaitedFor: number;
    /** Time of these waits, in milliseconds. */
    readonly waitedMs: number;
    /** From sending their requests to the end of their answers, in milliseconds. */
    readonly upstreamMs: number;
  };
  /** Time of the shortest schedule for the ids of these calls, at the present rate and the latency learned, in seconds. */
  readonly floorSeconds: number;
}

/** Less than this is no wait but rounding. */
const SHORTEST_WAIT: Milliseconds = 1;

/** A call with its times by the clock of the process. */
interface TimedCall {
  readonly call: CallRecord;
  readonly requestedAt: Milliseconds;
  readonly endedAt: Milliseconds;
}

/** Calls about one question. */
interface Work {
  readonly calls: TimedCall[];
  readonly cap: number;
  readonly time: CallTime | undefined;
}

/**
 * Explains the time of an operation.
 *
 * @param since - When it began.
 */
export function explain(costs: Iterable<BatchCost>, since: Milliseconds, rate: Rate): Explanation {
  const works = worksOf(costs);
  const calls = works.flatMap((work) => work.calls);
  const path = criticalPath(calls);
  const waits = path.map(({ call, requestedAt }) => call.waited - Math.max(0, since - requestedAt));
  return {
    calls: calls.length,
    criticalPath: {
      calls: path.length,
      permitsWaitedFor: waits.filter((wait) => wait >= SHORTEST_WAIT).length,
      waitedMs: Math.round(sum(waits.map((wait) => Math.max(0, wait)))),
      upstreamMs: Math.round(sum(path.map(({ call }) => call.took))),
    },
    floorSeconds: works.length === 0 ? 0 : Math.round(shortestSchedule(stepsOf(works), rate)) / 1000,
  };
}

/** What was asked under each question, in the order of the first requests. */
function worksOf(costs: Iterable<BatchCost>): Work[] {
  const works = new Map<string, Work>();
  for (const { calls, question = '', size } of costs) {
    for (const call of calls) {
      const name = `${call.utility} ${question}`;
      const endedAt = call.endedAt ?? 0;
      const work = works.get(name) ?? { calls: [], cap: size?.current ?? 1, time: size?.latency };
      works.set(name, work);
      work.calls.push({ call, endedAt, requestedAt: endedAt - call.took - call.waited });
    }
  }
  return [...works.values()].toSorted((a, b) => firstRequest(a) - firstRequest(b));
}

function stepsOf(works: readonly Work[]): Step[] {
  return works.map(({ calls, cap, time }, index) => {
    const ids = calls.map(({ call }) => call.ids);
    const begun = firstRequest(works[index]);
    const sources = works.slice(0, index).map((work) => lastAnswerBefore(work, begun));
    const latest = Math.max(...sources);
    const mean = sum(calls.map(({ call }) => call.took)) / calls.length;
    return {
      // A search names no ids, and is one call.
      ids: sum(ids.map((count) => Math.max(1, count))),
      cap: ids.every((count) => count === 0) ? 1 : Math.max(1, cap, ...ids),
      time: time ?? { base: mean, perId: 0 },
      after: latest > -Infinity ? sources.indexOf(latest) : undefined,
    };
  });
}

/** From the last answer back to the first request. */
function criticalPath(calls: readonly TimedCall[]): TimedCall[] {
  const path: TimedCall[] = [];
  let left = calls.toSorted((a, b) => b.endedAt - a.endedAt);
  for (let last = left[0]; last; last = left[0]) {
    const { requestedAt } = last;
    path.push(last);
    left = left.slice(1).filter(({ endedAt }) => endedAt <= requestedAt);
  }
  return path;
}

function firstRequest(work: Work | undefined): Milliseconds {
  return Math.min(...(work?.calls ?? []).map(({ requestedAt }) => requestedAt));
}

function lastAnswerBefore({ calls }: Work, moment: Milliseconds): Milliseconds {
  return Math.max(-Infinity, ...calls.map(({ endedAt }) => endedAt).filter((endedAt) => endedAt <= moment));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
