import { parser } from '@prometheus-io/lezer-promql';

/** What is wrong with an expression of PromQL, and the names of metrics that it asks for. */
export interface Reading {
  /** The pieces that cannot be read; an empty expression is one. */
  readonly mistakes: readonly string[];
  readonly metrics: readonly string[];
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
