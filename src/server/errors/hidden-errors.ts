import type { MaskError, YogaLogger } from 'graphql-yoga';

import { isMistake, maskError } from './mask-error.js';

/** Remembers what clients are not shown, so that it can be logged with the request it belongs to. */
export class MaskedErrors {
  readonly #behind = new WeakMap<Error, unknown>();
  readonly #hidden = new WeakSet();

  /** @see maskError */
  readonly mask: MaskError = (error, message, isDev) => {
    const shown = maskError(error, message, isDev);
    if (shown !== error && !isMistake(shown)) {
      this.hide(error, shown);
    }
    return shown;
  };

  /** An error that clients see in place of another. */
  hide(error: unknown, shown: Error): void {
    this.#behind.set(shown, error);
    if (typeof error === 'object' && error !== null) {
      this.#hidden.add(error);
    }
  }

  /** What is behind errors that clients see. */
  behind(shown: readonly Error[]): unknown[] {
    return shown.flatMap((error) => (this.#behind.has(error) ? [this.#behind.get(error)] : []));
  }

  /** A logger for Yoga, which logs hidden errors itself, twice, and without their request. */
  loggerOfYoga(logger: YogaLogger): YogaLogger {
    return {
      ...logger,
      // What Yoga has to tell is which of its steps it takes.
      debug: () => undefined,
      error: (...args: readonly unknown[]) => {
        if (!args.every((arg) => typeof arg === 'object' && arg !== null && this.#hidden.has(arg))) {
          logger.error(...args);
        }
      },
    };
  }
}
