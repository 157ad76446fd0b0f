import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { RunningGateway } from '../support/running-gateway.js';

const sample = loadSampleGraph();

/** A case of the page about the sandbox: records, what they are linked by, and what is found. */
interface Case {
  readonly records: readonly string[];
  readonly name: string;
  readonly answers: readonly string[];
}

/** The cases of a kind in the table of docs/sandbox.md. */
function casesOf(kind: string): readonly Case[] {
  const page = readFileSync(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith(`| ${kind} `));
  const codes = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return rows.map((row) => {
    const [, , records, name, answers] = row.split('|');
    return { records: codes(records), name: codes(name)[0] ?? '', answers: codes(answers) };
  });
}

const uidOf = (curie: string): string => curie.split(':')[1] ?? '';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

interface Shared {
  readonly sourceCount: number;
  readonly node: { readonly curie: string };
}

async function shared({ records, name }: Case, orderBy: 'SOURCES' | 'LIFT'): Promise<readonly Shared[]> {
  const { data, errors } = await gateway.query(
    `query ($of: [ID!]!, $name: String!, $atLeast: Int, $orderBy: CommonLinkOrder) {
      commonLinks(of: $of, name: $name, atLeast: $atLeast, orderBy: $orderBy, first: 1000) { edges { sourceCount node { curie } } }
    }`,
    { of: records, name, atLeast: records.length, orderBy },
  );
  expect(errors).toBeUndefined();
  return data?.commonLinks.edges as Shared[];
}

interface Found {
  readonly status: string;
  readonly complete: boolean;
  readonly paths: readonly { readonly hops: number; readonly records: readonly { readonly curie: string }[] }[];
}

async function connected({ records: [from, to] }: Case, via?: readonly string[]): Promise<Found> {
  const { data, errors } = await gateway.query(
    `query ($from: ID!, $to: ID!, $via: [String!]) {
      paths(from: $from, to: $to, via: $via, first: 10) { status complete paths { hops records { curie } } }
    }`,
    { from, to, via },
  );
  expect(errors).toBeUndefined();
  return data?.paths as Found;
}

describe('the cases for comparisons that the sandbox has, as its page lists them:', () => {
  it('at least three of each kind', () => {
    const kinds = ['rare record', 'rare behind hubs', 'two short paths', 'retired link', 'no path'];
    expect(kinds.map((kind) => casesOf(kind).length).filter((count) => count < 3)).toEqual([]);
  });

  it.each(casesOf('rare record'))('$records share $answers alone, which nothing else is linked to', async (planted) => {
    const { records, name, answers } = planted;
    expect((await shared(planted, 'SOURCES')).map(({ node }) => node.curie)).toEqual(answers);
    const back = name.split('_').toReversed().join('_');
    expect(new Set(sample.links(back, uidOf(answers[0] ?? '')))).toEqual(new Set(records.map(uidOf)));
  });

  it.each(casesOf('rare behind hubs'))(
    '$answers stands behind the hubs that $records share, unless lift or rarity counts',
    async (planted) => {
      const { answers } = planted;
      const edges = await shared(planted, 'SOURCES');
      expect(edges.length).toBeGreaterThan(2);
      expect(edges.at(-1)?.node.curie).toBe(answers[0]);
      for (const { node } of edges.slice(0, -1)) {
        expect(sample.links('pubmed_gene', uidOf(node.curie)).length).toBeGreaterThan(20);
      }
      expect((await shared(planted, 'LIFT'))[0]?.node.curie).toBe(answers[0]);
      const { paths } = await connected(planted, ['pubmed']);
      expect(paths[0]?.records[1]?.curie).toBe(answers[0]);
    },
  );

  it.each(casesOf('two short paths'))('$records are connected over $answers, equally short', async (planted) => {
    const { paths } = await connected(planted);
    const shortest = paths.filter(({ hops }) => hops === paths[0]?.hops);
    expect(shortest).toHaveLength(2);
    expect(new Set(shortest.map(({ records }) => records[1]?.curie))).toEqual(new Set(planted.answers));
  });

  it.each(casesOf('retired link'))('$records are connected by $name alone, which has to be named', async (planted) => {
    expect(await connected(planted)).toMatchObject({ status: 'NONE', complete: true });
    expect(await connected(planted, [planted.name])).toMatchObject({ status: 'FOUND', paths: [{ hops: 1 }] });
  });

  it.each(casesOf('no path'))('$records are not connected, which is known', async (planted) => {
    expect(await connected(planted)).toMatchObject({ status: 'NONE', complete: true, paths: [] });
  });
});
