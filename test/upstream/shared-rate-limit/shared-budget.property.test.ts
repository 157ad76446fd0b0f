import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { BudgetWorld } from '../../support/budget-world.js';

type Happening =
  | { readonly is: 'request'; readonly who: number; readonly delays: readonly number[] }
  | { readonly is: 'wait'; readonly span: number }
  | { readonly is: 'outage' | 'freeze'; readonly span: number }
  | { readonly is: 'crash' | 'leave'; readonly who: number }
  | { readonly is: 'join' };

const who = fc.nat(10);
const delay = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.nat(400), fc.nat(3000));
const span = fc.oneof(fc.nat(300), fc.nat(3000), fc.nat(12_000));
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('request' as const),
      who,
      delays: fc.array(delay, { minLength: 1, maxLength: 30, size: 'max' }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('wait' as const), span }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('outage' as const, 'freeze' as const), span }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constantFrom('crash' as const, 'leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('join' as const) }) },
);

async function happen(world: BudgetWorld, what: Happening): Promise<void> {
  const process = 'who' in what ? world.processes[what.who % world.processes.length] : undefined;
  switch (what.is) {
    case 'request':
      process?.request(what.delays);
      break;
    case 'wait':
      await world.clock.advance(what.span);
      break;
    case 'outage':
      world.kill();
      await world.clock.advance(what.span);
      world.restart();
      break;
    case 'freeze':
      world.freeze(true);
      await world.clock.advance(what.span);
      world.freeze(false);
      break;
    case 'crash':
      process?.crash();
      break;
    case 'leave':
      await world.clock.finish(process?.leave() ?? Promise.resolve());
      break;
    case 'join':
      world.join();
      break;
  }
}

/** A store that holds still as it comes back empty: who was alone notices that later than all others. */
const LATE: readonly Happening[] = [
  { is: 'outage', span: 41 },
  { is: 'wait', span: 7585 },
  { is: 'join' },
  { is: 'freeze', span: 2375 },
  { is: 'wait', span: 154 },
  { is: 'outage', span: 99 },
  { is: 'request', who: 0, delays: [0] },
  { is: 'request', who: 1, delays: [0] },
  { is: 'freeze', span: 376 },
];

describe('A budget of several processes, whatever happens to them and to their store', () => {
  it('is never exceeded in any window by all of them together', async () => {
    const rps = fc.integer({ min: 1, max: 12 });
    const processes = fc.integer({ min: 1, max: 5 });
    const latency = fc.constantFrom(0, 1, 40);
    const happenings = fc.array(happening, { maxLength: 25, size: 'max' });
    await fc.assert(
      fc.asyncProperty(rps, processes, latency, happenings, async (n, count, ms, list) => {
        const world = new BudgetWorld(n, ms);
        for (let i = 0; i < count; i += 1) {
          world.join();
        }
        await world.clock.advance(5000);
        for (const what of list) {
          await happen(world, what);
        }
        await world.clock.advance(20_000);
        expect(world.mostInAnyWindow).toBeLessThanOrEqual(n);
      }),
      { numRuns: Number(process.env.BUDGET_RUNS ?? 20), examples: [[1, 1, 1, [...LATE]]] },
    );
  });
});
