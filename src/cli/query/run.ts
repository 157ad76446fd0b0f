import { setMaxListeners } from 'node:events';

import { CutLists } from '../../rows/cut-lists.js';
import { project } from '../../rows/project.js';
import type { Range } from '../../schema/cost/prediction.js';
import { systemClock } from '../../upstream/clock.js';
import type { Answer } from './answer.js';
import type { PreparedQuery } from './document.js';
import { Forecast } from './forecast.js';
import { inOrder } from './in-order.js';
import type { Variables } from './input.js';
import { Operations, type OperationsOptions } from './operations.js';
import type { Continuation } from './pages/continuation.js';
import { describeBehind, requests } from './pages/cost-behind.js';
import { describeCuts } from './pages/describe-cuts.js';
import type { Pager } from './pages/pager.js';
import type { Part } from './parts.js';
import type { Progress } from './progress.js';
import type { Reached, Sink } from './target/sink.js';
import { stepsOf } from './steps.js';
import { describeCost, ErrorTally } from './tally.js';

/** Ids and operations in progress at a time. The one fills batches, the other bounds the memory. */
const IDS_AT_ONCE = 2000;
const OPERATIONS_AT_ONCE = 100;

export interface QueryRun extends PreparedQuery {
  readonly gateway: OperationsOptions['gateway'];
  readonly output: Sink;
  readonly progress: Progress;
  /** Cancels the command: the results so far are written. */
  readonly stop: AbortSignal;
  /** Per operation; default: those of the gateway's configuration. */
  readonly limits?: NonNullable<OperationsOptions['limits']>;
  /** How far an earlier run has come. */
  readonly from?: Reached | undefined;
}

/** Result of a command: all data, lists cut at the end of a page, data beside errors, or errors only. */
export type Outcome = 'complete' | 'cut' | 'partial' | 'failed';

/**
 * Runs an operation once or, in parts, for many ids, and writes the answers in the order of the parts. Errors and cost are
 * noted at the end.
 *
 * @throws Error when the output cannot be written.
 */
export function runQuery(run: QueryRun): Promise<Outcome> {
  return new Run(run).outcome();
}

class Run {
  readonly #run: QueryRun;
  readonly #signal: AbortSignal;
  readonly #operations: Operations;
  readonly #tally: ErrorTally;
  readonly #cuts: CutLists;
  readonly #ids: { done: number; readonly total: number };
  #hasValues: boolean;
  #isWhole = true;
  #isBehindTold = false;

