import type { FaultRule } from './faults/parse-faults.js';
import type { LatencyModel } from './latency.js';
import type { SampleGraph } from './sample-graph.js';

/** What a sandbox is started with. */
export interface SandboxOptions {
  /** Address to listen on. Default 127.0.0.1. */
  readonly host?: string | undefined;
  /** Default 0: any free port. */
  readonly port?: number | undefined;
  /** Requests in any second from an address without a key. Default 3; 0 or `Infinity` means no limit. */
  readonly rps?: number | undefined;
  /** Requests in any second with one API key. Default 10; 0 or `Infinity` means no limit. */
  readonly keyedRps?: number | undefined;
  /** Default none. */
  readonly latency?: LatencyModel | undefined;
  /** What to answer from. Default: the sample that is published with this package. */
  readonly graph?: SampleGraph | undefined;
  /** What goes wrong on purpose. Default nothing. */
  readonly faults?: readonly FaultRule[] | undefined;
  /** Makes random delays and faults repeatable. Default 1. */
  readonly seed?: number | undefined;
  /** Answers ELink's `llinkslib` as NCBI did until 2026. Default false: it is refused, as NCBI does now. */
  readonly libraryLinks?: boolean | undefined;
  /** How long an unused `WebEnv` lives, in milliseconds. Default 8 hours. */
  readonly historyLifeMs?: number | undefined;
}
