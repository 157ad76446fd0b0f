import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { labelIn, NONE, OperationNames, OTHER } from '../../src/server/observability/metrics/labels.js';
import { Metrics } from '../../src/server/observability/metrics/metrics.js';
import { MetricsPage } from '../../src/server/observability/metrics/metrics-page.js';
import type { RequestEnd } from '../../src/server/observability/request-end.js';
import { Tokens } from '../../src/server/access/tokens.js';
import { HeldAnswers } from '../support/held-answers.js';
import { type Sample, samplesIn, scrape } from '../support/metrics.js';
import { OfflineGateway } from '../support/offline-gateway.js';
import { RunningGateway } from '../support/running-gateway.js';

const QUERY = 'query Symbols { gene(uid: 7157) { symbol pubmed(first: 2) { nodes { title } } } }';

/** Such as the page for addresses that NCBI keeps out. */
const BLOCKED = '<html><title>Access Denied</title>Your access to the NCBI website has been temporarily blocked</html>';

const END: RequestEnd = {
  id: 'r-1',
  client: undefined,
  name: undefined,
  type: OperationTypeNode.QUERY,
  outcome: 'answered',
  codes: [],
  unexpected: [],
  took: 12,
  operation: undefined,
  traceId: undefined,
};

/** The value of the only sample with this name and these labels. */
function valueOf(samples: readonly Sample[], name: string, labels: Readonly<Record<string, string>> = {}): number {
  const found = samples.filter(
    (sample) =>
      sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value),
  );
  expect(found, `${name} ${JSON.stringify(labels)}`).toHaveLength(1);
  return found[0]?.value ?? NaN;
}

describe('the metrics of a gateway', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    await gateway.query(QUERY);
    await gateway.query(QUERY);
    await gateway.query('query Half { gene(uid: 999999999999) { symbol } other: gene(uid: 7157) { symbol } }');
    await gateway.query('{ nope }');
    gateway.sandbox.intercept(() => ({ status: 400, body: '{"error":"API key invalid"}' }));
    await gateway.query('{ protein(uid: 4557757) { length } }');
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  it('count the calls to NCBI by utility, database and outcome, and what they were about', async () => {
    const samples = await scrape(gateway.server.url);
    const calls = 'entrez_graph_upstream_calls_total';
    expect(valueOf(samples, calls, { utility: 'elink', db: 'gene', outcome: 'answered' })).toBe(1);
    expect(valueOf(samples, calls, { utility: 'esummary', db: 'gene', outcome: 'answered' })).toBe(2);
    expect(valueOf(samples, calls, { db: 'protein', outcome: 'INVALID_API_KEY' })).toBe(1);
    expect(valueOf(samples, 'entrez_graph_upstream_ids_total', { utility: 'elink' })).toBe(1);
    expect(valueOf(samples, 'entrez_graph_upstream_call_duration_seconds_count', { utility: 'elink' })).toBe(1);
    expect(valueOf(samples, 'entrez_graph_queue_wait_seconds_count', { key: 'none' })).toBe(5);
    expect(valueOf(samples, 'entrez_graph_batch_keys_sum', { question: 'esummary' })).toBe(5);
    expect(valueOf(samples, 'entrez_graph_batch_fill_ratio_count')).toBe(5);
  });

  it('count operations by name and outcome, and answers by where they were', async () => {
    const samples = await scrape(gateway.server.url);
    const operations = 'entrez_graph_operations_total';
    expect(valueOf(samples, operations, { operation: 'Symbols', outcome: 'answered' })).toBe(2);
    expect(valueOf(samples, operations, { operation: 'Half', outcome: 'partial' })).toBe(1);
    expect(valueOf(samples, operations, { operation: NONE, outcome: 'refused' })).toBe(1);
    expect(valueOf(samples, 'entrez_graph_operation_duration_seconds_count', { operation: 'Symbols' })).toBe(2);
    // The gene, its links, two papers, and that there is no other gene; all but the last once more, the gene twice.
    expect(valueOf(samples, 'entrez_graph_answers_total', { level: 'upstream' })).toBe(5);
    expect(valueOf(samples, 'entrez_graph_answers_total', { level: 'memory' })).toBe(5);
    expect(valueOf(samples, 'entrez_graph_errors_total', { code: 'UNKNOWN_ID' })).toBe(1);
  });

  it('show what is under way and what is down at the moment of the look', async () => {
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const answer = gateway.query('{ gene(uid: 7157) { omim { totalCount } } }');
    await held.arrived;
    const during = await scrape(gateway.server.url);
    expect(valueOf(during, 'entrez_graph_upstream_in_flight')).toBe(1);
    expect(valueOf(during, 'entrez_graph_back_end_down', { back_end: 'blocked' })).toBe(0);
    held.release();
    await answer;
    gateway.sandbox.intercept(() => ({ status: 403, body: BLOCKED }));
    await gateway.query('{ protein(uid: 1) { length } }');
    const after = await scrape(gateway.server.url);
    expect(valueOf(after, 'entrez_graph_upstream_in_flight')).toBe(0);
    expect(valueOf(after, 'entrez_graph_queue_depth')).toBe(0);
    expect(valueOf(after, 'entrez_graph_budget_limit')).toBe(50);
    expect(valueOf(after, 'entrez_graph_back_end_down', { back_end: 'blocked' })).toBe(1);
  });
});

