import type { GraphQLError } from 'graphql';

import type { Payload } from './incremental-delivery.js';
import type { Outcome } from './request-end.js';

/** What is seen of an answer, payload by payload. */
export class Findings {
  readonly errors: GraphQLError[] = [];
  readonly #isExecuted: boolean;
  #hasData = false;

  /** @param isExecuted - Whether the operation was executed at all. */
  constructor(isExecuted: boolean) {
    this.#isExecuted = isExecuted;
  }

  add({ data, errors = [], incremental = [] }: Payload): void {
    this.#hasData ||= data !== undefined && data !== null;
    this.errors.push(...errors);
    for (const part of incremental) {
      this.errors.push(...(part.errors ?? []));
    }
  }

  get outcome(): Outcome {
    if (!this.#isExecuted) {
      return 'refused';
    }
    if (this.errors.length === 0) {
      return 'answered';
    }
    return this.#hasData ? 'partial' : 'failed';
  }

  /** The codes of all errors. */
  get codes(): string[] {
    return this.errors.map(({ extensions: { code } }) => (typeof code === 'string' ? code : ''));
  }
}
