import { BackendBreakers } from '../../src/upstream/circuit-breaker/backends.js';
import type { Clock } from '../../src/upstream/clock.js';
import { NcbiClient, type NcbiClientOptions } from '../../src/upstream/ncbi-client.js';
import { localPacer, MARGIN, type Pacing } from './pacing.js';

/** How long a call through such a client may take. */
export const TIMEOUT = 5000;

/**
 * A client of 10 requests a second and three tries, whose pauses are exactly as long as their mean: 400 ms, then 800 ms.
 */
export function clientOver(
  clock: Clock,
  transport: NcbiClientOptions['transport'],
  { rps = 10, maxInFlight = 10, maxQueued = 100, ...more }: Partial<NcbiClientOptions & Pacing> = {},
): NcbiClient {
  const pacer = localPacer({ clock, rps, margin: MARGIN, maxInFlight, maxQueued });
  const breakers = new BackendBreakers(clock);
  return new NcbiClient({
    pacer,
    transport,
    clock,
    breakers,
    timeout: TIMEOUT,
    attempts: 3,
    random: () => 0.5,
    ...more,
  });
}
