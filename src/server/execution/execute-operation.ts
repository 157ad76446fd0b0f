import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  type validate,
} from 'graphql';
import type { YogaServerInstance } from 'graphql-yoga';

import type { Config } from '../../config.js';
import type { Loaders } from '../../loading/loaders.js';
import type { CostRecorder } from '../../loading/operation/cost-recorder.js';
import { Operation } from '../../loading/operation/operation.js';
import type { Context } from '../../schema/core/context.js';
import { describeInexactNumber } from '../../schema/core/exact-numbers.js';
import { type Plan, planOperation } from '../../schema/cost/estimate.js';
import { tooManyFailures, type ValueBudget } from '../../schema/limits/value-budget.js';
import { systemClock } from '../../upstream/clock.js';
import type { NcbiClients } from '../../upstream/client-pool.js';
import type { ServerContext } from '../access/use-client-identity.js';

/** What an operation that does not come over HTTP may take. */
export interface OperationLimits {
  /** May be infinite. Default: those of the configuration. */
  readonly limits?: { readonly deadlineMs?: number; readonly maxCalls?: number };
  /** NCBI API key whose rate limit the operation uses. Default: that of the configuration. */
  readonly apiKey?: string | undefined;
  /** Cancels what is still running: fields without a value by then are null, each with an error. */
  readonly signal?: AbortSignal;
  /** Also counts the cost of this operation. A call shared by several operations counts once there. */
  readonly total?: CostRecorder;
}

/** Of an operation that is over before it begins: it is given what is known, and waits for nothing. */
const NO_WAITING = AbortSignal.abort();

/** An operation that does not come over HTTP. */
export interface OperationRequest extends OperationLimits {
  readonly document: DocumentNode;
  /** The operation to run, where the document holds several. */
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Runs as a part of this operation, whose limits apply and which stays open. */
  readonly partOf?: Operation | undefined;
  /** Values that the response may hold. Default: any number. */
  readonly values?: ValueBudget | undefined;
}

/** Runs operations in this process with the limits, error codes and masks of the server. */
export interface Executor {
  /** Creates an operation with the limits of the configuration or lower ones. Close it when it has ended. */
  createOperation(options?: OperationLimits): Operation;
  /** Returns what is wrong with a document, by the rules of the server. */
  validate(document: DocumentNode): readonly GraphQLError[];
  /**
   * Validates and runs an operation. Deferred and streamed parts are part of the one result, whose `extensions.entrez`
   * reports the cost. Never throws because of the operation: its failures are in `errors`.
   */
  execute(request: OperationRequest): Promise<ExecutionResult>;
  /**
   * Runs a valid operation of which all that it asks for is known and good: at once, and nothing is asked of NCBI.
   * Undefined where that is not so, and for what has errors or several parts.
   */
  recall(
    request: Pick<OperationRequest, 'document' | 'operationName' | 'variables' | 'values'>,
  ): { readonly result: ExecutionResult; readonly operation: Operation } | undefined;
  /**
   * Estimates what an operation would cost now, at no cost. While it runs this is what is left of it, since the answers
   * so far are cached.
   *
   * @throws EntrezError `BAD_USER_INPUT` or `OPERATION_TOO_LARGE` when it cannot be executed.
   */
  plan(request: {
    readonly query: string;
    readonly operationName?: string | undefined;
    readonly variables?: Readonly<Record<string, unknown>>;
  }): Plan;
}

/** The parts of a gateway that an operation runs on. */
interface ExecutorOptions {
  readonly yoga: YogaServerInstance<ServerContext, Context>;
  readonly schema: GraphQLSchema;
  readonly loaders: Loaders;
  readonly ncbiClients: NcbiClients;
  readonly config: Config;
}

/** Creates the way into a gateway for callers in the same process. */
export function createExecutor({ yoga, schema, loaders, ncbiClients, config }: ExecutorOptions): Executor {
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();

  const validateOnce = (document: DocumentNode): readonly GraphQLError[] => {
    const enveloped = yoga.getEnveloped({}) as { readonly validate: typeof validate };
    const errors = validated.get(document) ?? enveloped.validate(schema, document);
    validated.set(document, errors);
    return errors;
  };

  const operationOf = ({ limits = {}, apiKey, signal, total }: OperationLimits = {}): Operation => {
    const { deadlineMs = config.DEADLINE_MS, maxCalls = config.MAX_CALLS } = limits;
    const client = apiKey === undefined ? ncbiClients.default : ncbiClients.forKey(apiKey);
    return new Operation({
      clock: systemClock,
      client,
      deadline: deadlineMs,
      maxCalls,
      total,
      ...(signal && { signal }),
    });
  };

  return {
    createOperation: operationOf,
    validate: validateOnce,
    execute: async (request) => {
      const { document, variables, partOf, values } = request;
      // An empty name is none, as over HTTP.
      const operationName = request.operationName === '' ? undefined : request.operationName;
      const operation = partOf ?? operationOf(request);
      try {
        const mistakes = [...validateOnce(document), ...mistakesIn(variables)];
        if (mistakes.length > 0) {
          return { errors: mistakes, extensions: { entrez: operation.report() } };
        }
        if (!getOperationAST(document, operationName)) {
          return { errors: [noOperation(operationName)], extensions: { entrez: operation.report() } };
        }
        const { execute } = yoga.getEnveloped({ params: { operationName } });
        const contextValue: Context = { loaders, operation, ...(values && { values }) };
        const result = (await execute({
          schema,
          document,
          operationName,
          variableValues: variables,
          contextValue,
        })) as ExecutionResult;
        const { data, errors } = result;
        const excess = tooManyFailures(errors ?? []);
        if (excess) {
          return { errors: [excess], data: null, extensions: { entrez: operation.report() } };
        }
        return { ...(errors && { errors }), data: data ?? null, extensions: { entrez: operation.report() } };
      } finally {
        if (!partOf) {
          operation.close();
        }
      }
    },
    recall: ({ document, operationName, variables, values }) => {
      const operation = operationOf({ limits: { deadlineMs: Infinity }, signal: NO_WAITING });
      const { execute } = yoga.getEnveloped({ params: { operationName } });
      const contextValue: Context = { loaders, operation, ...(values && { values }) };
      const executed: unknown = execute({ schema, document, operationName, variableValues: variables, contextValue });
      const result = executed as ExecutionResult | AsyncIterable<unknown> | Promise<unknown>;
      if (result instanceof Promise) {
        // What it waits for has failed already.
        result.catch(() => undefined);
        return undefined;
      }
      return Symbol.asyncIterator in result || result.errors || !operation.cacheableResponse
        ? undefined
        : { result, operation };
    },
    plan: (written) => {
      const operation = operationOf();
      operation.close();
      return planOperation(written, { loaders, operation }, schema);
    },
  };
}

function mistakesIn(variables: unknown): readonly GraphQLError[] {
  const mistake = describeInexactNumber(variables, 'variables');
  return mistake === undefined ? [] : [new GraphQLError(mistake, { extensions: { code: 'BAD_USER_INPUT' } })];
}

function noOperation(name: string | undefined): GraphQLError {
  return new GraphQLError(
    name === undefined
      ? 'The document has several operations. Name one of them as operationName.'
      : `The document has no operation ${JSON.stringify(name)}. Use the name of one of its operations as operationName.`,
    { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
  );
}
