import type { ExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';

import type { CostReport } from '../../loading/operation/cost-recorder.js';
import { Operation } from '../../loading/operation/operation.js';
import type { Context } from '../../schema/core/context.js';
import type { Plan } from '../../schema/cost/estimate.js';
import { planOperation } from '../../schema/cost/estimate.js';
import type { Gateway } from '../../server/gateway.js';
import { systemClock } from '../../upstream/clock.js';
import { CountedOperation } from './counted-operation.js';
import { envelopedBy, type Written } from './document.js';

/** An answer as the server would give it. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly account: CostReport;
}

export interface AskerOptions {
  readonly gateway: Gateway;
  readonly written: Written;
  /** Milliseconds and calls that each operation may take; may be infinite. */
  readonly deadline: number;
  readonly maxCalls: number;
  /** Ends what is under way: what is not known by then is null, with an error. */
  readonly signal: AbortSignal;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Asks one operation in this process, the way that the server does it: the same limits, codes and masks of errors. */
export class Asker {
  readonly #options: AskerOptions;
  readonly #whole: Operation;

  constructor(options: AskerOptions) {
    this.#options = options;
    const { client } = options.gateway;
    this.#whole = new Operation({ clock: systemClock, client, deadline: Infinity, maxCalls: Infinity });
  }

  /** What all operations have cost so far. */
  get account(): CostReport {
    return this.#whole.report();
  }

  /** Executes the operation. What fails is in the answer. */
  async ask(variables: Variables): Promise<Answer> {
    const { gateway, written } = this.#options;
    const operationName = written.operation.name?.value;
    const { execute, request } = envelopedBy(gateway, operationName);
    const context = this.#context();
    const { operation } = context;
    try {
      const { data, errors = [] } = (await execute({
        schema: gateway.schema,
        document: written.document,
        operationName,
        variableValues: variables,
        contextValue: { ...context, request },
      })) as ExecutionResult;
      return { data: data ?? null, errors: errors.map(formatted), account: operation.report() };
    } finally {
      operation.close();
    }
  }

  /**
   * What it would still cost now. What was asked in the meantime is known by now, so that this is also what is left of an
   * operation under way.
   *
   * @throws EntrezError `BAD_USER_INPUT` or `OPERATION_TOO_LARGE` when it cannot be executed.
   */
  plan(variables: Variables): Plan {
    const { gateway, written } = this.#options;
    const context = this.#context();
    context.operation.close();
    const asked = { query: written.text, variables, operationName: written.operation.name?.value };
    return planOperation(asked, context, gateway.schema);
  }

  #context(): Context {
    const { gateway, deadline, maxCalls, signal } = this.#options;
    const options = { clock: systemClock, client: gateway.client, deadline, maxCalls, signal };
    return { loaders: gateway.loaders, operation: new CountedOperation(options, this.#whole) };
  }
}

/** As clients see it: `http` is for a server. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions;
  return { ...error.toJSON(), extensions };
}
