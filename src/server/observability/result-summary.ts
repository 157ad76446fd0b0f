import type { GraphQLError } from 'graphql';

import type { Payload } from '../accept/announce-parts.js';
import type { Outcome } from './request-end.js';

/** What is seen of an answer, payload by payload. */
export class ResultSummary {
  readonly errors: GraphQLError[] = [];
  readonly #isExecuted: boolean;
  /** The only payload that may have data. */
  #first: Payload | undefined;

  /** @param isExecuted - Whether the operation was executed at all. */
  constructor(isExecuted: boolean) {
    this.#isExecuted = isExecuted;
  }

  add(payload: Payload): void {
    const { errors = [], incremental = [] } = payload;
    this.#first ??= payload;
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
    return this.#first?.data ? 'partial' : 'failed';
  }

  /** The codes of all errors. */
  get codes(): string[] {
    return this.errors.map(({ extensions: { code } }) => (typeof code === 'string' ? code : ''));
  }
}
