import type { GraphQLFormattedError } from 'graphql';

import type { CostReport } from '../../loading/operation/cost-report.js';
import type { UsedTable } from '../../loading/operation/used-tables.js';
import { codeOf } from '../../rows/failures.js';

/** Such as 20 November 2026. */
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** Errors that are printed in full. */
const PRINTED_ERRORS = 5;

/** Counts the errors of all answers of a command. */
export class ErrorTally {
  readonly #byCode: Map<string, number>;
  readonly #first: GraphQLFormattedError[] = [];
  #count: number;

  /** @param counts - Of an earlier run that this one continues. */
  constructor(counts: Readonly<Record<string, number>> = {}) {
    this.#byCode = new Map(Object.entries(counts));
    this.#count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  }

  get count(): number {
    return this.#count;
  }

  /** By code. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#byCode);
  }

  add(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) {
      const code = codeOf(error);
      this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
      this.#count += 1;
      if (this.#first.length < PRINTED_ERRORS) {
        this.#first.push(error);
      }
    }
  }

  /** Numbers by code, and the first errors; empty without errors. */
  get lines(): readonly string[] {
    if (this.#count === 0) {
      return [];
    }
    const byCode = [...this.#byCode].map(([code, count]) => `${count} ${code}`).join(', ');
    const more = this.#count - this.#first.length;
    return [
      `${this.#count} ${this.#count === 1 ? 'error' : 'errors'}: ${byCode}`,
      ...this.#first.map(describeError),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ];
  }
}

function describeError(error: GraphQLFormattedError): string {
  const where = error.path ? `${error.path.join('.')}: ` : '';
  return `  ${where}${error.message.replace(/\s+/g, ' ')} (${codeOf(error)})`;
}

/** The cost of a command in a line. */
export function describeCost(
  { calls, unfinished = 0, cacheHits, waitedMs, source, degraded, tables = [] }: CostReport,
  seconds: number,
): string {
  const { total, ...byUtility } = calls;
  const used = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  const detail = used.length > 0 ? ` (${used.join(', ')})` : '';
  const to = source === 'sandbox' ? 'the sandbox' : 'NCBI';
  const parts = [
    `${total} ${total === 1 ? 'request' : 'requests'} to ${to}${detail}, ${cacheHits} cache ${cacheHits === 1 ? 'hit' : 'hits'}.`,
    ...(unfinished > 0 ? [`${unfinished} more without a result.`] : []),
    ...(tables.length > 0 ? [`${tables.map(describeTable).join(', ')}.`] : []),
    `${seconds.toFixed(1)} s; all requests together waited ${(waitedMs / 1000).toFixed(1)} s for the rate limit.`,
    ...degraded.map(({ code, message }) => `Degraded: ${message} (${code})`),
  ];
  return parts.join(' ');
}

function describeTable({ name, asOf, edges }: UsedTable): string {
  const links = `${edges.toLocaleString('en')} ${edges === 1 ? 'link' : 'links'}`;
  return `${links} from table ${name} of ${DATE.format(new Date(asOf))}`;
}
