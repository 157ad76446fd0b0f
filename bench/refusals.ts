import { type Bench, type Figure, median } from './bench.js';
import { Contestant } from './warm/contestant.js';

const TIMES = 9;
/** Milliseconds of processor time. */
const GOAL = 20;

const ATTACKS: Readonly<Record<string, (time: number) => string>> = {
  '20,000 aliases': (time) => asQuery(`{${Array.from({ length: 20_000 }, (_, i) => `a${time}x${i}:id`).join(' ')}}`),
  'a body of 20 MB': () => 'x'.repeat(20_000_000),
  '200 levels': (time) => asQuery(`${`{ gene${time} `.repeat(200)}{ uid }${'}'.repeat(200)}`),
  '1,000 x 1,000 x 1,000 records': (time) =>
    asQuery(
      `query q${time} { gene(uid: 1) { pubmed(first: 1000) { nodes { related(first: 1000) { nodes { related(first: 1000) { nodes { uid } } } } } } } }`,
    ),
};

/** The processor time that it takes to refuse what is sent to do harm, each time with another text. */
export const refusals: Bench = {
  name: 'refusals',
  async measure() {
    // Nobody listens there, and nothing is asked.
    await using gateway = await Contestant.gateway('http://127.0.0.1:9/');
    const floors: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      floors.push(await gateway.spentOn(asQuery(`{ __typename } # ${time}`), [200]));
    }
    const figures: Figure[] = [];
    for (const [what, bodyOf] of Object.entries(ATTACKS)) {
      const spent: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        spent.push(await gateway.spentOn(bodyOf(time), [400, 413]));
      }
      const most = Math.max(...spent);
      figures.push({
        what: `refused: ${what}, most of ${TIMES}`,
        measured: `${most.toFixed(1)} ms (median ${median(spent).toFixed(1)})`,
        comparedWith: `${median(floors).toFixed(1)} ms, the smallest query`,
        ratio: most / median(floors),
        goal: `under ${GOAL} ms`,
        met: most < GOAL,
      });
    }
    return figures;
  },
};

function asQuery(query: string): string {
  return JSON.stringify({ query });
}