describe('/metrics', () => {
  it('is nowhere where METRICS is off', async () => {
    await using offline = await OfflineGateway.start({ METRICS: 'off' });
    expect((await fetch(`${offline.server.url}/metrics`)).status).toBe(404);
  });

  it('is in the format of Prometheus, is not kept by caches, takes a token where there are some, and only GET', async () => {
    const tokens = new Tokens('prometheus:a-token-of-some-length');
    const open = new MetricsPage(new Metrics(loadCatalog()), undefined);
    const guarded = new MetricsPage(new Metrics(loadCatalog()), tokens);
    const server = createServer((request, response) => {
      void (request.url === '/open' ? open : guarded).send(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { status, headers } = await fetch(`${url}/open`);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
      'no-store',
    ]);
    const posted = await fetch(`${url}/open`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    const statusWith = async (given: Readonly<Record<string, string>>): Promise<number> =>
      (await fetch(`${url}/guarded`, { headers: given })).status;
    expect(await statusWith({})).toBe(401);
    expect(await statusWith({ authorization: 'Bearer another-token-of-some-length' })).toBe(401);
    expect(await statusWith({ authorization: 'Bearer a-token-of-some-length' })).toBe(200);
    server.closeAllConnections();
    server.close();
  });

  it('shows the metrics of one gateway, beside those of the process', async () => {
    const [one, other] = [new Metrics(loadCatalog()), new Metrics(loadCatalog())];
    one.onRequestEnd({ ...END, name: 'Mine', outcome: 'failed', codes: ['UPSTREAM_TIMEOUT', 'NOBODY_KNOWS'] });
    const [mine, others] = (await Promise.all([one.read(), other.read()])).map(samplesIn);
    expect(valueOf(mine ?? [], 'entrez_graph_operations_total', { operation: 'Mine', outcome: 'failed' })).toBe(1);
    expect(valueOf(mine ?? [], 'entrez_graph_errors_total', { code: OTHER })).toBe(1);
    expect(others?.filter(({ name }) => name === 'entrez_graph_operations_total')).toEqual([]);
    expect(valueOf(others ?? [], 'process_cpu_seconds_total')).toBeGreaterThan(0);
  });
});

describe('requests', () => {
  it('are counted once each, however many there were since anybody looked', async () => {
    const metrics = new Metrics(loadCatalog());
    const counted: number[] = [];
    for (const count of [2500, 0, 1]) {
      for (let request = 0; request < count; request += 1) {
        metrics.onRequestEnd({ ...END, name: 'Mine' });
      }
      const samples = samplesIn(await metrics.read());
      counted.push(valueOf(samples, 'entrez_graph_operations_total', { operation: 'Mine' }));
      expect(valueOf(samples, 'entrez_graph_operation_duration_seconds_count', { operation: 'Mine' })).toBe(
        counted.at(-1),
      );
    }
    expect(counted).toEqual([2500, 2500, 2501]);
  });
});

describe('labels', () => {
  it('are the names of the first hundred operations, and one for all others', () => {
    const names = new OperationNames();
    for (let count = 0; count < 100; count += 1) {
      expect(names.labelOf(`Operation${count}`)).toBe(`Operation${count}`);
    }
    expect(names.labelOf('OneMore')).toBe(OTHER);
    expect(names.labelOf('Operation7')).toBe('Operation7');
    expect(names.labelOf(undefined)).toBe(NONE);
  });

  it('are no names that are long, or look like a key', () => {
    const names = new OperationNames();
    expect(names.labelOf('x'.repeat(65))).toBe(OTHER);
    expect(names.labelOf('abcdef0123456789abcdef0123456789abcd')).toBe(OTHER);
  });

  it('are members of a closed set, or none of them', () => {
    const set = new Set(['gene']);
    expect([labelIn(set, 'gene'), labelIn(set, 'gene,protein'), labelIn(set, undefined)]).toEqual([
      'gene',
      OTHER,
      NONE,
    ]);
  });
});
