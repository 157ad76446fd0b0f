import { randomUUID } from 'node:crypto';

import type { Sharing } from '../rate-limit/budget.js';
import { type Heartbeat, type BudgetStore, NOTICED } from './budget-store.js';
import type { Clock, Milliseconds } from '../clock.js';

/** How often a process says that it is there. */
const HEARTBEAT: Milliseconds = 1000;
/** Between tries to reach a store that is away. */
const RETRY: Milliseconds = 200;
/** After so long everybody has heard of a newcomer, and left him a part of what is shared. */
const SETTLED: Milliseconds = 2 * HEARTBEAT;

/** One of so many processes: which part of a shared budget it has in times without a store. */
interface Part {
  readonly members: number;
  readonly rank: number;
}

export interface MembershipOptions {
  readonly store: BudgetStore;
  readonly clock: Clock;
  /** How long a departure takes up its place. */
  readonly window: Milliseconds;
}

/**
 * One process among those who share a budget: whether permits come from the store now, or the store is away and each
 * has its part. Whoever changes from one to the other starts nothing until all others have noticed ({@link NOTICED}) and
 * a window is over, so that departures of the one kind never meet those of the other. A store that comes back empty stays
 * closed for as long; until it is noticed, each may go on with its part.
 */
export class Membership {
  readonly member = randomUUID();
  readonly store: BudgetStore;
  readonly #options: MembershipOptions;
  readonly #listeners = new Set<() => void>();
  /** The part as the last heartbeat had it. */
  #part: Part | undefined;
  /** The part that all others know of and leave to this process. */
  #settledPart: Part | undefined;
  #isMember = false;
  #memberFrom: Milliseconds = Infinity;
  #sharedFrom: Milliseconds = Infinity;
  #aloneFrom: Milliseconds = Infinity;
  #aloneUntil: Milliseconds = -Infinity;
  #cancelHeartbeat: () => void;
  #closed = false;

  constructor(options: MembershipOptions) {
    this.#options = options;
    this.store = options.store;
    this.#cancelHeartbeat = options.clock.after(0, this.#heartbeat);
  }

  /** From when on the store lends places; `Infinity` while it is away. */
  get sharedFrom(): Milliseconds {
    return this.#sharedFrom;
  }

  /** The span in which this process may spend its part by itself; empty while the store lends. */
  get alone(): { readonly from: Milliseconds; readonly until: Milliseconds } {
    return { from: this.#aloneFrom, until: this.#aloneUntil };
  }

  /** How it stands with a budget of `count` places. */
  sharingOf(count: number): Sharing {
    const now = this.#options.clock.now();
    const members = this.#part?.members ?? 0;
    if (now >= this.#sharedFrom) {
      return { by: 'shared', members };
    }
    if (this.partOf(count) === 0) {
      return { by: 'closed', members, ...(this.#sharedFrom === Infinity && { isStranded: true }) };
    }
    return { by: now >= this.#aloneFrom && now < this.#aloneUntil ? 'own share' : 'closed', members };
  }

  /**
   * This process's part of `count` places. The parts of all make up the whole; where there are more processes than
   * places, some have none. A newcomer has none until all others know of it. A process that comes back to a store that
   * forgot everything keeps what it had before, as far as the new order leaves it that.
   */
  partOf(count: number): number {
    return this.#part && this.#settledPart ? Math.min(share(this.#part, count), share(this.#settledPart, count)) : 0;
  }

  /** Is told whenever the answers of this object change. @returns Ends that. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called when the store did not answer, or has forgotten everything. */
  lost(): void {
    if (this.#isMember && !this.#closed) {
      this.#isMember = false;
      const now = this.#options.clock.now();
      // A store that was still closed has lent nothing: who was going to spend his part until it opens goes on so.
      if (now >= this.#aloneUntil) {
        this.#aloneFrom = now + NOTICED + this.#options.window;
      }
      this.#sharedFrom = Infinity;
      this.#aloneUntil = Infinity;
      this.#heartbeatIn(RETRY);
      this.#tell();
    }
  }

  /** Leaves the others. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelHeartbeat();
    if (this.#isMember) {
      // Who cannot say that he leaves is forgotten a few seconds later.
      await this.store.leave(this.member).catch(() => undefined);
    }
  }

  readonly #heartbeat = (): void => {
    const askedAt = this.#options.clock.now();
    const isAlone = askedAt >= this.#aloneFrom && askedAt < this.#aloneUntil;
    this.store.beat(this.member, isAlone).then(
      (beat) => {
        if (!this.#closed) {
          this.#heard(beat, askedAt);
          this.#heartbeatIn(HEARTBEAT);
        }
      },
      () => {
        if (!this.#closed) {
          this.lost();
          this.#heartbeatIn(RETRY);
        }
      },
    );
  };

  #heartbeatIn(delay: Milliseconds): void {
    this.#cancelHeartbeat();
    this.#cancelHeartbeat = this.#options.clock.after(delay, this.#heartbeat);
  }

  #heard({ opensIn, known, members, rank }: Heartbeat, askedAt: Milliseconds): void {
    const now = this.#options.clock.now();
    if (!known) {
      this.#memberFrom = now + opensIn + SETTLED;
    }
    // While the store is closed not all are back yet, and what was known before counts. That others have heard of us is
    // sure only if the store still answered when they should have: it may have gone the moment after we came.
    if (opensIn === 0) {
      this.#part = { members, rank };
      if (askedAt >= this.#memberFrom) {
        this.#settledPart = this.#part;
      }
    }
    if (!this.#isMember) {
      this.#isMember = true;
      this.#join(opensIn, askedAt);
      this.#tell();
    }
  }

  #join(opensIn: Milliseconds, askedAt: Milliseconds): void {
    const { clock, window } = this.#options;
    const now = clock.now();
    // A new store is closed, and everybody knows till when. Behind one that remembers, somebody may be alone still.
    this.#aloneUntil = Math.max(now, askedAt + opensIn - window);
    this.#sharedFrom = now + Math.max(opensIn, NOTICED + window);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

function share({ members, rank }: Part, count: number): number {
  return Math.max(0, Math.ceil((count - rank) / members));
}
