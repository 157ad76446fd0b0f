import { describe, expect, it } from 'vitest';

import { type Interceptor, parameterOf } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

type Summaries = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Has NCBI say what has become of records. Those left out are answered from the sample. */
function summariesOf(db: string, summaries: Summaries): Interceptor {
  return (request) => {
    const ids = request.utility === 'esummary' && parameterOf(request, 'db') === db ? idsOf(request) : [];
    if (ids.length === 0 || !ids.every((id) => id in summaries)) {
      return undefined;
    }
    const documents = ids.map((uid) => [uid, { uid, ...summaries[uid] }]);
    return { body: JSON.stringify({ result: { uids: ids, ...Object.fromEntries(documents) } }) };
  };
}

function idsOf(request: Parameters<Interceptor>[0]): readonly string[] {
  return (parameterOf(request, 'id') ?? '').split(',');
}

/** A gateway whose NCBI has replaced records. */
async function gatewayWith(db: string, summaries: Summaries): Promise<RunningGateway> {
  const gateway = await RunningGateway.start();
  gateway.sandbox.intercept(summariesOf(db, summaries));
  return gateway;
}

const REPLACED_GENES: Summaries = {
  '801': { name: 'OLDER', status: '1', currentid: '802' },
  '802': { name: 'OLD', status: '1', currentid: '803' },
  '803': { name: 'NEW', status: '', currentid: '' },
};

