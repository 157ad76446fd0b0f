import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { prepareQuery } from '../../../src/cli/query/document.js';
import { readIds } from '../../../src/cli/query/ids-file.js';
import type { GivenIds, Input } from '../../../src/cli/query/input.js';
import { Output } from '../../../src/cli/query/output.js';
import { Progress } from '../../../src/cli/query/progress.js';
import { type Outcome, runQuery } from '../../../src/cli/query/run.js';
import { FakeClock } from '../../support/fake-clock.js';
import { HeldAnswers } from '../../support/held-answers.js';
import { RunningGateway } from '../../support/running-gateway.js';

const GENES = 'query Genes($uids: [ID!]!) { records { gene(uids: $uids) { uid symbol } } }';

interface Result {
  readonly outcome: Outcome;
  readonly out: string;
  readonly notes: string;
}

describe('entrez-graph query, in the process', () => {
  let running: RunningGateway;
  beforeAll(async () => {
    running = await RunningGateway.start({ settings: { NCBI_RPS: '100' } });
  });
  afterEach(() => {
    running.sandbox.intercept(undefined);
  });
  afterAll(async () => {
    await running[Symbol.asyncDispose]();
  });

  const prepare = (asked: Partial<Input> & { readonly text: string }) =>
    prepareQuery(running.gateway, {
      file: 'doc.graphql',
      operationName: undefined,
      variables: {},
      ids: undefined,
      format: 'csv',
      rows: undefined,
      ...asked,
    });

  async function query(
    asked: Partial<Input> & { readonly text: string },
    {
      stop = new AbortController().signal,
      maxCalls = Infinity,
      stream = new PassThrough(),
    }: { readonly stop?: AbortSignal; readonly maxCalls?: number; readonly stream?: Writable } = {},
  ): Promise<Result> {
    const notes = new PassThrough();
    const output = new Output(stream);
    const outcome = await runQuery({
      gateway: running.gateway,
      ...prepare(asked),
      output,
      progress: new Progress({ notes, clock: new FakeClock(), quiet: false }),
      limits: { deadlineMs: Infinity, maxCalls },
      stop,
    });
    const out = stream instanceof PassThrough ? text(stream) : '';
    await output.end();
    notes.end();
    return { outcome, out: await out, notes: await text(notes) };
  }

  const ids = (...all: string[]): GivenIds => ({ ids: all });

  it('gives the answer as GraphQL has it, and tells the cost', async () => {
    const { outcome, out, notes } = await query({
      text: 'query A { a: gene(uid: "7157") { symbol } } query B { databases { name } }',
      operationName: 'A',
      format: 'json',
    });
    expect(outcome).toBe('complete');
    expect(JSON.parse(out)).toMatchObject({
      data: { a: { symbol: 'TP53' } },
      extensions: { entrez: { calls: { esummary: 1, total: 1 }, source: 'sandbox' } },
    });
    expect(notes).toMatch(/^1 request to the sandbox \(1 esummary\), 0 cache hits\. .* s for the rate limit\.\n$/);
  });

  it('asks about any number of ids in chunks, in their order; chunks share calls, which count once', async () => {
    const before = running.sandbox.requests.length;
    const given = { ids: ['672', '675', '1956', '672'], chunk: 1 };
    const { outcome, out, notes } = await query({ text: GENES, ids: given });
    expect([outcome, out]).toEqual([
      'complete',
      'input,records.gene.uid,records.gene.symbol,error\n672,672,BRCA1,\n675,675,BRCA2,\n1956,1956,EGFR,\n672,672,BRCA1,\n',
    ]);
    const calls = running.sandbox.requests.length - before;
    expect(calls).toBeLessThan(4);
    expect(notes).toMatch(new RegExp(`^${calls} requests? to the sandbox`));
  });

  it.each([
    ['pubmed', '"PMID: 219391"\tof a table\nPMID\n10.1093/nar/gkh340 # MUSCLE\nPMC390337\nhttps://pubmed.ncbi.nlm.nih.gov/219391/', '219391 ? 15034147 15034147 219391'], // prettier-ignore
    ['protein', "Accession\r\n'P04637'\r\nsp|P04637|P53_HUMAN\r\nuniprot:P04637\r\nNP_000537.3\r\n1TUP:A\r\n120407068", '9000000026 9000000026 9000000026 120407068 ? 120407068'], // prettier-ignore
    ['gds', '\uFEFFGEO accession\nGEO:GSE93374\n"gse93374"\n\nhttps://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE93374\n200093374\nPMID:1', '200093374 200093374 200093374 200093374 ?'], // prettier-ignore
    ['snp', 'rsID\nrs1800562\nRS 7412\ndbSNP:rs268\nhttps://www.ncbi.nlm.nih.gov/snp/rs264\n268\nTP53', '1800562 7412 268 264 268 ?'], // prettier-ignore
    ['taxonomy', 'Species\nHomo sapiens\n"house mouse"\ntxid9606\nNCBITaxon:10090\nBacillus', '9606 10090 9606 10090 ?'], // prettier-ignore
    ['clinvar', 'VariationID\n9\nVCV000000009.5\nRCV000000019\n"NM_000410.3(HFE):c.845G>A (p.Cys282Tyr)"\nrs1800562x', '9 9 9 9 ?'], // prettier-ignore
    ['structure', 'PDB code\n1tup\npdb_00001tup\nPDB:1TUP\nhttps://www.rcsb.org/structure/1TUP\nTUP', '9000000029 9000000029 9000000029 9000000029 ?'], // prettier-ignore
    ['medgen', 'CUI\nC0002395\nUMLS:C0002395\nAlzheimer disease\nD1', '1853 1853 1853 ?'], // prettier-ignore
  ])(
    'asks about names of %s as files have them: each has its row, and a bad one costs no other',
    async (db, file, uids) => {
      const { out } = await query({
        text: `query ($ids: [ID!]!) { records { ${db}(ids: $ids) { uid } } }`,
        ids: readIds(file),
      });
      const [, ...rows] = out.trim().split('\n');
      expect(rows.map((row) => /,(\d+),?$/.exec(row)?.[1] ?? '?').join(' ')).toBe(uids);
    },
  );

  it('raises no warning of Node when a hundred operations run at once', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error): void => {
      warnings.push(warning);
    };
    process.on('warning', note);
    const many = Array.from({ length: 120 }, (_each, index) => String(index + 1));
    const { outcome } = await query({ text: GENES.replace('symbol', 'url'), ids: { ids: many, chunk: 1 } });
    // Node emits warnings in a later turn.
    await new Promise(setImmediate);
    process.off('warning', note);
    expect([outcome, warnings]).toEqual(['complete', []]);
  });

  it('asks one operation for each id where the variable takes only one', async () => {
    const { outcome, out } = await query({
      text: 'query ($uid: ID!, $n: Int) { gene(uid: $uid) { omim(first: $n) { nodes { uid } } } }',
      variables: { n: 1 },
      ids: ids('7157', '672'),
      format: 'ndjson',
    });
    expect([outcome, out.match(/^\{"input":"\d+","uid":"\d+"\}$/gm)?.length]).toEqual(['cut', 2]);
  });

  it.each([
    [
      'a page in each record',
      '{ gene(uid: "7157") { pubmed(first: 1) { nodes { uid } } omim { totalCount } } }',
      'gene.pubmed (1)',
    ],
    ['the end of a list', '{ gene(uid: "7157") { pubmed(last: 1) { edges { node { uid } } } } }', 'gene.pubmed (1)'],
    ['a search', '{ search { pubmed(term: "p53", first: 1) { nodes { uid } } } }', 'search.pubmed (1)'],
    [
      'an alias in a fragment',
      '{ gene(uid: "7157") { ...A } } fragment A on Gene { p: pubmed(first: 1) { n: nodes { uid } } }',
      'gene.p (1)',
    ],
  ])('says that lists are cut, and where: %s', async (_what, text, where) => {
    const { outcome, notes, out } = await query({ text, format: 'json' });
    expect([outcome, (await query({ text, format: 'tsv' })).outcome]).toEqual(['complete', 'cut']);
    expect(notes).toContain(`1 list is cut at the end of a page: ${where}.`);
    expect(out).not.toContain('pageInfo');
  });

  it('is complete where all lists are whole, or only counted', async () => {
    const text =
      '{ gene(uid: "7157") { omim(first: 100) { nodes { uid } pageInfo { hasNextPage } } pubmed { totalCount } } }';
    const { outcome, out } = await query({ text, format: 'ndjson', rows: 'gene.omim.nodes' });
    expect([outcome, out]).toEqual(['complete', expect.stringMatching(/^(\{"uid":"\d+"\}\n)+$/)]);
    expect((await query({ text, format: 'csv' })).out).toMatch(
      /^gene\.omim\.nodes\.uid,gene\.omim\.pageInfo\.hasNextPage,/,
    );
  });

  it('is partial when something failed, tells what, and shows no failure as empty', async () => {
    const { outcome, out, notes } = await query({ text: GENES, ids: ids('7157', '99999999999', 'x'), format: 'tsv' });
    expect(out).toContain(
      '\n7157\t7157\tTP53\t\n99999999999\tERROR UNKNOWN_ID 99999999999\tERROR UNKNOWN_ID 99999999999\tUNKNOWN_ID: The sample data hold no record',
    );
    expect(out).toMatch(/\nx\tERROR BAD_USER_INPUT\tERROR BAD_USER_INPUT\tBAD_USER_INPUT: .*\n$/);
    expect(outcome).toBe('partial');
    expect(notes).toMatch(
      /^2 errors: 1 \w+, 1 \w+\n( {2}records\.gene\.\d: .* \((BAD_USER_INPUT|UNKNOWN_ID)\)\n){2}\d/,
    );
  });

  it('has failed when there is nothing but errors, or when it is refused as a whole', async () => {
    running.sandbox.intercept(() => ({ status: 404, body: 'gone' }));
    const failed = await query({ text: '{ gene(uid: "2") { symbol } }', format: 'json' });
    expect(failed.outcome).toBe('failed');
    expect(JSON.parse(failed.out)).toMatchObject({
      data: { gene: { symbol: null } },
      errors: [{ path: ['gene', 'symbol'] }],
    });
    const page = 'pubmed(first: 1000) { nodes { uid } }';
    const text = `{ gene(uid: "2") { pubmed(first: 1000) { nodes { gene(first: 1000) { nodes { ${page} } } } } } }`;
    const refused = await query({ text, format: 'csv' });
    expect([refused.outcome, refused.out]).toEqual(['failed', expect.stringMatching(/\nERROR OPERATION_TOO_LARGE\n$/)]);
    expect(refused.notes).toMatch(/^1 error: 1 OPERATION_TOO_LARGE\n/);
  });

  it('holds to a limit of calls', async () => {
    const text = '{ gene(uid: "7157") { uid clinvar { nodes { uid title } } } }';
    const limited = await query({ text }, { maxCalls: 1 });
    expect([limited.outcome, limited.notes]).toEqual(['partial', expect.stringContaining('BUDGET_EXCEEDED')]);
    expect((await query({ text })).outcome).toBe('complete');
  });

  it('answers parts that could be deferred as a whole', async () => {
    const { out } = await query({ text: '{ gene(uid: "7157") { uid ... @defer { symbol } } }' });
    expect(out).toBe('gene.uid,gene.symbol\n7157,TP53\n');
  });

  it.each([
    ['json', '51', /^\[\n(\{"errors":\[.*DEADLINE_EXCEEDED.*"uid":"51","symbol":null.*\},?\n){3}\]\n$/],
    ['ndjson', '52', /^(\{"input":"52","uid":"52","symbol":null,"__errors":\[\{.*DEADLINE_EXCEEDED.*\}\n){3}$/],
    ['csv', '53', /^input,.*,error\n(53,53,ERROR DEADLINE_EXCEEDED,DEADLINE_EXCEEDED: .*\n){3}$/],
    ['tsv', '54', /^input\t.*\terror\n(54\t54\tERROR DEADLINE_EXCEEDED\tDEADLINE_EXCEEDED: .*\n){3}$/],
  ] as const)('when it is stopped, leaves valid %s of what was known by then', async (format, uid, valid) => {
    const held = new HeldAnswers('esummary');
    running.sandbox.intercept(held.interceptor);
    const stop = new AbortController();
    const given = { ids: [uid, uid, uid], chunk: 1 };
    const asked = query({ text: GENES, ids: given, format }, { stop: stop.signal });
    await held.arrived;
    stop.abort();
    const { outcome, out, notes } = await asked;
    held.release();
    expect([outcome, out]).toEqual(['partial', expect.stringMatching(valid)]);
    expect(format === 'json' ? JSON.parse(out) : [0, 0, 0]).toHaveLength(3);
    expect(notes).toMatch(/^3 errors: 3 DEADLINE_EXCEEDED\n/);
  });

  it('asks no further when nobody reads on', async () => {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    });
    const many = Array.from({ length: 5000 }, (_each, index) => String(index + 1));
    const { notes } = await query({ text: GENES.replace('symbol', 'url'), ids: { ids: many, chunk: 1 } }, { stream });
    expect(notes).toBe('');
  });

  it.each([
    [{ text: '{ gene(uid: "1") {\n  symbl } }' }, /^doc\.graphql:2:3: Cannot query field "symbl" on type "Gene"\./],
    [{ text: '{ gene(' }, /^doc\.graphql:1:8: Syntax Error: Expected Name, found <EOF>\.$/],
    [{ text: 'fragment A on Gene { uid }' }, /^doc\.graphql has no operation\.$/],
    [{ text: 'query A { gene(uid: 1) { uid } } query B { gene(uid: 1) { uid } }' }, /several.*--operation.*: A, B\.$/],
    [
      { text: 'query A { gene(uid: 1) { uid } }', operationName: 'C' },
      /^doc\.graphql has no operation C\. Its operations are A\.$/,
    ],
    [{ text: GENES, variables: { uids: ['1'], uid: 1 } }, /^The operation has no variable \$uid\. It has \$uids\.$/],
    [{ text: GENES }, /^Variable "\$uids" of required type "\[ID!\]!" was not provided\.$/],
    [{ text: GENES, ids: ids() }, /^--ids contains no ids/],
    [{ text: GENES, ids: { ids: ['1'], variable: 'x' } }, /no variable \$x of type ID or String/],
    [
      { text: 'query ($a: ID!, $b: ID!) { a: gene(uid: $a) { uid } b: gene(uid: $b) { uid } }', ids: ids('1') },
      /Name one with --ids-variable: \$a, \$b\./,
    ],
    [{ text: GENES, ids: ids('1'), variables: { uids: [] } }, /Remove it from --variables/],
    [{ text: '{ gene(uid: 1) { uid } }', ids: ids('1') }, /no variable that takes ids/],
    [
      { text: 'query ($a: ID!) { gene(uid: $a) { uid } }', ids: { ids: ['1'], chunk: 2 } },
      /--chunk needs a list variable\. \$a takes one id at a time/,
    ],
  ])('refuses %j before anything is asked', (asked, complaint) => {
    expect(() => prepare(asked)).toThrow(complaint);
  });
});
