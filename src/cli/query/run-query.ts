import type { Gateway } from '../../server/gateway.js';
import { systemClock } from '../../upstream/clock.js';
import type { AnswerWriter } from './answer-writer.js';
import { type Answer, Asker } from './asker.js';
import { describeCost } from './cost-text.js';
import type { Written } from './document.js';
import { ErrorTally } from './error-tally.js';
import { Forecast } from './forecast.js';
import { inOrder } from './in-order.js';
import type { Output } from './output.js';
import type { Parts } from './parts.js';
import type { Progress } from './progress.js';

/** Ids that are asked about at the same time, and operations. The one fills batches, the other bounds the memory. */
const IDS_AT_ONCE = 2000;
const OPERATIONS_AT_ONCE = 100;

export interface QueryRun {
  readonly gateway: Gateway;
  readonly written: Written;
  /** What is asked, in this order. */
  readonly parts: Parts;
  readonly writer: AnswerWriter;
  readonly output: Output;
  readonly progress: Progress;
  /** Milliseconds and calls that each operation may take; may be infinite. */
  readonly deadline: number;
  readonly maxCalls: number;
  /** Ends the command: what is there by then is written. */
  readonly stop: AbortSignal;
}

/** What came of a command: everything, a part of it, or nothing but errors. */
export type Outcome = 'complete' | 'partial' | 'failed';

/**
 * Asks an operation once or, in parts, about many ids, and writes the answers in the order of the parts. What failed and
 * what it cost is told at the end.
 *
 * @throws Error when the output cannot be written.
 */
export async function runQuery({ parts, writer, output, progress, stop, ...asked }: QueryRun): Promise<Outcome> {
  const { pacer } = asked.gateway;
  const tally = new ErrorTally();
  const signal = AbortSignal.any([stop, output.gone]);
  const asker = new Asker({ ...asked, signal });
  const forecast = new Forecast({
    clock: systemClock,
    plan: (variables) => asker.plan(variables),
    pacer,
    callsDone: () => asker.account.calls.total,
    operations: parts.count,
    shared: parts.count > 1 && parts.idsEach === 1,
  });
  const ids = { done: 0, total: parts.ids };
  const answers = inOrder(
    parts,
    operationsAtOnce(parts.idsEach),
    async (part): Promise<Answer> => {
      forecast.began(part.variables);
      const answer = await asker.ask(part.variables);
      forecast.ended(part.variables);
      ids.done += part.ids;
      return answer;
    },
    signal,
  );

  const startedAt = systemClock.now();
  progress.start(() => ({
    ids: ids.total > 0 ? ids : undefined,
    callsDone: asker.account.calls.total,
    callsUnderWay: pacer.inFlight,
    waiting: pacer.queued,
    left: forecast.left,
  }));
  let written = 0;
  let failed = 0;
  try {
    await output.write(writer.begin());
    for await (const answer of answers) {
      tally.add(answer.errors);
      written += 1;
      failed += answer.errors.length > 0 && !holdsSomething(answer.data) ? 1 : 0;
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
    for (const line of [...tally.lines, ...(progress.quiet ? [] : [describeCost(asker.account, seconds)])]) {
      progress.note(line);
    }
  }
  if (failed === written) {
    return 'failed';
  }
  return tally.count > 0 || written < parts.count ? 'partial' : 'complete';
}

function operationsAtOnce(ids: number): number {
  return ids === 0 ? 1 : Math.min(OPERATIONS_AT_ONCE, Math.max(2, Math.ceil(IDS_AT_ONCE / ids)));
}

/** Whether anything in it is a value. */
function holdsSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(holdsSomething) : value != null;
}
