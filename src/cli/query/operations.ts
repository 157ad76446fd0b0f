import { type DocumentNode, print } from 'graphql';

import { EntrezError } from '../../eutils/failures/errors.js';
import { CostRecorder } from '../../loading/operation/cost-recorder.js';
import type { Range } from '../../schema/cost/prediction.js';
import type { Gateway } from '../../server/gateway.js';
import { type Answer, answerOf } from './answer.js';
import type { PreparedQuery } from './document.js';
import type { Variables } from './input.js';
import { type Continuation, continuationOf, PAGE_SIZE } from './pages/continuation.js';
import { Pager } from './pages/pager.js';

export interface OperationsOptions extends Pick<PreparedQuery, 'paged' | 'all' | 'pageSize' | 'valid' | 'ignores'> {
  readonly gateway: Gateway;
  readonly limits?: { readonly deadlineMs?: number; readonly maxCalls?: number };
  readonly signal: AbortSignal;
}

/** Runs the operations of a command, and plans them. */
export class Operations {
  /** What they cost together. */
  readonly total = new CostRecorder();
  readonly #options: OperationsOptions;

  constructor(options: OperationsOptions) {
    this.#options = options;
  }

  /** Whether calls are counted across operations, so that only one may run at a time. */
  get isLimited(): boolean {
    return this.#options.all && this.#maxCalls !== Infinity;
  }

  /** Runs the operation of the command. */
  run(variables: Variables): Promise<Answer> {
    const { paged, valid } = this.#options;
    return this.#execute(paged.document, variables, valid.operation.name?.value);
  }

  /** Loads further pages. */
  pager(): Pager {
    const { gateway, paged, pageSize = PAGE_SIZE } = this.#options;
    const isValid = (document: DocumentNode): boolean => gateway.validate(document).length === 0;
    return new Pager({
      paged,
      continuationOf: (connection) => continuationOf(paged, connection, pageSize, isValid),
      execute: ({ document }: Continuation, variables) => this.#execute(document, variables),
      atOnce: this.isLimited ? 1 : undefined,
    });
  }

  /** What an operation would cost now; undefined if it cannot be run. */
  plan(document: DocumentNode, variables: Variables, operationName?: string): Range | undefined {
    try {
      return this.#options.gateway.plan({ query: print(document), operationName, variables }).calls;
    } catch (error) {
      if (error instanceof EntrezError) {
        return undefined;
      }
      throw error;
    }
  }

  get #maxCalls(): number {
    const { limits, gateway } = this.#options;
    return limits?.maxCalls ?? gateway.config.MAX_CALLS;
  }

  async #execute(document: DocumentNode, variables: Variables, operationName?: string): Promise<Answer> {
    const { gateway, limits, all, signal, ignores } = this.#options;
    const { total } = this;
    // With all pages the limit is that of the command.
    const left = all ? { maxCalls: Math.max(0, this.#maxCalls - total.report().calls.total) } : {};
    const given = { document, operationName, variables, signal, total };
    const answer = answerOf(await gateway.execute({ ...given, limits: { ...limits, ...left } }));
    return ignores ? { ...answer, errors: answer.errors.filter((error) => !ignores(error)) } : answer;
  }
}
