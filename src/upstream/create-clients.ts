import type { Config } from '../config.js';
import type { OnCircuitOpen } from './circuit-breaker/backends.js';
import type { BudgetStore } from './shared-rate-limit/budget-store.js';
import { systemClock } from './clock.js';
import { NcbiClients } from './client-pool.js';
import type { Observer } from './observer.js';
import { RecordingTransport } from './transport/recording-transport.js';
import { HttpTransport, type Transport } from './transport/transport.js';

/** What an operator should know of the clients. */
export interface NcbiClientEvents {
  readonly onOpen?: OnCircuitOpen;
  readonly observer?: Observer;
  /** Told in one line that exchanges are no longer written to RECORD_DIR. */
  readonly onRecordingFailure: (message: string) => void;
  /** Puts something between the clients and the connection, such as a listener. */
  readonly wrap?: (transport: Transport) => Transport;
}

/**
 * The clients of the configured NCBI. Opens no connection yet.
 *
 * @param store - Where budgets are shared with other processes, if they are.
 */
export function createNcbiClients(
  config: Config,
  { onOpen, observer, onRecordingFailure, wrap = (transport) => transport }: NcbiClientEvents,
  store?: BudgetStore,
): NcbiClients {
  const http = new HttpTransport({
    baseUrl: config.NCBI_BASE_URL,
    tool: config.NCBI_TOOL,
    email: config.NCBI_EMAIL,
    connections: config.NCBI_MAX_IN_FLIGHT,
  });
  const folder = config.RECORD_DIR;
  const transport =
    folder === undefined
      ? http
      : new RecordingTransport(http, { folder, email: config.NCBI_EMAIL, onFailure: onRecordingFailure });
  return new NcbiClients({
    transport: wrap(transport),
    clock: systemClock,
    rps: config.rps,
    apiKey: config.NCBI_API_KEY,
    maxInFlight: config.NCBI_MAX_IN_FLIGHT,
    maxBytesInFlight: config.NCBI_MAX_IN_FLIGHT_MB * 1024 * 1024,
    timeout: config.NCBI_TIMEOUT_MS,
    deadline: config.DEADLINE_MS,
    onOpen,
    observer,
    store,
  });
}
