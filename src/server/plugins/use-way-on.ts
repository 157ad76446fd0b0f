import { GraphQLError, type validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { withWayOn } from '../errors/way-on.js';

/** Adds to the errors of validation what was probably meant. */
export function useWayOn(): Plugin {
  return {
    onValidate({ setValidationFn, validateFn }) {
      const next = validateFn as typeof validate;
      setValidationFn((...[schema, ...rest]: Parameters<typeof validate>) =>
        next(schema, ...rest).map((error) => {
          const message = withWayOn(error.message, schema);
          return message === error.message
            ? error
            : new GraphQLError(message, { nodes: error.nodes ?? null, extensions: error.extensions });
        }),
      );
    },
  };
}
