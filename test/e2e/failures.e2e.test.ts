import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import {
  idsOf,
  type Interception,
  type Interceptor,
  parameterOf,
  type SandboxRequest,
} from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

/** Each test asks about links or records of its own, since the gateway remembers what it was told. */
async function askWhile(interceptor: Interceptor, query: string): Promise<GraphqlAnswer> {
  gateway.sandbox.intercept(interceptor);
  try {
    return await gateway.query(query);
  } finally {
    gateway.sandbox.intercept(undefined);
  }
}

function isJson(request: SandboxRequest): boolean {
  return parameterOf(request, 'retmode') === 'json';
}

function codesOf({ errors = [] }: GraphqlAnswer): string[] {
  return errors.map(({ path = [], extensions }) => `${path.join('.')}: ${extensions.code}`);
}

describe('a list of links that cannot be taken as it came', () => {
  let honest: RunningGateway;
  beforeAll(async () => {
    honest = await RunningGateway.start();
  });
  afterAll(async () => {
    await honest[Symbol.asyncDispose]();
  });

  it('is asked for as XML when its JSON is cut off, empty or without link sets', async () => {
    const bodies: Readonly<Record<string, string>> = {
      gene_omim: '{"linksets":[{"dbfrom":"gene","ids":["7157"],"linksetd',
      gene_snp: '',
      gene_pubmed: '{"header":{"type":"elink"}}',
    };
    const query = `{ records { gene(uids: [7157, 672, 675]) {
      omim(first: 1000) { nodes { uid } } snp(first: 1000) { nodes { uid } } pubmed(first: 1000) { nodes { uid } }
    } } }`;
    const answer = await askWhile((request) => {
      const body = bodies[parameterOf(request, 'linkname') ?? ''];
      return isJson(request) && body !== undefined ? { body } : undefined;
    }, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual((await honest.query(query)).data);
    expect(answer.extensions.entrez.calls).toMatchObject({ elink: 6, total: 6 });
  });

  it('is asked for id by id when it merges several records, and nothing is guessed', async () => {
    const query = '{ records { gene(uids: [7157, 672, 675]) { clinvar(first: 1000) { totalCount nodes { uid } } } } }';
    const single: string[] = [];
    const answer = await askWhile((request) => {
      const ids = idsOf(request);
      if (ids.length === 1) {
        single.push(...ids);
        return undefined;
      }
      const linksetdbs = [{ dbto: 'clinvar', linkname: 'gene_clinvar', links: ['1', '2'] }];
      const xml = `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList>${ids.map((id) => `<Id>${id}</Id>`).join('')}</IdList>
        <LinkSetDb><DbTo>clinvar</DbTo><LinkName>gene_clinvar</LinkName><Link><Id>1</Id></Link></LinkSetDb></LinkSet></eLinkResult>`;
      return { body: isJson(request) ? JSON.stringify({ linksets: [{ dbfrom: 'gene', ids, linksetdbs }] }) : xml };
    }, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual((await honest.query(query)).data);
    expect(single.toSorted()).toEqual(['672', '675', '7157']);
  });

  it('is matched by the echoed id when its link sets come in another order', async () => {
    const answer = await askWhile((request) => {
      const linksets = idsOf(request)
        .toReversed()
        .map((id) => ({
          dbfrom: 'gene',
          ids: [id],
          linksetdbs: [{ dbto: 'books', linkname: 'gene_books', links: [`${id}00`] }],
        }));
      return { body: JSON.stringify({ linksets }) };
    }, '{ records { gene(uids: [7157, 672, 675]) { books { nodes { uid } } } } }');
    expect(answer.data).toEqual({
      records: { gene: ['715700', '67200', '67500'].map((uid) => ({ books: { nodes: [{ uid }] } })) },
    });
  });
});

describe('a summary that fails', () => {
  const symbols = (...uids: number[]): string => `{ records { gene(uids: [${uids.join(', ')}]) { symbol } } }`;

  /** Summaries of the sort that a well-meaning NCBI would give for any uid. */
  function summaries(uids: readonly string[], more: object = {}): Interception {
    const result = { uids, ...Object.fromEntries(uids.map((uid) => [uid, { uid, name: `GENE${uid}` }])) };
    return { body: JSON.stringify({ header: { type: 'esummary' }, result, ...more }) };
  }

  it('does not, only because control characters stand raw in its JSON strings', async () => {
    const body = '{"result":{"uids":["11"],"11":{"uid":"11","name":"TP\t53","description":"two\nlines"}}}';
    const answer = await askWhile(() => ({ body }), '{ gene(uid: 11) { symbol docsum } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({ gene: { symbol: 'TP\t53', docsum: { description: 'two\nlines' } } });
    expect(answer.extensions.entrez.calls.total).toBe(1);
  });

  it('for one unknown uid leaves the others of its batch alone', async () => {
    const body = JSON.stringify({
      result: {
        uids: ['21', '22', '23'],
        21: { uid: '21', name: 'A' },
        22: { uid: '22', error: 'cannot get document summary' },
        23: { uid: '23', name: 'C' },
      },
    });
    const answer = await askWhile(() => ({ body }), symbols(21, 22, 23));
    expect(answer.data).toEqual({ records: { gene: [{ symbol: 'A' }, null, { symbol: 'C' }] } });
    expect(codesOf(answer)).toEqual(['records.gene.1: UNKNOWN_ID']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'gene', uids: ['22'] });
    expect(answer.extensions.entrez.calls.total).toBe(1);
  });

  it('because one uid spoils the whole list is cornered, and the others are answered', async () => {
    const answer = await askWhile(
      (request) => {
        const ids = idsOf(request);
        return ids.includes('32') ? summaries([], { error: 'Invalid uid 32 at position= 3' }) : summaries(ids);
      },
      symbols(31, 32, 33),
    );
    expect(answer.data).toEqual({ records: { gene: [{ symbol: 'GENE31' }, null, { symbol: 'GENE33' }] } });
    expect(codesOf(answer)).toEqual(['records.gene.1: UNKNOWN_ID']);
  });

  it('by leaving a uid out is asked for once more', async () => {
    const asked: string[][] = [];
    const answer = await askWhile(
      (request) => {
        asked.push(idsOf(request));
        return summaries(idsOf(request).filter((uid) => asked.length > 1 || uid !== '42'));
      },
      symbols(41, 42, 43),
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({ records: { gene: [41, 42, 43].map((uid) => ({ symbol: `GENE${uid}` })) } });
    expect(asked).toEqual([['41', '42', '43'], ['42']]);
  });

  it('by leaving a uid out twice is MALFORMED_RESPONSE for that uid alone', async () => {
    const answer = await askWhile(
      (request) => summaries(idsOf(request).filter((uid) => uid !== '52')),
      symbols(51, 52, 53),
    );
    expect(answer.data).toEqual({ records: { gene: [{ symbol: 'GENE51' }, { symbol: null }, { symbol: 'GENE53' }] } });
    expect(codesOf(answer)).toEqual(['records.gene.1.symbol: MALFORMED_RESPONSE']);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ db: 'gene', uids: ['52'] });
  });

  it('is not confused with a record that does not exist: exists is null with the failure', async () => {
    const answer = await askWhile(
      ({ utility }) => (utility === 'esummary' ? { status: 501, body: 'no' } : undefined),
      '{ gene(uid: 7157) { uid exists taxonomy { nodes { uid exists } } } }',
    );
    expect(answer.data).toEqual({
      gene: { uid: '7157', exists: null, taxonomy: { nodes: [{ uid: '9606', exists: null }] } },
    });
    expect(codesOf(answer).toSorted()).toEqual([
      'gene.exists: UPSTREAM_UNAVAILABLE',
      'gene.taxonomy.nodes.0.exists: UPSTREAM_UNAVAILABLE',
    ]);
  });
});

describe('an API key that NCBI refuses', () => {
  it('is INVALID_API_KEY at once, and stands nowhere in the answer', async () => {
    await using keyed = await RunningGateway.start({ settings: { NCBI_API_KEY: 'invalid-s3cret' } });
    const answer = await keyed.query('{ gene(uid: 7157) { uid symbol } search { gene(term: "TP53") { totalCount } } }');
    expect(answer.data).toEqual({ gene: { uid: '7157', symbol: null }, search: { gene: null } });
    expect(codesOf(answer).toSorted()).toEqual(['gene.symbol: INVALID_API_KEY', 'search.gene: INVALID_API_KEY']);
    expect(JSON.stringify(answer)).not.toContain('s3cret');
    expect(keyed.sandbox.requests).toHaveLength(2);
  });
});

describe('an operation that ends before its answer', () => {
  it('by its deadline is told so, while the work it shares goes on for others', async () => {
    await using hasty = await RunningGateway.start();
    const query = '{ gene(uid: 7157) { symbol omim { totalCount } } }';
    await hasty.query('{ gene(uid: 7157) { symbol } }');
    const held = new HeldAnswers('elink');
    hasty.sandbox.intercept(held.interceptor);
    const late = await hasty.query(query, {}, { 'x-entrez-deadline-ms': '1000' });
    expect(late.data).toEqual({ gene: { symbol: 'TP53', omim: null } });
    expect(codesOf(late)).toEqual(['gene.omim: DEADLINE_EXCEEDED']);
    expect(late.extensions.entrez).toMatchObject({ calls: { total: 0 }, unfinished: 1 });

    const next = hasty.query(query);
    held.release();
    expect((await next).errors).toBeUndefined();
    expect(hasty.callsOf('elink')).toBe(1);
  });

  it('because its caller went away does not disturb those who asked the same', async () => {
    const query = '{ gene(uid: 7157) { medgenDiseases { totalCount } } }';
    const before = gateway.callsOf('elink');
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const leaving = new AbortController();
    const left = fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });
    const stayed = gateway.query(query);
    await held.arrived;
    leaving.abort();
    await expect(left).rejects.toThrow();
    held.release();
    expect((await stayed).errors).toBeUndefined();
    expect(gateway.callsOf('elink')).toBe(before + 1);
  });
});
