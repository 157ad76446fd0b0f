import { describe, expect, it } from 'vitest';

import { loadPages, type Page } from '../../../src/cli/graph/pages.js';

const LOST = { input: 'gene:672', list: null, code: 'UPSTREAM_TIMEOUT', message: 'NCBI did not respond in time.' };

function page(edges: readonly string[], endCursor: string | null, missing: Page<string>['missing'] = []): Page<string> {
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return { totalCount: 3, complete: missing.length === 0, missing, pageInfo, edges };
}

describe('pages of a connection about the graph', () => {
  it('are incomplete together where one of them is, and lack what any lacks, each once', async () => {
    const pages = [page(['a'], '1', [LOST]), page(['b'], '2', [LOST]), page(['c'], null)];
    const asked: unknown[] = [];
    const all = await loadPages<string, Page<string>>(Infinity, ({ after }) => {
      asked.push(after);
      return Promise.resolve(pages[asked.length - 1] ?? page([], null));
    });
    expect(asked).toEqual([null, '1', '2']);
    expect(all).toMatchObject({ edges: ['a', 'b', 'c'], complete: false, missing: [LOST] });
  });

  it('end at the number that is wanted', async () => {
    const all = await loadPages<string, Page<string>>(2, ({ first }) =>
      Promise.resolve(page(['a', 'b'].slice(0, first), '1')),
    );
    expect(all).toMatchObject({ edges: ['a', 'b'], complete: true, missing: [] });
  });
});
