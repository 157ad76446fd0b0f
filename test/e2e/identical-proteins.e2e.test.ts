import { describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

const QUERY = `{ records { protein(uids: [120407068, 1279504]) {
  identicalProteins { accession source nuccore start stop strand assembly organism }
} } }`;

describe('the proteins identical to others', () => {
  it('come with the places that code for them, in a call for summaries and one for reports', async () => {
    await using gateway = await RunningGateway.start();
    const { data, errors, extensions } = await gateway.query(QUERY);
    expect(errors).toBeUndefined();
    expect(data?.records.protein[0].identicalProteins).toEqual([
      {
        accession: 'NP_000537.3',
        source: 'RefSeq',
        nuccore: 'NM_000546.6',
        start: 143,
        stop: 1324,
        strand: '+',
        assembly: null,
        organism: 'Homo sapiens',
      },
      expect.objectContaining({ accession: 'NP_001119584', nuccore: null, start: null }),
    ]);
    expect(data?.records.protein[1].identicalProteins).toMatchObject([{ accession: 'CAA29097.1', source: 'INSDC' }]);
    expect(extensions.entrez.calls).toMatchObject({ esummary: 1, efetch: 1, total: 2 });
  });

  it('are counted by a plan', async () => {
    await using gateway = await RunningGateway.start();
    const plan = `{ plan(query: ${JSON.stringify(QUERY)}) { complete calls { worst } } }`;
    expect((await gateway.query(plan)).data?.plan).toEqual({ complete: true, calls: { worst: 2 } });
    await gateway.query(QUERY);
    expect((await gateway.query(plan)).data?.plan).toEqual({ complete: true, calls: { worst: 0 } });
  });

  it('are a failure, no shorter list, when NCBI leaves a report out twice', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) =>
      utility === 'efetch' ? { body: '<IPGReportSet></IPGReportSet>' } : undefined,
    );
    const { data, errors } = await gateway.query('{ protein(uid: "120407068") { identicalProteins { accession } } }');
    expect(data?.protein).toEqual({ identicalProteins: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['MALFORMED_RESPONSE']);
  });
});
