import { describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const SIBLINGS = `{ records { gene(uids: [7157, 672, 675, 1080]) {
  uid
  pubmed(first: 1000) { nodes { uid } } pubmedRif(first: 1000) { nodes { uid } } pubmedPmcNucleotide(first: 1000) { nodes { uid } }
} } }`;

/** What each call to ELink asked for, in order; undefined where it named no link name. */
function linkNamesOf({ sandbox }: RunningGateway): (string | undefined)[] {
  return sandbox.requests.flatMap(({ utility, params }) =>
    utility === 'elink' ? [params.find(([name]) => name === 'linkname')?.[1]] : [],
  );
}

describe('link fields of the same records into the same database', () => {
  it('share one call, and each gets the links of its own name', async () => {
    await using fused = await RunningGateway.start();
    await using apart = await RunningGateway.start({ settings: { LINK_FUSION: 'off' } });
    const [one, three] = [await fused.query(SIBLINGS), await apart.query(SIBLINGS)];
    expect([one.extensions.entrez.calls.elink, three.extensions.entrez.calls.elink]).toEqual([1, 3]);
    expect(one.errors).toBeUndefined();
    expect(one.data).toEqual(three.data);
    expect(one.data?.records.gene[0].pubmed.nodes.length).toBeGreaterThan(0);
  });

  it('do not when the answer would be much larger than what is wanted of it', async () => {
    await using gateway = await RunningGateway.start();
    const papers = '{ gene(uid: "7157") { pubmed(first: 50) { nodes { uid related(first: 200) { totalCount } } } } }';
    await gateway.query(papers);
    const before = linkNamesOf(gateway).length;
    await gateway.query(
      '{ gene(uid: "7157") { pubmed(first: 50) { nodes { citedIn { totalCount } references { totalCount } } } } }',
    );
    const names = new Set(linkNamesOf(gateway).slice(before));
    expect([...names].toSorted()).toEqual(['pubmed_pubmed_citedin', 'pubmed_pubmed_refs']);
  });

  it('do not with scores or filters, which belong to one name', async () => {
    await using gateway = await RunningGateway.start();
    await gateway.query(`{ pubmed(uid: "20368420") {
      related(first: 3) { edges { score } } citedIn(first: 3, filter: { term: "cancer" }) { totalCount } references(first: 3) { totalCount }
    } }`);
    expect(linkNamesOf(gateway).toSorted()).toEqual(['pubmed_pubmed', 'pubmed_pubmed_citedin', 'pubmed_pubmed_refs']);
  });

  it('fail one by one when NCBI merges the records of the shared answer', async () => {
    await using gateway = await RunningGateway.start();
    const honest = await gateway.query(SIBLINGS);
    await using mixed = await RunningGateway.start();
    mixed.sandbox.intercept(({ params }) =>
      params.filter(([name]) => name === 'id').length > 1
        ? { body: '{"linksets":[{"dbfrom":"gene","ids":["7157","672"],"linksetdbs":[]}]}' }
        : undefined,
    );
    const answer = await mixed.query(SIBLINGS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(honest.data);
  });
});

describe('link fields of the same records into several databases', () => {
  const COUNTS = '{ gene(uid: "7157") { linkCounts { name count } } }';

  it('share one call once NCBI has proved that it answers for all of them', async () => {
    await using gateway = await RunningGateway.start({ settings: { LINK_FUSION: 'targets' } });
    await gateway.gateway.prepare();
    await using apart = await RunningGateway.start({ settings: { LINK_FUSION: 'off' } });
    const [together, single] = [await gateway.query(COUNTS), await apart.query(COUNTS)];
    expect(together.data).toEqual(single.data);
    expect(together.extensions.entrez.calls.elink).toBe(2);
    expect(single.extensions.entrez.calls.elink).toBeGreaterThan(5);
  });

  it('do not where NCBI answers for the first of them only', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ params }) =>
      params.some(([name, value]) => name === 'db' && value.includes(','))
        ? { body: '{"linksets":[{"dbfrom":"gene","ids":["7157"],"linksetdbs":[]}]}' }
        : undefined,
    );
    await using careful = await RunningGateway.start({
      settings: { LINK_FUSION: 'targets', NCBI_BASE_URL: gateway.sandbox.url },
    });
    await careful.gateway.prepare();
    const { extensions } = await careful.query(COUNTS);
    expect(extensions.entrez.calls.elink).toBeGreaterThan(5);
  });
});
