import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  LinkStoredSearchDocument,
  StoreLinksDocument,
  StoreSearchDocument,
} from '../../../examples/generated/graphql.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { ask, present } from '../../support/ask-example.js';
import { RunningGateway } from '../../support/running-gateway.js';

const sample = loadSampleGraph();

describe('the examples of stored sets', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  /** The uids of a stored set, fetched as another program would. */
  async function handedOver(db: string, { webEnv, queryKey }: { webEnv: string; queryKey: string }): Promise<string[]> {
    const query = new URLSearchParams({ db, WebEnv: webEnv, query_key: queryKey, retmode: 'json' });
    const response = await fetch(`${gateway.sandbox.url}esummary.fcgi?${query.toString()}`);
    return ((await response.json()) as { result: { uids: string[] } }).result.uids;
  }

  it('store-links stores the genes of a paper for other programs', async () => {
    const { history } = await ask(gateway, StoreLinksDocument, {});
    const genes = sample.links('pubmed_gene', '22417847');
    const stored = present(history.links);
    expect(stored).toMatchObject({ db: 'gene', count: genes.length });
    expect((await handedOver('gene', stored)).toSorted()).toEqual(genes.toSorted());
  });

  it('search-then-link stores a search, and then what its hits are linked to, beside it', async () => {
    const hits = present((await ask(gateway, StoreSearchDocument, {})).history.search);
    expect(hits).toMatchObject({ queryKey: '1', problems: [] });
    const papers = await handedOver('pubmed', hits);
    expect(papers).toHaveLength(present(hits.count));
    expect(papers.length).toBeGreaterThan(0);

    const { webEnv, queryKey } = hits;
    const genes = present((await ask(gateway, LinkStoredSearchDocument, { webEnv, queryKey })).history.links);
    const expected = new Set(papers.flatMap((uid) => sample.links('pubmed_gene', uid)));
    expect(genes).toEqual({ webEnv, queryKey: '2', count: expected.size });
    expect(new Set(await handedOver('gene', genes))).toEqual(expected);
  });
});
