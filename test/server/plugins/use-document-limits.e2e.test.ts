import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../../support/offline-gateway.js';

/** A document of `pages` link fields inside each other, three levels each, and two more. */
function nested(pages: number): string {
  return `{ gene(uid: 1) { ${'pubmed { nodes { '.repeat(pages)} uid ${'} }'.repeat(pages)} } }`;
}

function repeated(count: number, part: (index: number) => string): string {
  return `{ ${Array.from({ length: count }, (_, index) => part(index)).join(' ')} }`;
}

describe('a document', () => {
  let offline: OfflineGateway;
  beforeAll(async () => {
    offline = await OfflineGateway.start();
  });
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
  });

  interface Answer {
    readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
    readonly extensions: { readonly entrez: { readonly calls: { readonly total: number } } };
  }

  async function answerTo(query: string): Promise<Answer & { readonly status: number }> {
    const response = await offline.post({ query }, { accept: 'application/graphql-response+json' });
    const answer = (await response.json()) as Answer;
    expect(answer.extensions.entrez.calls.total).toBe(0);
    return { ...answer, status: response.status };
  }

  async function messageOf(query: string): Promise<string | undefined> {
    return (await answerTo(query)).errors?.[0]?.message;
  }

  it.each([
    ['tokens', repeated(3200, () => 'gene(uid: 1) { uid }'), /^Token limit of 10000 exceeded/],
    ['levels', nested(15), /^Query depth limit of 30 exceeded/],
    ['aliases', repeated(501, (index) => `a${index}: __typename`), /^Aliases limit of 500 exceeded/],
    ['directives', repeated(101, () => '__typename @include(if: true)'), /^Directives limit of 100 exceeded/],
  ])('with too many %s is refused each time it is asked, before it costs anything', async (_what, query, message) => {
    const refusal = {
      status: 400,
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'OPERATION_TOO_LARGE' } }],
    };
    const first = await answerTo(query);
    expect(first).toMatchObject(refusal);
    // Yoga knows the document now and validates it no more.
    expect(await answerTo(query)).toEqual(first);
  });

  it('that is too large is not validated: nobody waits for a list of its other mistakes', async () => {
    const { errors = [] } = await answerTo(`{ nope ${nested(15).slice(1)}`);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OPERATION_TOO_LARGE']);
  });

  it('that hides its levels in fragments is refused as well', async () => {
    const fragments = Array.from(
      { length: 16 },
      (_, i) => `fragment f${i} on Gene { pubmed { nodes { gene { nodes { ...f${i + 1} } } } } }`,
    );
    const query = `{ gene(uid: 1) { ...f0 } } ${fragments.join(' ')} fragment f16 on Gene { uid }`;
    expect(await messageOf(query)).toMatch(/depth limit of 30 exceeded/);
  });

  it('of fragments that contain each other is refused', async () => {
    const query = '{ gene(uid: 1) { ...a } } fragment a on Gene { ...b } fragment b on Gene { ...a }';
    expect(await messageOf(query)).toMatch(/Cannot spread fragment "a" within itself/);
  });

  it('of everyday size is accepted', async () => {
    const query = repeated(300, (index) => `a${index}: gene(uid: 1) { uid url @include(if: ${index < 50}) }`);
    expect(await messageOf(query.replaceAll('@include(if: false)', ''))).toBeUndefined();
  });

  it.each([
    ['characters', `{ gene(uid: "x") { uid } } # ${'x'.repeat(70_000)}`],
    ['lines', `${'\n'.repeat(1000)}{ gene(uid: "x") { uid } }`],
    ['lines of each kind', `${'\r\n\r\n\n'.repeat(400)}{ gene(uid: "x") { uid } }`],
  ])('of very many %s has errors that tell no line, since each would count them', async (_what, query) => {
    const [error] = (await answerTo(query)).errors ?? [];
    expect(error).toMatchObject({ path: ['gene'], extensions: { code: 'BAD_USER_INPUT' } });
    expect(error).not.toHaveProperty('locations');
    const [short] = (await answerTo(query.trim().slice(0, 100))).errors ?? [];
    expect(short).toEqual({ ...error, locations: [{ line: 1, column: 3 }] });
  });
});
