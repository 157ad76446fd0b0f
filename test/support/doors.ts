import { BackEnds } from '../../src/upstream/back-ends.js';
import type { Clock } from '../../src/upstream/clock.js';
import { Door, type DoorOptions } from '../../src/upstream/door.js';
import { localPacer, MARGIN, type Pacing } from './pacing.js';

/** How long a call through such a door may take. */
export const TIMEOUT = 5000;

/**
 * A door of 10 requests a second and three tries, whose pauses are exactly as long as their mean: 400 ms, then 800 ms.
 */
export function doorOver(
  clock: Clock,
  transport: DoorOptions['transport'],
  { rps = 10, maxInFlight = 10, maxQueued = 100, ...more }: Partial<DoorOptions & Pacing> = {},
): Door {
  const pacer = localPacer({ clock, rps, margin: MARGIN, maxInFlight, maxQueued });
  const backEnds = new BackEnds(clock);
  return new Door({ pacer, transport, clock, backEnds, timeout: TIMEOUT, attempts: 3, random: () => 0.5, ...more });
}
