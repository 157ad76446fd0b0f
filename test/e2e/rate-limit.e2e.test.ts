import { describe, expect, it } from 'vitest';

import { Command } from '../support/command.js';
import { RunningGateway } from '../support/running-gateway.js';

const RPS = 10;
const OPERATIONS = 100;

describe('the rate limit of NCBI', () => {
  // A sandbox in this process would read arrivals late whenever the test itself is busy.
  it('is never met by 100 mixed operations at 10 requests a second', async () => {
    const flags = ['--keyed-rps', String(RPS), '--latency', 'heavy-tail', '--seed', '7'];
    await using sandbox = new Command(['sandbox', '--port', '0', ...flags]);
    const url = await sandbox.says(/listening on (http:\S+)/);
    await using gateway = await RunningGateway.start({
      settings: { NCBI_BASE_URL: url, NCBI_API_KEY: 'a-key', NCBI_RPS: String(RPS) },
    });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 100) { nodes { uid } } } }');
    const papers = (data?.gene.pubmed.nodes as { uid: string }[]).map(({ uid }) => uid);

    const answers = await Promise.all(
      Array.from({ length: OPERATIONS }, (_, index) => gateway.query(mixed(index, papers))),
    );
    const received = await requestsOf(url);

    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(received.filter(({ refused, status }) => refused || status === 429)).toEqual([]);
    expect(received.length).toBeGreaterThan(3 * RPS);
  });
});

/** What the sandbox received so far, as it reports itself. */
async function requestsOf(url: string): Promise<readonly { readonly refused: boolean; readonly status: number }[]> {
  const response = await fetch(new URL('/sandbox/requests', url));
  return ((await response.json()) as { requests: readonly { refused: boolean; status: number }[] }).requests;
}

/** Every third is a search of its own, which cannot share a call; the others link and summarise. */
function mixed(index: number, papers: readonly string[]): string {
  const paper = papers[index % papers.length] ?? '';
  switch (index % 3) {
    case 0:
      return `{ search { pubmed(term: "${1950 + index / 3}[dp]", first: 3) { totalCount nodes { title } } } }`;
    case 1:
      return `{ pubmed(uid: "${papers[index % 8] ?? ''}") { title related(first: 3) { edges { score node { title } } } } }`;
    default:
      return `{ pubmed(uid: "${paper}") { gene(first: 2) { nodes { symbol clinvar(first: 2) { nodes { title } } } } } }`;
  }
}
