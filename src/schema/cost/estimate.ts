import type { GraphQLSchema } from 'graphql';

import { atOnce, type Sliced } from '../../eutils/body/slices.js';
import type { Utility } from '../../eutils/wire.js';
import type { Context } from '../core/context.js';
import type { FieldReport } from './field-report.js';
import { readOperation, type WrittenOperation } from './read-operation.js';
import { predictLevels, type PredictedLevel, predictSeconds, type Range, total } from './prediction.js';
import { DryRun } from './dry-run.js';

/** Answers to one question that an operation would take from the cache. */
export interface CachedAnswers {
  readonly utility: Utility;
  readonly about: string;
  readonly answers: number;
}

/** What an operation would cost now. */
export interface Plan {
  readonly calls: Range;
  readonly seconds: Range;
  readonly levels: readonly PredictedLevel[];
  readonly cached: readonly CachedAnswers[];
  readonly fields: readonly FieldReport[];
  /** Whether all that it asks could be foreseen. */
  readonly complete: boolean;
  readonly notes: readonly string[];
}

/**
 * Predicts the cost of an operation. Nothing is asked for that.
 *
 * @throws EntrezError `BAD_USER_INPUT` or `OPERATION_TOO_LARGE` when the operation could not be executed.
 */
export function planOperation(written: WrittenOperation, context: Context, schema: GraphQLSchema): Plan {
  return atOnce(planSteps(written, context, schema));
}

/** {@link planOperation} in slices: where others wait meanwhile, none of them for long. */
export function* planSteps(
  written: WrittenOperation,
  { loaders, operation }: Context,
  schema: GraphQLSchema,
): Sliced<Plan> {
  const read = readOperation(written, schema);
  yield;
  const run = new DryRun(read, loaders, operation.notBefore);
  const steps = run.run();
  while (steps.next().done !== true) {
    if (operation.endedBy) {
      throw operation.endedBy;
    }
    yield;
  }
  const { plannedCalls, fields } = run;
  const levels = predictLevels(plannedCalls, loaders.latency);
  return {
    calls: total(levels.map(({ calls }) => calls)),
    seconds: predictSeconds(levels, operation.client.pacer.state),
    levels,
    cached: plannedCalls.known.map(({ question: { utility, about }, answers }) => ({ utility, about, answers })),
    fields,
    complete: fields.every(({ cost }) => cost !== 'UNFORESEEN'),
    notes: fields.flatMap(({ notes }) => notes),
  };
}
