import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SPAN } from '../support/pacing.js';
import { loaderWith } from './documents.js';

type Happening =
  | { readonly is: 'load'; readonly by: number; readonly key: string }
  | { readonly is: 'leave'; readonly by: number }
  | { readonly is: 'wait'; readonly span: number };

const OPERATIONS = 4;
const operationNumber = fc.nat(OPERATIONS - 1);
const span = fc.constantFrom(0, 1, 4, 5, 30, 60, 500, SPAN);
const key = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('load' as const), by: operationNumber, key }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('leave' as const), by: operationNumber }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('wait' as const), span }) },
);

interface Load {
  readonly by: number;
  readonly key: string;
  readonly settled: Promise<PromiseSettledResult<string>[]>;
}

describe('QuestionLoader, whatever happens', () => {
  const happenings = fc.array(happening, { maxLength: 60, size: 'max' });
  const batchSizes = fc.integer({ min: 1, max: 3 });

  it('answers every load of an operation that stays, asks for no key twice, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, batchSizes, async (list, size) => {
        const { clock, load, operation, pacer, sent } = loaderWith({ size });
        const operations = Array.from({ length: OPERATIONS }, () => operation());
        const gone = new Set<number>();
        const loads: Load[] = [];
        for (const what of list) {
          const by = what.is === 'wait' ? undefined : operations[what.by];
          if (what.is === 'wait') {
            await clock.advance(what.span);
          } else if (what.is === 'leave') {
            by?.leave();
            gone.add(what.by);
          } else if (by) {
            loads.push({ by: what.by, key: what.key, settled: Promise.allSettled([load(what.key, by)]) });
          }
        }
        for (const { by, key: wanted, settled } of loads) {
          const [result] = await clock.finish(settled);
          if (result?.status === 'fulfilled') {
            expect(result.value).toBe(wanted.toUpperCase());
          } else {
            expect(gone).toContain(by);
            expect(result?.reason).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
          }
        }
        for (const each of operations) {
          each.close();
        }
        await clock.advance(100 * SPAN);
        const asked = sent.flat();
        expect(asked).toHaveLength(new Set(asked).size);
        expect(Math.max(0, ...sent.map(({ length }) => length))).toBeLessThanOrEqual(size);
        expect([pacer.inFlight, pacer.queued, clock.pending]).toEqual([0, 0, 0]);
      }),
      { numRuns: 100 },
    );
  });
});
