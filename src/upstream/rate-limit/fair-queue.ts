import type { Milliseconds } from '../clock.js';

/**
 * How much of the permits somebody has had, as virtual time: a permit shared by four moves each of them on by a quarter.
 * It orders those who wait and means nothing else.
 */
export interface Flow {
  virtualTime: number;
  /** On whose behalf it runs, where it is not a caller's own. */
  readonly callers?: Iterable<Flow> | undefined;
}

/** On whose behalf something waits. Who that is may change while it waits. */
export interface PermitRequest {
  /** Those who want it now. */
  readonly flows: Iterable<Flow>;
  /**
   * Called when its turn has come. Whoever cannot pay for another call leaves.
   *
   * @returns Whether anybody is left who pays.
   */
  charge(): boolean;
  /** Called when the call it was charged for is not made after all. */
  refund?(): void;
  /** After {@link PermitRequest.charge}: those the permit is for; {@link PermitRequest.flows} where it does not say. */
  readonly payers?: Iterable<Flow>;
  /** Calls it needs, each with a permit of its own; 1 where it does not say. */
  readonly calls?: number;
  /** Rejects the waits of the flow that waits for most, where it waits for several. */
  shed?(reason: Error): void;
  /** How much it wants to go at this moment; `full` where it does not say. */
  readonly readiness?: Readiness;
}

/**
 * `full`: nothing can be added to it. `open`: more may be added, so that among equals it lets others go first. `filling`:
 * more will be added soon, and it would rather wait for that than go.
 */
export type Readiness = 'full' | 'open' | 'filling';

/** Permits are not left unused for longer than this, whatever is hoped for. */
const MAX_WAIT: Milliseconds = 3000;

interface Entry<T> {
  readonly item: T;
  readonly claim: PermitRequest;
  /** Since when it has let permits go unused. */
  passedAt: Milliseconds | undefined;
}

/**
 * Start-time fair queueing over operations, not over requests: whoever has had least is next, so that a click that
 * needs two requests does not stand behind a bulk query that needs four hundred. Who was idle gains no credit for it.
 * Among equals, what is complete goes before what may still grow, and else the first that came.
 */
export class FairQueue<T> {
  readonly #entries: Entry<T>[] = [];
  /** Virtual time of the last one served. Nobody starts before it, or an idle hour would buy a monopoly. */
  #now = 0;

  /** Permits that are waited for. */
  get length(): number {
    return this.#entries.reduce((sum, { claim }) => sum + (claim.calls ?? 1), 0);
  }

  /** Flows that wait. */
  get flowCount(): number {
    return new Set(this.#entries.flatMap(({ claim }) => [...claim.flows])).size;
  }

  /** @returns Takes the item out again. */
  push(item: T, claim: PermitRequest): () => void {
    const entry: Entry<T> = { item, claim, passedAt: undefined };
    this.#entries.push(entry);
    return () => {
      this.#remove(entry);
    };
  }

  /**
   * The next item that somebody pays for; `onRefused` is told of those before it that nobody can pay for any more.
   * Undefined when there is none, or all would rather wait.
   */
  take(now: Milliseconds, onRefused: (item: T) => void): T | undefined {
    for (;;) {
      const entry = this.#next(now);
      if (!entry) {
        return undefined;
      }
      this.#remove(entry);
      const start = this.#startOf(entry);
      if (entry.claim.charge()) {
        this.#serve(entry, start);
        return entry.item;
      }
      onRefused(entry.item);
    }
  }

  /**
   * Takes out the last item of whoever has most of them, which keeps room for the others. An item that several want
   * belongs to the one of them who has fewest.
   */
  takeGreediest(): T | undefined {
    const greediest = this.#greediest();
    if (greediest) {
      this.#remove(greediest);
    }
    return greediest?.item;
  }

  /** Refuses the waits of the flow that has most of them. */
  shedGreediest(reason: Error, refuse: (item: T) => void): void {
    const greediest = this.#greediest();
    if (greediest?.claim.shed) {
      greediest.claim.shed(reason);
    } else if (greediest) {
      this.#remove(greediest);
      refuse(greediest.item);
    }
  }

  #greediest(): Entry<T> | undefined {
    const counts = new Map<Flow, number>();
    for (const { claim } of this.#entries) {
      for (const share of claim.flows) {
        counts.set(share, (counts.get(share) ?? 0) + (claim.calls ?? 1));
      }
    }
    const greed = ({ claim }: Entry<T>): number =>
      Math.min(...Array.from(claim.flows, (share) => counts.get(share) ?? 0));
    let greediest: Entry<T> | undefined;
    let most = -Infinity;
    for (const entry of this.#entries) {
      const its = greed(entry);
      if (its >= most) {
        [greediest, most] = [entry, its];
      }
    }
    return greediest;
  }

  #next(now: Milliseconds): Entry<T> | undefined {
    let next: Entry<T> | undefined;
    let earliest = Infinity;
    let isComplete = false;
    for (const entry of this.#entries) {
      const { readiness = 'full' } = entry.claim;
      if (readiness !== 'filling' || now >= (entry.passedAt ?? Infinity) + MAX_WAIT) {
        const start = this.#startOf(entry);
        if (start < earliest || (start === earliest && !isComplete && readiness === 'full')) {
          [next, earliest, isComplete] = [entry, start, readiness === 'full'];
        }
      }
    }
    for (const entry of this.#entries) {
      // Who waits while others use the permits loses nothing by it.
      entry.passedAt = next ? undefined : (entry.passedAt ?? now);
    }
    return next;
  }

  /** The most entitled of those who want it decides. What nobody in particular wants has never had anything. */
  #startOf({ claim }: Entry<T>): number {
    let start = Infinity;
    for (const { virtualTime } of claim.flows) {
      start = Math.min(start, virtualTime);
    }
    return Math.max(this.#now, start === Infinity ? 0 : start);
  }

  #serve({ claim }: Entry<T>, start: number): void {
    this.#now = start;
    const shares = [...(claim.payers ?? claim.flows)];
    for (const share of shares) {
      share.virtualTime = Math.max(share.virtualTime, start) + 1 / shares.length;
    }
  }

  #remove(entry: Entry<T>): void {
    const index = this.#entries.indexOf(entry);
    if (index >= 0) {
      this.#entries.splice(index, 1);
    }
  }
}