  constructor(run: QueryRun) {
    const { stop, output, shape, parts, from } = run;
    this.#run = run;
    this.#signal = AbortSignal.any([stop, output.gone]);
    // Each operation in progress listens to it.
    setMaxListeners(0, this.#signal);
    this.#operations = new Operations({ ...run, signal: this.#signal });
    this.#tally = new ErrorTally(from?.errors);
    this.#cuts = new CutLists(shape, from?.cuts);
    this.#hasValues = from?.hasValues ?? false;
    this.#ids = { done: from?.place.inputs ?? 0, total: parts.ids };
  }

  async outcome(): Promise<Outcome> {
    const { gateway, output, progress, writer } = this.#run;
    const startedAt = systemClock.now();
    const forecast = this.#forecast();
    if (this.#run.all && !progress.quiet) {
      progress.note(this.#costBefore());
    }
    progress.start(() => ({
      ids: this.#ids.total > 0 ? this.#ids : undefined,
      callsDone: this.#operations.total.report().calls.total,
      callsUnderWay: gateway.pacer.inFlight,
      waiting: gateway.pacer.queued,
      left: forecast.left,
    }));
    try {
      await this.#write(forecast);
    } finally {
      progress.stop();
    }
    if (!output.gone.aborted) {
      const seconds = (systemClock.now() - startedAt) / 1000;
      const cost = progress.quiet ? [] : [describeCost(this.#operations.total.report(), seconds)];
      for (const line of [...this.#tally.lines, ...describeCuts(this.#cuts.counts, this.#run.all), ...cost]) {
        progress.note(line);
      }
    }
    if (this.#tally.count > 0 || !this.#isWhole) {
      return this.#hasValues ? 'partial' : 'failed';
    }
    // Rows do not show how long their pages were to be.
    return (writer.format === 'json' ? this.#cuts.anyUnsized : this.#cuts.any) ? 'cut' : 'complete';
  }

  async #write(forecast: Forecast): Promise<void> {
    const { parts, output, writer, shape, from } = this.#run;
    const start = from?.place.inputs ?? 0;
    const work = async (part: Part) => ({ part, answer: await this.#answer(part, forecast) });
    const answers = inOrder(parts.from(start), this.#atOnce, work, this.#signal);
    const pager = this.#run.all ? this.#operations.pager() : undefined;
    if (!from) {
      await output.write(writer.begin());
    }
    let written = 0;
    for await (const { part, answer } of answers) {
      this.#cuts.add(answer.data, pager?.paths);
      this.#hasValues ||= answer.errors.length === 0 || hasValue(answer.data);
      written += Math.max(1, part.inputs.length);
      if (writer.format === 'json') {
        this.#tally.add(answer.errors);
        await output.write(writer.add({ ...answer, data: project(answer.data, shape) as Answer['data'] }));
      } else {
        await this.#writeRows(answer, part, pager);
      }
    }
    this.#isWhole = start + written >= Math.max(1, parts.ids);
    await output.write(writer.format === 'json' ? writer.end() : '');
  }

  async #writeRows(answer: Answer, part: Part, pager: Pager | undefined): Promise<void> {
    const { output, writer, inputLists, shape, from } = this.#run;
    if (writer.format === 'json') {
      return;
    }
    const streamed = pager?.streamed(writer.path, inputLists);
    this.#tellBehind(answer, part, pager);
    const options = { inputLists, shape, pager, streamed };
    for await (const { piece, place } of stepsOf(answer, part, options, from?.place)) {
      // What the interruption has broken off is left to the run that resumes.
      if (this.#signal.aborted && output.reached) {
        this.#isWhole = false;
        return;
      }
      this.#tally.add(piece.errors);
      for (const text of writer.add(piece)) {
        await output.write(text);
      }
      const { counts: errors } = this.#tally;
      await output.reached?.({ place, errors, cuts: this.#cuts.counts, hasValues: this.#hasValues });
    }
  }

  async #answer(part: Part, forecast: Forecast): Promise<Answer> {
    forecast.began(part.variables);
    const answer = await this.#operations.run(part.variables);
    forecast.ended(part.variables);
    this.#ids.done += part.inputs.length;
    return answer;
  }

  /** The cost that can be foreseen while the lists are not known. */
  #costBefore(): string {
    const { paged, parts, valid } = this.#run;
    const [first] = parts.from(0);
    const calls = this.#operations.plan(paged.document, first?.variables ?? {}, valid.operation.name?.value);
    const each = parts.count === 1 ? '' : ` for the first of ${parts.count.toLocaleString('en')} operations`;
    return `First pages: ${calls ? `${requests(calls)}${each}` : 'cost unknown'}. Further pages: known after the first.`;
  }

  /** Says once what lies behind first pages. */
  #tellBehind({ data }: Answer, { variables }: Part, pager: Pager | undefined): void {
    const { progress } = this.#run;
    if (!pager || progress.quiet || this.#isBehindTold) {
      return;
    }
    const plan = ({ document }: Continuation, given: Variables): Range | undefined =>
      this.#operations.plan(document, given);
    const line = describeBehind(data, pager.continuations, variables, plan);
    this.#isBehindTold = line !== undefined;
    if (line !== undefined) {
      progress.note(line);
    }
  }

  #forecast(): Forecast {
    const { gateway, valid, parts } = this.#run;
    const operationName = valid.operation.name?.value;
    return new Forecast({
      clock: systemClock,
      plan: (variables) => gateway.plan({ query: valid.text, operationName, variables }),
      pacer: gateway.pacer,
      callsDone: () => this.#operations.total.report().calls.total,
      operations: parts.count,
      shared: parts.count > 1 && parts.idsEach === 1,
    });
  }

  get #atOnce(): number {
    const { idsEach } = this.#run.parts;
    const many = Math.min(OPERATIONS_AT_ONCE, Math.max(2, Math.ceil(IDS_AT_ONCE / idsEach)));
    return idsEach === 0 || this.#operations.isLimited ? 1 : many;
  }
}

function hasValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(hasValue) : value != null;
}
