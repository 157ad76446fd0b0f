import { describe, expect, it } from 'vitest';

import { HeldAnswers } from '../support/held-answers.js';
import { idsOf, type Interception, parameterOf, type SandboxRequest } from '../support/interceptor.js';
import { RunningGateway } from '../support/running-gateway.js';

const SYMBOLS = '{ records { gene(uids: [7157, 672, 675]) { symbol } } }';
const CONDITIONS = '{ records { gene(uids: [7157, 672, 675]) { omim(first: 1000) { totalCount nodes { uid } } } } }';

function isJson(request: SandboxRequest): boolean {
  return parameterOf(request, 'retmode') === 'json';
}

function summaries(uids: readonly string[], more: object = {}): Interception {
  const result = { uids, ...Object.fromEntries(uids.map((uid) => [uid, { uid, name: `GENE${uid}` }])) };
  return { body: JSON.stringify({ header: { type: 'esummary' }, result, ...more }) };
}

describe.concurrent('an answer that cannot be taken as it is', () => {
  it('is accepted with raw control characters inside its JSON strings', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({
      body: '{"result":{"uids":["7157"],"7157":{"uid":"7157","name":"TP\t53","description":"two\nlines"}}}',
    }));
    const answer = await gateway.query('{ gene(uid: 7157) { symbol docsum } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.gene).toMatchObject({ symbol: 'TP\t53', docsum: { description: 'two\nlines' } });
    expect(answer.extensions.entrez.calls.total).toBe(1);
  });

  it.each([
    ['cut off', '{"linksets":[{"dbfrom":"gene","ids":["7157"],"linksetd'],
    ['empty', ''],
    ['without link sets', '{"header":{"type":"elink"}}'],
  ])('is asked for as XML when the JSON is %s', async (_what, body) => {
    await using gateway = await RunningGateway.start();
    const honest = await gateway.query(CONDITIONS);
    await using other = await RunningGateway.start();
    other.sandbox.intercept((request) => (isJson(request) ? { body } : undefined));
    const answer = await other.query(CONDITIONS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(honest.data);
    expect(answer.extensions.entrez.calls).toMatchObject({ elink: 2, total: 2 });
  });

  it('is asked for id by id when it merges the links of several records, and nothing is guessed', async () => {
    await using gateway = await RunningGateway.start();
    const honest = await gateway.query(CONDITIONS);
    await using other = await RunningGateway.start();
    other.sandbox.intercept((request) => {
      const ids = idsOf(request);
      if (ids.length === 1) {
        return undefined;
      }
      const linkSetDb = { dbto: 'omim', linkname: 'gene_omim', links: ['191170', '113705'] };
      const xml = `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList>${ids.map((id) => `<Id>${id}</Id>`).join('')}</IdList>
        <LinkSetDb><DbTo>omim</DbTo><LinkName>gene_omim</LinkName><Link><Id>191170</Id></Link></LinkSetDb></LinkSet></eLinkResult>`;
      return {
        body: isJson(request) ? JSON.stringify({ linksets: [{ dbfrom: 'gene', ids, linksetdbs: [linkSetDb] }] }) : xml,
      };
    });
    const answer = await other.query(CONDITIONS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual(honest.data);
    const single = other.sandbox.requests.map(idsOf).filter(({ length }) => length === 1);
    expect(single.flat().toSorted()).toEqual(['672', '675', '7157']);
  });

  it('is matched by the echoed id when its link sets come in another order', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) => ({
      body: JSON.stringify({
        linksets: idsOf(request)
          .toReversed()
          .map((id) => ({
            dbfrom: 'gene',
            ids: [id],
            linksetdbs: [{ dbto: 'omim', linkname: 'gene_omim', links: [`${id}00`] }],
          })),
      }),
    }));
    const answer = await gateway.query(CONDITIONS);
    expect(answer.data).toHaveProperty(
      'records.gene',
      ['7157', '672', '675'].map((uid) => ({ omim: { totalCount: 1, nodes: [{ uid: `${uid}00` }] } })),
    );
  });
});

