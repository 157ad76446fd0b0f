import type { EutilsRequest, EutilsResponse } from '../../src/eutils/wire.js';
import { Loaders } from '../../src/loading/loaders.js';
import { Operation } from '../../src/loading/operation/operation.js';
import { createLatency, type LatencyModel } from '../../src/sandbox/latency.js';
import { NcbiClients } from '../../src/upstream/client-pool.js';
import type { SendOptions, Transport } from '../../src/upstream/transport/transport.js';
import { FakeClock } from './fake-clock.js';

/** Levels of a generated graph: how many records each has. */
export type Shape = readonly [first: number, second: number, third: number, fourth: number];

const DBS = ['pubmed', 'gene', 'protein', 'structure'] as const;
const TTL = 3_600_000;

/** What a traversal in virtual time took. */
export interface VirtualRun {
  readonly ms: number;
  readonly calls: readonly {
    readonly name: string;
    readonly ids: number;
    readonly start: number;
    readonly end: number;
  }[];
}

/** Uids are level and number: `2000017` is the 17th record of the second level. */
function uidOf(level: number, index: number): string {
  return String((level + 1) * 1_000_000 + index + 1);
}

/** The records of the next level that a record is linked to: a partition of that level, in turn. */
function targetsOf(shape: readonly number[], level: number, uid: string): string[] {
  const index = Number(uid) - (level + 1) * 1_000_000 - 1;
  const [from = 1, to = 0] = [shape[level], shape[level + 1]];
  return Array.from({ length: Math.ceil(Math.max(0, to - index) / from) }, (_, turn) =>
    uidOf(level + 1, index + turn * from),
  );
}

class VirtualNcbi implements Transport {
  readonly calls: { name: string; ids: number; start: number; end: number }[] = [];

  constructor(
    readonly clock: FakeClock,
    readonly shape: Shape,
    readonly latencyOf: (ids: number) => number,
  ) {}

  async send(request: EutilsRequest, { onSent }: SendOptions): Promise<EutilsResponse> {
    onSent();
    const params = new Map(request.params.map(([name, value]) => [name, value]));
    const ids = request.params.flatMap(([name, value]) => (name === 'id' ? value.split(',') : []));
    const start = this.clock.now();
    const call = { name: params.get('linkname') ?? request.utility, ids: ids.length, start, end: NaN };
    this.calls.push(call);
    await new Promise<void>((resolve) => {
      this.clock.after(this.latencyOf(request.utility === 'esearch' ? 0 : ids.length), resolve);
    });
    call.end = this.clock.now();
    return { status: 200, headers: { 'x-entrez-sandbox': '1' }, body: this.#bodyOf(request, params, ids) };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #bodyOf({ utility }: EutilsRequest, params: ReadonlyMap<string, string>, ids: readonly string[]): string {
    if (utility === 'esearch') {
      const found = Array.from({ length: this.shape[0] }, (_, index) => uidOf(0, index));
      return JSON.stringify({
        header: { type: 'esearch', version: '0.3' },
        esearchresult: {
          count: String(found.length),
          retmax: String(found.length),
          retstart: '0',
          idlist: found,
          querytranslation: 'all',
        },
      });
    }
    if (utility === 'esummary') {
      return JSON.stringify({
        header: { type: 'esummary', version: '0.3' },
        result: {
          uids: ids,
          ...Object.fromEntries(ids.map((uid) => [uid, { uid, pdbacc: 'X', pdbdescr: 'a structure' }])),
        },
      });
    }
    const [dbfrom = '', db = ''] = [params.get('dbfrom'), params.get('db')];
    const level = DBS.findIndex((name) => name === dbfrom);
    return JSON.stringify({
      header: { type: 'elink', version: '0.3' },
      linksets: ids.map((uid) => ({
        dbfrom,
        ids: [uid],
        linksetdbs: [{ dbto: db, linkname: `${dbfrom}_${db}`, links: targetsOf(this.shape, level, uid) }],
      })),
    });
  }
}

/** A gateway in virtual time, without GraphQL: the same loaders, batches, pacer and queue as the server's. */
export class VirtualGateway {
  readonly clock = new FakeClock();
  readonly ncbi: VirtualNcbi;
  readonly clients: NcbiClients;
  readonly #loaders: Loaders;

  constructor(
    readonly shape: Shape,
    latency: LatencyModel,
    rps: number,
    seed = 1,
  ) {
    this.ncbi = new VirtualNcbi(this.clock, shape, createLatency(latency, seed));
    this.clients = new NcbiClients({
      transport: this.ncbi,
      clock: this.clock,
      rps,
      apiKey: undefined,
      maxInFlight: 50,
      timeout: 60_000,
      deadline: 600_000,
    });
    this.#loaders = this.#createLoaders();
  }

  #createLoaders(): Loaders {
    return new Loaders({
      clock: this.clock,
      maxCacheBytes: 100_000_000,
      ttls: { links: TTL, summaries: TTL, searches: TTL, staleWhileRevalidate: 0 },
    });
  }

  /** Lets all answers expire; what was learned of latency stays. */
  async expire(): Promise<void> {
    await this.clock.advance(TTL + 1);
  }

  /** Walks the whole graph, as the fields of one operation do: each record goes on as soon as its links are there. */
  async traverse(): Promise<VirtualRun> {
    const begun = this.clock.now();
    const first = this.ncbi.calls.length;
    const operation = new Operation({
      clock: this.clock,
      client: this.clients.default,
      deadline: Infinity,
      maxCalls: Infinity,
    });
    const question = { db: 'pubmed', term: 'all', retstart: 0, retmax: this.shape[0] };
    const walk = async (level: number, uid: string): Promise<void> => {
      const [from, to] = [DBS[level] ?? '', DBS[level + 1]];
      if (to === undefined) {
        await this.#loaders.summaries(from).load(uid, operation);
        return;
      }
      const link = { name: `${from}_${to}`, from, to };
      const { uids } = await this.#loaders.links({ link, scored: false }, uid, operation);
      await Promise.all(uids.slice(0, uids.length).map((target) => walk(level + 1, target)));
    };
    const all = async (): Promise<void> => {
      const { uids } = await this.#loaders.search(question, operation);
      await Promise.all(uids.map((uid) => walk(0, uid)));
    };
    await this.clock.finish(all());
    operation.close();
    const calls = this.ncbi.calls
      .slice(first)
      .map((call) => ({ ...call, start: call.start - begun, end: call.end - begun }));
    return { ms: Math.max(...calls.map(({ end }) => end)), calls };
  }
}
