import { Trace } from '@apollo/usage-reporting-protobuf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseFaults } from '../../../../src/sandbox/faults/parse-faults.js';
import { hurryClock } from '../../../support/hurried-clock.js';
import { type GraphqlAnswer, RunningGateway } from '../../../support/running-gateway.js';

hurryClock(5);

type Answer = Omit<GraphqlAnswer, 'extensions'> & {
  readonly extensions: GraphqlAnswer['extensions'] & { readonly ftv1?: string };
};

const WANTED = { 'apollo-federation-include-trace': 'ftv1' };
const PAPERS = '{ tp53: gene(uid: "7157") { symbol papers: pubmed(first: 2) { nodes { uid title } } } }';

async function post(
  gateway: RunningGateway,
  query: string,
  headers: Readonly<Record<string, string>> = WANTED,
): Promise<{ readonly headers: Headers; readonly answer: Answer; readonly trace: Trace }> {
  const response = await fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as Answer;
  const trace = Trace.decode(Buffer.from(answer.extensions.ftv1 ?? '', 'base64'));
  return { headers: response.headers, answer, trace };
}

function child(node: Trace.INode | null | undefined, name: string | number): Trace.INode {
  const found = node?.child?.find(
    ({ responseName, index }) => (typeof name === 'number' ? index : responseName) === name,
  );
  expect(found, `no node ${name}`).toBeDefined();
  return found ?? {};
}

describe('federated traces', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ settings: { FEDERATED_TRACES: 'on' } });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('have each field, list and alias of the answer, and when it was resolved', async () => {
    const { trace, answer } = await post(gateway, PAPERS);
    const gene = child(trace.root, 'tp53');
    expect(gene).toMatchObject({ originalFieldName: 'gene', parentType: 'Query', type: 'Gene' });
    const papers = child(gene, 'papers');
    expect(papers).toMatchObject({ originalFieldName: 'pubmed', parentType: 'Gene' });
    const title = child(child(child(papers, 'nodes'), 1), 'title');
    expect(title).toMatchObject({ parentType: 'PubMed', type: 'String' });
    expect(title.startTime).toBeGreaterThanOrEqual(Number(papers.startTime));
    expect(title.endTime).toBeGreaterThanOrEqual(Number(title.startTime));
    expect(trace.durationNs).toBeGreaterThanOrEqual(Number(title.endTime));
    expect(trace.fieldExecutionWeight).toBe(1);
    expect(answer.extensions.entrez.calls.total).toBeGreaterThan(0);
  });

  it('are made however often an operation comes, of the same data, and kept by no cache', async () => {
    const plain = await post(gateway, PAPERS, {});
    for (let time = 0; time < 5; time += 1) {
      await post(gateway, PAPERS, {});
      const { answer, trace, headers } = await post(gateway, PAPERS);
      expect(answer.data).toEqual(plain.answer.data);
      expect(child(trace.root, 'tp53').child).toHaveLength(2);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect(plain.answer.extensions.ftv1).toBeUndefined();
  });

  it('of references have the entities', async () => {
    const { trace } = await post(
      gateway,
      '{ _entities(representations: [{ __typename: "Gene", uid: "7157" }]) { ... on Gene { symbol } } }',
    );
    expect(child(child(child(trace.root, '_entities'), 0), 'symbol')).toMatchObject({ parentType: 'Gene' });
  });

  it('name the codes of errors, and neither their messages nor arguments nor keys', async () => {
    await using failing = await RunningGateway.start({
      sandbox: { rps: 0, faults: parseFaults('http-400:esummary') },
      settings: { FEDERATED_TRACES: 'on' },
    });
    const headers = { ...WANTED, 'x-ncbi-api-key': 'a-key-that-nobody-may-see' };
    const { answer, trace } = await post(failing, '{ gene(uid: "7157123") { symbol } }', headers);
    const code = answer.errors?.[0]?.extensions.code;
    expect(code).toBeDefined();
    expect(child(child(trace.root, 'gene'), 'symbol').error).toMatchObject([{ message: code }]);
    const text = JSON.stringify(trace);
    expect(text).not.toMatch(/7157123|a-key-that-nobody-may-see/);
    expect(text).not.toContain(answer.errors?.[0]?.message);
  });

  it.each([
    ['other formats', { 'apollo-federation-include-trace': 'ftv2' }],
    ['no header', {}],
  ])('are left out for %s', async (_what, headers: Readonly<Record<string, string>>) => {
    expect((await post(gateway, '{ gene(uid: "672") { symbol } }', headers)).answer.extensions.ftv1).toBeUndefined();
  });

  it('are off by default', async () => {
    await using other = await RunningGateway.start();
    expect((await post(other, '{ gene(uid: "672") { symbol } }')).answer.extensions.ftv1).toBeUndefined();
  });
});
