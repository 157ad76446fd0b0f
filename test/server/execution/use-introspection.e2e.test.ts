import { gunzipSync } from 'node:zlib';

import { execute, getIntrospectionQuery, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

const KB = 1024;

let offline: OfflineGateway;
beforeAll(async () => {
  offline = await OfflineGateway.start();
});
afterAll(async () => {
  await offline[Symbol.asyncDispose]();
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions: { readonly entrez: unknown };
}

async function answerTo(query: string, variables?: object): Promise<Answer> {
  return (await (await offline.post({ query, variables })).json()) as Answer;
}

describe('introspection', () => {
  it.each([
    ['the standard query', getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, oneOf: true })],
    [
      'aliases and fragments',
      '{ a: __schema { ...f } __typename b: __type(name: "Gene") { n: name kind } } fragment f on __Schema { queryType { name } directives { name locations isRepeatable args { name defaultValue } } }',
    ],
    ['an unknown type', '{ __type(name: "Nothing") { name } }'],
    [
      'an enumeration',
      '{ __type(name: "LinkKind") { enumValues(includeDeprecated: true) { name description isDeprecated } possibleTypes { name } } }',
    ],
    [
      'an interface',
      '{ __type(name: "Node") { possibleTypes { name interfaces { name } } fields { name type { kind ofType { name } } } } }',
    ],
    ['names that objects have', '{ __type(name: "Gene") { then: name __proto__: kind constructor: description } }'],
  ])('answers as graphql-js does: %s', async (_what, query) => {
    const { data } = await execute({
      schema: offline.gateway.yoga.getEnveloped({}).schema as never,
      document: parse(query),
    });
    const answer = await answerTo(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
    expect(answer.extensions.entrez).toMatchObject({ calls: { total: 0 } });
  });

  it('goes by variables and directives', async () => {
    const query = 'query ($name: String!, $all: Boolean!) { __type(name: $name) { name kind @include(if: $all) } }';
    expect((await answerTo(query, { name: 'Gene', all: false })).data).toEqual({ __type: { name: 'Gene' } });
    expect((await answerTo(query, { name: 'Node', all: true })).data).toEqual({
      __type: { name: 'Node', kind: 'INTERFACE' },
    });
  });

  it.each(['gzip', 'br'])('is sent in less than 80 kB to clients that accept %s', async (encoding) => {
    const raw = await new Promise<{ readonly bytes: number; readonly body: Buffer }>((resolve, reject) => {
      void import('node:http').then(({ request }) => {
        const sent = request(
          offline.url,
          { method: 'POST', headers: { 'content-type': 'application/json', 'accept-encoding': encoding } },
          (response) => {
            expect(response.headers['content-encoding']).toBe(encoding);
            expect(response.headers.vary).toContain('Accept-Encoding');
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('end', () => {
              const body = Buffer.concat(chunks);
              resolve({ bytes: body.byteLength, body });
            });
          },
        );
        sent.on('error', reject);
        sent.end(JSON.stringify({ query: getIntrospectionQuery() }));
      });
    });
    expect(raw.bytes).toBeLessThan(80 * KB);
    if (encoding === 'gzip') {
      expect(JSON.parse(gunzipSync(raw.body).toString())).toHaveProperty('data.__schema.types');
    }
  });

  it('may be small beside data, and is refused beside data when it is large', async () => {
    const small = await answerTo('{ __type(name: "Gene") { name } databases(names: [gene]) { name } }');
    expect(small.errors).toBeUndefined();
    const large = await answerTo('{ __schema { types { name fields { name } } } databases { name } }');
    expect(large.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_LARGE');
  });
});
