import { expect, it } from 'vitest';

import { startSandbox } from '../../src/sandbox/server.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

it('two processes that NCBI counts together lose no answer, though neither knows of the other', async () => {
  await using sandbox = await startSandbox({ rps: 10 });
  const settings = { NCBI_BASE_URL: sandbox.url, NCBI_RPS: '10' };
  await using one = await RunningGateway.start({ settings });
  await using other = await RunningGateway.start({ settings });
  const ask = (gateway: RunningGateway, terms: readonly string[]): Promise<GraphqlAnswer[]> =>
    Promise.all(terms.map((term) => gateway.query(`{ search { pubmed(term: "${term}", first: 1) { totalCount } } }`)));
  const terms = ['p53', 'cancer', 'gene', 'protein', 'human', 'mouse', 'cell', 'tumor'];
  const [ours, theirs] = await Promise.all([ask(one, terms), ask(other, terms)]);
  expect([...ours, ...theirs].flatMap(({ errors = [] }) => errors)).toEqual([]);
  expect(ours.map(({ data }) => data)).toEqual(theirs.map(({ data }) => data));
});
