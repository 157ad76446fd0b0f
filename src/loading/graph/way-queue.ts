import type { Level } from './levels.js';
import type { Way } from './steps.js';

/** Levels that are loaded, by the level before and the link name. */
type LoadedLevels = ReadonlyMap<Level, ReadonlyMap<string, Level>>;

/** A way that waits. */
interface Waiting {
  readonly way: Way;
  /** Its place among all ways: what is equal keeps its order. */
  readonly index: number;
  /** Steps that are not loaded, and then the size of the smaller level next to them. */
  cost: number;
  isTaken: boolean;
}

/** A place in the heap; out of date where the cost of the way has changed since. */
interface Entry {
  readonly waiting: Waiting;
  readonly cost: number;
}

/**
 * Ways that are still to be followed, those first of which most is loaded. Only those are looked at anew for which a
 * level was loaded: there can be thousands of ways, and as many levels.
 */
export class WayQueue {
  readonly #ends: { readonly left: Level; readonly right: Level };
  readonly #loaded: LoadedLevels;
  readonly #ways: readonly Waiting[];
  readonly #heap: Entry[] = [];
  /** Ways whose next step is the link name of a level. */
  readonly #nextTo = new Map<Level, Map<string, Waiting[]>>();

  constructor(ways: readonly Way[], ends: { readonly left: Level; readonly right: Level }, loaded: LoadedLevels) {
    this.#ends = ends;
    this.#loaded = loaded;
    this.#ways = ways.map((way, index) => ({ way, index, cost: 0, isTaken: false }));
    for (const waiting of this.#ways) {
      this.#place(waiting);
    }
  }

  /** The ways that have not been taken. */
  get rest(): Way[] {
    return this.#ways.filter(({ isTaken }) => !isTaken).map(({ way }) => way);
  }

  /** Takes so many ways, of those that need least first. */
  take(count: number): Way[] {
    const taken: Way[] = [];
    while (taken.length < count) {
      const entry = this.#pop();
      if (!entry) {
        break;
      }
      const { waiting, cost } = entry;
      if (!waiting.isTaken && waiting.cost === cost) {
        waiting.isTaken = true;
        taken.push(waiting.way);
      }
    }
    return taken;
  }

  /** To be called when the links of a level have been loaded under a link name. */
  onLoaded(level: Level, linkName: string): void {
    const next = this.#nextTo.get(level);
    const moved = next?.get(linkName) ?? [];
    next?.delete(linkName);
    for (const waiting of moved) {
      if (!waiting.isTaken) {
        this.#place(waiting);
      }
    }
  }

  #place(waiting: Waiting): void {
    const { way } = waiting;
    const { left, right, at, end } = this.#reached(way);
    waiting.cost = at >= end ? 0 : (end - at) * 1000 + Math.min(left.size, right.size);
    this.#push({ waiting, cost: waiting.cost });
    if (at < end) {
      this.#awaits(waiting, left, way[at]?.forth?.name);
      this.#awaits(waiting, right, way[end - 1]?.back?.name);
    }
  }

  #awaits(waiting: Waiting, level: Level, linkName: string | undefined): void {
    if (linkName === undefined) {
      return;
    }
    const names = this.#nextTo.get(level) ?? new Map<string, Waiting[]>();
    this.#nextTo.set(level, names);
    const those = names.get(linkName);
    if (those) {
      those.push(waiting);
    } else {
      names.set(linkName, [waiting]);
    }
  }

  /** How far a way is loaded from both ends. */
  #reached(way: Way) {
    let [left, right, at, end] = [this.#ends.left, this.#ends.right, 0, way.length];
    for (; at < end; at += 1) {
      const next = this.#loaded.get(left)?.get(way[at]?.forth?.name ?? '');
      if (!next) {
        break;
      }
      left = next;
    }
    for (; end > at; end -= 1) {
      const next = this.#loaded.get(right)?.get(way[end - 1]?.back?.name ?? '');
      if (!next) {
        break;
      }
      right = next;
    }
    return { left, right, at, end };
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || !isBefore(entry, above)) {
        break;
      }
      heap[index] = above;
      index = parent;
    }
    heap[index] = entry;
  }

  #pop(): Entry | undefined {
    const heap = this.#heap;
    const [top] = heap;
    const last = heap.pop();
    if (!top || !last || heap.length === 0) {
      return top;
    }
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      const child = one && other && isBefore(other, one) ? left + 1 : left;
      const below = heap[child];
      if (!below || !isBefore(below, last)) {
        break;
      }
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
    return top;
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.cost < other.cost || (one.cost === other.cost && one.waiting.index < other.waiting.index);
}
