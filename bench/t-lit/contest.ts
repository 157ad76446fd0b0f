import { setTimeout } from 'node:timers/promises';

import type { SampleGraph } from '../../src/sandbox/sample-graph.js';
import { systemClock } from '../../src/upstream/clock.js';
import type { RemoteSandbox, SandboxHost } from '../sandbox-host.js';
import { ServerProcess } from '../server-process.js';
import { Client, scriptTransport } from './client.js';
import { REHEARSAL_TERM, TERM } from './graph.js';
import type { Peer } from './peers.js';
import { permitUse, timeCalls } from './permit-use.js';
import type { Level } from './schedule.js';
import { sandboxOf, type Setting } from './settings.js';
import {
  DEFERRED_QUERY,
  type FoundRecord,
  levelsOf,
  LINK_NAMES,
  PAPERS_QUERY,
  readAnswer,
  SEARCH_QUERY,
  wrongEdges,
} from './traversal.js';

/**
 * What a gateway has done before: nothing, as a process that was just started, or the same traversal of other records, so
 * that it knows how long calls take and has compiled its code, as a process that has served for a while.
 */
export type Run = 'first' | 'second';

/** What a traversal cost. */
export interface Result {
  readonly calls: number;
  readonly ms: number;
  readonly permitUse: number;
  /** Requests refused for the rate. */
  readonly refused: number;
  readonly wrongEdges: number;
}

/** Until requests of a rehearsal no longer count for the rate. */
const AFTER_REHEARSAL_MS = 2000;
/** Longer than any traversal takes: the deadline is not what is measured. */
const FAILURE_THRESHOLD = { DEADLINE_MS: '600000' };

/** The reference traversal in the way of a peer. */
export async function runPeer(
  peer: Peer,
  graph: SampleGraph,
  { rps }: Setting,
  sandbox: RemoteSandbox,
): Promise<Result> {
  const askedAt = performance.now();
  const found = await peer.run(clientOf(sandbox, rps));
  const ms = performance.now() - askedAt;
  const wrong = wrongEdges(graph, graph.uids('pubmed'), found);
  return { ms, wrongEdges: wrong, ...(await costOf(sandbox, levelsOf(graph), askedAt, rps)) };
}

/** The reference traversal of each of several callers at once. */
export async function runEqualCallers(
  callers: number,
  graph: SampleGraph,
  setting: Setting,
  run: Run,
  host: SandboxHost,
): Promise<Result> {
  const asks = Array.from({ length: callers }, () => ({ papers: graph.uids('pubmed') }));
  return runGateway(asks, graph, levelsOf(graph), setting, run, host, async (gateway) => {
    const { data } = await answerOf(await gateway.send(SEARCH_QUERY, { term: TERM }));
    return readAnswer(data.search.pubmed.nodes);
  });
}

/** The reference traversal cut into parts: each caller asks about some of its papers. */
export async function runDifferentCallers(
  callers: number,
  graph: SampleGraph,
  setting: Setting,
  run: Run,
  host: SandboxHost,
): Promise<Result> {
  const papers = graph.uids('pubmed');
  const asks = Array.from({ length: callers }, (_, caller) => ({
    papers: papers.filter((__, index) => index % callers === caller),
  }));
  return runGateway(asks, graph, levelsOf(graph).slice(1), setting, run, host, async (gateway, uids) => {
    const { data } = await answerOf(await gateway.send(PAPERS_QUERY, { uids }));
    return readAnswer(data.records.pubmed);
  });
}

/**
 * Milliseconds until the first links of a paper reach a client that reads the answer as it comes.
 *
 * @throws Error when the answer does not come in parts.
 */
export async function timeToFirstEdge(
  graph: SampleGraph,
  setting: Setting,
  run: Run,
  host: SandboxHost,
): Promise<number> {
  await using sandbox = await host.start(sandboxOf(setting));
  await using gateway = await startGateway(sandbox, setting, run);
  const [gene] = graph.uids('pubmed').flatMap((paper) => graph.links(LINK_NAMES[0], paper));
  const start = performance.now();
  const response = await gateway.send(DEFERRED_QUERY, { term: TERM }, { accept: 'multipart/mixed' });
  const decoder = new TextDecoder();
  let received = '';
  for await (const chunk of response.body ?? []) {
    received += decoder.decode(chunk, { stream: true });
    if (received.includes(`"uid":"${gene}"`) && received.includes('"hasNext":true')) {
      return performance.now() - start;
    }
  }
  throw new Error(`No first edge in parts: ${received.slice(0, 200)}`);
}

async function runGateway(
  asks: readonly { readonly papers: readonly string[] }[],
  graph: SampleGraph,
  levels: readonly Level[],
  setting: Setting,
  run: Run,
  host: SandboxHost,
  ask: (gateway: ServerProcess, papers: readonly string[]) => Promise<readonly FoundRecord[]>,
): Promise<Result> {
  await using sandbox = await host.start(sandboxOf(setting));
  await using gateway = await startGateway(sandbox, setting, run);
  const askedAt = performance.now();
  const answers = await Promise.all(asks.map(async ({ papers }) => ({ papers, found: await ask(gateway, papers) })));
  const ms = performance.now() - askedAt;
  const wrong = answers.map(({ papers, found }) => wrongEdges(graph, papers, found)).reduce((a, b) => a + b, 0);
  return { ms, wrongEdges: wrong, ...(await costOf(sandbox, levels, askedAt, setting.rps)) };
}

function clientOf({ url }: RemoteSandbox, rps: number): Client {
  return new Client({ transport: scriptTransport(url), clock: systemClock, rps: rps === 0 ? Infinity : rps });
}

async function startGateway(sandbox: RemoteSandbox, { rps }: Setting, run: Run): Promise<ServerProcess> {
  const gateway = await ServerProcess.gateway(sandbox.url, { ...FAILURE_THRESHOLD, NCBI_RPS: String(rps) });
  if (run === 'second') {
    await answerOf(await gateway.send(SEARCH_QUERY, { term: REHEARSAL_TERM }));
    await setTimeout(AFTER_REHEARSAL_MS);
  }
  return gateway;
}

// What a query asks for is known to who wrote it only.
// oxlint-disable-next-line typescript/no-explicit-any
async function answerOf(response: Response): Promise<{ readonly data: Record<string, any> }> {
  const answer = (await response.json()) as { readonly data: object; readonly errors?: unknown };
  if (answer.errors !== undefined) {
    throw new Error(`The gateway failed: ${JSON.stringify(answer.errors).slice(0, 500)}`);
  }
  return answer;
}

async function costOf(
  sandbox: RemoteSandbox,
  levels: readonly Level[],
  askedAt: number,
  rps: number,
): Promise<Pick<Result, 'calls' | 'permitUse' | 'refused'>> {
  const calls = (await sandbox.calls()).filter(({ at }) => at >= askedAt);
  const answered = calls.filter(({ status }) => status !== 429);
  return {
    calls: calls.length,
    refused: calls.length - answered.length,
    permitUse: permitUse(timeCalls(answered, levels, askedAt), rps),
  };
}
