import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';

import { ask } from '../../examples/client/ask.js';
import { printReport, readGene } from '../../examples/client/gene-report.js';
import { askWithRetries, retryDelay } from '../../examples/client/retry.js';
import { GeneReportDocument, type GeneReportQuery } from '../../examples/generated/graphql.js';
import { ERROR_CODES } from '../../src/eutils/failures/errors.js';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { hurryClock } from '../support/hurried-clock.js';
import { RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

const EXAMPLE = fileURLToPath(new URL('../../examples/client/gene-report.ts', import.meta.url));
const MANIFEST = fileURLToPath(new URL('../../examples/generated/persisted-documents.json', import.meta.url));

describe('the typed example client', () => {
  let gateway: RunningGateway;
  let url: string;
  beforeEach(async () => {
    gateway = await RunningGateway.start();
    url = `${gateway.server.url}/graphql`;
  });
  afterEach(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('has data of the type of its selection, and refuses variables that the operation lacks', async () => {
    const { data } = await ask({ url }, GeneReportDocument, { uid: '7157' });
    expectTypeOf(data).toEqualTypeOf<GeneReportQuery>();
    expectTypeOf(data.gene?.symbol).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error -- the operation has no such variable, and needs another
    await expect(ask({ url }, GeneReportDocument, { symbol: 'TP53' })).rejects.toThrow('"$uid"');
    expect(data.gene?.symbol).toBe('TP53');
  });

  it('reads a gene and its papers page by page, each paper once', async () => {
    const { gene, papers, errors } = await readGene({ url }, '7157', 25, 10);
    expect(errors).toEqual([]);
    expect(gene).toMatchObject({ symbol: 'TP53', organism: { scientificName: 'Homo sapiens' } });
    const { data } = await gateway.query('{ gene(uid: "7157") { pubmed(first: 25) { nodes { uid } } } }');
    expect(papers.map(({ uid }) => ({ uid }))).toEqual(data?.gene.pubmed.nodes);
  });

  it('ends with the last page', async () => {
    const { gene, papers } = await readGene({ url }, '7157', 1000);
    expect(papers).toHaveLength(gene?.pubmed?.totalCount ?? NaN);
    expect(new Set(papers.map(({ uid }) => uid)).size).toBe(papers.length);
  });

  it('says what went wrong with a gene that is not there', async () => {
    const report = await readGene({ url }, '999999999', 5);
    expect(report).toMatchObject({
      gene: null,
      papers: [],
      errors: [{ path: ['gene'], extensions: { code: 'UNKNOWN_ID' } }],
    });
    expect(printReport(report)).toMatch(/^No gene\. UNKNOWN_ID: /);
  });

  it('shows what there is, and which field could not be had', async () => {
    await using failing = await RunningGateway.start({
      sandbox: { rps: 0, faults: parseFaults('http-400:elink') },
    });
    const report = await readGene({ url: `${failing.server.url}/graphql` }, '7157', 5);
    expect(printReport(report)).toMatch(/^TP53: [^]*An unknown number of papers[^]*gene\.pubmed failed: [A-Z_]+\n$/);
  });

  it('rejects when the operation as a whole is refused', async () => {
    await expect(ask({ url }, GeneReportDocument, { uid: '7157', papers: 'all' as unknown as number })).rejects.toThrow(
      'The operation was refused: Variable "$papers"',
    );
  });

  it('runs an operation again after the time that a transient error names, and returns the second answer', async () => {
    let failing = true;
    gateway.sandbox.intercept(({ utility }) =>
      failing && utility === 'elink' ? { status: 503, body: '' } : undefined,
    );
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      failing = false;
      return Promise.resolve();
    };
    const { data, errors } = await askWithRetries({ url }, GeneReportDocument, { uid: '7157' }, { wait });
    expect(waits).toHaveLength(1);
    expect(errors).toEqual([]);
    expect(data.gene?.pubmed?.totalCount).toBeGreaterThan(0);
  });

  it('returns an error that repeating cannot cure, or that stays, after as many attempts as it may make', async () => {
    const waits: number[] = [];
    const wait = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    const unknown = await askWithRetries({ url }, GeneReportDocument, { uid: '999999999' }, { wait });
    expect([unknown.errors[0]?.extensions.code, waits]).toEqual(['UNKNOWN_ID', []]);
    gateway.sandbox.intercept(({ utility }) => (utility === 'elink' ? { status: 503, body: '' } : undefined));
    const failed = await askWithRetries({ url }, GeneReportDocument, { uid: '7157' }, { attempts: 2, wait });
    expect([failed.errors[0]?.extensions.code, waits.length]).toEqual(['UPSTREAM_UNAVAILABLE', 1]);
  });

  it('retries the errors that may go away by themselves, and no others', () => {
    const codes = Object.keys(ERROR_CODES);
    const transient = codes.filter((code) => retryDelay([{ message: '', extensions: { code } }]) !== undefined);
    expect(transient.toSorted()).toEqual([
      'DEADLINE_EXCEEDED',
      'MALFORMED_RESPONSE',
      'OVERLOADED',
      'SHUTTING_DOWN',
      'UPSTREAM_RATE_LIMITED',
      'UPSTREAM_TIMEOUT',
      'UPSTREAM_UNAVAILABLE',
    ]);
  });

  it('waits for the longest of the times that errors name', () => {
    const error = (code: string, retryAfterMs?: number) => ({
      message: '',
      extensions: { code, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    });
    expect(retryDelay([error('UPSTREAM_RATE_LIMITED', 400), error('UPSTREAM_TIMEOUT'), error('BAD_USER_INPUT')])).toBe(
      1000,
    );
    expect(retryDelay([error('UNKNOWN_ID')])).toBeUndefined();
  });

  it('runs as a program', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', EXAMPLE, '672', url]);
    expect(stdout).toMatch(/^BRCA1: .*\(Homo sapiens\)\n\d+ papers, the first 10:\n/);
  });
});

describe('the manifest of trusted documents', () => {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Readonly<Record<string, string>>;

  it('has the example client by the hash that it sends', () => {
    const text = manifest[GeneReportDocument.__meta__?.hash as string];
    expect(text).toMatch(/^query GeneReport\(/);
  });

  it('is all that a server needs to answer the example client by hash alone', async () => {
    await using gateway = await RunningGateway.start({ settings: { TRUSTED_DOCUMENTS: MANIFEST } });
    const server = { url: `${gateway.server.url}/graphql`, trustsDocumentsOnly: true };
    const { papers, errors } = await readGene(server, '7157', 2);
    expect(errors).toEqual([]);
    expect(papers).toHaveLength(2);
    await expect(readGene({ ...server, trustsDocumentsOnly: false }, '7157', 2)).rejects.toThrow(
      'The operation was refused',
    );
  });
});
