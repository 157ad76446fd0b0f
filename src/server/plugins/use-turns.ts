import type { Plugin } from 'graphql-yoga';

import { turns } from '../../turns.js';

/**
 * Stands between steps of a request that take long for large documents, variables or responses: lets others have their
 * turn before the next where this one is full.
 */
export function useTurns(): Plugin {
  return {
    onParams: () => turns.begin(),
    onExecute: () => turns.begin(),
    onExecutionResult: () => turns.begin(),
  };
}
