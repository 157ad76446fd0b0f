import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { Metrics } from '../../src/server/observability/metrics/metrics.js';
import { BackendBreakers } from '../../src/upstream/circuit-breaker/backends.js';
import { systemClock } from '../../src/upstream/clock.js';
import { pacerWith } from '../support/pacing.js';
import type { Operation } from '../../src/loading/operation/operation.js';
import type { RequestEnd } from '../../src/server/observability/request-end.js';
import type { KeyOwner } from '../../src/upstream/call.js';
import { type Sample, samplesIn } from '../support/metrics.js';
import { readExpression, type Selector, selected, selectorsOf } from './expressions.js';

const rules = z.object({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^EntrezGraph[A-Za-z]+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[smh]$/)
            .optional(),
          labels: z.strictObject({ severity: z.enum(['warning', 'critical']) }),
          annotations: z.strictObject({ summary: z.string().max(120), description: z.string() }),
        }),
      ),
    }),
  ),
});

const target = z.object({ refId: z.string(), expr: z.string(), datasource: z.object({ uid: z.string() }) });
const panel = z.object({
  id: z.number(),
  type: z.enum(['row', 'timeseries', 'stat']),
  title: z.string(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(target).optional(),
});
const dashboard = z.object({
  uid: z.string(),
  title: z.string(),
  schemaVersion: z.number(),
  templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
  panels: z.array(panel),
});

const textOf = (file: string): string => readFileSync(new URL(`../../ops/${file}`, import.meta.url), 'utf8');
const alerts = rules.parse(parse(textOf('alerts.yaml'), { strict: true, uniqueKeys: true }));
const board = dashboard.parse(JSON.parse(textOf('grafana-dashboard.json')));

/** Every expression of the two files, with where it stands. */
const EXPRESSIONS: readonly (readonly [where: string, expression: string])[] = [
  ...alerts.groups.flatMap((group) => group.rules.map(({ alert, expr }) => [alert, expr] as const)),
  ...board.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, refId }) => [`${title} ${refId}`, expr] as const),
  ),
];

let known: Set<string>;
beforeAll(async () => {
  const metrics = new Metrics(loadCatalog());
  const { pacer } = pacerWith();
  const sharing = { by: 'shared', members: 2 } as const;
  metrics.watch({ queued: 0, inFlight: 0, state: { ...pacer.state, sharing } }, new BackendBreakers(systemClock), {
    count: 0,
  });
  const text = await metrics.read();
  const types = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
  known = new Set(
    types.flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
});

describe('an expression of the dashboard or the alert rules', () => {
  it.each(EXPRESSIONS)('can be read, and asks for metrics that there are: %s', (_where, expression) => {
    const { mistakes, metrics } = readExpression(expression);
    expect(mistakes).toEqual([]);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !known.has(name))).toEqual([]);
  });

  it('would be found out if it could not be read', () => {
    expect(readExpression('sum by (job (up)').mistakes).not.toEqual([]);
    expect(readExpression('rate(up[$nothing])').mistakes).not.toEqual([]);
    expect(readExpression(' ').mistakes).not.toEqual([]);
    expect(readExpression('sum(rate(a_total[5m])) / b{c="d"}')).toEqual({ mistakes: [], metrics: ['a_total', 'b'] });
  });
});

