import { type DocumentNode, type ExecutionArgs, getOperationAST, Kind, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import type { Operation } from '../../loading/operation/operation.js';
import type { Context } from '../../schema/core/context.js';
import { isRewritten } from '../../schema/core/original-nodes.js';
import { compilableFields, CompiledOperation } from './compiled-operation.js';
import { documentBytes } from './document-cache.js';
import type { Flights } from './flights.js';
import type { Question, ResponseCache, Result } from './response-cache.js';
import { variableValuesOf } from '../../schema/limits/variable-values.js';

/** Executions after which a document is taken for one that comes again and again: to compile costs as much as a few. */
const JIT_THRESHOLD = 3;
/** Memory of all compiled documents together. */
const MAX_BYTES = 48 * 1024 * 1024;
const BYTES_PER_FIELD = 3000;

type Outcome = Result | Promise<Result>;

/** What is known of a document. */
interface DocumentStats {
  /** Fields of its compiled form; undefined where it must not be compiled. */
  readonly fields: number | undefined;
  /** Whether equal operations may share one execution. */
  readonly isShareable: boolean;
  /** How often it was executed, while it is not compiled. */
  executions: number;
}

/**
 * Executes operations that come again and again as JavaScript that was made of them: several times as fast where all
 * is known. What they give is remembered as a whole where that is possible. Operations that {@link compilableFields}
 * turns down are executed as they were before.
 *
 * @param flights - Where equal operations of HTTP requests meet that run at the same time.
 * @param traces - Requests whose fields have to be resolved one by one.
 */
export function useJit(
  remembered: ResponseCache,
  flights: Flights,
  traces?: { readonly has: (request: Request) => boolean },
): Plugin<Context> {
  const documentStats = new WeakMap<DocumentNode, DocumentStats>();
  const compiled = new LRUCache<DocumentNode, CompiledOperation>({
    maxSize: MAX_BYTES,
    // It keeps its document.
    sizeCalculation: ({ fields }, { loc }) => BYTES_PER_FIELD * fields + documentBytes(loc?.source.body ?? ''),
    // It has to prove anew that it comes often, or two that take turns might be compiled each time.
    dispose: (_operation, document) => documentStats.delete(document),
  });

  const statsOf = ({ schema, document }: ExecutionArgs): DocumentStats => {
    const stats = documentStats.get(document) ?? {
      // Errors and look-ahead go by the nodes of the original, which a compiled form does not have.
      fields: isRewritten(document) ? undefined : compilableFields(schema, document),
      isShareable: !isRewritten(document) && isSingleQuery(document),
      executions: 0,
    };
    documentStats.set(document, stats);
    return stats;
  };

  const compiledOf = ({ schema, document }: ExecutionArgs, stats: DocumentStats): CompiledOperation | undefined => {
    const known = compiled.get(document);
    if (known) {
      return known;
    }
    stats.executions += 1;
    // Once is enough to find out that it cannot be compiled.
    const created =
      stats.fields !== undefined && stats.executions === JIT_THRESHOLD + 1
        ? CompiledOperation.create(schema, document, stats.fields)
        : undefined;
    if (created) {
      compiled.set(document, created);
    }
    return created;
  };

  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const asked = args as ExecutionArgs;
      const { schema, document, operationName, rootValue, variableValues } = asked;
      const context = asked.contextValue as Context & { readonly request?: Request };
      if (context.request && traces?.has(context.request)) {
        return;
      }
      const stats = statsOf(asked);
      const definition =
        stats.fields !== undefined || stats.isShareable ? getOperationAST(document, operationName) : undefined;
      if (!definition) {
        return;
      }
      // graphql-jit reads variables itself, but forgets the default values of those that must not be null.
      const { coerced } = variableValuesOf(schema, definition, variableValues);
      if (!coerced) {
        return;
      }
      const question = remembered.questionOf(document, coerced);
      const execute = (contextValue: Context): Outcome => {
        const able = compiledOf(asked, stats);
        return able
          ? able.execute(rootValue, contextValue, coerced)
          : (executeFn({ ...asked, contextValue }) as Outcome);
      };
      const share = (): Outcome =>
        // Operations of this process itself have no request, and count for a larger whole.
        stats.isShareable && context.request
          ? flights.run(question.name, context.operation, (operation) =>
              execute(operation === context.operation ? context : onBehalfOf(context, operation)),
            )
          : execute(context);
      if (context.operation.notBefore > -Infinity) {
        setExecuteFn(() => younger(question, context.operation, execute(context)));
        return;
      }
      setExecuteFn(() => (stats.fields === undefined ? share() : recalled(question, context.operation, share)));
    },
  };

  /** What others are given, or have begun, may be too old for an operation; afterwards its own answer is the younger one. */
  function younger(question: Question, operation: Operation, outcome: Outcome): Outcome {
    const forget = (): void => {
      if (operation.callsMade > 0) {
        remembered.forget(question);
      }
    };
    if (outcome instanceof Promise) {
      return outcome.finally(forget);
    }
    forget();
    return outcome;
  }

  function recalled(question: Question, operation: Operation, execute: () => Outcome): Outcome {
    const known = remembered.recall(question, operation);
    const executed = (): Outcome => {
      const result = execute();
      return result instanceof Promise ? result : remembered.remember(question, result, operation);
    };
    return known instanceof Promise ? known.then((late) => late ?? executed()) : (known ?? executed());
  }
}

/** The context of an execution that several requests share. */
function onBehalfOf(context: Context, operation: Operation): Context {
  return { ...context, operation, ...(context.values && { values: context.values.renewed() }) };
}

/** Whether a document holds one query and nothing that is streamed, or answered for one request only as the schema is. */
function isSingleQuery(document: DocumentNode): boolean {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return (
    operations.length === 1 &&
    operations[0]?.operation === OperationTypeNode.QUERY &&
    !/@(?:defer|stream)\b|__(?:schema|type)\b/.test(document.loc?.source.body ?? '@defer')
  );
}
