import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { type FetchAPI, getSSEProcessor, type Plugin, processRegularResult } from 'graphql-yoga';

import { refusal } from '../access/refusal.js';
import { announceParts, type Payload } from '../accept/announce-parts.js';
import { PendingParts } from '../accept/pending-parts.js';
import { rowsTypeOf } from '../accept/rows-type.js';
import { streamFormatOf } from '../accept/stream-format.js';
import { type WholeType, wholeTypeOf } from '../accept/whole-type.js';

const NOT_ACCEPTABLE =
  'The header accept allows no type that this server sends. Allow application/json, application/graphql-response+json, ' +
  'multipart/mixed, text/event-stream or rows, in UTF-8.';

/**
 * Sends the media type, and of a stream the format, that the client prefers. A client that accepts none is refused before
 * anything is executed for it.
 */
export function useAcceptedType(): Plugin {
  const held = new WeakMap<Request, PendingParts>();
  return {
    onRequestParse({ request }) {
      const accept = request.headers.get('accept');
      if (wholeTypeOf(accept) === undefined && rowsTypeOf(accept) === undefined) {
        throw refusal('NOT_ACCEPTABLE', NOT_ACCEPTABLE, { status: 406 });
      }
    },
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
        // Rows have a form of their own for errors.
        if (!Array.isArray(result) && rowsTypeOf(accept) === undefined) {
          payload.setResult(withPlainErrors(result as Payload));
        }
        // JSON tells also those who accept nothing why they are refused.
        const type = wholeTypeOf(accept) ?? 'application/json';
        payload.setResultProcessor(
          type === 'text/event-stream'
            ? getSSEProcessor()
            : (whole, fetchAPI) => inOnePiece(whole as ExecutionResult, fetchAPI, type),
          type,
        );
        return;
      }
      const parts = held.get(request);
      const plain = plainErrorsOf(result as AsyncIterable<Payload>);
      payload.setResult((parts ? announceParts(plain, parts) : plain) as typeof result);
      const type = streamFormatOf(accept)?.type;
      if (type === 'text/event-stream') {
        payload.setResultProcessor(getSSEProcessor(), type);
      }
    },
    onResponse({ request, response }) {
      // Yoga keeps the connection of a stream alive, also for clients that wait for its end.
      response.headers.delete('connection');
      const type = response.headers.get('content-type');
      if (type?.startsWith('multipart/mixed')) {
        const parameter = streamFormatOf(request.headers.get('accept'))?.parameter;
        response.headers.set('content-type', parameter === undefined ? type : `${type}; ${parameter}`);
      }
    },
  };
}

function inOnePiece(
  result: ExecutionResult,
  fetchAPI: FetchAPI,
  type: Exclude<WholeType, 'text/event-stream'>,
): Response | Promise<Response> {
  return type === 'multipart/mixed'
    ? inOnePart(processRegularResult(result, fetchAPI, 'application/json'), fetchAPI)
    : processRegularResult(result, fetchAPI, type);
}

/** A stream of a single part, for clients that take no JSON. */
async function inOnePart(json: Response, fetchAPI: FetchAPI): Promise<Response> {
  const part = `---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n${await json.text()}\r\n-----\r\n`;
  const headers = new fetchAPI.Headers(json.headers);
  headers.set('content-type', 'multipart/mixed; boundary="-"');
  headers.delete('content-length');
  return new fetchAPI.Response(part, { status: json.status, headers });
}

/** A payload whose errors have the form that clients see: of others Yoga makes new ones, which takes longer than all else. */
function withPlainErrors<P extends Payload>(payload: P): P {
  const { data, errors, incremental } = payload;
  return (data !== undefined && errors) || incremental?.some((part) => part.errors) === true
    ? {
        ...payload,
        ...(errors && { errors: errors.map(plain) }),
        ...(incremental && {
          incremental: incremental.map((part) => (part.errors ? { ...part, errors: part.errors.map(plain) } : part)),
        }),
      }
    : payload;
}

/** What errors say to Yoga itself stays with them. */
function plain(error: GraphQLError): GraphQLError {
  return 'http' in error.extensions || 'unexpected' in error.extensions ? error : (error.toJSON() as GraphQLError);
}

/** The payloads of a stream with {@link withPlainErrors}. */
async function* plainErrorsOf<P extends Payload>(payloads: AsyncIterable<P>): AsyncGenerator<P, void> {
  for await (const payload of payloads) {
    yield withPlainErrors(payload);
  }
}
