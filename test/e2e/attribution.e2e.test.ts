import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadSampleGraph } from '../../src/sandbox/sample-graph.js';
import { hurryClock } from '../support/hurried-clock.js';
import { idsOf, type Interceptor, parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const sample = loadSampleGraph();
const GENES = ['7157', '672', '675'];

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

async function askWhile(interceptor: Interceptor, query: string): Promise<GraphqlAnswer> {
  gateway.sandbox.intercept(interceptor);
  try {
    return await gateway.query(query);
  } finally {
    gateway.sandbox.intercept(undefined);
  }
}

/** Link sets as ELink writes them, one for each id; `more` says what stands in a set beside its source. */
function linkSets(linkName: string, ids: readonly string[], more: (id: string) => object): { readonly body: string } {
  const [dbfrom] = linkName.split('_');
  const linksets = ids.map((id) => ({ dbfrom, ids: [id], ...more(id) }));
  return { body: JSON.stringify({ header: { type: 'elink', version: '0.3' }, linksets }) };
}

function links(linkName: string, uids: readonly string[]): object {
  return { linksetdbs: [{ dbto: linkName.split('_')[1], linkname: linkName, links: uids }] };
}

describe('the links of many records', () => {
  it('are those that each record has when it is asked alone, in whatever form they are asked for', async () => {
    const field = 'uid omim(first: 1000) { nodes { uid } }';
    await using fresh = await RunningGateway.start();
    const alone = await Promise.all(
      GENES.map(async (uid) => {
        await using single = await RunningGateway.start();
        return (await single.query(`{ gene(uid: "${uid}") { ${field} } }`)).data?.gene as object;
      }),
    );
    const { data } = await fresh.query(`{
      records { gene(uids: ${JSON.stringify(GENES)}) { ${field} } }
      nodes(ids: ${JSON.stringify(GENES.map((uid) => btoa(`gene:${uid}`)))}) { ... on Gene { ${field} } }
    }`);
    expect(alone).toHaveLength(GENES.length);
    expect(data).toEqual({ records: { gene: alone }, nodes: alone });
  });

  it('cannot be asked for by a comma list, whose links would be nobody’s', async () => {
    const { data, errors } = await gateway.query('{ gene(uid: "7157,672") { uid } }');
    expect(data).toEqual({ gene: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('do not move to another record when NCBI skips one, which is MALFORMED_RESPONSE', async () => {
    const answer = await askWhile(
      (request) =>
        linkSets(
          'gene_books',
          idsOf(request).filter((id) => id !== '672'),
          (id) => links('gene_books', [`${id}0`]),
        ),
      '{ records { gene(uids: [7157, 672, 675]) { books { nodes { uid } } } } }',
    );
    expect(answer.data).toEqual({
      records: {
        gene: [{ books: { nodes: [{ uid: '71570' }] } }, { books: null }, { books: { nodes: [{ uid: '6750' }] } }],
      },
    });
    expect(answer.errors).toMatchObject([
      { path: ['records', 'gene', 1, 'books'], extensions: { code: 'MALFORMED_RESPONSE', uids: ['672'] } },
    ]);
  });

  it('fail for that record alone whose link set holds an ERROR', async () => {
    const answer = await askWhile(
      (request) =>
        linkSets('gene_gtr', idsOf(request), (id) =>
          id === '672'
            ? { ERROR: "Couldn't resolve #exLinkSrv2, the address table is empty." }
            : links('gene_gtr', ['1']),
        ),
      '{ records { gene(uids: [7157, 672, 675]) { gtr { nodes { uid } } } } }',
    );
    const good = { gtr: { nodes: [{ uid: '1' }] } };
    expect(answer.data).toEqual({ records: { gene: [good, { gtr: null }, good] } });
    expect(answer.errors).toMatchObject([
      { path: ['records', 'gene', 1, 'gtr'], extensions: { code: 'UPSTREAM_UNAVAILABLE', uids: ['672'] } },
    ]);
  });

  it('are asked for by id, never by way of a stored set, be they a thousand', async () => {
    const pmids = sample.uids('pubmed').slice(0, 1000);
    const before = gateway.sandbox.requests.length;
    const { data } = await gateway.query(
      'query ($pmids: [ID!]!) { records { pubmed(uids: $pmids) { uid gene(first: 1000) { nodes { uid } } } } }',
      { pmids },
    );
    const sent = gateway.sandbox.requests.slice(before);
    expect(pmids).toHaveLength(1000);
    expect(data?.records.pubmed).toEqual(
      pmids.map((uid) => ({ uid, gene: { nodes: sample.links('pubmed_gene', uid).map((gene) => ({ uid: gene })) } })),
    );
    expect(new Set(sent.map(({ utility }) => utility))).toEqual(new Set(['elink']));
    expect(sent.filter((request) => parameterOf(request, 'webenv') !== undefined)).toEqual([]);
    expect(sent.flatMap(idsOf).toSorted()).toEqual(pmids.toSorted());
  });
});

describe('what NCBI knows of a record', () => {
  it('has four different answers: linked, without links, unknown, and failed', async () => {
    const answer = await askWhile((request) => {
      if (parameterOf(request, 'linkname') !== 'gene_dbvar') {
        return undefined;
      }
      const ids = idsOf(request).filter((id) => id !== '999999999');
      return linkSets('gene_dbvar', ids, (id) => {
        if (id === '7157') {
          return links('gene_dbvar', ['1']);
        }
        return id === '672' ? {} : { ERROR: 'NCBI C++ Exception:\n    Error: TXCLIENT(1) Read failed: EOF' };
      });
    }, '{ records { gene(uids: [7157, 672, 999999999, 675]) { dbvar { totalCount nodes { uid } } } } }');
    expect(answer.data?.records.gene).toEqual([
      { dbvar: { totalCount: 1, nodes: [{ uid: '1' }] } },
      { dbvar: { totalCount: 0, nodes: [] } },
      { dbvar: null },
      { dbvar: null },
    ]);
    expect(answer.errors?.map(({ path, extensions }) => [path?.[2], extensions.code])).toEqual([
      [2, 'MALFORMED_RESPONSE'],
      [3, 'UPSTREAM_UNAVAILABLE'],
    ]);
  });

  it('may be links of a record that does not exist: exists says so', async () => {
    const { data, errors } = await askWhile(
      (request) =>
        request.utility === 'elink'
          ? linkSets('gene_pmc', idsOf(request), () => links('gene_pmc', ['11798830']))
          : undefined,
      '{ gene(uid: "999999998") { exists pmc { nodes { uid exists } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ gene: { exists: false, pmc: { nodes: [{ uid: '11798830', exists: true }] } } });
  });

  it('is missing for one database alone when only its back end throws exceptions', async () => {
    const { data, errors } = await askWhile(
      (request) =>
        request.utility === 'esummary' && parameterOf(request, 'db') === 'clinvar'
          ? {
              body: '{"esummaryresult":["DocSum Backend failed: NCBI C++ Exception:\\n    Error: (CException::eUnknown)"]}',
            }
          : undefined,
      '{ gene(uid: "7157") { symbol clinvar(first: 2) { nodes { uid title } } omim(first: 2) { nodes { title } } } }',
    );
    expect(data?.gene).toMatchObject({
      symbol: 'TP53',
      clinvar: { nodes: [{ title: null }, { title: null }] },
      omim: { nodes: [{ title: expect.any(String) as string }, { title: expect.any(String) as string }] },
    });
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.db])).toEqual([
      ['UPSTREAM_UNAVAILABLE', 'clinvar'],
      ['UPSTREAM_UNAVAILABLE', 'clinvar'],
    ]);
  });
});
