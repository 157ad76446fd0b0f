import type { Writable } from 'node:stream';

import type { Clock, Milliseconds } from '../../upstream/clock.js';
import { describeStanding, drawStanding, type Standing } from './progress-text.js';

/** A stream for people, perhaps a terminal. */
export type Notes = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** A terminal is drawn to so often that it lives, a log file so seldom that it stays readable. */
const REDRAWN_EVERY: Milliseconds = 250;
const TOLD_EVERY: Milliseconds = 5000;

const CLEAR_LINE = '\r\u001b[K';

export interface ProgressOptions {
  readonly notes: Notes;
  readonly clock: Clock;
  /** Whether only what somebody has to know is said. */
  readonly quiet: boolean;
}

/** Tells how a command gets on: as a bar on a terminal, as a line now and then elsewhere. */
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

  /** Begins the telling. */
  start(standing: () => Standing): void {
    if (!this.quiet) {
      this.#cancelTick = this.#clock.after(this.#notes.isTTY ? REDRAWN_EVERY : TOLD_EVERY, () => {
        this.#tell(standing());
        this.start(standing);
      });
    }
  }

  /** Ends the telling, and takes the bar away. */
  stop(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    this.#clear();
  }

  /** Writes a line for people, which stays. */
  note(line: string): void {
    this.#clear();
    this.#notes.write(`${line}\n`);
  }

  #tell(standing: Standing): void {
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
