import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { unknownArticles } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

const SELECTION = 'pubmed(first: 3) { nodes { uid title journal doi authors { name } } }';
const FIELDS = ['title', 'journal', 'doi', 'authors'];
const expected = [0, 1, 2].map((index) => ({
  path: ['gene', 'pubmed', 'nodes', index, 'title'],
  extensions: { code: 'UNKNOWN_ID', db: 'pubmed', fields: FIELDS },
}));

describe('a record whose summary failed', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    gateway.sandbox.intercept(unknownArticles);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('has one error, which names its fields, however often the operation is sent', async () => {
    for (let count = 0; count < 6; count += 1) {
      const { data, errors } = await gateway.query(`{ gene(uid: "7157") { ${SELECTION} } }`);
      expect(data?.gene.pubmed.nodes).toMatchObject([0, 1, 2].map(() => ({ uid: expect.any(String), title: null })));
      expect(errors).toHaveLength(3);
      expect(errors).toMatchObject(expected);
    }
  });

  it('names fields as the operation does', async () => {
    const { errors } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 1) { nodes { t: title journal } } } }');
    expect(errors).toMatchObject([
      { path: ['gene', 'pubmed', 'nodes', 0, 't'], extensions: { fields: ['t', 'journal'] } },
    ]);
  });

  it('has one error in each part of a stream', async () => {
    const response = await fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'multipart/mixed; deferSpec=20220824' },
      body: JSON.stringify({
        query: `{ gene(uid: "7157") { pubmed(first: 3) { nodes @stream(initialCount: 1) { uid ... @defer { title journal } } } } }`,
      }),
    });
    const payloads = [...(await response.text()).matchAll(/\r\n\r\n(\{.*\})\r\n/g)].map(
      ([, text = '']) => JSON.parse(text) as { incremental?: { errors?: object[] }[] },
    );
    const errors = payloads.flatMap(({ incremental = [] }) => incremental.flatMap((part) => part.errors ?? []));
    expect(errors).toHaveLength(3);
    for (const error of errors) {
      expect(error).toMatchObject({ extensions: { code: 'UNKNOWN_ID', fields: ['title', 'journal'] } });
    }
  });

  it('is a failure in each of its cells where the response is rows, with the error once', async () => {
    const rows = async (accept: string): Promise<string> => {
      const response = await fetch(`${gateway.server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept, 'x-entrez-rows': 'gene.pubmed.nodes' },
        body: JSON.stringify({ query: '{ gene(uid: "7157") { pubmed(first: 1) { nodes { uid title journal } } } }' }),
      });
      return response.text();
    };
    const [, row = ''] = (await rows('text/tab-separated-values')).split('\n');
    expect(row.split('\t').slice(1)).toEqual([
      expect.stringMatching(/^ERROR UNKNOWN_ID/),
      expect.stringMatching(/^ERROR UNKNOWN_ID/),
      expect.stringMatching(/^UNKNOWN_ID: [^|]*$/),
    ]);
    const line = JSON.parse(await rows('application/x-ndjson')) as { readonly __errors: readonly object[] };
    expect(line.__errors).toHaveLength(1);
  });
});
