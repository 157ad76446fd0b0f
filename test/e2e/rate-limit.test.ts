import { describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

const RPS = 10;
const OPERATIONS = 200;

describe('the rate limit of NCBI', () => {
  it('is never met by 200 mixed operations at 10 requests a second', { timeout: 60_000 }, async () => {
    await using gateway = await RunningGateway.start({
      sandbox: { keyedRps: RPS, latency: { kind: 'heavy-tail' }, seed: 7 },
      settings: { NCBI_API_KEY: 'a-key', NCBI_RPS: String(RPS) },
    });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 100) { nodes { uid } } } }');
    const papers = (data?.gene.pubmed.nodes as { uid: string }[]).map(({ uid }) => uid);

    const answers = await Promise.all(
      Array.from({ length: OPERATIONS }, (_, index) => gateway.query(mixed(index, papers))),
    );

    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(gateway.sandbox.requests.filter(({ status }) => status === 429)).toEqual([]);
    const starts = gateway.sandbox.requests.map(({ at }) => at).toSorted((a, b) => a - b);
    expect(starts.length).toBeGreaterThan(5 * RPS);
    expect(starts.filter((at, index) => at - (starts[index - RPS] ?? -Infinity) <= 1000)).toEqual([]);
    expect(gateway.sandbox.requests.every(({ keyed }) => keyed)).toBe(true);
  });
});

/** Every third is a search of its own, which cannot share a call; the others link and summarise. */
function mixed(index: number, papers: readonly string[]): string {
  const paper = papers[index % papers.length] ?? '';
  switch (index % 3) {
    case 0:
      return `{ search { pubmed(term: "${1950 + index / 3}[dp]", first: 3) { totalCount nodes { title } } } }`;
    case 1:
      return `{ pubmed(uid: "${paper}") { title related(first: 3) { edges { score node { title } } } } }`;
    default:
      return `{ pubmed(uid: "${paper}") { gene(first: 2) { nodes { symbol clinvar(first: 2) { nodes { title } } } } } }`;
  }
}
