import { describe, expect, it } from 'vitest';

import { type GrowingBody, growingBody } from '../../../src/explore/gateway/growing-body.js';

const FIRST = {
  data: { node: { symbol: 'TP53', linkCounts: [{ name: 'gene_omim' }, { name: 'gene_snp' }] } },
  hasNext: true,
};

function streamed(...payloads: readonly unknown[]): Response {
  const parts = payloads.map((each) => `\r\n---\r\ncontent-type: application/json\r\n\r\n${JSON.stringify(each)}`);
  return new Response(`${parts.join('')}\r\n-----\r\n`, {
    headers: { 'content-type': 'multipart/mixed; boundary="-"' },
  });
}

async function allOf(bodies: AsyncIterable<GrowingBody>): Promise<GrowingBody[]> {
  const all: GrowingBody[] = [];
  for await (const body of bodies) {
    all.push(body);
  }
  return all;
}

describe('an answer that grows', () => {
  it('is given each time a part has come, with the part at its place', async () => {
    const bodies = await allOf(
      growingBody(
        streamed(
          FIRST,
          { incremental: [{ path: ['node', 'linkCounts', 1], data: { count: 16 } }], hasNext: true },
          {
            incremental: [{ path: ['node', 'linkCounts', 0], data: { count: 13 } }],
            hasNext: false,
            extensions: { entrez: { cacheHits: 1 } },
          },
        ),
      ),
    );
    expect(bodies).toEqual([
      FIRST,
      {
        data: { node: { symbol: 'TP53', linkCounts: [{ name: 'gene_omim' }, { name: 'gene_snp', count: 16 }] } },
        hasNext: true,
      },
      {
        data: {
          node: {
            symbol: 'TP53',
            linkCounts: [
              { name: 'gene_omim', count: 13 },
              { name: 'gene_snp', count: 16 },
            ],
          },
        },
        extensions: { entrez: { cacheHits: 1 } },
        hasNext: false,
      },
    ]);
  });

  it('has the items of a list as they come, each at its place', async () => {
    const bodies = await allOf(
      growingBody(
        streamed(
          { data: { paths: { paths: [] } }, hasNext: true },
          { incremental: [{ path: ['paths', 'paths', 0], items: [{ hops: 1 }, { hops: 2 }] }], hasNext: true },
          {
            incremental: [
              { path: ['paths'], data: { status: 'FOUND' } },
              { path: ['paths', 'paths', 2], items: [{ hops: 3 }] },
              { path: ['paths', 'paths', 3], items: null, errors: [{ message: 'late' }] },
            ],
            hasNext: false,
          },
        ),
      ),
    );
    expect(bodies.map(({ data }) => data)).toEqual([
      { paths: { paths: [] } },
      { paths: { paths: [{ hops: 1 }, { hops: 2 }] } },
      { paths: { paths: [{ hops: 1 }, { hops: 2 }, { hops: 3 }], status: 'FOUND' } },
    ]);
    expect(bodies.at(-1)?.errors).toEqual([{ message: 'late' }]);
  });

  it('keeps the errors of all its parts, and what was there when a part failed', async () => {
    const early = { message: 'early', path: ['node', 'title'] };
    const late = { message: 'late', path: ['node', 'linkCounts', 0, 'count'] };
    const bodies = await allOf(
      growingBody(
        streamed(
          { ...FIRST, errors: [early] },
          { incremental: [{ path: ['node', 'linkCounts', 0], data: null, errors: [late] }], hasNext: false },
        ),
      ),
    );
    expect(bodies.at(-1)).toEqual({ data: FIRST.data, errors: [early, late], hasNext: false });
  });

  it('is given once where it was sent whole', async () => {
    const whole = { data: { node: null } };
    await expect(allOf(growingBody(Response.json(whole)))).resolves.toEqual([whole]);
  });

  it('ends where the connection ends, and then still has parts to come', async () => {
    const bodies = await allOf(growingBody(streamed(FIRST)));
    expect(bodies.at(-1)?.hasNext).toBe(true);
  });

  it.each([
    ['whole', new Response('<html>')],
    [
      'in parts',
      new Response('\r\n---\r\n\r\n<html>\r\n-----\r\n', {
        headers: { 'content-type': 'multipart/mixed; boundary="-"' },
      }),
    ],
  ])('is an error where it is no JSON: %s', async (_, response) => {
    await expect(allOf(growingBody(response))).rejects.toThrow(SyntaxError);
  });
});
