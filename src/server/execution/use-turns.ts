import type { Plugin } from 'graphql-yoga';

import type { Context } from '../../schema/core/context.js';
import { turns } from '../../turns.js';

/**
 * Stands between steps of a request that take long for large documents, variables or responses: lets others have their
 * turn before the next where this one is full.
 */
export function useTurns(): Plugin<Context> {
  return {
    onParams: () => turns.begin(),
    // An operation that is over before it begins is given what is known at once.
    onExecute: ({ args }) => ((args.contextValue as Context).operation.hasEnded ? undefined : turns.begin()),
    onExecutionResult: () => turns.begin(),
  };
}