describe.concurrent('a summary that fails', () => {
  it('for one unknown uid leaves the others of its batch alone', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({
      body: JSON.stringify({
        result: {
          uids: ['7157', '672', '675'],
          '7157': { uid: '7157', name: 'TP53' },
          '672': { uid: '672', error: 'cannot get document summary' },
          '675': { uid: '675', name: 'BRCA2' },
        },
      }),
    }));
    const answer = await gateway.query(SYMBOLS);
    expect(answer.data).toHaveProperty('records.gene', [{ symbol: 'TP53' }, null, { symbol: 'BRCA2' }]);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      path: ['records', 'gene', 1],
      extensions: { code: 'UNKNOWN_ID', db: 'gene', uids: ['672'] },
    });
    expect(answer.extensions.entrez.calls.total).toBe(1);
  });

  it('because one uid spoils the whole list is cornered, and the others are answered', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) => {
      const ids = idsOf(request);
      return ids.includes('672') ? summaries([], { error: 'Invalid uid 672 at position= 5' }) : summaries(ids);
    });
    const answer = await gateway.query(SYMBOLS);
    expect(answer.data).toHaveProperty('records.gene', [{ symbol: 'GENE7157' }, null, { symbol: 'GENE675' }]);
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(['UNKNOWN_ID']);
  });

  it('by leaving a uid out is asked for once more', async () => {
    await using gateway = await RunningGateway.start();
    let calls = 0;
    gateway.sandbox.intercept((request) => {
      calls += 1;
      return summaries(idsOf(request).filter((uid) => calls > 1 || uid !== '672'));
    });
    const answer = await gateway.query(SYMBOLS);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toHaveProperty(
      'records.gene',
      ['7157', '672', '675'].map((uid) => ({ symbol: `GENE${uid}` })),
    );
    expect(gateway.sandbox.requests.map(idsOf)).toEqual([['7157', '672', '675'], ['672']]);
  });

  it('by leaving a uid out twice is MALFORMED_RESPONSE for that uid alone', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept((request) => summaries(idsOf(request).filter((uid) => uid !== '672')));
    const answer = await gateway.query(SYMBOLS);
    expect(answer.data).toHaveProperty('records.gene', [
      { symbol: 'GENE7157' },
      { symbol: null },
      { symbol: 'GENE675' },
    ]);
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]).toMatchObject({
      path: ['records', 'gene', 1, 'symbol'],
      extensions: { code: 'MALFORMED_RESPONSE', db: 'gene', uids: ['672'] },
    });
  });

  it('is not confused with a record that does not exist: exists is null with the failure', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) => (utility === 'esummary' ? { status: 501, body: 'no' } : undefined));
    const answer = await gateway.query('{ gene(uid: 7157) { uid exists omim(first: 1) { nodes { uid exists } } } }');
    expect(answer.data?.gene).toEqual({
      uid: '7157',
      exists: null,
      omim: { nodes: [{ uid: expect.any(String) as unknown, exists: null }] },
    });
    expect(new Set(answer.errors?.map(({ extensions: { code } }) => code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});

describe.concurrent('an API key that NCBI refuses', () => {
  it('is INVALID_API_KEY at once, and stands nowhere in the answer', async () => {
    await using gateway = await RunningGateway.start({ settings: { NCBI_API_KEY: 'invalid-s3cret' } });
    const answer = await gateway.query(
      '{ gene(uid: 7157) { uid symbol } search { gene(term: "TP53") { totalCount } } }',
    );
    expect(answer.data).toEqual({ gene: { uid: '7157', symbol: null }, search: { gene: null } });
    expect(answer.errors?.map(({ extensions: { code } }) => code)).toEqual(['INVALID_API_KEY', 'INVALID_API_KEY']);
    expect(JSON.stringify(answer)).not.toContain('s3cret');
    expect(gateway.sandbox.requests).toHaveLength(2);
  });
});

describe.concurrent('an operation that ends before its answer', () => {
  const QUERY = '{ gene(uid: 7157) { symbol omim { totalCount } } }';

  it('by its deadline is told so, while the work it shares goes on for others', async () => {
    await using gateway = await RunningGateway.start({ settings: { DEADLINE_MS: '1000' } });
    await gateway.query('{ gene(uid: 7157) { symbol } }');
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const late = await gateway.query(QUERY);
    expect(late.data?.gene).toEqual({ symbol: 'TP53', omim: null });
    expect(late.errors?.map(({ extensions: { code } }) => code)).toEqual(['DEADLINE_EXCEEDED']);

    const next = gateway.query(QUERY);
    held.release();
    expect((await next).errors).toBeUndefined();
    expect(gateway.callsOf('elink')).toBe(1);
  });

  it('because its caller went away does not disturb those who asked the same', async () => {
    await using gateway = await RunningGateway.start();
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const leaving = new AbortController();
    const left = fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
      signal: leaving.signal,
    });
    const stayed = gateway.query(QUERY);
    await held.arrived;
    leaving.abort();
    await expect(left).rejects.toThrow();
    held.release();
    const answer = await stayed;
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toHaveProperty('gene.symbol', 'TP53');
    expect(gateway.callsOf('elink')).toBe(1);
  });
});
