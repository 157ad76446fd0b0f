import { createLatency, type LatencyModel } from '../../src/sandbox/latency.js';
import { seededRandom } from '../../src/sandbox/seeded-random.js';
import { type Decision, type Draw, Play, type Played } from './play.js';
import type { Level } from './schedule.js';

/** The least time a traversal can take, as far as a search finds it. */
export interface Floor {
  readonly calls: number;
  readonly ms: number;
  /** When the first links of a paper are there. */
  readonly firstEdgeMs: number;
}

/** A traversal whose floor is wanted. */
export interface Traversal {
  readonly levels: readonly Level[];
  /** Ids for the first level, known from the start. */
  readonly ids: readonly string[];
  /** Starts allowed in any window. */
  readonly rps: number;
  readonly latency: LatencyModel;
  /** Of the draws of a random latency. */
  readonly seeds: readonly number[];
}

/** The draws that a traversal is made with: more than one where latency is random. */
export function seedsFor({ kind }: LatencyModel): readonly number[] {
  return kind === 'heavy-tail' ? [1, 2, 3, 4, 5] : [1];
}

/** Sizes that are tried for all calls alike. */
const FIXED = [200, 150, 120, 100, 80, 67, 50, 40, 34, 25, 20, 15, 10];
/** Ids that a call could carry in the time of a permit: calls that start one after the other then end together. */
const PER_PERMIT = [3, 5.5, 11, 18, 37, 55, 110, 183];
/** The best of these that the annealing begins with, and the changes that it tries on each. */
const STARTS = 6;
const STEPS = 2500;
/** How much worse, as a part of the best, a change may be that is kept nevertheless: at first, and at last. */
const WARM = 0.02;
const COLD = 0.0005;

/**
 * The best schedule over batch sizes: which question each call is about, and how many of its ids, for a client that knows
 * what calls take, but not what chance will add: the least mean over all draws. Found by simulated annealing over
 * sequences of questions and sizes that begins with the best fixed sizes, so that it is a schedule that can be carried
 * out, and an upper bound of the optimum. The same traversal gives the same schedule.
 */
export function searchSchedule(traversal: Traversal, steps = STEPS): readonly Decision[] {
  const play = new Play(traversal.levels, traversal.ids);
  const draws = drawsOf(traversal);
  const sizes = [
    ...FIXED.map((size) => () => size),
    ...PER_PERMIT.map((d) => (left: number) => (Math.sqrt(d ** 2 + 8 * d * left) - d) / 2),
  ];
  const starts = sizes
    .flatMap((sizeOf) => [false, true].map((atOnce) => play.sized(sizeOf, atOnce, draws)))
    .toSorted((a, b) => a.ms - b.ms);
  const [best] = starts
    .slice(0, STARTS)
    .map((start, index) => anneal({ play, draws, levels: traversal.levels, steps, seed: index + 1 }, start))
    .toSorted((a, b) => a.ms - b.ms);
  return best?.calls ?? [];
}

/** What a schedule takes: the mean over the draws. */
export function floorOf(traversal: Traversal, schedule: readonly Decision[]): Floor {
  const play = new Play(traversal.levels, traversal.ids);
  const { calls, ms, secondLevelMs } = play.sequence(schedule, drawsOf(traversal));
  return { calls: calls.length, ms, firstEdgeMs: secondLevelMs };
}

function drawsOf({ levels, rps, latency, seeds }: Traversal): readonly Draw[] {
  return seeds.map((seed) => ({
    rps,
    latencies: () => {
      const delayOf = createLatency(latency, seed);
      // A search names no ids.
      return (level, ids) => delayOf(levels[level]?.name === 'esearch' ? 0 : ids);
    },
  }));
}

interface Annealing {
  readonly play: Play;
  readonly draws: readonly Draw[];
  readonly levels: readonly Level[];
  readonly steps: number;
  readonly seed: number;
}

function anneal({ play, draws, levels, steps, seed }: Annealing, start: Played): Played {
  const random = seededRandom(seed);
  let [current, best] = [start, start];
  for (let step = 0; step < steps; step += 1) {
    const tried = play.sequence(changed(current.calls, levels, random), draws);
    const temperature = WARM * (COLD / WARM) ** (step / steps) * best.ms;
    if (tried.ms < current.ms || random() < Math.exp((current.ms - tried.ms) / temperature)) {
      current = tried;
      best = tried.ms < best.ms ? tried : best;
    }
  }
  return best;
}

/** A sequence with one call resized, split, left out or moved. */
function changed(calls: readonly Decision[], levels: readonly Level[], random: () => number): Decision[] {
  const next = [...calls];
  const at = Math.floor(random() * next.length);
  const call = next[at];
  if (!call) {
    return next;
  }
  const cap = levels[call.level]?.batchSize ?? 1;
  const resized = (factor: number): Decision => ({
    level: call.level,
    size: Math.min(cap, Math.max(1, Math.round(call.size * factor))),
  });
  const kind = random();
  if (kind < 0.5) {
    next[at] = resized(Math.exp((random() - 0.5) * 1.4));
  } else if (kind < 0.7) {
    const other = Math.floor(random() * next.length);
    next.splice(at, 1);
    next.splice(other, 0, call);
  } else if (kind < 0.85) {
    next.splice(at, 1);
  } else {
    const part = 0.2 + 0.6 * random();
    next.splice(at, 1, resized(part), resized(1 - part));
  }
  return next;
}
