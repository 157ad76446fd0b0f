import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { validateDocument } from '../../schema/limits/validation.js';
import { type MaskedErrors, isMistake } from '../errors/masked-errors.js';
import type { Payload } from '../accept/announce-parts.js';

/**
 * `@defer` and `@stream`: parts of an answer are delivered as permits bring them, by useAcceptedType in the format that the
 * client names. To a client that accepts none, useRewrittenDocuments sends it as a whole.
 */
export function useIncrementalDelivery(hidden: MaskedErrors): Plugin[] {
  return [useDeferStream(), replaceMergeRule(), maskLaterErrors(hidden)];
}

/** useDeferStream adds its own version of a rule that takes quadratic time, and leaves the original in place. */
function replaceMergeRule(): Plugin {
  return {
    onValidate({ setValidationFn }) {
      setValidationFn((...[schema, document, rules]: Parameters<typeof validateDocument>) =>
        validateDocument(schema, document, rules),
      );
    },
  };
}

/** Yoga masks the errors beside the first data only; those of later parts reach clients from here. */
function maskLaterErrors(hidden: MaskedErrors): Plugin {
  const mask = (error: GraphQLError): GraphQLError => {
    const masked = hidden.mask(error, 'Unexpected error.');
    if (masked === error || isMistake(masked)) {
      return masked as GraphQLError;
    }
    const shown = new GraphQLError(masked.message, {
      nodes: error.nodes ?? null,
      path: error.path ?? null,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    hidden.hide(error, shown);
    return shown;
  };
  return {
    onExecute: () => ({
      onExecuteDone: () => ({
        onNext({ result, setResult }) {
          const { incremental } = result as Payload;
          if (incremental?.some(({ errors }) => errors)) {
            const masked: Payload = {
              ...result,
              incremental: incremental.map((part) => (part.errors ? { ...part, errors: part.errors.map(mask) } : part)),
            };
            setResult(masked);
          }
        },
      }),
    }),
  };
}
