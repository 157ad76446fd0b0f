import type { SharedStore, StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { Fleet } from '../../src/loading/fleet/fleet.js';
import { Loaders } from '../../src/loading/loaders.js';
import { Operation } from '../../src/loading/operation/operation.js';
import { newTally } from '../../src/stores/write-behind.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { EutilsRequest, EutilsResponse } from '../../src/eutils/wire.js';
import { NcbiClients } from '../../src/upstream/client-pool.js';
import { type Clock, type Milliseconds, sleep } from '../../src/upstream/clock.js';
import type { BudgetStore } from '../../src/upstream/shared-rate-limit/budget-store.js';
import type { SendOptions, Transport } from '../../src/upstream/transport/transport.js';
import { BudgetModel } from './budget-model.js';
import { FakeClock } from './fake-clock.js';
import { FleetModel } from './fleet-model.js';
import { SPAN } from './pacing.js';

const TTL = 3_600_000;
/** Papers of each gene; no two genes have one in common. */
const PAPERS = 5;

export interface FleetOptions {
  readonly processes: number;
  readonly rps: number;
  /** Time of a message to the store, and of one back. */
  readonly latency?: Milliseconds;
  /** What a call takes: so long, and so long for each id. */
  readonly call?: { readonly base: Milliseconds; readonly perId: Milliseconds };
}

/** NCBI, with a log of its own. */
class CountingNcbi {
  readonly calls: { readonly name: string; readonly ids: readonly string[]; readonly at: Milliseconds }[] = [];
  readonly #clock: Clock;
  readonly #takes: (ids: number) => Milliseconds;

  constructor(clock: Clock, takes: (ids: number) => Milliseconds) {
    this.#clock = clock;
    this.#takes = takes;
  }

  async send({ utility, params }: EutilsRequest, { onSent }: SendOptions): Promise<EutilsResponse> {
    onSent();
    const ids = params.flatMap(([name, value]) => (name === 'id' ? value.split(',') : []));
    const name = params.find(([name]) => name === 'linkname' || name === 'db')?.[1] ?? utility;
    this.calls.push({ name: `${utility} ${name}`, ids, at: this.#clock.now() });
    await sleep(this.#clock, this.#takes(ids.length));
    const body =
      utility === 'esummary'
        ? {
            header: { type: 'esummary', version: '0.3' },
            result: { uids: ids, ...Object.fromEntries(ids.map((uid) => [uid, { uid, title: `Record ${uid}` }])) },
          }
        : {
            header: { type: 'elink', version: '0.3' },
            linksets: ids.map((uid) => ({
              dbfrom: 'gene',
              ids: [uid],
              linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links: papersOf(uid) }],
            })),
          };
    return { status: 200, headers: { 'x-entrez-sandbox': '1' }, body: JSON.stringify(body) };
  }
}

function papersOf(gene: string): string[] {
  return Array.from({ length: PAPERS }, (_, paper) => String(20_000_000 + Number(gene) * PAPERS + paper));
}

/** One process of a fleet: the loaders, batches, pacer and shared store of the server's, without GraphQL. */
export class VirtualProcess {
  readonly name: string;
  readonly loaders: Loaders;
  readonly clients: NcbiClients;
  readonly fleet: Fleet;
  readonly #clock: Clock;

  constructor(
    name: string,
    clock: Clock,
    { loaders, clients, fleet }: Pick<VirtualProcess, 'loaders' | 'clients' | 'fleet'>,
  ) {
    this.name = name;
    this.#clock = clock;
    this.loaders = loaders;
    this.clients = clients;
    this.fleet = fleet;
  }

  operation(): Operation {
    const { default: client } = this.clients;
    return new Operation({ clock: this.#clock, client, deadline: Infinity, maxCalls: Infinity });
  }

  /** What a click on a gene requests: its summary, its papers and their summaries. */
  async click(gene: string, by = this.operation()): Promise<void> {
    const link = { name: 'gene_pubmed', from: 'gene', to: 'pubmed' };
    const papers = async (): Promise<void> => {
      const { uids } = await this.loaders.links({ link, scored: false }, gene, by);
      if (Array.from(uids).join() !== papersOf(gene).join()) {
        throw new Error(`Gene ${gene} was given the papers of another.`);
      }
      await Promise.all(Array.from(uids, (uid) => this.#summary('pubmed', uid, by)));
    };
    await Promise.all([this.#summary('gene', gene, by), papers()]);
    by.close();
  }

  async #summary(db: string, uid: string, by: Operation): Promise<void> {
    const { title } = (await this.loaders.summaries(db).load(uid, by)) as { readonly title?: unknown };
    if (title !== `Record ${uid}`) {
      throw new Error(`Record ${uid} was given the summary of another.`);
    }
  }
}

/** Processes with one store, in a time that passes only when a test says so. */
export class VirtualFleet {
  readonly clock = new FakeClock();
  readonly processes: VirtualProcess[];
  readonly ncbi: CountingNcbi;
  readonly #rps: number;
  #started = 0;
  readonly #latency: Milliseconds;
  readonly #budget = new BudgetModel(() => this.clock.now());
  readonly model: FleetModel;
  readonly #answers = new Map<string, StoredAnswer>();

  constructor({ processes, rps, latency = 1, call = { base: 300, perId: 2 } }: FleetOptions) {
    this.#rps = rps;
    this.#latency = latency;
    this.model = new FleetModel(this.clock, latency);
    this.ncbi = new CountingNcbi(this.clock, (ids) => call.base + ids * call.perId);
    this.processes = Array.from({ length: processes }, () => this.#start());
  }

  /** Resolves when each knows of all, and the store grants permits. */
  async settled(): Promise<void> {
    await this.clock.advance(5000);
  }

  /** Ids that were requested more than once. */
  get requestedTwice(): number {
    const named = this.ncbi.calls.flatMap(({ name, ids }) => ids.map((id) => `${name} ${id}`));
    return named.length - new Set(named).size;
  }

  #start(): VirtualProcess {
    const { clock } = this;
    this.#started += 1;
    const name = `process ${this.#started}`;
    const store: BudgetStore = {
      beat: (member, isAlone) => this.#call(() => this.#budget.beat(member, isAlone)),
      leave: (member) => this.#call(() => this.#budget.leave(member)),
      turn: (turn) => this.#call(() => this.#budget.turn(turn)),
    };
    const closing = new AbortController();
    const closed = new Promise<never>((_resolve, reject) => {
      closing.signal.addEventListener('abort', () => {
        reject(new EntrezError('SHUTTING_DOWN', 'The transport is closed.'));
      });
    });
    closed.catch(() => undefined);
    const transport: Transport = {
      send: (request, options) => Promise.race([this.ncbi.send(request, options), closed]),
      close: () => {
        closing.abort();
        return Promise.resolve();
      },
    };
    const clients = new NcbiClients({
      transport,
      clock,
      rps: this.#rps,
      apiKey: undefined,
      maxInFlight: 50,
      timeout: 60_000,
      deadline: 600_000,
      store,
    });
    const fleet = new Fleet({ channel: this.model.channelOf(name), clock, client: clients.default });
    const loaders = new Loaders({
      clock,
      maxCacheBytes: 100_000_000,
      ttls: { links: TTL, summaries: TTL, searches: TTL, staleWhileRevalidate: 0 },
      store: this.#store(),
      fleet,
    });
    return new VirtualProcess(name, clock, { loaders, clients, fleet });
  }

  #store(): SharedStore {
    return {
      tally: newTally(),
      find: (names) =>
        this.#call(() => Promise.resolve(names.map((name) => this.#answers.get(name)))).catch(() =>
          names.map(() => undefined),
        ),
      keep: (name, answer) => {
        this.#call(() => Promise.resolve(this.#answers.set(name, answer))).catch(() => undefined);
      },
      close: () => Promise.resolve(),
    };
  }

  /** Another process, which the others do not know yet. */
  add(): void {
    this.processes.push(this.#start());
  }

  /** Ends a process: nothing more is heard of it. */
  async kill(process: VirtualProcess): Promise<void> {
    this.processes.splice(this.processes.indexOf(process), 1);
    this.model.cut(process.name);
    await this.clock.finish(process.clients.close());
  }

  /** Ends a process as SIGTERM does, when its own operations are answered or given up. */
  async stop(process: VirtualProcess): Promise<void> {
    this.processes.splice(this.processes.indexOf(process), 1);
    await this.clock.finish(process.clients.close());
    await this.clock.finish(process.fleet.close());
  }

  /** The most calls that departed in any window of NCBI's. */
  get mostInWindow(): number {
    const departures = this.ncbi.calls.map(({ at }) => at);
    return Math.max(
      ...departures.map((from) => departures.filter((at) => at >= from && at < from + SPAN - 1e-6).length),
    );
  }

  async #call<T>(answer: () => Promise<T>): Promise<T> {
    await sleep(this.clock, this.#latency);
    if (this.model.isAway) {
      throw new Error('The store is away.');
    }
    const said = await answer();
    await sleep(this.clock, this.#latency);
    return said;
  }
}
