import { setMaxListeners } from 'node:events';

import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';

import { CostRecorder, type CostReport, NOTHING_SPENT } from '../../loading/operation/cost-recorder.js';
import { project } from '../../rows/project.js';
import type { Gateway } from '../../server/gateway.js';
import { systemClock } from '../../upstream/clock.js';
import type { Answer } from './answer.js';
import type { Part, PreparedQuery } from './document.js';
import { Forecast } from './forecast.js';
import { inOrder } from './in-order.js';
import type { Output } from './output.js';
import { CutLists } from './pages/cuts.js';
import type { Progress } from './progress.js';
import { describeCost, ErrorTally } from './tally.js';

/** Ids and operations in progress at a time. The one fills batches, the other bounds the memory. */
const IDS_AT_ONCE = 2000;
const OPERATIONS_AT_ONCE = 100;

export interface QueryRun extends PreparedQuery {
  readonly gateway: Gateway;
  readonly output: Output;
  readonly progress: Progress;
  /** Cancels the command: the results so far are written. */
  readonly stop: AbortSignal;
  /** Per operation; default: those of the gateway's configuration. */
  readonly limits?: { readonly deadlineMs?: number; readonly maxCalls?: number };
}

/** Result of a command: all data, lists cut at the end of a page, data beside errors, or errors only. */
export type Outcome = 'complete' | 'cut' | 'partial' | 'failed';

/**
 * Runs an operation once or, in parts, for many ids, and writes the answers in the order of the parts. Errors and cost are
 * noted at the end.
 *
 * @throws Error when the output cannot be written.
 */
export async function runQuery(run: QueryRun): Promise<Outcome> {
  const { gateway, valid, shape, executed, parts, writer, output, progress, stop, limits } = run;
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
    async (part): Promise<{ readonly answer: Answer; readonly part: Part }> => {
      const { variables, inputs } = part;
      forecast.began(variables);
      const result = await gateway.execute({
        ...{ document: executed, operationName, variables, signal, total },
        ...(limits && { limits }),
      });
      forecast.ended(variables);
      ids.done += inputs.length;
      return { answer: answerOf(result), part };
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
  const cuts = new CutLists(shape);
  let written = 0;
  let failed = 0;
  try {
    await output.write(writer.begin());
    for await (const { answer, part } of answers) {
      tally.add(answer.errors);
      cuts.add(answer.data);
      written += 1;
      failed += answer.errors.length > 0 && !hasValue(answer.data) ? 1 : 0;
      const data = project(answer.data, shape) as Answer['data'];
      for (const text of writer.add({ ...answer, data }, part)) {
        await output.write(text);
      }
    }
    await output.write(writer.end());
  } finally {
    progress.stop();
  }
  if (!output.gone.aborted) {
    const seconds = (systemClock.now() - startedAt) / 1000;
    for (const line of [
      ...tally.lines,
      ...cuts.lines,
      ...(progress.quiet ? [] : [describeCost(total.report(), seconds)]),
    ]) {
      progress.note(line);
    }
  }
  if (failed === written) {
    return 'failed';
  }
  if (tally.count > 0 || written < parts.count) {
    return 'partial';
  }
  // Rows do not show how long their pages were to be.
  return (writer.hasRows ? cuts.any : cuts.anyUnsized) ? 'cut' : 'complete';
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

function operationsAtOnce(ids: number): number {
  return ids === 0 ? 1 : Math.min(OPERATIONS_AT_ONCE, Math.max(2, Math.ceil(IDS_AT_ONCE / ids)));
}

function hasValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(hasValue) : value != null;
}
