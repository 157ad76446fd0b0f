import { setMaxListeners } from 'node:events';

import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';

import { CostRecorder, type CostReport, NOTHING_SPENT } from '../../loading/operation/cost-recorder.js';
import type { Gateway } from '../../server/gateway.js';
import { systemClock } from '../../upstream/clock.js';
import type { PreparedQuery } from './document.js';
import { Forecast } from './forecast.js';
import { type Answer, codeOf } from './formats.js';
import type { Output } from './output.js';
import type { Progress } from './progress.js';

/** Ids and operations in progress at a time. The one fills batches, the other bounds the memory. */
const IDS_AT_ONCE = 2000;
const OPERATIONS_AT_ONCE = 100;

/** Errors that are printed in full. */
const PRINTED_ERRORS = 5;

export interface QueryRun extends PreparedQuery {
  readonly gateway: Gateway;
  readonly output: Output;
  readonly progress: Progress;
  /** Cancels the command: the results so far are written. */
  readonly stop: AbortSignal;
  /** Per operation; default: those of the gateway's configuration. */
  readonly limits?: { readonly deadlineMs?: number; readonly maxCalls?: number };
}

/** Result of a command: all data, data beside errors, or errors only. */
export type Outcome = 'complete' | 'partial' | 'failed';

/**
 * Runs an operation once or, in parts, for many ids, and writes the answers in the order of the parts. Errors and cost are
 * noted at the end.
 *
 * @throws Error when the output cannot be written.
 */
export async function runQuery(run: QueryRun): Promise<Outcome> {
  const { gateway, valid, parts, writer, output, progress, stop, limits } = run;
  const signal = AbortSignal.any([stop, output.gone]);
  // Each operation in progress listens to it.
  setMaxListeners(0, signal);
  const total = new CostRecorder();
  const operationName = valid.operation.name?.value;
  const forecast = new Forecast({
    clock: systemClock,
    plan: (variables) => gateway.plan({ query: valid.text, operationName, variables }),
    pacer: gateway.pacer,
    callsDone: () => total.report().calls.total,
    operations: parts.count,
    shared: parts.count > 1 && parts.idsEach === 1,
  });
  const ids = { done: 0, total: parts.ids };
  const answers = inOrder(
    parts,
    operationsAtOnce(parts.idsEach),
    async ({ variables, ids: count }): Promise<Answer> => {
      forecast.began(variables);
      const { document } = valid;
      const result = await gateway.execute({
        ...{ document, operationName, variables, signal, total },
        ...(limits && { limits }),
      });
      forecast.ended(variables);
      ids.done += count;
      return answerOf(result);
    },
    signal,
  );

  const startedAt = systemClock.now();
  progress.start(() => ({
    ids: ids.total > 0 ? ids : undefined,
    callsDone: total.report().calls.total,
    callsUnderWay: gateway.pacer.inFlight,
    waiting: gateway.pacer.queued,
    left: forecast.left,
  }));
  const tally = new ErrorTally();
  let written = 0;
  let failed = 0;
  try {
    await output.write(writer.begin());
    for await (const answer of answers) {
      tally.add(answer.errors);
      written += 1;
      failed += answer.errors.length > 0 && !hasValue(answer.data) ? 1 : 0;
      for (const text of writer.add(answer)) {
        await output.write(text);
      }
    }
    await output.write(writer.end());
  } finally {
    progress.stop();
  }
  if (!output.gone.aborted) {
    const seconds = (systemClock.now() - startedAt) / 1000;
    for (const line of [...tally.lines, ...(progress.quiet ? [] : [describeCost(total.report(), seconds)])]) {
      progress.note(line);
    }
  }
  if (failed === written) {
    return 'failed';
  }
  return tally.count > 0 || written < parts.count ? 'partial' : 'complete';
}

/** The result as clients see it; `http` in the extensions of errors is for a server. */
function answerOf({ data, errors = [], extensions }: ExecutionResult): Answer {
  const formatted = (error: GraphQLError): GraphQLFormattedError => {
    const { http: _http, ...others } = error.extensions;
    return { ...error.toJSON(), extensions: others };
  };
  const account = (extensions?.entrez ?? NOTHING_SPENT) as CostReport;
  return { data: data ?? null, errors: errors.map(formatted), account };
}

/**
 * Works on several items at once and yields the results in the order of the items. After an abort it starts no more work,
 * and yields what has been started.
 *
 * @param atOnce - Items in progress, or finished and waiting for their turn.
 */
async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
  signal: AbortSignal,
): AsyncGenerator<Result, void> {
  const started: Promise<Result>[] = [];
  for (const item of items) {
    if (signal.aborted) {
      break;
    }
    const result = work(item);
    // It may fail before its turn, when nothing awaits it yet.
    result.catch(() => undefined);
    started.push(result);
    if (started.length >= atOnce) {
      const [oldest] = started.splice(0, 1);
      yield await (oldest ?? result);
    }
  }
  for (const result of started) {
    yield await result;
  }
}

function operationsAtOnce(ids: number): number {
  return ids === 0 ? 1 : Math.min(OPERATIONS_AT_ONCE, Math.max(2, Math.ceil(IDS_AT_ONCE / ids)));
}

function hasValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(hasValue) : value != null;
}

/** Counts the errors of all answers of a command. */
class ErrorTally {
  readonly #byCode = new Map<string, number>();
  readonly #first: GraphQLFormattedError[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
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
function describeCost({ calls, cacheHits, waitedMs, source, degraded }: CostReport, seconds: number): string {
  const { total, ...byUtility } = calls;
  const used = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  const detail = used.length > 0 ? ` (${used.join(', ')})` : '';
  const to = source === 'sandbox' ? 'the sandbox' : 'NCBI';
  const parts = [
    `${total} ${total === 1 ? 'request' : 'requests'} to ${to}${detail}, ${cacheHits} cache ${cacheHits === 1 ? 'hit' : 'hits'}.`,
    `${seconds.toFixed(1)} s; all requests together waited ${(waitedMs / 1000).toFixed(1)} s for the rate limit.`,
    ...degraded.map(({ code, message }) => `Degraded: ${message} (${code})`),
  ];
  return parts.join(' ');
}
