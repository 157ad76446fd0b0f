import type { DocumentNode, ExecutionResult } from 'graphql';

import type { EntrezError } from '../eutils/failures/errors.js';
import type { Operation } from '../loading/operation/operation.js';
import type { Context } from '../schema/core/context.js';
import type { EntrezRecord } from '../schema/core/record.js';
import { ValueBudget } from '../schema/limits/value-budget.js';
import { curieOfRecord } from '../schema/lookup/curie.js';
import { titleOf } from '../schema/summaries/titles.js';
import type { Gateway } from '../server/gateway.js';
import { VALUES_PER_MB } from '../server/graphql-handler.js';
import { asFailure } from './input/ids.js';

/** How a record is shown. */
export interface Shown {
  readonly curie: string;
  readonly title: string | null;
  /** Why the title is missing: `UNKNOWN_ID` for a record that NCBI does not have. */
  readonly failure?: EntrezError;
}

/** One call of a tool: the operation that pays for it, and what it reads with that. */
export class ToolCall {
  readonly gateway: Gateway;
  readonly operation: Operation;
  readonly context: Context;

  constructor(gateway: Gateway, operation: Operation) {
    this.gateway = gateway;
    this.operation = operation;
    this.context = { loaders: gateway.loaders, operation };
  }

  /** Runs a document as a part of this call, by the rules of the server. */
  execute(
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    operationName?: string,
  ): Promise<ExecutionResult> {
    const { MAX_RESPONSE_MB } = this.gateway.config;
    return this.gateway.execute({
      document,
      variables,
      operationName,
      partOf: this.operation,
      values: new ValueBudget(MAX_RESPONSE_MB * VALUES_PER_MB),
    });
  }

  /** Loads how a record is shown. */
  async show(record: EntrezRecord): Promise<Shown> {
    const { db, uid } = record;
    try {
      const summary = await record.summary(this.context);
      return { curie: curieOfRecord({ db, uid, summary }), title: titleOf(db, summary) };
    } catch (error) {
      return { curie: curieOfRecord({ db, uid }), title: null, failure: asFailure(error) };
    }
  }
}
