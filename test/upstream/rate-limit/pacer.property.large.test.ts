import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Pacer, Permit } from '../../../src/upstream/rate-limit/pacer.js';
import { FakeClock } from '../../support/fake-clock.js';
import { acquire, claimOf, localPacer, MARGIN, newShare, pacerWith, SPAN } from '../../support/pacing.js';

/** Times are floating point numbers; a nanosecond is not a breach. */
const TOLERANCE = 1e-6;
/** Operations that the requests belong to. */
const PEOPLE = 3;

/** What may happen to a pacer, in any order. */
type Happening =
  | { readonly is: 'arrive'; readonly count: number; readonly by: number }
  | { readonly is: 'wait' | 'stall'; readonly span: number }
  | { readonly is: 'abort' | 'depart' | 'release' | 'cancel' | 'refuse'; readonly which: number }
  | { readonly is: 'heed'; readonly which: number; readonly limit: number; readonly used: number };

const span = fc.oneof(
  fc.constantFrom(0, 1, 999, 1000, 1001, SPAN - 1, SPAN, SPAN + 1),
  fc.double({ min: 0, max: SPAN, noNaN: true }),
  fc.nat(3 * SPAN),
);
const which = fc.nat(500);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    is: fc.constant('arrive' as const),
    count: fc.integer({ min: 1, max: 30 }),
    by: fc.nat(PEOPLE - 1),
  }),
  fc.record({ is: fc.constantFrom('wait' as const, 'stall' as const), span }),
  fc.record({
    is: fc.constantFrom('abort' as const, 'depart' as const, 'release' as const, 'cancel' as const, 'refuse' as const),
    which,
  }),
);
const heeding = fc.record({
  is: fc.constant('heed' as const),
  which,
  limit: fc.integer({ min: 1, max: 25 }),
  used: fc.nat(25),
});

interface Departure {
  readonly at: number;
  /** Until when it takes up a place. */
  readonly until: number;
}

/** A pacer with the book that a distrustful observer keeps of it. */
class Observed {
  readonly clock = new FakeClock();
  readonly pacer: Pacer;
  /** When requests went on the wire. */
  readonly departures: Departure[] = [];
  /** Numbers of the requests in the order in which they were granted, by operation. */
  readonly granted: number[][] = Array.from({ length: PEOPLE }, () => []);
  readonly #rps: number;
  readonly #maxInFlight: number;
  readonly #people = Array.from({ length: PEOPLE }, newShare);
  readonly #waiting = new Map<number, AbortController>();
  readonly #held: Permit[] = [];
  readonly #undeparted = new Set<Permit>();
  /** Whether a request departs as soon as it may, or when that happens to it. */
  readonly #prompt: boolean;
  #arrived = 0;
  #closedUntil = -Infinity;
  #heeded = false;

  constructor(rps: number, maxInFlight: number, prompt: boolean) {
    this.#prompt = prompt;
    this.#rps = rps;
    this.#maxInFlight = maxInFlight;
    this.pacer = localPacer({ clock: this.clock, rps, margin: MARGIN, maxInFlight, maxQueued: Infinity });
  }

  async see(what: Happening): Promise<void> {
    switch (what.is) {
      case 'arrive':
        for (let i = 0; i < what.count; i += 1) {
          this.#arrive(what.by);
        }
        break;
      case 'wait':
        await this.clock.advance(what.span);
        break;
      case 'stall':
        this.clock.stall(what.span);
        break;
      case 'abort':
        pick([...this.#waiting.values()], what.which)?.abort();
        break;
      case 'depart':
        this.#depart(pick([...this.#undeparted], what.which));
        break;
      case 'release':
        this.#release(what.which);
        break;
      case 'cancel':
        this.#cancel(what.which);
        break;
      case 'refuse':
        this.#refuse(what.which);
        break;
      case 'heed':
        this.#heeded = true;
        pick(this.#held, what.which)?.applyRateHeaders({
          limit: what.limit,
          remaining: Math.max(0, what.limit - what.used),
        });
        break;
    }
    await this.clock.advance(0);
    this.#check();
  }

  /** Answers everything until nothing waits. */
  async wind(): Promise<void> {
    while (this.#held.length + this.#waiting.size > 0) {
      while (this.#held.length > 0) {
        this.#release(0);
      }
      await this.clock.advance(SPAN);
    }
    expect([this.pacer.queued, this.pacer.inFlight, this.clock.pending]).toEqual([0, 0, 0]);
    await this.clock.advance(10 * 60_000);
    expect(this.pacer.idle).toBe(true);
  }

  #arrive(by: number): void {
    const number = this.#arrived;
    const controller = new AbortController();
    const person = this.#people[by] ?? newShare();
    this.#arrived += 1;
    this.#waiting.set(number, controller);
    void this.pacer.acquire(controller.signal, claimOf(person)).then(
      (permit) => {
        this.#waiting.delete(number);
        this.#held.push(permit);
        this.granted[by]?.push(number);
        this.#undeparted.add(permit);
        if (this.#prompt) {
          this.#depart(permit);
        }
      },
      () => this.#waiting.delete(number),
    );
  }

