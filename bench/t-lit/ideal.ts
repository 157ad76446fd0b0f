import { createLatency } from '../../src/sandbox/latency.js';
import { endOf, idealSchedule, type Level } from './schedule.js';
import type { Setting } from './settings.js';

/** The seed of a sandbox that is told none. */
const SEED = 1;

/** The least a traversal can cost. */
export interface Ideal {
  readonly calls: number;
  readonly ms: number;
  /** When the first links of a paper are there. */
  readonly firstEdgeMs: number;
}

/** The ideal of a traversal over `levels` from `ids` on, with the delays that the sandbox draws too. */
export function idealOf(levels: readonly Level[], ids: readonly string[], { latency, rps }: Setting): Ideal {
  const delayOf = createLatency(latency, SEED);
  const calls = idealSchedule({
    levels,
    ids,
    rps,
    // A search names no ids.
    latencyOf: ({ name }, asked) => delayOf(name === 'esearch' ? 0 : asked.length),
  });
  return {
    calls: calls.length,
    ms: endOf(calls),
    firstEdgeMs: Math.min(...calls.filter(({ level }) => level.name === 'pubmed_gene').map(({ end }) => end)),
  };
}
