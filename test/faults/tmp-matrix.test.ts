import { it } from 'vitest';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { FAULT_NAMES } from '../../src/sandbox/faults/faults.js';
import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { RunningGateway } from '../support/running-gateway.js';
import { queryPool } from './query-pool.js';
import { Tally } from './tally.js';
const graph = loadSampleGraph();
const pool = queryPool(graph).filter((_, i) => i % 9 === 0);
it('matrix', async () => {
  await using honest = await RunningGateway.start({ sandbox: { rps: 0, graph }, settings: { NCBI_RPS: '100' } });
  const truths = await Promise.all(pool.map((q) => honest.query(q)));
  console.log('truth errors', truths.flatMap((t, i) => t.errors?.map((e) => `${e.extensions.code} ${pool[i]}`) ?? []).join('\n'));
  for (const name of FAULT_NAMES.filter((n) => !['vanish', 'expired-history', 'blocked', 'endless', 'key-refused', 'http-429', 'http-429-bare', 'http-429-retry-after', 'rate-in-200'].includes(n))) {
    for (const rate of ['20%', '100%']) {
    if (rate === '100%' && !['extra-ids','merged','reordered','missing-ids','wrong-echo','bad-part','slow'].includes(name)) continue;
    await using g = await RunningGateway.start({ sandbox: { rps: 0, graph, faults: parseFaults(name === 'poison' ? 'poison:gene/672' : `${name}:${rate}`) }, settings: { NCBI_RPS: '100', NCBI_TIMEOUT_MS: '300' } });
    const t = new Tally();
    await Promise.all(pool.map(async (q, i) => t.add(q, await g.query(q), truths[i]!)));
    console.log(name, rate, t.whole, t.partly, t.failed, [...t.codes].join(' '), 'LIES', t.lies.length, t.lies.slice(0, 6), 'EMPTY', t.silentlyEmpty.slice(0, 4), 'DENIED', t.denied.length, t.denied.slice(0, 3), t.nameless.slice(0, 2));
    }
  }
}, 600_000);
