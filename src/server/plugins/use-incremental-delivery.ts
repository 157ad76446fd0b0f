import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { type DocumentNode, type ExecutionResult, GraphQLError } from 'graphql';
import { getSSEProcessor, type Plugin, processRegularResult } from 'graphql-yoga';

import { validateDocument } from '../../schema/limits/validation.js';
import type { MaskedErrors } from '../errors/hidden-errors.js';
import { preferredJson } from '../accept/media-ranges.js';
import { announceParts, type Payload } from '../accept/announce-parts.js';
import { PendingParts } from '../accept/pending-parts.js';
import { streamFormatOf } from '../accept/stream-format.js';

/**
 * `@defer` and `@stream`: parts of an answer are delivered as permits bring them, as `multipart/mixed` or
 * `text/event-stream`, in the format that the client names. To a client that accepts neither, or names another format,
 * useRewrittenDocuments sends it as a whole.
 */
export function useIncrementalDelivery(hidden: MaskedErrors): Plugin[] {
  return [useDeferStream(), replaceMergeRule(), maskLaterErrors(hidden), useAcceptedFormat()];
}

/** Sends the media type, and of a stream the format, that the client prefers. */
function useAcceptedFormat(): Plugin {
  const held = new WeakMap<Request, PendingParts>();
  return {
    onExecute({ args, context }) {
      const { request } = context as { readonly request?: Request };
      if (request && streamFormatOf(request.headers.get('accept'))?.spec === 'v0.2') {
        const { document, operationName, variableValues } = args as {
          readonly document: DocumentNode;
          readonly operationName?: string;
          readonly variableValues?: Readonly<Record<string, unknown>>;
        };
        // Before useRewrittenDocuments gives the fields other names.
        held.set(request, new PendingParts(document, operationName, variableValues ?? {}));
      }
    },
    onResultProcess(payload) {
      const { request, result } = payload;
      const accept = request.headers.get('accept');
      if (Array.isArray(result) || !(Symbol.asyncIterator in result)) {
        const json = /;\s*q=/i.test(accept ?? '') ? preferredJson(accept) : undefined;
        if (json !== undefined) {
          payload.setResultProcessor(
            (whole, fetchAPI) => processRegularResult(whole as ExecutionResult, fetchAPI, json),
            json,
          );
        }
        return;
      }
      const parts = held.get(request);
      if (parts) {
        payload.setResult(announceParts(result as AsyncIterable<Payload>, parts) as typeof result);
      }
      const type = streamFormatOf(accept)?.type;
      if (type === 'text/event-stream') {
        payload.setResultProcessor(getSSEProcessor(), type);
      }
    },
    onResponse({ request, response }) {
      const type = response.headers.get('content-type');
      if (type?.startsWith('multipart/mixed')) {
        const parameter = streamFormatOf(request.headers.get('accept'))?.parameter;
        response.headers.set('content-type', parameter === undefined ? type : `${type}; ${parameter}`);
      }
    },
  };
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
