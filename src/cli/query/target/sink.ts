import type { Place } from '../steps.js';

/** Where a command writes. */
export interface Sink {
  /** Aborts when nobody reads on. */
  readonly gone: AbortSignal;
  /** @throws Error when the text cannot be written. */
  write(text: string): Promise<void>;
  /** Notes how far the rows are written, so that another run can resume there. Left out where none can. */
  reached?(progress: Reached): Promise<void>;
}

/** What a run that resumes has to know. */
export interface Reached {
  readonly place: Place;
  /** Errors by code, and cut lists by path. */
  readonly errors: Readonly<Record<string, number>>;
  readonly cuts: Readonly<Record<string, number>>;
  /** Whether anything but errors has come. */
  readonly hasValues: boolean;
}
