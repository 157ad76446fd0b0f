import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type GraphqlAnswer, RunningGateway } from '../../support/running-gateway.js';

const NAMES = ['then', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf', 'toJSON', 'catch'];

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

async function textOf(query: string, accept = 'application/json'): Promise<string> {
  const response = await fetch(`${gateway.server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

async function answerTo(query: string): Promise<GraphqlAnswer> {
  return JSON.parse(await textOf(query)) as GraphqlAnswer;
}

/** The parts of a streamed answer, put together as a client would. */
function streamed(text: string): { readonly data: unknown; readonly codes: readonly string[] } {
  const payloads = text
    .split(/^---(?:--)?\r?$/m)
    .map((part) => part.slice(part.indexOf('{')))
    .filter((part) => part.startsWith('{'))
    .map((part) => JSON.parse(part) as GraphqlAnswer & { incremental?: readonly Part[] });
  const [first, ...later] = payloads;
  const codes = (first?.errors ?? []).map(({ extensions }) => extensions.code);
  for (const part of [first, ...later].flatMap((payload) => payload?.incremental ?? [])) {
    codes.push(...(part.errors ?? []).map(({ extensions }) => extensions.code));
    const place = part.path.reduce<Record<string, unknown>>(
      (above, key) => above[key] as Record<string, unknown>,
      first?.data as Record<string, unknown>,
    );
    Object.assign(place, part.data);
  }
  return { data: first?.data, codes };
}

interface Part {
  readonly data?: object | null;
  readonly path: readonly string[];
  readonly errors?: GraphqlAnswer['errors'];
}

describe('a member of a response', () => {
  it.each(NAMES)('may be called %s, the first time and when the document has become a habit', async (name) => {
    const query = `{ gene(uid: "7157") { now: pubmed(first: 1) { totalCount } ${name}: pubmed(first: 1) { totalCount } } }`;
    for (let time = 0; time < 6; time += 1) {
      const text = await textOf(query);
      const { data, errors } = JSON.parse(text) as GraphqlAnswer;
      expect(errors).toBeUndefined();
      expect(Object.keys(data?.gene as object)).toEqual(['now', name]);
      const counts = Object.entries(data?.gene as object).map(([, value]) => value as unknown);
      expect(counts[1]).toEqual(counts[0]);
    }
  });

  it.each(NAMES)('may be called %s at the root, in a list, and in a stream', async (name) => {
    const root = await answerTo(`{ ${name}: gene(uid: "7157") { ${name}: uid } }`);
    expect(JSON.stringify(root.data)).toBe(`{"${name}":{"${name}":"7157"}}`);
    const list = await answerTo(`{ records { gene(uids: ["7157", "672"]) { ${name}: symbol } } }`);
    expect(JSON.stringify(list.data)).toBe(`{"records":{"gene":[{"${name}":"TP53"},{"${name}":"BRCA1"}]}}`);
    const stream = await textOf(`{ gene(uid: "7157") { uid ... @defer { ${name}: symbol } } }`, 'multipart/mixed');
    expect(stream).toContain(`"${name}":"TP53"`);
  });

  it('is named in the path of an error as the client named it', async () => {
    const { errors } = await answerTo('{ then: gene(uid: "x") { uid } }');
    expect(errors?.[0]?.path).toEqual(['then']);
  });
});

describe('an unknown record', () => {
  it.each([
    '{ gene(uid: "999999999") { uid ... @defer { exists symbol } } }',
    '{ gene(uid: "999999999") { uid exists ...f @defer } } fragment f on Gene { symbol }',
    '{ gene(uid: "999999999") { uid symbol ... @defer { exists } } }',
    '{ gene(uid: "999999999") { uid ... @defer(if: false) { symbol } } }',
    '{ node(id: "gene:999999999") { id ... on Gene @defer { symbol } } }',
  ])('is the same in a stream and as a whole: %s', async (query) => {
    const whole = await answerTo(query);
    const parts = streamed(await textOf(query, 'multipart/mixed'));
    expect(parts.data).toEqual(whole.data);
    expect([...parts.codes].sort()).toEqual((whole.errors ?? []).map(({ extensions }) => extensions.code).sort());
  });

  it('is an object where only a deferred part looks at its summary', async () => {
    const { data } = await answerTo('{ gene(uid: "999999998") { uid ... @defer { exists symbol } } }');
    expect(data?.gene).toEqual({ uid: '999999998', exists: false, symbol: null });
  });
});

describe('a response that could be streamed', () => {
  const query = (names: number): string =>
    `{ records { gene(uids: [${Array.from({ length: names }, (_, index) => index + 1).join()}]) { ${Array.from({ length: 50 }, (_, index) => `... @defer(label: "l${index}") { a${index}: uid }`).join(' ')} } } }`;

  it('has a thousand parts at most, and goes as a whole where it could have more', async () => {
    const [within, beyond] = await Promise.all(
      [20, 21].map(async (names) => textOf(query(names), 'multipart/mixed, application/json;q=0.5')),
    );
    expect(within?.match(/"label":"l49"/g)).toHaveLength(20);
    expect(beyond).not.toContain('"label"');
    expect(beyond?.match(/"a49":/g)).toHaveLength(21);
  });
});
