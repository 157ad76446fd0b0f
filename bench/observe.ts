import { startSandbox } from '../src/sandbox/server.js';
import { type Bench, type Figure, median } from './bench.js';
import { Contestant, type Load } from './warm/contestant.js';
import { NESTED } from './warm/queries.js';

/** Each with fresh processes. */
const ROUNDS = 5;
/** Turns of each variant in a round, so short that what else the machine does meets all of them. */
const TURNS = 10;
/** Of a turn. */
const SECONDS = 1;
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
    const rounds: Map<string, Load>[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await measureRound(sandbox.url));
    }
    return Object.keys(VARIANTS)
      .filter((name) => name !== 'neither')
      .flatMap((name) => compare(name, rounds));
  },
};

/** The medians of all variants, which run beside each other and are asked in turns. */
async function measureRound(ncbi: string): Promise<Map<string, Load>> {
  const variants = await Promise.all(
    Object.entries(VARIANTS).map(async ([name, settings]) => ({
      name,
      gateway: await Contestant.gateway(ncbi, { NCBI_RPS: '50', ...settings }),
      loads: [] as Load[],
    })),
  );
  try {
    for (const { gateway } of variants) {
      await gateway.ask({ query: NESTED });
      await gateway.warmUp({ query: NESTED });
    }
    for (let turn = 0; turn < TURNS; turn += 1) {
      for (const { gateway, loads } of turn % 2 === 0 ? variants : variants.toReversed()) {
        loads.push(await gateway.load({ query: NESTED }, { duration: SECONDS }));
      }
    }
  } finally {
    await Promise.all(variants.map(({ gateway }) => gateway[Symbol.asyncDispose]()));
  }
  return new Map(variants.map(({ name, loads }) => [name, medianOf(loads)]));
}

function medianOf(loads: readonly Load[]): Load {
  return { rate: median(loads.map(({ rate }) => rate)), cpu: median(loads.map(({ cpu }) => cpu)) };
}

/** The medians of the rounds, whose ratios are each of one round: machines change their speed. */
function compare(name: string, rounds: readonly ReadonlyMap<string, Load>[]): Figure[] {
  const pairs = rounds.flatMap((loads) => {
    const [ours, without] = [loads.get(name), loads.get('neither')];
    return ours && without ? [{ ours, without }] : [];
  });
  const row = (what: keyof Load, unit: string, show: (value: number) => string): Omit<Figure, 'goal'> => ({
    what: `warm, 100 papers with genes, with ${name}: ${unit}`,
    measured: show(median(pairs.map(({ ours }) => ours[what]))),
    comparedWith: `${show(median(pairs.map(({ without }) => without[what])))}, with neither`,
    ratio: median(pairs.map(({ ours, without }) => ours[what] / without[what])),
  });
  const rate = row('rate', 'requests a second', (value) => value.toFixed(0));
  const cpu = row('cpu', 'processor time a request', (value) => `${value.toFixed(3)} ms`);
  return [
    { ...rate, goal: `at least ${GOAL}`, met: rate.ratio >= GOAL },
    { ...cpu, goal: '' },
  ];
}
