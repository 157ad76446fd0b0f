import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { Payload } from '../accept/announce-parts.js';
import { shareErrors } from '../errors/shared-errors.js';

/** Gives an object whose fields fail for one reason one error, in whole responses and in each part of a stream. */
export function useSharedErrors(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (Symbol.asyncIterator in result) {
          return {
            onNext({ result: payload, setResult: setPayload }) {
              setPayload(withSharedErrors(payload as Payload));
            },
          };
        }
        setResult(withSharedErrors(result as ExecutionResult));
        return undefined;
      },
    }),
  };
}

function withSharedErrors<Result extends Payload>(result: Result): Result {
  const { errors, incremental } = result;
  // A result that is remembered as text has no errors, and must not be copied.
  if (!errors && incremental?.some((part) => part.errors) !== true) {
    return result;
  }
  return {
    ...result,
    ...(errors && { errors: shareErrors(errors) }),
    ...(incremental && {
      incremental: incremental.map((part) => (part.errors ? { ...part, errors: shareErrors(part.errors) } : part)),
    }),
  };
}
