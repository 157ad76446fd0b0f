import { parser } from '@prometheus-io/lezer-promql';

import type { Sample } from '../support/metrics.js';

/** What is wrong with an expression of PromQL, and the names of metrics that it asks for. */
export interface Reading {
  /** The pieces that cannot be read; an empty expression is one. */
  readonly mistakes: readonly string[];
  readonly metrics: readonly string[];
}

/** What an expression selects: a metric and the filters of its labels. */
export interface Selector {
  readonly metric: string;
  readonly filters: readonly (readonly [label: string, operator: string, value: string])[];
}

/** Values for the variables of Grafana, which PromQL does not know. */
const VARIABLES: Readonly<Record<string, string>> = { $__rate_interval: '5m', $job: '.*', $instance: '.*' };

/** Reads an expression with the parser of Prometheus' own editor. */
export function readExpression(text: string): Reading {
  const expression = text.replace(/\$\w+/g, (name) => VARIABLES[name] ?? name);
  const mistakes: string[] = expression.trim() === '' ? [''] : [];
  const metrics: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) {
        mistakes.push(`${expression.slice(from, to)} at ${from} of ${expression}`);
      } else if (type.name === 'VectorSelector') {
        metrics.push(/^\w+/.exec(expression.slice(from, to))?.[0] ?? expression.slice(from, to));
      }
    },
  });
  return { mistakes, metrics };
}

/** The selectors of an expression, in its order. */
export function selectorsOf(text: string): readonly Selector[] {
  const found: Selector[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.name === 'VectorSelector') {
        const selector = text.slice(from, to);
        const filters = [...selector.matchAll(/(\w+)(=~|!~|!=|=)"([^"]*)"/g)];
        found.push({
          metric: /^\w+/.exec(selector)?.[0] ?? '',
          filters: filters.map(([, label = '', operator = '', value = '']) => [label, operator, value]),
        });
      }
    },
  });
  return found;
}

/** The sum of the samples that a selector selects. */
export function selected({ metric, filters }: Selector, samples: readonly Sample[]): number {
  return samples
    .filter(({ name, labels }) => name === metric && filters.every((filter) => passes(labels, filter)))
    .reduce((sum, { value }) => sum + value, 0);
}

function passes(labels: Sample['labels'], [label, operator, value]: Selector['filters'][number]): boolean {
  const its = labels[label] ?? '';
  const isSame = operator.endsWith('~') ? new RegExp(`^(?:${value})$`).test(its) : its === value;
  return operator.startsWith('!') ? !isSame : isSame;
}
