import { startSandbox } from '../src/sandbox/server.js';
import { type Bench, type Figure, median } from './bench.js';
import { Contestant, type Load } from './warm/contestant.js';
import { NESTED } from './warm/queries.js';

/** Each with a fresh process for every variant. */
const ROUNDS = 5;
/** Of the speed without metrics and traces. */
const GOAL = 0.95;

const SDK = `--import ${new URL('warm/tracing-sdk.js', import.meta.url).href}`;
const VARIANTS: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  neither: { METRICS: 'off' },
  metrics: { METRICS: 'on' },
  'metrics, and traces of 1 %': { METRICS: 'on', NODE_OPTIONS: SDK },
};

/** What metrics and traces take of the speed of the gateway, where it is fastest: with all answers known. */
export const observe: Bench = {
  name: 'observe',
  async measure() {
    await using sandbox = await startSandbox({ rps: 0 });
    const loads = new Map(Object.keys(VARIANTS).map((name) => [name, [] as Load[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      const variants = Object.entries(VARIANTS);
      // Turn and turn about, so that none always runs on the warmer machine.
      for (const [name, settings] of round % 2 === 0 ? variants : variants.toReversed()) {
        await using gateway = await Contestant.gateway(sandbox.url, { NCBI_RPS: '50', ...settings });
        await gateway.ask({ query: NESTED });
        loads.get(name)?.push(await gateway.load({ query: NESTED }));
      }
    }
    const neither = medianOf(loads.get('neither') ?? []);
    return [...loads]
      .filter(([name]) => name !== 'neither')
      .flatMap(([name, each]) => compare(name, medianOf(each), neither));
  },
};

function medianOf(loads: readonly Load[]): Load {
  return { rate: median(loads.map(({ rate }) => rate)), cpu: median(loads.map(({ cpu }) => cpu)) };
}

function compare(name: string, ours: Load, without: Load): Figure[] {
  return [
    {
      what: `warm, 100 papers with genes, with ${name}: requests a second`,
      measured: ours.rate.toFixed(0),
      comparedWith: `${without.rate.toFixed(0)}, with neither`,
      ratio: ours.rate / without.rate,
      goal: `at least ${GOAL}`,
      met: ours.rate / without.rate >= GOAL,
    },
    {
      what: `warm, 100 papers with genes, with ${name}: processor time a request`,
      measured: `${ours.cpu.toFixed(3)} ms`,
      comparedWith: `${without.cpu.toFixed(3)} ms, with neither`,
      ratio: ours.cpu / without.cpu,
      goal: '',
    },
  ];
}
