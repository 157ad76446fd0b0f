import type { validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { documentExcess, parseDocument } from '../../schema/limits/document-limits.js';

/**
 * Refuses documents that are large for the sake of being large with `OPERATION_TOO_LARGE`, before they are validated or
 * executed. What is too large for its text alone stays so: the refusal is remembered with the document.
 */
export function useDocumentLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn(parseDocument);
    },
    onValidate({ setValidationFn, validateFn }) {
      const next = validateFn as typeof validate;
      setValidationFn((...[schema, document, ...rest]: Parameters<typeof validate>) => {
        const excess = documentExcess(schema, document);
        return excess.length > 0 ? excess : next(schema, document, ...rest);
      });
    },
  };
}
