import { startSandbox } from '../../src/sandbox/server.js';
import type { Figure } from '../bench.js';
import { Contestant } from './contestant.js';
import { NESTED } from './queries.js';

const REQUESTS = 1000;
const COLD = 100;
const GOAL = 2;

/** The 99th percentile of the time of warm queries while cold ones wait for their permits, against the same alone. */
export async function latencyBesideColdOnes(): Promise<Figure> {
  await using sandbox = await startSandbox({ rps: 0, latency: { kind: 'constant', ms: 500 } });
  await using gateway = await Contestant.gateway(sandbox.url, { NCBI_RPS: '3', DEADLINE_MS: '300000' });
  await gateway.ask({ query: NESTED });
  // Twice: the first thousand let V8 settle.
  await percentile99(gateway);
  const alone = await percentile99(gateway);

  const over = new AbortController();
  // No two searches can share a call, so that most of them wait as long as this takes.
  const cold = Array.from({ length: COLD }, (_, index) =>
    gateway.ask({ query: `{ search { pubmed(term: "${1900 + index}[dp]") { totalCount } } }` }, over.signal).then(
      () => true,
      () => false,
    ),
  );
  const beside = await percentile99(gateway);
  over.abort();
  const answered = (await Promise.all(cold)).filter(Boolean).length;
  if (answered > COLD / 2) {
    throw new Error(`${answered} of ${COLD} cold queries were answered meanwhile; too few waited.`);
  }
  return {
    what: `warm query while ${COLD} cold ones wait: 99th percentile of its time`,
    measured: `${beside.toFixed(2)} ms`,
    comparedWith: `${alone.toFixed(2)} ms, alone`,
    ratio: beside / alone,
    goal: `at most ${GOAL}`,
    met: beside / alone <= GOAL,
  };
}

/** In milliseconds, of queries one after the other. */
async function percentile99(gateway: Contestant): Promise<number> {
  const times: number[] = [];
  for (let request = 0; request < REQUESTS; request += 1) {
    const start = performance.now();
    await gateway.ask({ query: NESTED });
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(REQUESTS * 0.99)] ?? NaN;
}
