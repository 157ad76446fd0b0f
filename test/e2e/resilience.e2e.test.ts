import { describe, expect, it } from 'vitest';

import { hurryClock } from '../support/hurried-clock.js';
import { type Interceptor, parameterOf } from '../support/interceptor.js';
import { type GraphqlAnswer, RunningGateway } from '../support/running-gateway.js';

const PAPER = '26186194';
const RELATED = `{ pubmed(uid: "${PAPER}") { related(first: 5) { edges { score node { uid } } } } }`;

const scoresFail: Interceptor = (request) =>
  parameterOf(request, 'cmd') === 'neighbor_score'
    ? { body: '{"header":{"type":"elink"},"linksets":[],"ERROR":"NCBI C++ Exception: score server is away"}' }
    : undefined;

function uidsOf({ data }: GraphqlAnswer): string[] {
  const edges = data?.pubmed.related.edges as { node: { uid: string } }[];
  return edges.map(({ node }) => node.uid);
}

hurryClock(5);

describe('when the score service fails', () => {
  it('related records come in the same order without scores, and the answer says what is missing', async () => {
    await using gateway = await RunningGateway.start();
    const whole = await gateway.query(RELATED);
    await using poor = await RunningGateway.start();
    poor.sandbox.intercept(scoresFail);
    const answer = await poor.query(RELATED);
    expect(answer.errors).toBeUndefined();
    expect(uidsOf(answer)).toEqual(uidsOf(whole));
    expect(answer.data?.pubmed.related.edges[0].score).toBeNull();
    expect(answer.extensions.entrez.degraded).toMatchObject([
      { code: 'UPSTREAM_UNAVAILABLE', message: expect.stringContaining('Scores are missing.') as unknown },
    ]);
  });

  it('what depends on scores fails: nobody knows which links would pass', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(scoresFail);
    const answer = await gateway.query(`{ pubmed(uid: "${PAPER}") {
      close: related(minScore: 1) { totalCount } all: related { edges { score } }
    } }`);
    expect(answer.errors).toMatchObject([{ path: ['pubmed', 'close'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    expect(answer.data?.pubmed.close).toBeNull();
    expect(answer.data?.pubmed.all.edges.length).toBeGreaterThan(0);
  });
});

describe('when a back end is down', () => {
  it('no permits are spent on it after some questions in a row, and the others go on', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(({ utility }) => (utility === 'elink' ? { status: 503, body: '' } : undefined));
    const ask = (uid: number): Promise<GraphqlAnswer> =>
      gateway.query(`{ gene(uid: "${uid}") { symbol omim { totalCount } } }`);
    for (const uid of [7157, 672, 675, 1080, 348]) {
      await ask(uid);
    }
    const spent = gateway.callsOf('elink');
    const answer = await ask(1956);
    expect(gateway.callsOf('elink')).toBe(spent);
    expect(answer.data?.gene.symbol).toBe('EGFR');
    expect(answer.errors).toMatchObject([
      {
        path: ['gene', 'omim'],
        message: expect.stringMatching(/^NCBI's link service failed 5 times in a row and is left alone/) as unknown,
        extensions: { code: 'UPSTREAM_UNAVAILABLE', retryAfterMs: expect.any(Number) as unknown },
      },
    ]);
    const ready = await fetch(`${gateway.server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready', down: [{ what: 'link' }] }]);
  });
});

describe('when NCBI blocks this address', () => {
  it('nothing more is asked, whatever the question, and the server says that it is not ready', async () => {
    await using gateway = await RunningGateway.start();
    gateway.sandbox.intercept(() => ({
      status: 403,
      body: '<html><title>Access denied</title><body>Possible misuse from 192.0.2.7: access is blocked.</body></html>',
    }));
    const first = await gateway.query('{ gene(uid: "7157") { symbol } }');
    const asked = gateway.sandbox.requests.length;
    const second = await gateway.query('{ gene(uid: "672") { symbol omim { totalCount } } }');
    expect(gateway.sandbox.requests).toHaveLength(asked);
    expect(asked).toBe(1);
    const text = JSON.stringify([first, second]);
    expect(text).toContain('NCBI appears to block this address');
    expect(text).not.toContain('192.0.2.7');
    const ready = await fetch(`${gateway.server.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([503, { status: 'blocked' }]);
  });
});
