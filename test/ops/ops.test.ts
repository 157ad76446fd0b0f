import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { Metrics } from '../../src/server/observability/metrics/metrics.js';
import { BackendBreakers } from '../../src/upstream/circuit-breaker/backends.js';
import { systemClock } from '../../src/upstream/clock.js';
import { pacerWith } from '../support/pacing.js';
import { readExpression } from './expressions.js';

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
  metrics.watch({ queued: 0, inFlight: 0, state: { ...pacer.state, sharing } }, new BackendBreakers(systemClock));
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
});

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
