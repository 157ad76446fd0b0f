import { AnswerCache } from '../../src/loading/cache/answer-cache.js';
import { BatchSize } from '../../src/loading/batching/batch-size.js';
import { BurstDebounce } from '../../src/loading/batching/debounce.js';
import type { BatchFunction } from '../../src/loading/batching/batch-function.js';
import { PermitBatcher } from '../../src/loading/batching/permit-batcher.js';
import { type Operation } from '../../src/loading/operation/operation.js';
import { cacheKey } from '../../src/loading/cache/answer-keeper.js';
import { CachedLoader } from '../../src/loading/cached-loader.js';
import { Fleet } from '../../src/loading/fleet/fleet.js';
import type { FleetChannel } from '../../src/loading/fleet/messages.js';
import type { StoredAnswers } from '../../src/loading/cache/second-level.js';
import type { NcbiClient } from '../../src/upstream/ncbi-client.js';
import { clientOver } from '../support/ncbi-client.js';
import { FakeClock } from '../support/fake-clock.js';
import { TestOperation } from '../support/operations.js';
import { plainQuestion } from '../support/questions.js';
import { answers, late, ScriptedTransport } from '../support/scripted-transport.js';

export const LIFE = 60_000_000;
export const GRACE = 1_000_000;
export const LATENCY = 50;

export interface Doc {
  readonly text: string;
}

export type Found = ReadonlyMap<string, Doc | Error>;

export const documents = (keys: readonly string[]): Found =>
  new Map(keys.map((key) => [key, { text: key.toUpperCase() }]));

/** A far side that fails once, with all its keys, before it gives documents. */
export function failingOnce(failure: Error): (keys: readonly string[]) => Found {
  const failures = [failure];
  return (keys) => {
    const next = failures.pop();
    return next ? new Map(keys.map((key) => [key, next])) : documents(keys);
  };
}

interface Setting {
  /** What the far side makes of keys; it can tell clients apart. */
  readonly find?: (keys: readonly string[], client: NcbiClient) => Found;
  /** Keys in one call. */
  readonly size?: number;
  readonly maxInFlight?: number;
  /** One that others share. */
  readonly clock?: FakeClock;
  /** Gives the second level of the cache. */
  readonly storedWith?: (clock: FakeClock, debounce: BurstDebounce) => StoredAnswers<Doc>;
  /** The way to the processes that batch their keys together, where there are others. */
  readonly channel?: FleetChannel;
}

/** A loader over a far side that takes its time, with everything in between real but the clock. */
export function loaderWith({
  find = documents,
  size: start = 100,
  maxInFlight = 10,
  clock = new FakeClock(),
  storedWith,
  channel,
}: Setting = {}) {
  const transport = new ScriptedTransport(late(clock, LATENCY, answers('{}')));
  const newClient = (): NcbiClient => clientOver(clock, transport, { rps: 1, maxInFlight });
  const client = newClient();
  const sent: (readonly string[])[] = [];
  const runOf =
    (its: NcbiClient): BatchFunction<void, Doc> =>
    async (keys, options) => {
      options.signal.throwIfAborted();
      sent.push(keys);
      await options.client.send(plainQuestion(...keys), options);
      return find(keys, its);
    };
  const size = new BatchSize({ start, max: start });
  const debounce = new BurstDebounce(clock);
  const revalidators = new Map<NcbiClient, TestOperation>();
  const revalidatorOf = (its: NcbiClient): TestOperation => {
    const revalidator =
      revalidators.get(its) ?? new TestOperation(clock, its, { deadline: Infinity, maxCalls: Infinity });
    revalidators.set(its, revalidator);
    return revalidator;
  };
  const name = 'esummary gene';
  const fleet = channel && new Fleet({ channel, clock, client });
  const cache = new AnswerCache<Doc>({ maxBytes: 1_000_000, clock, grace: GRACE, today: () => clock.now() });
  const isKnown = (key: string): boolean => cache.get(cacheKey(name, key)) !== undefined;
  const loader = new CachedLoader<Doc>({
    name,
    cache,
    stored: storedWith?.(clock, debounce),
    size,
    weigh: () => ({ size: 100, ttl: LIFE }),
    revalidatorOf,
    createBatcher: (its, { keep, share, adopt }) =>
      new PermitBatcher({
        variant: undefined,
        question: name,
        elsewhere: fleet?.question({ kind: name, variant: null, question: name }, adopt),
        client: its,
        debounce,
        size,
        run: runOf(its),
        settle: keep,
        onDelivered: share,
        isKnown,
      }),
  });
  fleet?.register(name, () => loader);
  const operation = (by: NcbiClient = client, maxCalls?: number): TestOperation =>
    new TestOperation(clock, by, maxCalls === undefined ? {} : { maxCalls });
  /** Loads as resolvers do: a failure is a rejection, also when it is known at once. */
  const load = async (key: string, by: Operation): Promise<string> => (await loader.load(key, by)).text;
  return { clock, fleet, load, loader, newClient, operation, pacer: client.pacer, sent };
}
