import type { EutilsRequest, EutilsResponse } from '../../src/eutils/wire.js';
import { createContext, type SandboxContext } from '../../src/sandbox/context.js';
import { Parameters } from '../../src/sandbox/http/parameters.js';
import { createLatency, type LatencyModel } from '../../src/sandbox/latency.js';
import { RateLimit } from '../../src/sandbox/rate-limit.js';
import type { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { UTILITIES } from '../../src/sandbox/utilities.js';
import { sleep } from '../../src/upstream/clock.js';
import type { SendOptions, Transport } from '../../src/upstream/transport/transport.js';
import type { FakeClock } from '../../test/support/fake-clock.js';
import type { LoggedCall } from '../sandbox-process.js';

interface VirtualNcbiOptions {
  readonly clock: FakeClock;
  readonly graph: SampleGraph;
  readonly latency: LatencyModel;
  /** Requests in any second. */
  readonly rps: number;
  /** Of the latencies that are drawn. */
  readonly seed: number;
}

/** The sandbox without sockets, in virtual time: the same answers, latencies and refusals. */
export class VirtualNcbi implements Transport {
  /** The requests in the order of their arrival. */
  readonly calls: LoggedCall[] = [];
  readonly #options: VirtualNcbiOptions;
  readonly #context: SandboxContext;
  #latencyOf!: (ids: number) => number;
  readonly #limit: RateLimit;

  constructor(options: VirtualNcbiOptions) {
    this.#options = options;
    this.#context = createContext(options.graph, false, undefined);
    this.drawAnew();
    this.#limit = new RateLimit(() => options.clock.now());
  }

  /** Draws the same latencies once more. */
  drawAnew(): void {
    this.#latencyOf = createLatency(this.#options.latency, this.#options.seed);
  }

  async send(request: EutilsRequest, { signal, onSent }: SendOptions): Promise<EutilsResponse> {
    const { clock, rps } = this.#options;
    onSent();
    const at = clock.now();
    const headers = { 'x-entrez-sandbox': '1' };
    const params = new Parameters(
      '',
      new URLSearchParams(request.params.map(([name, value]) => [name, value])).toString(),
    );
    const call = { name: params.get('linkname') ?? request.utility, ids: [...params.all('term'), ...params.ids], at };
    if (!this.#limit.check('', rps).allowed) {
      this.calls.push({ ...call, answeredAt: at, status: 429 });
      return { status: 429, headers, body: '{"error":"API rate limit exceeded","count":"4"}' };
    }
    const answeredAt = at + this.#latencyOf(params.ids.length);
    this.calls.push({ ...call, answeredAt, status: 200 });
    await sleep(clock, answeredAt - at, signal);
    return { status: 200, headers, body: UTILITIES[request.utility](params, this.#context).body };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
