import type { DocumentNode, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { turns } from '../../turns.js';
import { documentExcess, parseDocument } from '../../schema/limits/document-limits.js';

/** Characters of a document that take some 20 ms to be parsed and validated. */
const LONG_DOCUMENT = 16 * 1024;

/**
 * Refuses documents that are large for the sake of being large with `OPERATION_TOO_LARGE`, before they are validated or
 * executed. What is too large for its text alone stays so: the refusal is remembered with the document. A long
 * one that is not refused is executed in another turn of the event loop.
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
    onExecute({ args }) {
      const { loc } = args.document as DocumentNode;
      return (loc?.source.body.length ?? 0) > LONG_DOCUMENT ? turns.next() : undefined;
    },
  };
}
