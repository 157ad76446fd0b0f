import { createHash } from 'node:crypto';

import { startSandbox } from '../src/sandbox/server.js';
import { type Bench, type Figure, median } from './bench.js';
import { type Asked, Contestant, type Load } from './warm/contestant.js';
import { latencyBesideColdOnes } from './warm/latency.js';
import { NESTED, ONE_FIELD, PAGE_SIZES, PAGES } from './warm/queries.js';

/** Each with a fresh process for every server. */
const ROUNDS = 3;
const QUERIES: Readonly<Record<string, Asked>> = {
  'one field': { query: ONE_FIELD },
  '100 papers with genes': { query: NESTED },
  '20 to 100 papers with genes, other pages each time': { query: PAGES, variables: PAGE_SIZES },
};
const PEERS = {
  yoga: 'plain Yoga',
  'yoga-cache': 'Yoga with its response cache',
  apollo: 'Apollo Server',
  'apollo-cache': 'Apollo Server with its response cache',
  mercurius: 'mercurius',
  'mercurius-jit': 'mercurius with JIT',
};

/** The least ratio to a peer. */
const GOALS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'one field': { yoga: 3.5 },
  '100 papers with genes': { yoga: 10, 'mercurius-jit': 2 },
  '20 to 100 papers with genes, other pages each time': { yoga: 2.5, 'mercurius-jit': 0.8 },
};

/** The full gateway with all answers known, against servers with in-memory resolvers for the same answer. */
export const warm: Bench = {
  name: 'warm',
  async measure() {
    await using sandbox = await startSandbox({ rps: 0 });
    const answer = await firstAnswer(sandbox.url);
    const starters = {
      gateway: () => Contestant.gateway(sandbox.url, { NCBI_RPS: '50' }),
      ...Object.fromEntries(Object.keys(PEERS).map((name) => [name, () => Contestant.peer(name, answer)])),
    };
    const loads = await measureAll(Object.entries(starters));
    return [
      ...Object.keys(QUERIES).flatMap((what) => compare(what, loads.get(what) ?? new Map())),
      await latencyBesideColdOnes(),
    ];
  },
};

async function firstAnswer(ncbi: string): Promise<unknown> {
  await using gateway = await Contestant.gateway(ncbi, { NCBI_RPS: '50' });
  const answer = await gateway.ask({ query: NESTED });
  return answer;
}

/** The loads by query and contestant. */
async function measureAll(
  contestants: readonly (readonly [name: string, start: () => Promise<Contestant>])[],
): Promise<Map<string, Map<string, Load[]>>> {
  const loads = new Map(
    Object.keys(QUERIES).map((what) => [what, new Map(contestants.map(([name]) => [name, [] as Load[]]))]),
  );
  const answers = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    // Turn and turn about, so that nobody always runs on the warmer machine.
    for (const [name, start] of round % 2 === 0 ? contestants : contestants.toReversed()) {
      await using contestant = await start();
      for (const [what, query] of Object.entries(QUERIES)) {
        const hash = hashOf(await contestant.ask(query));
        if (hash !== (answers.get(what) ?? hash)) {
          throw new Error(`${name} answers "${what}" differently.`);
        }
        answers.set(what, hash);
        await contestant.warmUp(query);
        loads
          .get(what)
          ?.get(name)
          ?.push(await contestant.load(query));
      }
    }
  }
  return loads;
}

function compare(what: string, loads: ReadonlyMap<string, readonly Load[]>): Figure[] {
  const medians = ([name, each]: readonly [string, readonly Load[]]): [string, Load] => [
    name,
    { rate: median(each.map(({ rate }) => rate)), cpu: median(each.map(({ cpu }) => cpu)) },
  ];
  const byName = new Map([...loads].map(medians));
  const ours = byName.get('gateway') ?? { rate: NaN, cpu: NaN };
  return Object.entries(PEERS).flatMap(([name, shown]) => {
    const theirs = byName.get(name) ?? { rate: NaN, cpu: NaN };
    const goal = GOALS[what]?.[name];
    return [
      {
        what: `warm, ${what}: requests a second`,
        measured: ours.rate.toFixed(0),
        comparedWith: `${theirs.rate.toFixed(0)}, ${shown} in memory`,
        ratio: ours.rate / theirs.rate,
        goal: goal === undefined ? '' : `at least ${goal}`,
        ...(goal !== undefined && { met: ours.rate / theirs.rate >= goal }),
      },
      {
        what: `warm, ${what}: processor time a request`,
        measured: `${ours.cpu.toFixed(2)} ms`,
        comparedWith: `${theirs.cpu.toFixed(2)} ms, ${shown} in memory`,
        ratio: ours.cpu / theirs.cpu,
        goal: '',
      },
    ];
  });
}

function hashOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64url');
}
