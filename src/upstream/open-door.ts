import type { Config } from '../config.js';
import { systemClock } from './clock.js';
import { Door } from './door.js';
import { Pacer } from './pacer.js';
import { HttpTransport } from './transport.js';

/** Gaps of 350 ms at 3 requests a second were still refused by NCBI; this makes the window 1.1 s. */
const PACER_MARGIN_MS = 100;
const MAX_QUEUED_BATCHES = 1000;
const ATTEMPTS = 3;

/** The door to the configured NCBI. Opens no connection yet. */
export function openDoor(config: Config): Door {
  const pacer = new Pacer({
    clock: systemClock,
    rps: config.rps,
    margin: PACER_MARGIN_MS,
    maxInFlight: config.NCBI_MAX_IN_FLIGHT,
    maxQueued: MAX_QUEUED_BATCHES,
  });
  const transport = new HttpTransport({
    baseUrl: config.NCBI_BASE_URL,
    tool: config.NCBI_TOOL,
    email: config.NCBI_EMAIL,
    apiKey: config.NCBI_API_KEY,
    connections: config.NCBI_MAX_IN_FLIGHT,
  });
  return new Door({ pacer, transport, clock: systemClock, timeout: config.NCBI_TIMEOUT_MS, attempts: ATTEMPTS });
}
