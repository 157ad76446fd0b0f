import { describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const QUERY = `{ records { taxonomy(uids: [9606, 10090, 1386]) {
  uid parent { uid } lineage { uid scientificName rank }
} } }`;

interface Taxon {
  readonly uid: string;
  readonly parent: { readonly uid: string } | null;
  readonly lineage: readonly { readonly uid: string; readonly scientificName: string; readonly rank: string }[];
}

describe('the lineage of a taxon', () => {
  it('goes from the largest taxon to its parent, in one call for all taxa', async () => {
    await using gateway = await RunningGateway.start();
    const { data, errors, extensions } = await gateway.query(QUERY);
    expect(errors).toBeUndefined();
    const [man, mouse] = data?.records.taxonomy as readonly Taxon[];
    expect(man?.parent?.uid).toBe('9605');
    expect(man?.lineage[0]).toEqual({ uid: '131567', scientificName: 'cellular organisms', rank: 'cellular root' });
    expect(man?.lineage.at(-1)).toEqual({ uid: '9605', scientificName: 'Homo', rank: 'genus' });
    expect(man?.lineage).toHaveLength(30);
    expect(mouse?.lineage.map(({ uid }) => uid)).toContain('40674');
    expect(extensions.entrez.calls).toMatchObject({ efetch: 1, total: 1 });
    expect((await gateway.query(QUERY)).extensions.entrez.calls.total).toBe(0);
  });

  it('leads to the records of the taxa above', async () => {
    await using gateway = await RunningGateway.start();
    const { data, errors } = await gateway.query(
      '{ taxonomy(uid: "40674") { parent { uid parent { uid } } lineage { taxon { uid curie } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.taxonomy.parent).toEqual({ uid: '32524', parent: { uid: '32523' } });
    expect(data?.taxonomy.lineage[0].taxon).toMatchObject({ uid: '131567' });
  });

  it('is counted by a plan', async () => {
    await using gateway = await RunningGateway.start();
    const plan = `{ plan(query: ${JSON.stringify(QUERY)}) { complete calls { best worst } } }`;
    expect((await gateway.query(plan)).data?.plan).toEqual({ complete: true, calls: { best: 1, worst: 1 } });
    await gateway.query(QUERY);
    expect((await gateway.query(plan)).data?.plan).toEqual({ complete: true, calls: { best: 0, worst: 0 } });
  });

  it('of an unknown taxon is UNKNOWN_ID, and of a contradicting answer MALFORMED_RESPONSE', async () => {
    await using gateway = await RunningGateway.start();
    const unknown = await gateway.query('{ taxonomy(uid: "999999999") { lineage { uid } } }');
    expect(unknown.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNKNOWN_ID']);
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'efetch'
        ? {
            body: '<TaxaSet><Taxon><TaxId>9606</TaxId><ScientificName>A</ScientificName><ParentTaxId>7</ParentTaxId></Taxon></TaxaSet>',
          }
        : undefined,
    );
    const wrong = await gateway.query('{ taxonomy(uid: "9606") { lineage { uid } parent { uid } } }');
    expect(wrong.errors).toMatchObject([
      { extensions: { code: 'MALFORMED_RESPONSE', fields: expect.arrayContaining(['lineage', 'parent']) } },
    ]);
    expect(wrong.data?.taxonomy).toEqual({ lineage: null, parent: null });
  });
});
