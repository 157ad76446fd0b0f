import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Pacer, type Permit } from '../../src/upstream/pacer.js';
import { FakeClock } from '../support/fake-clock.js';

const MARGIN = 100;
const SPAN = 1000 + MARGIN;
/** Times are floating point numbers; a nanosecond is not a breach. */
const TOLERANCE = 1e-6;

/** What may happen to a pacer, in any order. */
type Happening =
  | { readonly is: 'arrive'; readonly count: number }
  | { readonly is: 'wait' | 'stall'; readonly span: number }
  | { readonly is: 'abort' | 'depart' | 'release' | 'refuse'; readonly which: number };

const span = fc.oneof(
  fc.constantFrom(0, 1, 999, 1000, 1001, SPAN - 1, SPAN, SPAN + 1),
  fc.double({ min: 0, max: SPAN, noNaN: true }),
  fc.nat(3 * SPAN),
);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ is: fc.constant('arrive' as const), count: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ is: fc.constantFrom('wait' as const, 'stall' as const), span }),
  fc.record({
    is: fc.constantFrom('abort' as const, 'depart' as const, 'release' as const, 'refuse' as const),
    which: fc.nat(500),
  }),
);

/** A pacer with the book that a distrustful observer keeps of it. */
class Observed {
  readonly clock = new FakeClock();
  readonly pacer: Pacer;
  /** When requests went on the wire. */
  readonly departures: number[] = [];
  /** Numbers of the requests in the order in which they were granted. */
  readonly granted: number[] = [];
  readonly #rps: number;
  readonly #maxInFlight: number;
  readonly #waiting = new Map<number, AbortController>();
  readonly #held: Permit[] = [];
  readonly #undeparted = new Set<Permit>();
  /** Whether a request departs as soon as it may, or when that happens to it. */
  readonly #prompt: boolean;
  #arrived = 0;
  #closedUntil = -Infinity;

  constructor(rps: number, maxInFlight: number, prompt: boolean) {
    this.#prompt = prompt;
    this.#rps = rps;
    this.#maxInFlight = maxInFlight;
    this.pacer = new Pacer({ clock: this.clock, rps, margin: MARGIN, maxInFlight, maxQueued: Infinity });
  }

  async see(what: Happening): Promise<void> {
    switch (what.is) {
      case 'arrive':
        for (let i = 0; i < what.count; i += 1) {
          this.#arrive();
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
      case 'refuse':
        this.#refuse(what.which);
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
  }

  #arrive(): void {
    const number = this.#arrived;
    const controller = new AbortController();
    this.#arrived += 1;
    this.#waiting.set(number, controller);
    void this.pacer.acquire(controller.signal).then(
      (permit) => {
        this.#waiting.delete(number);
        this.#held.push(permit);
        this.granted.push(number);
        this.#undeparted.add(permit);
        if (this.#prompt) {
          this.#depart(permit);
        }
      },
      () => this.#waiting.delete(number),
    );
  }

  #release(which: number): void {
    const permit = pick(this.#held, which);
    if (permit) {
      this.#held.splice(this.#held.indexOf(permit), 1);
      this.#noteDeparture(permit);
      permit.release();
    }
  }

  #depart(permit: Permit | undefined): void {
    if (permit) {
      this.#noteDeparture(permit);
      permit.sent();
    }
  }

  /** A request that fails before its departure was noted may have left: it counts from then. */
  #noteDeparture(permit: Permit): void {
    if (this.#undeparted.delete(permit)) {
      this.departures.push(this.clock.now());
    }
  }

  #refuse(which: number): void {
    const permit = pick(this.#held, which);
    if (permit) {
      this.#closedUntil = this.clock.now() + this.pacer.coolDown(permit.startedAt);
    }
  }

  #check(): void {
    expect(this.pacer.inFlight).toBe(this.#held.length);
    expect(this.pacer.queued).toBe(this.#waiting.size);
    expect(this.#held.length).toBeLessThanOrEqual(this.#maxInFlight);
    const now = this.clock.now() - TOLERANCE;
    const recent = this.departures.filter((departure) => now < departure + SPAN).length;
    const mayStart = now >= this.#closedUntil && this.#undeparted.size + recent < this.#rps;
    const idle = mayStart && this.#held.length < this.#maxInFlight && this.#waiting.size > 0;
    expect(idle, 'something waits although it might start').toBe(false);
  }
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % list.length];
}

async function departAtOnce(pacer: Pacer): Promise<Permit> {
  const permit = await pacer.acquire();
  permit.sent();
  return permit;
}

/** The shortest time in which `rps` departures were followed by one more. */
function tightest(departures: readonly number[], rps: number): number {
  return Math.min(Infinity, ...departures.slice(rps).map((departure, i) => departure - (departures[i] ?? NaN)));
}

describe('Pacer, whatever happens', () => {
  const rps = fc.integer({ min: 1, max: 20 });

  it('never starts more than N in a window, never leaves a possible start unused, and keeps the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        rps,
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        fc.array(happening, { maxLength: 60, size: 'max' }),
        async (n, maxInFlight, prompt, happenings) => {
          const observed = new Observed(n, maxInFlight, prompt);
          for (const what of happenings) {
            await observed.see(what);
          }
          await observed.wind();
          expect(tightest(observed.departures, n)).toBeGreaterThanOrEqual(SPAN - TOLERANCE);
          expect(observed.granted).toEqual(observed.granted.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('starts every request at the earliest moment the rule allows', async () => {
    await fc.assert(
      fc.asyncProperty(rps, fc.array(fc.nat(1500), { minLength: 1, maxLength: 60, size: 'max' }), async (n, gaps) => {
        const clock = new FakeClock();
        const pacer = new Pacer({ clock, rps: n, margin: MARGIN, maxInFlight: 1000, maxQueued: 1000 });
        const earliest: number[] = [];
        const granted: Promise<Permit>[] = [];
        for (const gap of gaps) {
          await clock.advance(gap);
          const allowed = (earliest.at(-n) ?? -Infinity) + SPAN;
          earliest.push(Math.max(clock.now(), allowed));
          granted.push(departAtOnce(pacer));
        }
        const permits = await clock.finish(Promise.all(granted));
        expect(permits.map(({ startedAt }) => startedAt)).toEqual(earliest);
      }),
      { numRuns: 100 },
    );
  });
});
