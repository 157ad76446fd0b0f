import { expect, it } from 'vitest';

import { describeCost } from '../../../src/cli/query/tally.js';
import { NOTHING_SPENT } from '../../../src/loading/operation/cost-report.js';

it('the last line of a command says how many links came from which table, and of which day that is', () => {
  const table = { generation: 'g', agreement: null };
  const tables = [
    { ...table, name: 'gene2pubmed', asOf: '2026-11-20T23:30:00.000Z', edges: 2692 },
    { ...table, name: 'PMC-ids', asOf: '2026-01-02T00:00:00.000Z', edges: 1 },
  ];
  expect(describeCost({ ...NOTHING_SPENT, tables }, 0.04)).toBe(
    '0 requests to NCBI, 0 cache hits. 2,692 links from table gene2pubmed of 20 November 2026, ' +
      '1 link from table PMC-ids of 2 January 2026. 0.0 s; all requests together waited 0.0 s for the rate limit.',
  );
});

it('the last line of a command without tables says nothing of tables', () => {
  expect(describeCost(NOTHING_SPENT, 1)).not.toContain('table');
});
