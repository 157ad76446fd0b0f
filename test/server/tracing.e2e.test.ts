import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { questionOf } from '../../src/server/observability/tracing/attributes.js';
import { Tracing } from '../../src/server/observability/tracing/tracing.js';
import { HeldAnswers } from '../support/held-answers.js';
import { RecordedSpans } from '../support/recorded-spans.js';
import { RunningGateway } from '../support/running-gateway.js';
import { askStreamed } from '../support/streamed-answer.js';

const KEY = '0123456789abcdef0123456789abcdef0123';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

let gateway: RunningGateway;
let recorded: RecordedSpans;
beforeAll(async () => {
  recorded = new RecordedSpans();
  gateway = await RunningGateway.start({ settings: { NCBI_API_KEY: KEY, NCBI_EMAIL: 'somebody@example.org' } });
});
afterAll(() => gateway[Symbol.asyncDispose]());
beforeEach(() => {
  recorded.take();
});

/** Every span below its parent, as `parent > name`. A set, since several may begin in the same moment. */
function tree(spans: readonly ReadableSpan[]): ReadonlySet<string> {
  const names = new Map(spans.map((span) => [span.spanContext().spanId, span.name]));
  const branches = spans.map(
    ({ name, parentSpanContext }) => `${names.get(parentSpanContext?.spanId ?? '') ?? ''} > ${name}`,
  );
  expect(new Set(branches).size).toBe(spans.length);
  return new Set(branches);
}

function named(spans: readonly ReadableSpan[], name: string): ReadableSpan {
  const [found, ...others] = spans.filter((span) => span.name === name);
  expect(others, name).toEqual([]);
  if (!found) {
    throw new Error(`There is no span ${name} among ${spans.map((span) => span.name).join(', ')}.`);
  }
  return found;
}

const linksOf = ({ links }: ReadableSpan): string[] => links.map(({ context }) => context.spanId);

describe('the spans of an operation', () => {
  it('lead from the operation over what it waits for, and the batch, to the call', async () => {
    await gateway.query('query Diseases { gene(uid: 7157) { omim { totalCount } } }');
    const spans = recorded.take();
    expect(tree(spans)).toEqual(
      new Set([
        ' > query',
        'query > neighbor gene omim gene_omim',
        'neighbor gene omim gene_omim > batch neighbor gene omim gene_omim',
        'batch neighbor gene omim gene_omim > POST elink.fcgi',
      ]),
    );
    expect(new Set(spans.map((span) => span.spanContext().traceId)).size).toBe(1);
    expect(named(spans, 'query')).toMatchObject({
      kind: SpanKind.SERVER,
      attributes: {
        'graphql.operation.name': 'Diseases',
        'graphql.operation.type': 'query',
        'entrez.outcome': 'answered',
        'entrez.calls': 1,
      },
      status: { code: SpanStatusCode.UNSET },
    });
    expect(named(spans, 'batch neighbor gene omim gene_omim').attributes).toMatchObject({ 'entrez.batch.keys': 1 });
  });

  it('say what was sent in the names of the conventions, and no key or address', async () => {
    await gateway.query('{ gene(uid: 672) { symbol } }');
    const spans = recorded.take();
    const { attributes, kind } = named(spans, 'POST esummary.fcgi');
    expect(kind).toBe(SpanKind.CLIENT);
    expect(attributes).toMatchObject({
      'http.request.method': 'POST',
      'url.full': `${gateway.sandbox.url}esummary.fcgi`,
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(gateway.sandbox.url).port),
      'http.response.status_code': 200,
      'entrez.ids': 1,
      'entrez.source': 'sandbox',
    });
    const all = JSON.stringify(spans.map((span) => [span.name, span.attributes, span.events, span.status]));
    expect(all).not.toContain(KEY);
    expect(all).not.toContain('somebody');
  });

  it('are few when all is known', async () => {
    await gateway.query('query Again { gene(uid: 672) { symbol } }');
    expect(tree(recorded.take())).toEqual(new Set([' > query']));
  });

  it('say what went wrong', async () => {
    gateway.sandbox.intercept(() => ({ status: 400, body: '{"error":"API key invalid"}' }));
    await gateway.query('{ protein(uid: 1) { length } }');
    gateway.sandbox.intercept(() => undefined);
    const spans = recorded.take();
    for (const name of ['query', 'POST esummary.fcgi']) {
      expect(named(spans, name)).toMatchObject({
        attributes: { 'error.type': 'INVALID_API_KEY' },
        status: { code: SpanStatusCode.ERROR },
      });
    }
    expect(named(spans, 'POST esummary.fcgi').attributes).toMatchObject({ 'http.response.status_code': 400 });
  });
});

