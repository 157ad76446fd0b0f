import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  OverlappingFieldsCanBeMergedRule,
  type validate,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { MaskedErrors } from './hidden-errors.js';

/** A payload of a streamed answer. */
export type Payload = ExecutionResult & {
  readonly hasNext?: boolean;
  readonly incremental?: readonly { readonly errors?: readonly GraphQLError[] }[];
};

/** Media types of streams, with the wildcards that include them. */
const STREAM = /(^|,)\s*(\*\/\*|multipart\/(mixed|\*)|text\/(event-stream|\*))\s*(;|,|$)/i;

/**
 * `@defer` and `@stream`: parts of an answer are delivered as permits bring them, as `multipart/mixed` or
 * `text/event-stream`. To a client that accepts neither, the answer goes as a whole.
 */
export function useIncrementalDelivery(hidden: MaskedErrors): Plugin[] {
  return [useDeferStream(), replaceMergeRule(), answerWhole(), maskLaterErrors(hidden)];
}

/** useDeferStream adds its own version of this rule, yet fails to take the original away: conflicts showed twice. */
function replaceMergeRule(): Plugin {
  return {
    onValidate({ setValidationFn, validateFn }) {
      const next = validateFn as typeof validate;
      setValidationFn((...[schema, document, rules, ...rest]: Parameters<typeof validate>) => {
        const others = rules?.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);
        return next(schema, document, others, ...rest);
      });
    },
  };
}

/** Yoga would execute the operation, spend permits on it and then refuse to send the answer. */
function answerWhole(): Plugin {
  const responses = new WeakMap<DocumentNode, DocumentNode>();
  return {
    onExecute({ args, context }) {
      // Operations that do not come over HTTP have no request, and get one result.
      const { request } = context as { readonly request?: Request };
      if (!STREAM.test(request ? (request.headers.get('accept') ?? '*/*') : '')) {
        const document = args.document as DocumentNode;
        const whole = responses.get(document) ?? withoutStreaming(document);
        responses.set(document, whole);
        args.document = whole;
      }
    },
  };
}

function withoutStreaming(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: ({ name: { value } }) => (value === 'defer' || value === 'stream' ? null : undefined),
  });
}

/** Yoga masks the errors beside the first data only; those of later parts reach clients from here. */
function maskLaterErrors(hidden: MaskedErrors): Plugin {
  const mask = (error: GraphQLError): GraphQLError => {
    const masked = hidden.mask(error, 'Unexpected error.');
    if (masked === error) {
      return error;
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
