import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';

import { EntrezError } from '../eutils/failures/errors.js';
import type { Operation } from '../loading/operation/operation.js';
import type { Context } from '../schema/core/context.js';
import type { EntrezRecord } from '../schema/core/record.js';
import { ValueBudget, VALUES_PER_MB } from '../schema/limits/value-budget.js';
import { curieOfRecord } from '../schema/lookup/curie.js';
import { titleOf } from '../schema/summaries/titles.js';
import type { Gateway } from '../server/gateway.js';

/** How a record is shown. */
export interface Shown {
  readonly db: string;
  readonly curie: string;
  readonly title: string | null;
  /** Why the title is missing: `UNKNOWN_ID` for a record that NCBI does not have. */
  readonly failure?: EntrezError;
}

/** One call of a tool: the operation that pays for it, what it reads with that, and what failed. */
export class ToolCall {
  readonly gateway: Gateway;
  readonly operation: Operation;
  readonly context: Context;
  /** Codes of the failures that the answer reports. */
  readonly codes: string[] = [];
  /** What is behind those of them that callers are not shown. */
  readonly unexpected: unknown[] = [];

  constructor(gateway: Gateway, operation: Operation) {
    this.gateway = gateway;
    this.operation = operation;
    this.context = { loaders: gateway.loaders, operation };
  }

  /** Runs a document as a part of this call, by the rules of the server. Counts its errors. */
  async execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    operationName?: string,
  ): Promise<ExecutionResult> {
    const { MAX_RESPONSE_MB } = this.gateway.config;
    const result = await this.gateway.execute({
      document,
      variables,
      operationName,
      partOf: this.operation,
      values: new ValueBudget(MAX_RESPONSE_MB * VALUES_PER_MB),
    });
    const { errors = [] } = result;
    this.codes.push(...errors.map(codeOf));
    this.unexpected.push(...this.gateway.observability.hidden.behind(errors));
    return result;
  }

  /**
   * Counts a failure that the answer reports.
   *
   * @throws What is no failure of a record.
   */
  countFailure(error: unknown): EntrezError {
    if (!(error instanceof EntrezError)) {
      throw error;
    }
    this.codes.push(error.code);
    return error;
  }

  /** Loads how a record is shown. */
  async show(record: EntrezRecord): Promise<Shown> {
    const { db, uid } = record;
    try {
      const summary = await record.summary(this.context);
      return { db, curie: curieOfRecord({ db, uid, summary }), title: titleOf(db, summary) };
    } catch (error) {
      return { db, curie: curieOfRecord({ db, uid }), title: null, failure: this.countFailure(error) };
    }
  }
}

/** The code of an error in a result. */
export function codeOf({ extensions: { code } }: GraphQLError): string {
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