describe('the alert rules', () => {
  it('have names of their own', () => {
    const names = alerts.groups.flatMap((group) => group.rules.map(({ alert }) => alert));
    expect(new Set(names).size).toBe(names.length);
  });

  /** The mistakes of callers, in every outcome that they can have. */
  const MISTAKES = [
    ['failed', ['BAD_USER_INPUT']],
    ['partial', ['BAD_USER_INPUT', 'BAD_USER_INPUT']],
    ['refused', ['BAD_USER_INPUT']],
    ['refused', ['UNAUTHENTICATED']],
    ['refused', ['GRAPHQL_VALIDATION_FAILED']],
    ['refused', ['GRAPHQL_PARSE_FAILED']],
    ['refused', ['CROSS_ORIGIN']],
    ['refused', ['QUOTA_EXCEEDED']],
    ['failed', ['INVALID_API_KEY']],
    ['partial', ['UNKNOWN_ID', 'INVALID_API_KEY']],
    ['failed', ['HISTORY_EXPIRED']],
    ['failed', ['BUDGET_EXCEEDED', 'LIST_TOO_LONG', 'OPERATION_TOO_LARGE']],
    ['aborted', []],
  ] as const satisfies readonly (readonly [RequestEnd['outcome'], readonly string[]])[];

  it.each(MISTAKES)('raise nothing about an operation that is %s by its caller with %j', async (outcome, codes) => {
    expect(await raised([{ outcome, codes, keyOwner: 'caller' }])).toEqual([]);
  });

  it('raise what they are named for, when NCBI, time or this server is to blame', async () => {
    const failed = (code: string, keyOwner: KeyOwner = 'none') =>
      raised([{ outcome: 'failed', codes: ['UNKNOWN_ID', code], keyOwner }]);
    expect(await failed('UPSTREAM_UNAVAILABLE')).toEqual(['EntrezGraphOperationsFail']);
    expect(await failed('DEADLINE_EXCEEDED')).toEqual(['EntrezGraphOperationsFail']);
    expect(await failed('INVALID_API_KEY', 'server')).toEqual(['EntrezGraphKeyRefused', 'EntrezGraphOperationsFail']);
    const unexpected = ['EntrezGraphOperationsFail', 'EntrezGraphUnexpectedErrors'];
    expect(await failed('INTERNAL_SERVER_ERROR')).toEqual(unexpected);
  });
});

/** The alerts whose first selector selects more after these operations than before: what they count, not what they divide by. */
async function raised(
  ends: readonly (Pick<RequestEnd, 'outcome' | 'codes'> & { readonly keyOwner: KeyOwner })[],
): Promise<string[]> {
  const metrics = new Metrics(loadCatalog());
  const read = async (): Promise<readonly Sample[]> => samplesIn(await metrics.read());
  const before = await read();
  for (const { keyOwner, ...end } of ends) {
    metrics.onRequestEnd({
      id: 'r-1',
      client: undefined,
      name: undefined,
      type: undefined,
      unexpected: [],
      took: 1,
      operation: { client: { keyOwner } } as unknown as Operation,
      traceId: undefined,
      ...end,
    });
  }
  const after = await read();
  const grows = (selector: Selector): boolean => selected(selector, after) > selected(selector, before);
  return alerts.groups
    .flatMap((group) => group.rules)
    .filter(({ expr }) =>
      selectorsOf(expr)
        .slice(0, 1)
        .filter(({ metric }) => metric.startsWith('entrez_'))
        .some(grows),
    )
    .map(({ alert }) => alert)
    .toSorted();
}

describe('the dashboard', () => {
  it('has panels that do not overlap, each with an id of its own', () => {
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(board.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  });

  it('asks the data source that its reader chooses', () => {
    expect(board.templating.list.map(({ name }) => name)).toEqual(['datasource', 'job', 'instance']);
    const sources = board.panels.flatMap(({ targets = [] }) => targets.map(({ datasource }) => datasource.uid));
    expect(new Set(sources)).toEqual(new Set(['${datasource}']));
  });

  it('shows every metric of the gateway', () => {
    const shown = new Set(EXPRESSIONS.flatMap(([, expression]) => readExpression(expression).metrics));
    const families = new Set([...known].map((name) => name.replace(/_(bucket|sum|count)$/, '')));
    const unseen = [...families].filter(
      (family) => family.startsWith('entrez_graph_') && ![...shown].some((name) => name.startsWith(family)),
    );
    expect(unseen).toEqual([]);
  });
});
