import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../support/offline-gateway.js';

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

  async function messageOf(query: string): Promise<string | undefined> {
    const response = await offline.post({ query });
    const answer = (await response.json()) as {
      errors?: { message: string }[];
      extensions: { entrez: { calls: { total: number } } };
    };
    expect(answer.extensions.entrez.calls.total).toBe(0);
    return answer.errors?.[0]?.message;
  }

  it.each([
    ['tokens', repeated(3200, () => 'gene(uid: 1) { uid }'), /Token limit of 25000 exceeded/],
    ['levels', nested(15), /depth limit of 30 exceeded/],
    ['aliases', repeated(501, (index) => `a${index}: __typename`), /Aliases limit of 500 exceeded/],
    ['directives', repeated(101, () => '__typename @include(if: true)'), /Directives limit of 100 exceeded/],
  ])('with too many %s is refused before it costs anything', async (_what, query, message) => {
    expect(await messageOf(query)).toMatch(message);
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
});
