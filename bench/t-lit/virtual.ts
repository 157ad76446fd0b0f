import { execute, type ExecutionResult, parse } from 'graphql';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { LinkFusion } from '../../src/loading/definitions/link-fusion.js';
import type { AnswerStore } from '../../src/loading/cache/answer-store.js';
import type { LinkTables } from '../../src/loading/link-tables.js';
import { Loaders } from '../../src/loading/loaders.js';
import { Operation } from '../../src/loading/operation/operation.js';
import type { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { servedSchema } from '../../src/schema/served-schema.js';
import { NcbiClients } from '../../src/upstream/client-pool.js';
import { FakeClock } from '../../test/support/fake-clock.js';
import type { LoggedCall } from '../sandbox-process.js';
import { Client } from './client.js';
import { TERM } from './graph.js';
import type { Peer } from './peers.js';
import type { Setting } from './settings.js';
import { type FoundRecord, readAnswer, wholeQuery, wrongEdges } from './traversal.js';
import { VirtualNcbi } from './virtual-ncbi.js';

const TTL = 3_600_000;
const catalog = loadCatalog();
const schema = servedSchema(catalog);

/** What a traversal in virtual time cost. */
export interface VirtualRun {
  /** The requests, with times from the beginning. */
  readonly calls: readonly LoggedCall[];
  readonly ms: number;
  readonly refused: number;
  readonly wrongEdges: number;
}

interface Stage {
  readonly clock: FakeClock;
  readonly graph: SampleGraph;
  readonly ncbi: VirtualNcbi;
}

function stageOf(graph: SampleGraph, { latency, rps }: Setting, seed: number): Stage {
  const clock = new FakeClock();
  return { clock, graph, ncbi: new VirtualNcbi({ clock, graph, latency, rps, seed }) };
}

async function timed({ clock, graph, ncbi }: Stage, work: () => Promise<readonly FoundRecord[]>): Promise<VirtualRun> {
  ncbi.drawAnew();
  const [begun, first] = [clock.now(), ncbi.calls.length];
  const found = await clock.finish(work());
  const ms = clock.now() - begun;
  const calls = ncbi.calls
    .slice(first)
    .map((call) => ({ ...call, at: call.at - begun, answeredAt: call.answeredAt - begun }));
  return {
    calls,
    ms,
    refused: calls.filter(({ status }) => status === 429).length,
    wrongEdges: wrongEdges(graph, graph.uids('pubmed'), found),
  };
}

/** The traversal in the way of a peer, in virtual time. */
export function runVirtualPeer(peer: Peer, graph: SampleGraph, setting: Setting, seed = 1): Promise<VirtualRun> {
  const stage = stageOf(graph, setting, seed);
  const client = new Client({ transport: stage.ncbi, clock: stage.clock, rps: setting.rps });
  return timed(stage, () => peer.run(client));
}

export interface VirtualGatewayOptions {
  readonly tables?: LinkTables | undefined;
  readonly store?: AnswerStore | undefined;
}

/**
 * The gateway in virtual time: its schema, loaders, batches, queue and pacer, with a clock that moves on to the next event
 * as soon as nothing is left to do. Times are exact, whatever else the machine does; processor time counts as none.
 */
export class VirtualGateway {
  readonly #stage: Stage;
  readonly #clients: NcbiClients;
  readonly #loaders: Loaders;

  /**
   * @param tables - Links that take no call, where there are any.
   * @param store - What outlives it.
   */
  constructor(graph: SampleGraph, setting: Setting, seed = 1, { tables, store }: VirtualGatewayOptions = {}) {
    this.#stage = stageOf(graph, setting, seed);
    const { clock, ncbi } = this.#stage;
    this.#clients = new NcbiClients({
      transport: ncbi,
      clock,
      rps: setting.rps,
      apiKey: undefined,
      maxInFlight: 50,
      timeout: 60_000,
      deadline: 600_000,
    });
    this.#loaders = new Loaders({
      clock,
      maxCacheBytes: 256 * 1024 * 1024,
      ttls: { links: TTL, summaries: TTL, searches: TTL, staleWhileRevalidate: 0 },
      fusion: new LinkFusion(catalog),
      tables,
      store,
    });
  }

  /** Lets all answers expire; what was learned of latency stays. */
  async expire(): Promise<void> {
    await this.#stage.clock.advance(TTL + 1);
  }

  /** Ends it, as a process that stops. */
  stop(): void {
    this.#loaders.keepLearned();
  }

  /** Runs the traversal as one operation. */
  traverse(): Promise<VirtualRun> {
    return timed(this.#stage, async () => {
      const operation = new Operation({
        clock: this.#stage.clock,
        client: this.#clients.default,
        deadline: Infinity,
        maxCalls: Infinity,
      });
      const result = (await execute({
        schema,
        document: parse(wholeQuery(this.#stage.graph)),
        variableValues: { term: TERM },
        contextValue: { loaders: this.#loaders, operation },
      })) as ExecutionResult<{
        readonly search: { readonly pubmed: { readonly nodes: Parameters<typeof readAnswer>[0] } };
      }>;
      operation.close();
      if (result.errors || !result.data) {
        throw new Error(`The gateway failed: ${JSON.stringify(result.errors).slice(0, 500)}`);
      }
      return readAnswer(result.data.search.pubmed.nodes);
    });
  }
}
