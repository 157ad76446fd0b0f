import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { FaultName } from '../../src/sandbox/faults/faults.js';
import { parseFaults } from '../../src/sandbox/faults/parse-faults.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { HeldAnswers } from '../support/held-answers.js';
import { hurryClock } from '../support/hurried-clock.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

hurryClock(5);

interface Failure {
  /** The fault, the field of TP53 that meets it, and its link name. */
  readonly fault: FaultName;
  readonly field: string;
  readonly linkName: string;
  readonly code: string;
  readonly calls: number;
}

/** Each fault strikes one link name, so that all of them are met in one operation. */
const FAILURES: readonly Failure[] = [
  { fault: 'in-body-error', field: 'snp', linkName: 'gene_snp', code: 'UPSTREAM_UNAVAILABLE', calls: 3 },
  { fault: 'bad-part', field: 'taxonomy', linkName: 'gene_taxonomy', code: 'UPSTREAM_UNAVAILABLE', calls: 2 },
  { fault: 'empty', field: 'omim', linkName: 'gene_omim', code: 'MALFORMED_RESPONSE', calls: 3 },
  { fault: 'web-page', field: 'structure', linkName: 'gene_structure', code: 'UPSTREAM_UNAVAILABLE', calls: 3 },
  { fault: 'cut-off', field: 'clinvar', linkName: 'gene_clinvar', code: 'MALFORMED_RESPONSE', calls: 3 },
  { fault: 'no-root', field: 'pmc', linkName: 'gene_pmc', code: 'MALFORMED_RESPONSE', calls: 3 },
  { fault: 'http-500', field: 'protein', linkName: 'gene_protein', code: 'UPSTREAM_UNAVAILABLE', calls: 3 },
  { fault: 'http-502', field: 'nuccore', linkName: 'gene_nuccore', code: 'UPSTREAM_UNAVAILABLE', calls: 3 },
  {
    fault: 'refused-command',
    field: 'medgenDiseases',
    linkName: 'gene_medgen_diseases',
    code: 'UNSUPPORTED_COMMAND',
    calls: 1,
  },
  { fault: 'wrong-echo', field: 'genome', linkName: 'gene_genome', code: 'MALFORMED_RESPONSE', calls: 2 },
];

const QUERY = `{ gene(uid: 7157) {
  symbol
  pubmed(first: 1) { totalCount nodes { title } }
  ${FAILURES.map(({ field }) => `${field} { totalCount }`).join('\n')}
} }`;

describe('ELink failing in its ways', () => {
  let gateway: RunningGateway;
  let answer: GraphqlAnswer;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
    const rules = FAILURES.map(({ fault, linkName }) => `${fault}:${linkName}`);
    gateway.sandbox.faults.set(parseFaults(rules.join(',')));
    answer = await gateway.query(QUERY);
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it.each(FAILURES)('with $fault gives null and $code, never an empty connection', ({ field, linkName, code }) => {
    expect(answer.data).toHaveProperty(['gene', field], null);
    const error = answer.errors?.find(({ path }) => path?.join('.') === `gene.${field}`);
    expect(error?.extensions).toMatchObject({ code, db: 'gene', linkName, uids: ['7157'] });
  });

  it('leaves siblings intact', () => {
    expect(answer.data?.gene).toMatchObject({
      symbol: 'TP53',
      pubmed: { nodes: [{ title: expect.any(String) as unknown }] },
    });
    expect(answer.errors).toHaveLength(FAILURES.length);
  });

  it.each(FAILURES)('with $fault is given up after $calls calls', ({ linkName, calls }) => {
    const sent = gateway.sandbox.requests.filter((request) => request.params.some(([, value]) => value === linkName));
    expect(sent).toHaveLength(calls);
  });

  it('is counted by the account call for call', () => {
    const { calls } = answer.extensions.entrez;
    expect(calls.elink).toBe(1 + FAILURES.reduce((sum, { calls: each }) => sum + each, 0));
    expect(calls.esummary).toBe(2);
  });

  it('does not show addresses that NCBI echoes', () => {
    expect(JSON.stringify(answer)).not.toContain('"127.0.0.1');
    expect(JSON.stringify(answer)).not.toContain('192.0.2.10');
  });

  it('is forgotten at the next query', async () => {
    gateway.sandbox.faults.set([]);
    const later = await gateway.query(QUERY);
    expect(later.errors).toBeUndefined();
    for (const { field } of FAILURES) {
      expect(later.data).toHaveProperty(['gene', field, 'totalCount'], expect.any(Number));
    }
  });
});

describe.concurrent('NCBI out of reach', () => {
  it('is UPSTREAM_RATE_LIMITED after refusals by rate, with the time to wait', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.faults.set(parseFaults('http-429:elink'));
    const answer = await gateway.query('{ gene(uid: 7157) { symbol omim { totalCount } } }');
    expect(answer.data?.gene).toEqual({ symbol: 'TP53', omim: null });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', linkName: 'gene_omim' });
    expect(answer.errors?.[0]?.extensions.retryAfterMs).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
    expect(answer.extensions.entrez.calls.elink).toBe(3);
  });

  it('is waited for after one refusal', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.faults.set(parseFaults('http-429:x1'));
    const answer = await gateway.query('{ gene(uid: 7157) { omim { totalCount } } }');
    expect(answer.errors).toBeUndefined();
    expect(answer.extensions.entrez).toMatchObject({ calls: { elink: 2 } });
    expect(answer.extensions.entrez.waitedMs).toBeGreaterThan(0);
  });

  it('is UPSTREAM_UNAVAILABLE when connections break, and comes back', async () => {
    await using gateway = await RunningGateway.start();
    await gateway.query('{ gene(uid: 7157) { symbol } }');
    const held = new HeldAnswers('elink');
    gateway.sandbox.intercept(held.interceptor);
    const broken = gateway.query('{ gene(uid: 7157) { symbol omim { totalCount } } }');
    await held.arrived;
    await gateway.sandbox.close();
    const answer = await broken;
    expect(answer.data?.gene).toEqual({ symbol: 'TP53', omim: null });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', uids: ['7157'] });
    expect(answer.errors?.[0]?.message).not.toContain('7157');

    await using revived = await startSandbox({ rps: 0, port: Number(new URL(gateway.sandbox.url).port) });
    const later = await gateway.query('{ gene(uid: 7157) { symbol omim { totalCount } } }');
    expect(later.errors).toBeUndefined();
    expect(revived.requests.map(({ utility }) => utility)).toEqual(['elink']);
  });
});
