import type { GraphQLFormattedError } from 'graphql';

import { codeOf } from './failure.js';

/** Errors that are told in full. */
const TOLD = 5;

/** What failed in all answers of a command. */
export class ErrorTally {
  readonly #byCode = new Map<string, number>();
  readonly #first: GraphQLFormattedError[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) {
      const code = codeOf(error);
      this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
      this.#count += 1;
      if (this.#first.length < TOLD) {
        this.#first.push(error);
      }
    }
  }

  /** How many of which code, and the first of them. Nothing when nothing failed. */
  get lines(): readonly string[] {
    if (this.#count === 0) {
      return [];
    }
    const byCode = [...this.#byCode].map(([code, count]) => `${count} ${code}`).join(', ');
    const more = this.#count - this.#first.length;
    return [
      `${this.#count} ${this.#count === 1 ? 'error' : 'errors'}: ${byCode}`,
      ...this.#first.map(describe),
      ...(more > 0 ? [`  and ${more} more`] : []),
    ];
  }
}

function describe(error: GraphQLFormattedError): string {
  const where = error.path ? `${error.path.join('.')}: ` : '';
  return `  ${where}${error.message.replace(/\s+/g, ' ')} (${codeOf(error)})`;
}