  #release(number: number): void {
    const permit = pick(this.#held, number);
    if (permit) {
      this.#held.splice(this.#held.indexOf(permit), 1);
      this.#noteDeparture(permit);
      permit.release();
    }
  }

  #depart(permit: Permit | undefined): void {
    if (permit) {
      this.#noteDeparture(permit);
      permit.markSent();
    }
  }

  /** What has not departed is as if it had never been granted. */
  #cancel(number: number): void {
    const permit = pick([...this.#undeparted], number);
    if (permit) {
      this.#held.splice(this.#held.indexOf(permit), 1);
      this.#undeparted.delete(permit);
      permit.cancel();
    }
  }

  /** A request that fails before its departure was noted may have left: it counts from then. */
  #noteDeparture(permit: Permit): void {
    if (this.#undeparted.delete(permit)) {
      const at = this.clock.now();
      this.departures.push({ at, until: at + SPAN * this.pacer.state.slowedBy });
    }
  }

  #refuse(number: number): void {
    const permit = pick(this.#held, number);
    if (permit) {
      this.#closedUntil = this.clock.now() + this.pacer.coolDown(permit.startedAt);
    }
  }

  #check(): void {
    expect(this.pacer.inFlight).toBe(this.#held.length);
    expect(this.pacer.queued).toBe(this.#waiting.size);
    expect(this.#held.length).toBeLessThanOrEqual(this.#maxInFlight);
    const mayStart = this.#heeded ? this.pacer.state.remaining > 0 : this.#mayStart();
    expect(mayStart && this.#waiting.size > 0, 'something waits although it might start').toBe(false);
  }

  #mayStart(): boolean {
    const now = this.clock.now() - TOLERANCE;
    const recent = this.departures.filter(({ until }) => now < until).length;
    const isOpen = now >= this.#closedUntil && this.#undeparted.size + recent < this.#rps;
    return isOpen && this.#held.length < this.#maxInFlight;
  }
}

function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

/** By how much the shortest time in which `rps` departures were followed by one more falls short of what they take. */
function breach(departures: readonly Departure[], rps: number): number {
  return Math.max(-Infinity, ...departures.map(({ until }, i) => until - (departures[i + rps]?.at ?? Infinity)));
}

describe('Pacer, whatever happens', () => {
  const rps = fc.integer({ min: 1, max: 20 });
  const maxInFlight = fc.integer({ min: 1, max: 40 });

  async function observe(observed: Observed, n: number, happenings: readonly Happening[]): Promise<void> {
    for (const what of happenings) {
      await observed.see(what);
    }
    await observed.wind();
    expect(breach(observed.departures, n)).toBeLessThanOrEqual(TOLERANCE);
    for (const numbers of observed.granted) {
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  }

  it('never starts more than N in a window, never leaves a possible start unused, and keeps the order of each', async () => {
    const happenings = fc.array(happening, { maxLength: 60, size: 'max' });
    await fc.assert(
      fc.asyncProperty(rps, maxInFlight, fc.boolean(), happenings, async (n, most, prompt, list) => {
        await observe(new Observed(n, most, prompt), n, list);
      }),
      { numRuns: 100 },
    );
  });

  it('holds that also where NCBI counts requests of others, and in the end has all its places again', async () => {
    const happenings = fc.array(fc.oneof({ weight: 4, arbitrary: happening }, { weight: 1, arbitrary: heeding }), {
      maxLength: 60,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(rps, maxInFlight, happenings, async (n, most, list) => {
        await observe(new Observed(n, most, true), n, list);
      }),
      { numRuns: 100 },
    );
  });

  it('starts every request at the earliest moment the rule allows', async () => {
    await fc.assert(
      fc.asyncProperty(rps, fc.array(fc.nat(1500), { minLength: 1, maxLength: 60, size: 'max' }), async (n, gaps) => {
        const { clock, pacer } = pacerWith({ rps: n });
        const earliest: number[] = [];
        const granted: Promise<Permit>[] = [];
        for (const gap of gaps) {
          await clock.advance(gap);
          const allowed = (earliest.at(-n) ?? -Infinity) + SPAN;
          earliest.push(Math.max(clock.now(), allowed));
          granted.push(acquire(pacer));
        }
        const permits = await clock.finish(Promise.all(granted));
        expect(permits.map(({ startedAt }) => startedAt)).toEqual(earliest);
      }),
      { numRuns: 100 },
    );
  });
});
