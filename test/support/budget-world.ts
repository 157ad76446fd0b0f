import type { BudgetStore } from '../../src/upstream/shared-rate-limit/budget-store.js';
import type { Milliseconds } from '../../src/upstream/clock.js';
import { Membership } from '../../src/upstream/shared-rate-limit/membership.js';
import { Pacer, type Permit } from '../../src/upstream/rate-limit/pacer.js';
import { SharedBudget } from '../../src/upstream/shared-rate-limit/shared-budget.js';
import { BudgetModel } from './budget-model.js';
import { FakeClock } from './fake-clock.js';
import { MARGIN, SPAN } from './pacing.js';

/** After so long the connection to the store gives a command up. */
const TIMEOUT = 1000;

/** One process among those who share a budget. */
export class Process {
  readonly membership: Membership;
  readonly pacer: Pacer;
  readonly #budget: SharedBudget;
  readonly #world: BudgetWorld;
  #crashed = false;

  constructor(world: BudgetWorld, rps: number) {
    const { clock } = world;
    this.#world = world;
    this.membership = new Membership({ store: world.storeSeenBy(() => this.#crashed), clock, window: SPAN });
    this.#budget = new SharedBudget({ membership: this.membership, bucket: 'a key', rps, margin: MARGIN, clock });
    this.pacer = new Pacer({ budget: this.#budget, clock, maxInFlight: 100, maxQueued: Infinity });
  }

  /** Starts a request for each of these delays, which departs so long after it got its permit. */
  request(delays: readonly Milliseconds[]): void {
    for (const delay of delays) {
      const depart = (permit: Permit): void => {
        if (delay === 0) {
          this.#depart(permit);
        } else {
          this.#world.clock.after(delay, () => {
            this.#depart(permit);
          });
        }
      };
      this.pacer.acquire().then(depart, () => {
        // Whoever waits when the process ends is refused.
      });
    }
  }

  /** From now on it neither says nor does anything. */
  crash(): void {
    this.#crashed = true;
  }

  /** Ends as it should. */
  async leave(): Promise<void> {
    if (this.#crashed) {
      return;
    }
    await this.pacer.close();
    await this.membership.close();
    this.#crashed = true;
  }

  #depart(permit: Permit): void {
    if (this.#crashed) {
      return;
    }
    try {
      permit.markSent();
      this.#world.departures.push(this.#world.clock.now());
    } catch {
      // The permit was too old; the request is not sent, and asks for another one.
      this.request([0]);
    }
    permit.release();
  }
}

/** Processes and their store, which may be away for a while, in a time that passes only when a test says so. */
export class BudgetWorld {
  readonly clock = new FakeClock();
  /** When requests of any process left. */
  readonly departures: Milliseconds[] = [];
  readonly processes: Process[] = [];
  readonly #rps: number;
  readonly #latency: Milliseconds;
  #model: BudgetModel | undefined;
  #frozen = false;

  /** @param latency - How long a message to the store takes, and one back. */
  constructor(rps: number, latency: Milliseconds = 0) {
    this.#rps = rps;
    this.#latency = latency;
    this.#model = new BudgetModel(() => this.clock.now());
  }

  join(): Process {
    const process = new Process(this, this.#rps);
    this.processes.push(process);
    return process;
  }

  /** Ends the store: everybody's connection breaks, and everything in it is lost. */
  kill(): void {
    this.#model = undefined;
  }

  /** Starts an empty store. */
  restart(): void {
    this.#frozen = false;
    this.#model = new BudgetModel(() => this.clock.now());
  }

  /** Lets the store hold still, or go on. */
  freeze(frozen: boolean): void {
    this.#frozen = frozen;
  }

  /** The most departures in any window that is open at its end. */
  get mostInAnyWindow(): number {
    // A window ends at the very moment at which its first place is free again.
    const almost = SPAN - 1e-6;
    return Math.max(0, ...this.departures.map((from, i) => this.#countUntil(i, from + almost)));
  }

  storeSeenBy(crashed: () => boolean): BudgetStore {
    const call = async <T>(answer: (model: BudgetModel) => Promise<T>): Promise<T> => {
      const model = this.#model;
      await this.#pass(this.#latency);
      if (crashed()) {
        return new Promise<T>(() => undefined);
      }
      if (this.#frozen && model !== undefined) {
        await this.#pass(TIMEOUT);
        throw new Error('The store did not answer in time.');
      }
      if (model === undefined || model !== this.#model) {
        throw new Error('The store is away.');
      }
      const said = await answer(model);
      await this.#pass(this.#latency);
      if (model !== this.#model) {
        throw new Error('The connection broke before the answer came.');
      }
      return said;
    };
    return {
      beat: (member, isAlone) => call((model) => model.beat(member, isAlone)),
      leave: (member) => call((model) => model.leave(member)),
      turn: (turn) => call((model) => model.turn(turn)),
    };
  }

  #pass(span: Milliseconds): Promise<void> {
    return span === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          this.clock.after(span, resolve);
        });
  }

  #countUntil(first: number, end: Milliseconds): number {
    let i = first;
    while (i < this.departures.length && (this.departures[i] ?? Infinity) < end) {
      i += 1;
    }
    return i - first;
  }
}
