import { type Level, WINDOW_MS } from './schedule.js';

/** One call of a schedule: the index of its level, and how many ids it takes. */
export interface Decision {
  readonly level: number;
  readonly size: number;
}

/** What a schedule is carried out under. */
export interface Draw {
  /** Starts allowed in any window. */
  readonly rps: number;
  /** Milliseconds that calls take, drawn anew for each schedule in the order of the starts. */
  readonly latencies: () => (level: number, ids: number) => number;
}

/** A schedule that was carried out, with the means of all draws. */
export interface Played {
  readonly calls: readonly Decision[];
  /** When the last answer was there. */
  readonly ms: number;
  /** When the first answer of the second level was there. */
  readonly secondLevelMs: number;
}

/** Ids of a level by number, and the numbers of what each leads to in the next. */
interface Compiled {
  readonly cap: number;
  readonly count: number;
  readonly found: readonly (readonly number[])[];
}

/** A call that is under way: the numbers that it asks about are a part of its level's line. */
interface Flight {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** Chooses what is sent next: a call, or undefined to wait for the next answer. */
type Choose = (state: State) => Decision | undefined;

/** Makes the {@link Choose} of a schedule anew for each draw. */
type Chooser = () => Choose;

/** Carries out schedules of one traversal, some tens of microseconds each. */
export class Play {
  readonly #levels: readonly Compiled[];

  /** @param ids - For the first level, known from the start. */
  constructor(levels: readonly Level[], ids: readonly string[]) {
    this.#levels = compile(levels, ids);
  }

  /**
   * Calls of a size that depends on how many ids of a level are left, nearest to the root first.
   *
   * @param atOnce - Whether what waits is sent as soon as a permit is free, however little it is.
   */
  sized(sizeOf: (left: number) => number, atOnce: boolean, draws: readonly Draw[]): Played {
    return this.#mean(draws, () => (state) => {
      for (const [level, { cap }] of this.#levels.entries()) {
        const waiting = state.waiting(level);
        const size = Math.max(1, Math.min(cap, Math.ceil(sizeOf(state.left(level)))));
        if (waiting > 0 && (atOnce || waiting >= size || state.isComplete(level))) {
          return { level, size };
        }
      }
      return undefined;
    });
  }

  /** Calls in this order, each as soon as so many ids wait or no more can come; what is left over, at once. */
  sequence(calls: readonly Decision[], draws: readonly Draw[]): Played {
    return this.#mean(draws, () => this.#inOrder(calls));
  }

  #inOrder(calls: readonly Decision[]): Choose {
    let index = 0;
    return (state) => {
      for (; index < calls.length; index += 1) {
        const next = calls[index];
        if (next && state.waiting(next.level) >= next.size) {
          index += 1;
          return next;
        }
        if (next && !state.isComplete(next.level)) {
          return state.isIdle ? this.#anything(state) : undefined;
        }
        if (next && state.waiting(next.level) > 0) {
          index += 1;
          return next;
        }
      }
      return this.#anything(state);
    };
  }

  /** The calls of the first draw, and the means of all. */
  #mean(draws: readonly Draw[], chooser: Chooser): Played {
    const played = draws.map((draw) => this.#play(draw, chooser()));
    const mean = (of: (each: Played) => number): number =>
      played.reduce((sum, each) => sum + of(each), 0) / played.length;
    return {
      calls: played[0]?.calls ?? [],
      ms: mean(({ ms }) => ms),
      secondLevelMs: mean(({ secondLevelMs }) => secondLevelMs),
    };
  }

  #anything(state: State): Decision | undefined {
    const level = this.#levels.findIndex((_, each) => state.waiting(each) > 0);
    return level < 0 ? undefined : { level, size: this.#levels[level]?.cap ?? 1 };
  }

  #play({ rps, latencies }: Draw, choose: Choose): Played {
    const latencyOf = latencies();
    const state = new State(this.#levels);
    const calls: Decision[] = [];
    const starts: number[] = [];
    let now = 0;
    for (;;) {
      now = Math.max(now, (starts.at(-rps) ?? -Infinity) + WINDOW_MS);
      state.receive(now);
      const chosen = choose(state);
      if (chosen) {
        const size = Math.min(chosen.size, state.waiting(chosen.level));
        state.send(chosen.level, size, now + latencyOf(chosen.level, size));
        calls.push({ level: chosen.level, size });
        starts.push(now);
      } else if (state.isIdle) {
        return { calls, ms: state.lastEnd, secondLevelMs: state.secondLevelEnd };
      } else {
        now = state.nextEnd;
      }
    }
  }
}

