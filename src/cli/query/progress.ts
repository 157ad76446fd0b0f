import type { Writable } from 'node:stream';

import type { YogaLogger } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { Range } from '../../schema/cost/prediction.js';
import type { Clock, Milliseconds } from '../../upstream/clock.js';

/** A stream that people read, perhaps a terminal. */
export type Notes = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** How often a bar is redrawn on a terminal, and how often a line is written elsewhere. */
const REDRAW_EVERY: Milliseconds = 250;
const LINE_EVERY: Milliseconds = 5000;

const CLEAR_LINE = '\r\u001b[K';

const BAR = 24;

const LARGEST = ['h', 3600] as const;
const UNITS = [['s', 1], ['min', 60], LARGEST] as const;

/** The state of a command. */
export interface Standing {
  /** Ids with a result, where there are ids. */
  readonly ids?: { readonly done: number; readonly total: number } | undefined;
  readonly callsDone: number;
  readonly callsUnderWay: number;
  /** Batches that wait for the rate limit. */
  readonly waiting: number;
  /** Estimate of the rest; undefined where there is none. */
  readonly left?: { readonly calls: Range; readonly seconds: Range } | undefined;
}

export interface ProgressOptions {
  readonly notes: Notes;
  readonly clock: Clock;
  /** Whether only notes are written. */
  readonly quiet: boolean;
}

/** Shows the progress of a command: a bar on a terminal, a line every few seconds elsewhere. */
export class Progress {
  readonly quiet: boolean;
  readonly #notes: Notes;
  readonly #clock: Clock;
  #cancelTick: (() => void) | undefined;
  #isDrawn = false;

  constructor({ notes, clock, quiet }: ProgressOptions) {
    this.quiet = quiet;
    this.#notes = notes;
    this.#clock = clock;
  }

  /** Starts showing the state. */
  start(standing: () => Standing): void {
    if (!this.quiet) {
      this.#cancelTick = this.#clock.after(this.#notes.isTTY ? REDRAW_EVERY : LINE_EVERY, () => {
        this.#show(standing());
        this.start(standing);
      });
    }
  }

  /** Stops, and removes the bar. */
  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    this.#clear();
  }

  /** Writes a line that stays. */
  note(line: string): void {
    this.#clear();
    this.#notes.write(`${line}\n`);
  }

  /** A logger that writes warnings and errors as notes. */
  logger(level: Config['LOG_LEVEL']): YogaLogger {
    const ignore = (): void => undefined;
    const note = (...args: readonly unknown[]): void => {
      // Causes of errors may quote requests.
      this.note(args.map((arg) => (arg instanceof Error ? arg.message : String(arg))).join(' '));
    };
    return {
      debug: ignore,
      info: ignore,
      warn: level === 'error' || level === 'silent' ? ignore : note,
      error: level === 'silent' ? ignore : note,
    };
  }

  #show(standing: Standing): void {
    if (this.#notes.isTTY) {
      this.#notes.write(`${CLEAR_LINE}${drawStanding(standing, this.#notes.columns ?? 80)}`);
      this.#isDrawn = true;
    } else {
      this.#notes.write(`${describeStanding(standing)}\n`);
    }
  }

  #clear(): void {
    if (this.#isDrawn) {
      this.#notes.write(CLEAR_LINE);
      this.#isDrawn = false;
    }
  }
}

/** The state in a line of words. */
export function describeStanding({ ids, callsDone, callsUnderWay, waiting, left }: Standing): string {
  const calls = `${inWords(callsDone)} requests done, ${inWords(callsUnderWay)} in flight, ${inWords(waiting)} queued`;
  const parts = [ids && `${inWords(ids.done)} of ${inWords(ids.total)} ids`, calls];
  if (left) {
    const expected = { best: callsDone + left.calls.best, worst: callsDone + left.calls.worst };
    parts.push(`${fromTo(expected)} expected`, `${inTime(left.seconds)} left`);
  }
  return parts.filter((part) => part !== undefined).join('; ');
}

/** The state as a bar with words behind it, no wider than a terminal. */
export function drawStanding(standing: Standing, columns: number): string {
  const filled = Math.round(shareDone(standing) * BAR);
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] ${describeStanding(standing)}`.slice(0, columns - 1);
}

/** Reckons with the mean of best and worst case. */
function shareDone({ callsDone, left }: Standing): number {
  if (!left) {
    return 0;
  }
  const all = callsDone + (left.calls.best + left.calls.worst) / 2;
  return all === 0 ? 1 : callsDone / all;
}

function inTime({ best, worst }: Range): string {
  const [unit, seconds] = UNITS.find(([, each]) => worst < 100 * each) ?? LARGEST;
  return `${fromTo({ best: best / seconds, worst: worst / seconds })} ${unit}`;
}

function fromTo({ best, worst }: Range): string {
  const [least, most] = [inWords(best), inWords(worst)];
  return least === most ? least : `${least} to ${most}`;
}

function inWords(count: number): string {
  return Math.round(count).toLocaleString('en');
}
