/**
 * Sandboxes in a process of their own, so that what they do does not delay what is measured. Told over IPC what to do;
 * see `sandbox-host.ts`.
 */
import type { LatencyModel } from '../src/sandbox/latency.js';
import { SampleGraph } from '../src/sandbox/sample-graph.js';
import { type Sandbox, startSandbox } from '../src/sandbox/server.js';
import { clicksGraph } from './clicks.js';
import { generateGraph, withRehearsal } from './t-lit/graph.js';
import { longLists, manyLinks } from './many-links.js';
import type { SeenCall } from './t-lit/permit-use.js';

/** The graphs a sandbox may answer from. */
const GRAPHS = {
  traversal: () => withRehearsal(generateGraph(1)),
  'many links': manyLinks,
  'long lists': longLists,
  clicks: clicksGraph,
};

export interface HostedSandbox {
  readonly graph: keyof typeof GRAPHS;
  /** Requests in any second; 0 for no limit. */
  readonly rps: number;
  readonly latency: LatencyModel;
}

/** A request in a log, with times since the epoch. */
export interface LoggedCall extends SeenCall {
  readonly status: number;
}

export type Order = { readonly number: number } & (
  | { readonly order: 'start'; readonly options: HostedSandbox }
  | { readonly order: 'log' | 'stop'; readonly sandbox: number }
);
type Done = { readonly url: string } | { readonly calls: readonly LoggedCall[] } | { readonly stopped: true };
export type Report = { readonly number: number } & Done;

const sandboxes = new Map<number, Sandbox>();

process.on('message', (order: Order) => {
  void carryOut(order).then((report) => process.send?.(report));
});
// Without its parent nobody needs it.
process.on('disconnect', () => process.exit());

async function carryOut(order: Order): Promise<Report> {
  const { number } = order;
  if (order.order === 'start') {
    const { graph, ...options } = order.options;
    const sandbox = await startSandbox({ ...options, graph: new SampleGraph(GRAPHS[graph]()) });
    sandboxes.set(number, sandbox);
    return { number, url: sandbox.url };
  }
  const sandbox = sandboxes.get(order.sandbox);
  if (!sandbox) {
    throw new Error(`There is no sandbox ${order.sandbox}.`);
  }
  if (order.order === 'stop') {
    await sandbox.close();
    return { number, stopped: true };
  }
  return { number, calls: sandbox.requests.map(readCall) };
}

function readCall({ utility, params, at, answeredAt, status }: Sandbox['requests'][number]): LoggedCall {
  const named = (name: string): string[] => params.filter(([each]) => each === name).map(([, value]) => value);
  return {
    name: named('linkname')[0] ?? utility,
    ids: [...named('term'), ...named('id').flatMap((ids) => ids.split(','))],
    at: at + performance.timeOrigin,
    answeredAt: answeredAt + performance.timeOrigin,
    status,
  };
}
