import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FairQueue, type Flow } from '../../../src/upstream/rate-limit/fair-queue.js';
import { claimOf, newShare } from '../../support/pacing.js';

const nobodyRefused = (): never => expect.unreachable('somebody was refused');

/** Who wants an item. */
interface Item {
  readonly by: readonly Flow[];
}

type Happening =
  | { readonly is: 'come'; readonly by: readonly number[] }
  // Of the items that wait, by their place in turn.
  | { readonly is: 'serve' | 'leave'; readonly which: number };

const PEOPLE = 5;
/** @param sharers - How many may want one item. */
function happeningsWith(sharers: number): fc.Arbitrary<Happening[]> {
  const by = fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1, maxLength: sharers });
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    { weight: 3, arbitrary: fc.record({ is: fc.constant('come' as const), by }) },
    { weight: 2, arbitrary: fc.record({ is: fc.constant('serve' as const), which: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ is: fc.constant('leave' as const), which: fc.nat(100) }) },
  );
  return fc.array(happening, { maxLength: 120, size: 'max' });
}

/** A queue of items, and those who wait in it. */
class Observed {
  readonly queue = new FairQueue<Item>();
  readonly people: readonly Flow[];
  /** What the last one served had had by then. */
  virtualTime = 0;
  readonly #waiting = new Map<Item, () => void>();

  constructor(people: number) {
    this.people = Array.from({ length: people }, newShare);
  }

  see(what: Happening): void {
    if (what.is === 'come') {
      this.come(what.by);
    } else if (what.is === 'serve') {
      this.serve();
    } else {
      this.#leave(what.which);
    }
  }

  come(by: readonly number[]): void {
    const item = { by: by.flatMap((each) => this.people[each] ?? []) };
    this.#waiting.set(item, this.queue.push(item, claimOf(...item.by)));
  }

  /** Serves the next, and looks whether it is whoever has had least; of equals, whoever came first. */
  serve(): Item | undefined {
    const startOf = ({ by }: Item) => Math.max(this.virtualTime, Math.min(...by.map(({ virtualTime }) => virtualTime)));
    const earliest = Math.min(...[...this.#waiting.keys()].map(startOf));
    const expected = [...this.#waiting.keys()].find((item) => startOf(item) === earliest);
    const served = this.queue.take(0, nobodyRefused);
    expect(served).toBe(expected);
    if (served) {
      this.virtualTime = earliest;
      this.#waiting.delete(served);
    }
    return served;
  }

  #leave(which: number): void {
    const item = [...this.#waiting.keys()][which % this.#waiting.size];
    if (item) {
      this.#waiting.get(item)?.();
      this.#waiting.delete(item);
    }
  }

  /** How far the one of those who wait that has had most is ahead of the one that has had least. */
  get spread(): number {
    const waiting = new Set([...this.#waiting.keys()].flatMap(({ by }) => by));
    const had = [...waiting].map(({ virtualTime }) => Math.max(virtualTime, this.virtualTime));
    return waiting.size === 0 ? 0 : Math.max(...had) - Math.min(...had);
  }
}

describe('FairQueue, whatever happens', () => {
  it('serves whoever has had least, and in the end everybody', () => {
    fc.assert(
      fc.property(happeningsWith(3), (happenings) => {
        const observed = new Observed(PEOPLE);
        for (const what of happenings) {
          observed.see(what);
        }
        while (observed.queue.length > 0) {
          observed.serve();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lets nobody who waits get more than one permit ahead of another who waits', () => {
    fc.assert(
      fc.property(happeningsWith(1), (happenings) => {
        const observed = new Observed(PEOPLE);
        for (const what of happenings) {
          observed.see(what);
          expect(observed.spread).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives each of those who always wait the same share, within one permit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 100 }), (people, permits) => {
        const observed = new Observed(people);
        for (let person = 0; person < people; person += 1) {
          for (let i = 0; i <= permits; i += 1) {
            observed.come([person]);
          }
        }
        const granted = new Map(observed.people.map((person) => [person, 0]));
        for (let i = 0; i < permits; i += 1) {
          for (const person of observed.serve()?.by ?? []) {
            granted.set(person, (granted.get(person) ?? NaN) + 1);
          }
        }
        for (const count of granted.values()) {
          expect(Math.abs(count - permits / people)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('serves a newcomer who needs two, one after the other, within two grants for each who waits and two of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
        fc.nat(60),
        (bulks, before) => {
          const click = bulks.length;
          const observed = new Observed(bulks.length + 1);
          bulks.forEach((count, bulk) => {
            for (let i = 0; i < count; i += 1) {
              observed.come([bulk]);
            }
          });
          for (let i = 0; i < before; i += 1) {
            observed.serve();
          }
          let grants = 0;
          for (let call = 0; call < 2; call += 1) {
            observed.come([click]);
            let isServed = false;
            while (!isServed) {
              grants += 1;
              isServed = observed.serve()?.by.includes(observed.people[click] ?? newShare()) ?? true;
            }
          }
          expect(grants).toBeLessThanOrEqual(2 + 2 * bulks.length);
        },
      ),
    );
  });
});
