import { expect, it } from 'vitest';

import { describeTables } from '../../../src/explore/gateway/used-tables.js';
import { sumOfCosts } from '../../../src/explore/state/operations.js';

const GENE2PUBMED = { name: 'gene2pubmed', asOf: '2026-11-20T23:30:00.000Z' };
const GENE_INFO = { name: 'gene_info', asOf: '2026-11-19T00:00:00.000Z' };

it('the cost of an action names each table once with its day, over all of its operations', () => {
  const spent = { calls: { total: 0 }, cacheHits: 0, elapsedMs: 1, source: null };
  const cost = sumOfCosts([
    { ...spent, tables: [GENE2PUBMED] },
    spent,
    undefined,
    { ...spent, tables: [GENE_INFO, GENE2PUBMED] },
  ]);
  expect(describeTables(cost?.tables)).toEqual([
    'links from table gene2pubmed of 20 November 2026',
    'links from table gene_info of 19 November 2026',
  ]);
});

it('the cost of an action without tables names none', () => {
  expect(
    describeTables(sumOfCosts([{ calls: { total: 1 }, cacheHits: 0, elapsedMs: 1, source: null }])?.tables),
  ).toEqual([]);
});