/** What waits, is under way and is known at one moment. */
class State {
  readonly #levels: readonly Compiled[];
  readonly #lines: number[][];
  readonly #heads: number[];
  readonly #known: Uint8Array[];
  readonly #open: number[];
  readonly #flights: Flight[] = [];
  lastEnd = 0;
  secondLevelEnd = Infinity;

  constructor(levels: readonly Compiled[]) {
    this.#levels = levels;
    this.#lines = levels.map(({ count }, level) => (level === 0 ? Array.from({ length: count }, (_, id) => id) : []));
    this.#heads = levels.map(() => 0);
    this.#known = levels.map(({ count }) => new Uint8Array(count));
    this.#open = levels.map(() => 0);
  }

  /** Whether no call is under way. */
  get isIdle(): boolean {
    return this.#flights.length === 0;
  }

  get nextEnd(): number {
    return this.#flights[0]?.end ?? Infinity;
  }

  waiting(level: number): number {
    return (this.#lines[level]?.length ?? 0) - (this.#heads[level] ?? 0);
  }

  /** Ids of a level that have not been sent, known or not. */
  left(level: number): number {
    return (this.#levels[level]?.count ?? 0) - (this.#heads[level] ?? 0);
  }

  /** Whether no more ids of a level can come. */
  isComplete(level: number): boolean {
    for (let before = 0; before < level; before += 1) {
      if (this.waiting(before) > 0 || (this.#open[before] ?? 0) > 0) {
        return false;
      }
    }
    return true;
  }

  send(level: number, size: number, end: number): void {
    const from = this.#heads[level] ?? 0;
    this.#heads[level] = from + size;
    this.#open[level] = (this.#open[level] ?? 0) + 1;
    const index = this.#flights.findIndex((flight) => flight.end > end);
    this.#flights.splice(index < 0 ? this.#flights.length : index, 0, { level, from, to: from + size, end });
    this.lastEnd = Math.max(this.lastEnd, end);
    if (level === 1) {
      this.secondLevelEnd = Math.min(this.secondLevelEnd, end);
    }
  }

  /** Takes in the answers that are there. */
  receive(now: number): void {
    for (let flight = this.#flights[0]; flight && flight.end <= now; flight = this.#flights[0]) {
      this.#flights.shift();
      const { level, from, to } = flight;
      this.#open[level] = (this.#open[level] ?? 0) - 1;
      const [line = [], next, known] = [this.#lines[level], this.#lines[level + 1], this.#known[level + 1]];
      if (next && known) {
        for (let at = from; at < to; at += 1) {
          for (const id of this.#levels[level]?.found[line[at] ?? 0] ?? []) {
            if (known[id] === 0) {
              known[id] = 1;
              next.push(id);
            }
          }
        }
      }
    }
  }
}

function compile(levels: readonly Level[], ids: readonly string[]): readonly Compiled[] {
  let current = [...new Set(ids)];
  return levels.map(({ batchSize, find }) => {
    const numbers = new Map<string, number>();
    const found = current.map((id) =>
      find(id).map((target) => {
        const number = numbers.get(target) ?? numbers.size;
        numbers.set(target, number);
        return number;
      }),
    );
    const count = current.length;
    current = [...numbers.keys()];
    return { cap: batchSize, count, found };
  });
}
