import type { IncomingMessage, ServerResponse } from 'node:http';

import { createMcpHandler } from '@modelcontextprotocol/server';
import { sendNodeResponse } from '@whatwg-node/server';
import { GraphQLError } from 'graphql';

import type { Operation } from '../loading/operation/operation.js';
import type { Gateway } from '../server/gateway.js';
import { REQUEST_ID, requestIdOf } from '../server/observability/answer-headers.js';
import { readBody } from '../server/access/request-body.js';
import { systemClock } from '../upstream/clock.js';
import type { Caller } from './caller.js';
import { allowOrigin, refuseForeignOrigin } from './origins.js';
import { createServer } from './server.js';

/** Protocol: code for errors of an implementation. */
const REFUSED = -32_000;

/** Answers requests to /mcp. Rejects with what nobody expects. */
export type McpRoute = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves tools over streamable HTTP without sessions: each request is judged as one for GraphQL is, by its origin, token,
 * quota and API key.
 */
export function createMcpRoute(gateway: Gateway): McpRoute {
  const handler = createMcpHandler(
    ({ authInfo }) => createServer({ gateway, caller: authInfo?.extra?.caller as Caller }),
    {
      onerror: ({ message }) => {
        gateway.logger.debug(message);
      },
    },
  );
  const { admission, config, observability } = gateway;

  return async (request, response) => {
    const headers = headersOf(request);
    headers.set(REQUEST_ID, requestIdOf(headers));
    response.setHeader(REQUEST_ID, headers.get(REQUEST_ID) ?? '');
    const since = systemClock.now();
    try {
      allowOrigin(headers, config.CORS_ORIGINS ?? [], response);
      refuseForeignOrigin(headers, config.CORS_ORIGINS ?? []);
      if (request.method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
      const name = admission.callerOf(headers, request.socket.remoteAddress ?? '');
      const admit = async (requests: number): Promise<void> => {
        try {
          await admission.admit(name, requests);
        } finally {
          response.setHeaders(new Map(Object.entries(admission.quotaHeaders(name))));
        }
      };
      await admit(1);
      const body = request.method === 'POST' ? await readBody(request) : undefined;
      if (Array.isArray(body) && body.length > 1) {
        // Each message of a batch counts.
        await admit(body.length - 1);
      }
      const signal = leaving(response);
      const url = `http://${request.headers.host ?? 'localhost'}/mcp`;
      const answer = await handler.fetch(new Request(url, { method: request.method ?? 'POST', headers, signal }), {
        ...(body !== undefined && { parsedBody: body }),
        authInfo: { token: '', clientId: name, scopes: [], extra: { caller: callerOf(name, headers, signal) } },
      });
      await sendNodeResponse(answer, response, request, true);
    } catch (error) {
      if (!(error instanceof GraphQLError)) {
        throw error;
      }
      const { code } = error.extensions;
      observability.began(headers, since).end({
        name: undefined,
        type: undefined,
        operation: undefined,
        outcome: 'refused',
        codes: typeof code === 'string' ? [code] : [],
        unexpected: [],
      });
      refuse(response, error);
    }
  };

  function callerOf(client: string, headers: Headers, gone: AbortSignal): Caller {
    return {
      start: (name) => {
        const followed = observability.began(headers);
        let operation: Operation | undefined;
        return {
          begin: (maxCalls, cancelled) => {
            operation = admission.operationOf(
              { headers, signal: AbortSignal.any([gone, cancelled]) },
              client,
              maxCalls,
            );
            followed.follow(operation);
            return operation;
          },
          end: (end) => {
            followed.end({ ...end, name, type: undefined, operation, client });
          },
        };
      },
    };
  }
}

function headersOf({ headers }: IncomingMessage): Headers {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new Headers(entries.map(([name, value]): [string, string] => [name, String(value)]));
}

/** Aborts when the client goes away before it is answered. */
function leaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}

function refuse(response: ServerResponse, { message, extensions }: GraphQLError): void {
  const http = extensions.http as { readonly status?: number; readonly headers?: Readonly<Record<string, string>> };
  const data = { code: extensions.code, retryAfterMs: extensions.retryAfterMs };
  response
    .writeHead(http.status ?? 400, { ...http.headers, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: REFUSED, message, data } }));
}
