import { describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import type { Interceptor } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

/** Answers every search in this way, and all else as the sandbox does. */
const searches =
  (result: object | string): Interceptor =>
  ({ utility }) =>
    utility === 'esearch'
      ? { body: typeof result === 'string' ? result : JSON.stringify({ esearchresult: result }) }
      : undefined;

const page = { retmax: '0', retstart: '0', idlist: [], translationset: [], querytranslation: 'x' };

hurryClock(5);

describe('one broken answer to the search that filters a list of links', () => {
  it.each([
    ['contradicts itself', searches({ ...page, count: '82' })],
    ['has records nobody asked about', searches({ ...page, count: '1', idlist: ['999999999'], retmax: '1' })],
    ['is cut off', searches('{"esearchresult":{"count":"3","retmax":"3"')],
    ['is no search answer', searches('{"header":{}}')],
    ['is an error of the back end', searches({ ERROR: 'Search Backend failed: Database is not supported' })],
    ['is a web page', searches('<html><body>Sorry</body></html>')],
  ])('that %s costs a few calls and fails the list as a whole', async (_, interceptor) => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(interceptor);
    const answer = await gateway.query(
      '{ gene(uid: "7157") { pubmed(filter: { term: "cancer" }) { totalCount } all: pubmed { totalCount } } }',
    );
    expect(answer.data?.gene.all.totalCount).toBeGreaterThan(20);
    expect(answer.data?.gene.pubmed).toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(gateway.callsOf('esearch')).toBeLessThanOrEqual(3);
  });
});