describe('a call that several operations share', () => {
  it('is part of one trace, and linked to the others', async () => {
    const held = new HeldAnswers('esummary');
    gateway.sandbox.intercept(held.interceptor);
    const first = gateway.query('query First { gene(uid: 675) { symbol } }');
    await held.arrived;
    // Its first payload shows that it waits for the rest, which is under way already.
    const query = 'query Second { gene(uid: 675) { uid ... @defer { symbol } } }';
    const second = await askStreamed(`${gateway.server.url}/graphql`, query);
    held.release();
    await Promise.all([first, second.text()]);
    const spans = recorded.take();
    const batch = named(spans, 'batch esummary gene');
    const groups = spans.filter(({ name }) => name === 'esummary gene');
    expect(groups).toHaveLength(2);
    const [own, other] = groups.map((span) => span.spanContext());
    expect(batch.parentSpanContext?.spanId).toBe(own?.spanId);
    expect(linksOf(batch)).toEqual([other?.spanId]);
    expect(batch.spanContext().traceId).not.toBe(other?.traceId);
    expect(named(spans, 'POST esummary.fcgi').parentSpanContext?.spanId).toBe(batch.spanContext().spanId);
  });

  it('is linked to all who wanted it when it was sent', async () => {
    await using slow = await RunningGateway.start({ settings: { NCBI_MAX_IN_FLIGHT: '1' } });
    const held = new HeldAnswers('esummary');
    slow.sandbox.intercept(held.interceptor);
    const first = slow.query('{ gene(uid: 675) { symbol } }');
    await held.arrived;
    // Their first payloads show that they wait for the rest, which cannot be sent before the first call is answered.
    const uids = [7157, 672, 675];
    const waiting = await Promise.all(
      uids.map((uid) =>
        askStreamed(
          `${slow.server.url}/graphql`,
          `{ gene(uid: ${uid}) { uid ... @defer { clinvar { totalCount } } } }`,
        ),
      ),
    );
    held.release();
    await Promise.all([first, ...waiting.map((response) => response.text())]);
    const calls = recorded.take().filter(({ name }) => name === 'POST elink.fcgi');
    expect(calls).toHaveLength(1);
    expect(calls.flatMap(linksOf)).toHaveLength(uids.length - 1);
  });
});

describe('a trace that begins elsewhere', () => {
  const ask = (traceparent: string): Promise<Response> =>
    fetch(`${gateway.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent },
      body: JSON.stringify({ query: 'query Traced { gene(uid: 7157) { symbol } }' }),
    });

  it('goes on here', async () => {
    await (await ask(`00-${TRACE}-00f067aa0ba902b7-01`)).text();
    const { parentSpanContext } = named(recorded.take(), 'query');
    expect(parentSpanContext).toMatchObject({ traceId: TRACE, spanId: '00f067aa0ba902b7', isRemote: true });
  });

  it('is not recorded here when it is not there', async () => {
    await (await ask(`00-${TRACE}-00f067aa0ba902b7-00`)).text();
    expect(recorded.take()).toEqual([]);
  });
});

describe('the name of a question in a span', () => {
  it.each([
    ['neighbor gene pubmed gene_pubmed ', 'neighbor gene pubmed gene_pubmed'],
    ['neighbor_score pubmed pubmed pubmed_pubmed ["a secret term",null]', 'neighbor_score pubmed pubmed pubmed_pubmed'],
    ['filter gene ["a secret term"]', 'filter gene'],
    ['lookup protein accession within', 'lookup protein'],
    ['esearch', 'esearch'],
  ])('%s', (question, name) => {
    expect(questionOf(question)).toBe(name);
  });
});

describe('without an SDK', () => {
  it('nothing is recorded', async () => {
    await recorded[Symbol.asyncDispose]();
    expect(new Tracing('http://127.0.0.1/').begin(new Headers())).toBeUndefined();
    expect((await gateway.query('{ gene(uid: 7157) { symbol } }')).errors).toBeUndefined();
  });
});
