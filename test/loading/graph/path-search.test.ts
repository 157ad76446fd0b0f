import { describe, expect, it } from 'vitest';

import type { SearchLimits } from '../../../src/loading/graph/path-search.js';
import { HUB_LINKS } from '../../../src/loading/graph/paths.js';
import { GraphReader, linkNamed, nameOf, NOWHERE, search } from './path-graph.js';

describe('the paths between two records', () => {
  it('end with one record where both ends are the same, at no cost', async () => {
    const reader = new GraphReader();
    const { found } = await search(reader, { db: 'gene', uid: '1' }, { db: 'gene', uid: '1' });
    expect(found).toMatchObject([{ records: [{ db: 'gene', uid: '1' }], edges: [] }]);
    expect(reader.calls).toBe(0);
  });

  it('lead over rare records first, and over a hub last', async () => {
    const reader = new GraphReader();
    for (const [paper, others] of [
      ['1', HUB_LINKS + 5],
      ['2', 40],
      ['3', 0],
    ] as const) {
      reader.link('gene_pubmed', '7', paper);
      reader.link('gene_pubmed', '8', paper);
      for (let other = 0; other < others; other += 1) {
        reader.link('gene_pubmed', String(100 + other), paper);
      }
    }
    const { found } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxHops: 2 });
    expect(found.map(({ records, score, hubs }) => [records[1]?.uid, score, hubs.length])).toEqual([
      ['3', 1 / 2, 0],
      ['2', 1 / 42, 0],
      ['1', 1 / (HUB_LINKS + 7), 1],
    ]);
  });

  it('are not known, rather than none, where a list failed', async () => {
    const reader = new GraphReader();
    reader.link('gene_pubmed', '7', '1');
    reader.link('gene_pubmed', '8', '1');
    reader.failing.set('gene_pubmed 7', 'UPSTREAM_UNAVAILABLE');
    const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxHops: 2 });
    expect(found).toEqual([]);
    expect(skipped).toMatchObject([
      { reason: 'FAILED', linkName: 'gene_pubmed', code: 'UPSTREAM_UNAVAILABLE', records: 1 },
    ]);
  });

  it.each([
    ['DEADLINE_EXCEEDED', 'TIME'],
    ['SHUTTING_DOWN', 'TIME'],
    ['BUDGET_EXCEEDED', 'BUDGET'],
  ] as const)('are not known, rather than none, where %s ended the search', async (code, reason) => {
    const reader = new GraphReader();
    reader.link('gene_omim', '7', '1');
    reader.link('omim_pubmed', '1', '2');
    reader.link('gene_pubmed', '8', '2');
    reader.link('gene_pubmed', '7', '3');
    // These are met on the ways of two links, and longer ones are left.
    reader.failing.set('gene_pubmed 7', code).set('gene_pubmed 8', code);
    const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' });
    expect(found).toEqual([]);
    expect(skipped).toContainEqual(expect.objectContaining({ reason: 'FAILED', code }));
    expect(skipped).toContainEqual(expect.objectContaining({ reason }));
    // One call tells the link names of both ends.
    expect(reader.calls).toBeLessThanOrEqual(4);
  });

  it('take no more calls than planned, however many links the ends have', async () => {
    const reader = new GraphReader();
    for (const [gene, first] of [
      ['7', 0],
      ['8', 100_000],
    ] as const) {
      for (let paper = 0; paper < 20_000; paper += 1) {
        reader.link('gene_pubmed', gene, String(1 + first + paper));
      }
    }
    reader.link('pubmed_pubmed_refs', '1', '100001');
    const { found, skipped } = await search(
      reader,
      { db: 'gene', uid: '7' },
      { db: 'gene', uid: '8' },
      { maxCalls: 30, maxHops: 3 },
    );
    expect(found).toEqual([]);
    expect(reader.calls).toBeLessThanOrEqual(30);
    expect(skipped.map(({ reason, records }) => [reason, records])).toContainEqual(['HUB', 20_000]);
  });

  it('stop at the number of calls, and say so', async () => {
    for (let maxCalls = 1; maxCalls <= 12; maxCalls += 1) {
      const reader = new GraphReader();
      reader.link('gene_omim', '7', '1');
      reader.link('gene_pubmed', '7', '2');
      reader.link('protein_pubmed', '3', '2');
      reader.link('gene_protein', '8', '3');
      const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxCalls });
      // One call tells the link names of both ends.
      expect(reader.calls - 1).toBeLessThanOrEqual(maxCalls);
      expect(found.length === 1 || skipped.some(({ reason }) => reason === 'BUDGET')).toBe(true);
    }
  });

  it('do not lead over what is to be avoided', async () => {
    const reader = new GraphReader();
    reader.link('gene_pubmed', '7', '1');
    reader.link('gene_pubmed', '8', '1');
    reader.link('gene_omim', '7', '5');
    reader.link('gene_omim', '8', '5');
    const ends = [
      { db: 'gene', uid: '7' },
      { db: 'gene', uid: '8' },
    ] as const;
    const limits = { maxHops: 2 };
    const over = async (more: Partial<SearchLimits>, choice: object) =>
      (await search(reader, ...ends, { ...limits, ...more }, choice)).found.map(({ records }) =>
        nameOf(records[1] ?? NOWHERE),
      );
    expect((await over({}, {})).toSorted()).toEqual(['omim:5', 'pubmed:1']);
    expect(await over({}, { avoidDatabases: new Set(['omim']) })).toEqual(['pubmed:1']);
    expect(await over({}, { through: new Set(['omim']) })).toEqual(['omim:5']);
    expect(await over({ avoidRecords: new Set(['omim 5']) }, {})).toEqual(['pubmed:1']);
    expect(await over({}, { avoidNames: new Set(['gene_pubmed', 'pubmed_gene']) })).toEqual(['omim:5']);
    expect(await over({}, { names: [linkNamed('gene_omim')] })).toEqual(['omim:5']);
  });

  it('are cut off where one way has more than a search looks at, and that is said', async () => {
    const reader = new GraphReader();
    for (let paper = 1; paper <= 1500; paper += 1) {
      reader.link('gene_pubmed', '7', String(paper));
      reader.link('gene_pubmed', '8', String(paper));
    }
    const { found, skipped } = await search(reader, { db: 'gene', uid: '7' }, { db: 'gene', uid: '8' }, { maxHops: 2 });
    expect(found).toHaveLength(1000);
    expect(skipped).toMatchObject([{ reason: 'ENOUGH', linkName: 'gene_pubmed' }]);
  });

  it('are not known, rather than none, over a way that can be read from neither end', async () => {
    const reader = new GraphReader();
    reader.link('gene_pubmed', '7', '1');
    reader.link('omim_pubmed', '5', '1');
    const { found, skipped } = await search(
      reader,
      { db: 'gene', uid: '7' },
      { db: 'omim', uid: '5' },
      { maxHops: 2 },
      {
        names: [linkNamed('pubmed_gene'), linkNamed('pubmed_omim')],
        avoidNames: new Set(['gene_pubmed', 'omim_pubmed']),
      },
    );
    expect(found).toEqual([]);
    expect(skipped).toMatchObject([{ reason: 'ONE_WAY', ways: 1 }]);
  });

  it('let others have their turn, where no calls are left for the ways that are left', async () => {
    const reader = new GraphReader();
    const state = { turns: 0, isOver: false };
    const count = (): void => {
      state.turns += 1;
      if (!state.isOver) {
        setImmediate(count);
      }
    };
    setImmediate(count);
    const [from, to] = [
      { db: 'gene', uid: '7' },
      { db: 'pubmed', uid: '8' },
    ] as const;
    // One call is too few for the link names of both ends, so that every way stays open.
    const { skipped } = await search(reader, from, to, { maxCalls: 1, maxHops: 4 });
    state.isOver = true;
    const ways = skipped.reduce((sum, { reason, ways: some }) => sum + (reason === 'BUDGET' ? some : 0), 0);
    expect(ways).toBeGreaterThan(20);
    expect(state.turns).toBeGreaterThan(ways / 4);
  });
});