describe('Record.successor', () => {
  it('is the record in force at the end of a chain', async () => {
    await using gateway = await gatewayWith('gene', REPLACED_GENES);
    const { data, errors } = await gateway.query('{ gene(uid: "801") { symbol successor { uid title } } }');
    expect(errors).toBeUndefined();
    expect(data?.gene).toEqual({ symbol: 'OLDER', successor: { uid: '803', title: expect.stringContaining('NEW') } });
  });

  it.each([
    ['in force, as numbers', { name: 'A', status: 0, currentid: 0 }],
    ['in force, as texts', { name: 'A', status: '', currentid: '' }],
    ['withdrawn', { name: 'A', status: '2', currentid: '' }],
  ])('is null for a gene %s', async (_what, summary) => {
    await using gateway = await gatewayWith('gene', { '801': summary as Summaries[string] });
    const { data, errors } = await gateway.query('{ gene(uid: "801") { successor { uid } } }');
    expect(errors).toBeUndefined();
    expect(data?.gene).toEqual({ successor: null });
  });

  it('is read from what each database prints', async () => {
    await using snps = await gatewayWith('snp', { '59679468': { snp_id: '384162', text: 'MergedRs=384162' } });
    expect((await snps.query('{ snp(rs: "rs59679468") { successor { uid } } }')).data?.snp.successor.uid).toBe(
      '384162',
    );
    await using taxa = await gatewayWith('taxonomy', { '668400': { status: 'merged', akataxid: '668482' } });
    const { data } = await taxa.query('{ taxonomy(uid: "668400") { successor { curie } } }');
    expect(data?.taxonomy.successor.curie).toBe('NCBITaxon:668482');
  });

  it.each([
    ['assembly', { assemblyaccession: 'GCF_000000009.1', latestaccession: 'GCF_000315625.1' }, '503988'],
    ['nuccore', { caption: 'X99999', status: 'replaced', replacedby: 'S42443' }, '253490'],
    ['cdd', { accession: 'cd99999', status: '1', livepssmid: '223044' }, '223044'],
    ['medgen', { conceptid: 'C9999999', merged: 'C0002395' }, '1853'],
    ['medgen', { conceptid: 'C9999999', merged: '1853' }, '1853'],
  ] as const)('is read from what NCBI prints of %s: %j', async (db, summary, uid) => {
    await using gateway = await gatewayWith(db, { '801': summary });
    const { data, errors, extensions } = await gateway.query(
      `{ found: ${db}(uid: "801") { title successor { uid } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.found.successor).toEqual({ uid });
    expect(extensions.entrez.warnings).toMatchObject([
      { code: 'REPLACED_RECORD', message: expect.stringContaining(`NCBI has replaced ${db} 801. Use `) as string },
    ]);
  });

  it.each([
    ['assembly', { assemblyaccession: 'GCF_000000009.2', latestaccession: 'GCF_000000009.2' }],
    ['assembly', { assemblyaccession: 'GCF_000000009.2', latestaccession: '' }],
    ['nuccore', { caption: 'X99999', status: 'live', replacedby: '' }],
    ['cdd', { accession: 'cd99999', status: 0, livepssmid: 0 }],
    ['cdd', { accession: 'cd99999', status: 0, livepssmid: 801 }],
    ['medgen', { conceptid: 'C9999999', merged: '' }],
    ['taxonomy', { status: 'active', akataxid: '' }],
    ['snp', { snp_id: '801', text: '', merged_sort: '0' }],
  ] as const)('is null where what NCBI prints of %s is a record in force: %j', async (db, summary) => {
    await using gateway = await gatewayWith(db, { '801': summary as unknown as Summaries[string] });
    const { data, errors, extensions } = await gateway.query(`{ found: ${db}(uid: "801") { uid successor { uid } } }`);
    expect(errors).toBeUndefined();
    expect(data?.found).toEqual({ uid: '801', successor: null });
    expect(extensions.entrez.warnings).toEqual([]);
  });

  it('is found by the accession that a sequence names', async () => {
    await using gateway = await RunningGateway.start();
    const { data: sample } = await gateway.query('{ protein(accession: "P04637") { uid } }');
    gateway.sandbox.intercept(summariesOf('protein', { '801': { status: 'replaced', replacedby: 'P04637' } }));
    const { data, errors } = await gateway.query('{ protein(uid: "801") { successor { uid } } }');
    expect(errors).toBeUndefined();
    expect(data?.protein.successor).toEqual(sample?.protein);
  });

  it('fails where NCBI names an accession that it does not find, and where records replace each other', async () => {
    await using lost = await gatewayWith('protein', { '801': { status: 'replaced', replacedby: 'XP_000000009' } });
    const { data, errors } = await lost.query('{ protein(uid: "801") { uid successor { uid } } }');
    expect(data?.protein).toEqual({ uid: '801', successor: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNKNOWN_ID']);
    await using circle = await gatewayWith('gene', {
      '801': { status: '1', currentid: '802' },
      '802': { status: '1', currentid: '801' },
    });
    const round = await circle.query('{ gene(uid: "801") { successor { uid } } }');
    expect(round.errors?.map(({ extensions }) => extensions.code)).toEqual(['MALFORMED_RESPONSE']);
  });

  it('costs nothing where no record of a database can have one, and what plan says elsewhere', async () => {
    await using gateway = await gatewayWith('gene', REPLACED_GENES);
    await gateway.query('{ pubmed(uid: "1") { successor { uid } } }');
    expect(gateway.callsOf('esummary')).toBe(0);
    const query = '{ gene(uid: "802") { successor { uid } } }';
    const { data } = await gateway.query('query ($query: String!) { plan(query: $query) { calls { worst } } }', {
      query,
    });
    await gateway.query(query);
    expect(gateway.callsOf('esummary')).toBe(data?.plan.calls.worst);
  });
});

/** Has NCBI know one record, under any version of its accession. */
function onlyRecordOf(db: string, uid: string, summary: object): Interceptor {
  return (request) => {
    if (parameterOf(request, 'db') !== db) {
      return undefined;
    }
    const esearch = { esearchresult: { count: '1', retstart: '0', retmax: '500', idlist: [uid] } };
    const esummary = { result: { uids: [uid], [uid]: { uid, ...summary } } };
    return { body: JSON.stringify(request.utility === 'esearch' ? esearch : esummary) };
  };
}

describe('an older version', () => {
  it.each([
    ['nuccore', 'NM_152783.2', 'NM_152783.3', { caption: 'NM_152783', accessionversion: 'NM_152783.3' }],
    ['protein', 'NP_000537.2', 'NP_000537.3', { caption: 'NP_000537', accessionversion: 'NP_000537.3' }],
    ['assembly', 'GCF_000001405.38', 'GCF_000001405.40', { assemblyaccession: 'GCF_000001405.40' }],
    ['gtr', 'GTR000500010.4', 'GTR000500010.5', { accession: 'GTR000500010.5' }],
    ['protfam', 'NF000535.1', 'NF000535.2', { dispfamilyacc: 'NF000535.2' }],
    ['seqannot', 'NA000006492.1', 'NA000006492.2', { caption: 'NA000006492.2' }],
    ['gap', 'phs000007.v1.p1', 'phs000007.v33.p14', { d_study_results: { d_study_id: 'phs000007.v33.p14' } }],
    ['gap', 'phs000007.v33.p13', 'phs000007.v33.p14', { d_study_results: { d_study_id: 'phs000007.v33.p14' } }],
  ] as const)('of %s, %s, does not pass for %s, and is named beside it', async (db, asked, current, summary) => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(onlyRecordOf(db, '801', summary));
    const note = `"${asked}" is an older version of ${current}.`;
    const { data, errors } = await gateway.query(
      `{ found: ${db}(accession: "${asked}") { uid } newest: ${db}(accession: "${current}") { uid }
         resolve(names: ["${asked}"], in: [${db}]) { status matches { how record { uid } } note } }`,
    );
    expect(data?.found).toBeNull();
    expect(data?.newest).toEqual({ uid: '801' });
    expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['UNKNOWN_ID', `The sample data hold no ${db} record with accession "${asked}". ${note}`],
    ]);
    expect(data?.resolve).toEqual([
      { status: 'FOUND', matches: [{ how: 'OLD_VERSION', record: { uid: '801' } }], note },
    ]);
  });

  it.each([
    ['gtr', 'GTR000500010.6', { accession: 'GTR000500010.5' }],
    ['gap', 'phs000007.v34.p1', { d_study_results: { d_study_id: 'phs000007.v33.p14' } }],
    ['assembly', 'GCF_000001406.1', { assemblyaccession: 'GCF_000001405.40' }],
  ] as const)('of %s is none where it is newer, or of another record: %s', async (db, asked, summary) => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(onlyRecordOf(db, '801', summary));
    const { data, errors } = await gateway.query(`{ found: ${db}(accession: "${asked}") { uid } }`);
    expect(data?.found).toBeNull();
    expect(errors?.map(({ message }) => message)).toEqual([
      `The sample data hold no ${db} record with accession "${asked}".`,
    ]);
  });
});

describe('resolve', () => {
  it('gives the record in force, and says what has replaced what', async () => {
    await using gateway = await gatewayWith('gene', REPLACED_GENES);
    const { data } = await gateway.query(
      '{ resolve(names: ["NCBIGene:801", "NCBIGene:803"]) { status matches { how record { uid } } note } }',
    );
    expect(data?.resolve).toEqual([
      {
        status: 'FOUND',
        matches: [{ how: 'SUCCESSOR', record: { uid: '803' } }],
        note: 'NCBI has replaced gene 801. Use uid 802 instead.',
      },
      { status: 'FOUND', matches: [{ how: 'UID', record: { uid: '803' } }], note: null },
    ]);
  });

  it('gives the record that NCBI still shows where it does not find the successor', async () => {
    await using gateway = await gatewayWith('protein', { '801': { status: 'replaced', replacedby: 'XP_000000009' } });
    const { data, errors } = await gateway.query(
      '{ resolve(names: ["protein:801"]) { status matches { how record { uid } } note } }',
    );
    expect(errors).toBeUndefined();
    expect(data?.resolve).toEqual([
      {
        status: 'FOUND',
        matches: [{ how: 'UID', record: { uid: '801' } }],
        note: 'NCBI has replaced protein 801. Use accession XP_000000009 instead.',
      },
    ]);
  });
});
