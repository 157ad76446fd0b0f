import { RunningGateway } from '../test/support/running-gateway.js';
import type { Bench } from './bench.js';

const RPS = 10;
const MARGIN_MS = 100;
const SEARCHES = 60;

/** How well permits are used while work waits: searches cannot be batched, so each needs its own. */
export const permits: Bench = {
  name: 'permits',
  async measure() {
    await using gateway = await RunningGateway.start({
      sandbox: { rps: RPS, latency: { kind: 'constant', ms: 200 } },
      settings: { NCBI_RPS: String(RPS) },
    });
    const fields = Array.from(
      { length: SEARCHES },
      (_, year) => `y${year}: pubmed(term: "${1960 + year}[dp]") { totalCount }`,
    );
    const { errors, extensions } = await gateway.query(`{ search { ${fields.join(' ')} } }`);
    const refused = gateway.sandbox.requests.filter(({ status }) => status === 429).length;
    if (errors || extensions.entrez.calls.esearch !== SEARCHES) {
      throw new Error('Not every search was answered.');
    }
    const starts = gateway.sandbox.requests.map(({ at }) => at);
    const took = Math.max(...starts) - Math.min(...starts);
    // The first RPS start at once; each further one waits for a place in a window of a second and the margin.
    const ideal = Math.ceil((SEARCHES - RPS) / RPS) * (1000 + MARGIN_MS);
    return [
      {
        what: `permits used while ${SEARCHES} searches wait at ${RPS} a second`,
        measured: `${took.toFixed(0)} ms`,
        comparedWith: `${ideal} ms, ideal schedule`,
        ratio: ideal / took,
        goal: 'at least 0.95',
        met: ideal / took >= 0.95,
      },
      {
        what: 'refused with 429 meanwhile',
        measured: `${refused}`,
        comparedWith: `${SEARCHES} requests`,
        ratio: refused / SEARCHES,
        goal: '0.00',
        met: refused === 0,
      },
    ];
  },
};
