import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { VirtualFleet, type VirtualProcess } from '../../support/virtual-fleet.js';

const RPS = 3;
const RUNS = Number(process.env.FLEET_RUNS ?? 8);
/** Time in which all must have been answered, in milliseconds. */
const PATIENCE = 30_000;

/** What happens to a fleet, one after the other. Numbers name a process, if there is one. */
const events = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('click'), by: fc.nat(5), gene: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('time'), span: fc.integer({ min: 1, max: 1500 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('kill', 'stop', 'hang', 'come'), by: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('store away', 'store back') }) },
  ),
  { minLength: 5, maxLength: 25 },
);

describe('A fleet to which anything happens', () => {
  it('answers each click of a process that lives, and never requests more than it may', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (all) => {
        const fleet = new VirtualFleet({ processes: 3, rps: RPS });
        const { clock, model } = fleet;
        await fleet.settled();
        const waiting: { readonly process: VirtualProcess; readonly click: Promise<void> }[] = [];
        for (const { kind, ...event } of all) {
          const { by = 0, gene = 0, span = 0 } = event as { by?: number; gene?: number; span?: number };
          const process = fleet.processes[by];
          if (kind === 'click' && process) {
            const click = process.click(String(10_000 + gene));
            click.catch(() => undefined);
            waiting.push({ process, click });
          } else if (kind === 'kill' && process && fleet.processes.length > 1) {
            await fleet.kill(process);
          } else if (kind === 'stop' && process && fleet.processes.length > 1) {
            await fleet.stop(process);
          } else if (kind === 'hang' && process) {
            model.hang(process.name, 3000);
          } else if (kind === 'come' && fleet.processes.length < 5) {
            fleet.add();
          } else if (kind === 'store away' || kind === 'store back') {
            model.isAway = kind === 'store away';
          }
          await clock.advance(kind === 'time' ? span : 20);
        }
        model.isAway = false;
        const living = waiting.filter(({ process }) => fleet.processes.includes(process));
        let open = living.length;
        for (const { click } of living) {
          const settled = (): number => (open -= 1);
          click.then(settled, settled);
        }
        await clock.advance(PATIENCE);
        expect(open).toBe(0);
        await Promise.all(living.map(({ click }) => click));
        expect(fleet.ncbi.calls.length === 0 || fleet.mostInWindow <= RPS).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});
