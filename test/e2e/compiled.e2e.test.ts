import { readdirSync, readFileSync } from 'node:fs';

import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { compilableFields } from '../../src/server/execution/compiled-operation.js';
import { isObject } from '../../src/eutils/body/shape.js';
import { RunningGateway } from '../support/running-gateway.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, text: readFileSync(new URL(file, EXAMPLES), 'utf8') }))
  .filter(({ text }) => !/^query \w+\([^)]*!\s*[,)]/m.test(text));

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

/** Status and body without what it cost, as text, so that the order of fields counts too. */
async function ask(query: string, variables?: object, asked = gateway): Promise<string> {
  const response = await fetch(`${asked.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
  return JSON.stringify({ status: response.status, data, errors }, null, 1);
}

/** What the gateway answers before and after it has compiled an operation. */
async function answersTo(query: string, variables?: object): Promise<{ before: string; after: string }> {
  expect(compilableFields(gateway.gateway.schema, parse(query))).toBeGreaterThan(0);
  await ask(query, variables);
  const before = await ask(query, variables);
  await ask(query, variables);
  return { before, after: await ask(query, variables) };
}

describe('a compiled operation', () => {
  it('can be made of nearly every example', () => {
    const compilable = examples.filter(
      ({ text }) => compilableFields(gateway.gateway.schema, parse(text)) !== undefined,
    );
    expect(compilable.length).toBeGreaterThan(0.75 * examples.length);
  });

  it.each(examples.filter(({ file }) => file !== 'rate-limit.graphql' && file !== 'store-links.graphql'))(
    'answers $file as before',
    async ({ text }) => {
      await ask(text);
      const before = await ask(text);
      await ask(text);
      expect(await ask(text)).toBe(before);
      // By now the answer is given again as a whole, where it can be.
      await ask(text);
      expect(await ask(text)).toBe(before);
    },
  );

  it.each([
    [
      'several failures in a list',
      '{ records { gene(uids: ["7157", "999999999999", "672", "x", "1956"]) { uid symbol } } }',
    ],
    [
      'an unknown record',
      '{ gene(uid: "999999999999") { symbol pubmed { totalCount } } pubmed(uid: "26186194") { title } }',
    ],
    ['links of an unknown record', '{ gene(uid: "999999999999") { uid pubmed { totalCount } } }'],
    ['impossible arguments', '{ gene(uid: "7157") { symbol pubmed(first: 0) { totalCount } } }'],
    [
      'edges, cursors and scores',
      '{ pubmed(uid: "26186194") { related(first: 3) { edges { cursor score node { uid title } } pageInfo { endCursor hasNextPage } } } }',
    ],
    [
      'nodes and edges side by side',
      '{ gene(uid: "7157") { pubmed(first: 2) { nodes { title } edges { linkName node { uid } } } } }',
    ],
    ['an interface', '{ node(id: "Z2VuZTo3MTU3") { id ... on Gene { symbol } ... on PubMed { title } } }'],
    [
      'records of an interface',
      '{ gene(uid: "7157") { links(name: "gene_pubmed", first: 2) { nodes { __typename uid title } } } }',
    ],
    ['aliases', '{ a: gene(uid: "7157") { s: symbol t: symbol } b: gene(uid: "672") { symbol } }'],
    [
      'a fragment',
      '{ gene(uid: "7157") { uid ...more } } fragment more on Gene { symbol organism { scientificName } }',
    ],
  ])('answers %s as before', async (_what, query) => {
    const { before, after } = await answersTo(query);
    expect(after).toBe(before);
  });

  it.each([
    ['no value', {}],
    ['null', { uid: null }],
    ['a wrong type', { uid: ['7157', '672'] }],
    ['a number', { uid: 7157 }],
  ])('takes variables as before: %s', async (_what, variables) => {
    const query =
      'query q($uid: ID!, $first: Int = 2) { gene(uid: $uid) { symbol pubmed(first: $first) { nodes { uid } } } }';
    // graphql-jit words its refusals of variables in its own way.
    const withoutWords = (answer: string): string => answer.replaceAll(/"message": "Variable .*"/g, '"message"');
    const before = await ask(query, variables);
    await answersTo(query, { uid: '7157' });
    expect(withoutWords(await ask(query, variables))).toBe(withoutWords(before));
  });

  it('asks and waits as before when it meets what is not known', async () => {
    const query =
      'query q($uids: [ID!]!) { records { pubmed(uids: $uids) { uid title related(first: 3) { edges { score node { title gene(first: 2) { nodes { symbol } } } } } } } }';
    await answersTo(query, { uids: ['26186194'] });
    const variables = { uids: ['999999999999', '25741868', '23715323', 'x'] };
    const calls = gateway.callsOf('elink');
    const compiled = await ask(query, variables);
    expect(gateway.callsOf('elink')).toBeGreaterThan(calls);
    await using fresh = await RunningGateway.start();
    expect(compiled).toBe(await ask(query, variables, fresh));
  });

  it('is not read or written to be given again as a whole', async () => {
    const query = '{ gene(uid: "7157") { symbol pubmed(first: 7) { nodes { uid title } } } }';
    const before = await ask(query);
    await ask(query);
    await ask(query);
    const [read, written] = [vi.spyOn(JSON, 'parse'), vi.spyOn(JSON, 'stringify')];
    try {
      expect(await ask(query)).toBe(before);
      // The client has read the answer; the gateway has looked at the request and written what it cost.
      expect(read.mock.calls.filter(([text]) => text.startsWith('{"gene"'))).toEqual([]);
      expect(written.mock.calls.filter(([value]) => isObject(value) && 'gene' in value)).toEqual([]);
    } finally {
      read.mockRestore();
      written.mockRestore();
    }
  });
});
