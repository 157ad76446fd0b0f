import { setTimeout as delay } from 'node:timers/promises';

import { SampleGraph } from '../src/sandbox/sample-graph.js';
import type { Bench } from './bench.js';
import { type RemoteSandbox, SandboxHost } from './sandbox-host.js';
import { ServerProcess } from './server-process.js';
import { generateGraph } from './t-lit/graph.js';

const RPS = 3;
const BULK_RECORDS = 4000;
const BULK_FIELDS = 'bioproject cdd gene genome omim pmc pubmed snp structure taxonomy'.split(' ');
const CLICKS = 5;
const MOST_BEHIND = 4;
const PATIENCE_MS = 30_000;

/** An interactive query of two calls while a bulk operation with 400 batches waits for permits. */
export const fairness: Bench = {
  name: 'fairness',
  async measure() {
    using host = new SandboxHost();
    await using sandbox = await host.start({ graph: 'traversal', rps: RPS, latency: { kind: 'constant', ms: 500 } });
    await using gateway = await ServerProcess.gateway(sandbox.url, { NCBI_RPS: String(RPS), DEADLINE_MS: '600000' });
    const graph = new SampleGraph(generateGraph(1));
    const leave = new AbortController();
    const bulk = gateway.send(bulkQuery(), {}, {}, leave.signal).catch(() => undefined);
    // By then its batches wait, and the burst at the beginning is over.
    await delay(3000);
    const behind: number[] = [];
    for (const paper of graph.uids('pubmed').slice(0, CLICKS)) {
      behind.push(await permitsBehind(paper, gateway, sandbox));
    }
    const bulkCalls = (await sandbox.calls()).filter(({ name }) => name.startsWith('protein_')).length;
    leave.abort();
    if ((await bulk) !== undefined || bulkCalls < 2 * CLICKS) {
      throw new Error('The bulk operation was not under way all the time.');
    }
    const worst = Math.max(...behind);
    return [
      {
        what: `permits that a bulk operation of 400 batches gets before a two-call query, worst of ${CLICKS}`,
        measured: worst === Infinity ? `none in ${PATIENCE_MS / 1000} s` : `${worst} permits`,
        comparedWith: `2 of its own; the bulk had ${bulkCalls}`,
        ratio: (2 + worst) / 2,
        goal: `at most ${MOST_BEHIND} permits`,
        met: worst <= MOST_BEHIND,
      },
    ];
  },
};

/**
 * Permits that others got while the query waited for one of its own: before its first call, and between the answer to
 * that and its second call. None in the best case.
 */
async function permitsBehind(paper: string, gateway: ServerProcess, sandbox: RemoteSandbox): Promise<number> {
  const askedAt = performance.now();
  const query = `{ pubmed(uid: "${paper}") { gene(first: 10) { nodes { symbol } } } }`;
  const response = await gateway.send(query, {}, {}, AbortSignal.timeout(PATIENCE_MS)).catch(() => undefined);
  const answer = await response?.text();
  if (answer === undefined) {
    return Infinity;
  }
  if (!answer.includes('"symbol":"GENE')) {
    throw new Error(`The interactive query failed: ${answer.slice(0, 300)}`);
  }
  const calls = (await sandbox.calls()).filter(({ at }) => at >= askedAt);
  const links = calls.find(({ name, ids }) => name === 'pubmed_gene' && ids.includes(paper));
  const summaries = calls.find(({ name }) => name === 'esummary');
  if (!links || !summaries) {
    throw new Error('The interactive query did not take two calls.');
  }
  return calls.filter((call) => call.at < links.at || (call.at >= links.answeredAt && call.at < summaries.at)).length;
}

/** 10 link fields of 4,000 records, by 100: 400 calls. */
function bulkQuery(): string {
  const fields = BULK_FIELDS.map((field) => `${field}(first: 1) { totalCount }`).join(' ');
  const parts = [0, 1, 2, 3].map((part) => {
    const uids = Array.from({ length: BULK_RECORDS / 4 }, (_, index) => `"${(part * BULK_RECORDS) / 4 + index + 1}"`);
    return `part${part}: records { protein(uids: [${uids.join(' ')}]) { ${fields} } }`;
  });
  return `{ ${parts.join(' ')} }`;
}
