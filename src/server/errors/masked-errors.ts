import { type MaskError, type YogaLogger, maskError as maskUnexpected } from 'graphql-yoga';
import { GraphQLError } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';

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

/**
 * Lets through the errors that were made for clients, {@link EntrezError}s and those of GraphQL itself, and hides all
 * others, which may quote anything.
 */
const maskError: MaskError = (error, message, isDev) => {
  if (error instanceof GraphQLError && error.originalError instanceof EntrezError) {
    return error;
  }
  return initialCountError(error) ?? maskUnexpected(error, message, isDev);
};

/** Whether an error was made for the client whose mistake it is, in place of another. */
export function isMistake(shown: Error): boolean {
  return shown instanceof GraphQLError && shown.extensions.code === 'BAD_USER_INPUT';
}

/** `@stream` below zero is found by no rule, but only while a list is executed, as a broken assertion. */
function initialCountError(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError) || error.originalError?.message.startsWith('initialCount must be') !== true) {
    return undefined;
  }
  return new GraphQLError('"initialCount" of @stream is no number from 0. Use 0 or more, or leave it out.', {
    nodes: error.nodes ?? null,
    path: error.path ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
