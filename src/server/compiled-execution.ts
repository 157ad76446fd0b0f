import { type DocumentNode, type ExecutionArgs, getOperationAST, getVariableValues } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import type { Context } from '../schema/context.js';
import { compilableFields } from './compilable.js';
import { CompiledOperation } from './compiled-operation.js';
import type { RememberedAnswers } from './remembered-answers.js';

/** Executions after which a document is taken for one that comes again and again: to compile costs as much as a few. */
const ROUTINE = 3;
/** Fields in all compiled documents together, each of which takes some 3 kB. */
const MAX_FIELDS = 20_000;

/**
 * Executes operations that come again and again as JavaScript that was made of them: several times as fast where all
 * is known. What they give is remembered as a whole where that is possible. Operations that {@link compilableFields}
 * turns down are executed as they were before.
 */
export function compileOperations(remembered: RememberedAnswers): Plugin<Context> {
  /** How often documents were executed, while they are not compiled. */
  const executions = new WeakMap<DocumentNode, number>();
  const compiled = new LRUCache<DocumentNode, CompiledOperation>({
    maxSize: MAX_FIELDS,
    sizeCalculation: ({ fields }) => fields,
    // It has to prove anew that it comes often, or two that take turns might be compiled each time.
    dispose: (_operation, document) => executions.delete(document),
  });

  const compiledOf = ({ schema, document }: ExecutionArgs): CompiledOperation | undefined => {
    const known = compiled.get(document);
    if (known) {
      return known;
    }
    const count = (executions.get(document) ?? 0) + 1;
    executions.set(document, count);
    // Once is enough to find out that it cannot be compiled.
    const fields = count === ROUTINE + 1 ? compilableFields(schema, document) : undefined;
    const created = fields === undefined ? undefined : CompiledOperation.create(schema, document, fields);
    if (created) {
      compiled.set(document, created);
    }
    return created;
  };

  return {
    onExecute({ args, setExecuteFn }) {
      const asked = args as ExecutionArgs;
      const { schema, document, operationName, rootValue } = asked;
      const context = asked.contextValue as Context;
      const operation = getOperationAST(document, operationName);
      const able = operation ? compiledOf(asked) : undefined;
      if (!operation || !able) {
        return;
      }
      // graphql-jit reads variables itself, but forgets the default values of those that must not be null.
      const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variableValues ?? {});
      if (!coerced) {
        return;
      }
      const name = remembered.nameOf(document, coerced);
      const known = name === undefined ? undefined : remembered.recall(name, context.operation);
      setExecuteFn(() => {
        const result = known ?? able.execute(rootValue, context, coerced);
        return known !== undefined || name === undefined || result instanceof Promise
          ? result
          : remembered.remember(name, result, context.operation);
      });
    },
  };
}
