import type { IncomingMessage, ServerResponse } from 'node:http';

import { sendNodeResponse } from '@whatwg-node/server';
import { LRUCache } from 'lru-cache';

import type { Gateway } from '../gateway.js';
import { ANSWER_HEADERS, setHeaders } from '../pages/security-headers.js';

/** A host name or address with or without a port. */
const HOST = /^(?:\[[\da-f:.%]+\]|[^\s/\\?#@:]+)(?::\d{1,5})?$/i;

/**
 * Refuses a request whose address is none, since what is behind it reads the address as a URL.
 *
 * @returns Whether it is refused.
 */
export function refuseInvalidAddress(request: IncomingMessage, response: ServerResponse): boolean {
  if (hasValidAddress(request)) {
    return false;
  }
  setHeaders(response, ANSWER_HEADERS);
  sendError(response, 400, 'BAD_REQUEST', 'Invalid Host header or URL. Send the name or address of this server.');
  return true;
}

/** Hosts that were found valid: most requests name the same. */
const validHosts = new LRUCache<string, true>({ max: 100 });

function hasValidAddress({ headers: { host }, url = '/' }: IncomingMessage): boolean {
  return (
    (host === undefined || isValidHost(host)) &&
    (/^\/\w/.test(url) || URL.canParse(url, `http://${host ?? 'localhost'}`))
  );
}

function isValidHost(host: string): boolean {
  if (validHosts.has(host)) {
    return true;
  }
  const isValid = HOST.test(host) && URL.canParse(`http://${host}`);
  if (isValid) {
    validHosts.set(host, true);
  }
  return isValid;
}

/**
 * Answers a request for GraphQL. Rejects with whatever is thrown outside Yoga, which the adapter below it would send to
 * the client with its stack.
 *
 * @param headers - Of each answer: names and values in turn.
 */
export async function sendGraphql(
  { yoga, shortWay }: Pick<Gateway, 'yoga' | 'shortWay'>,
  request: IncomingMessage,
  response: ServerResponse,
  headers: readonly string[] = [],
): Promise<void> {
  const body = shortWay?.read(request);
  // Yoga waits for the same body, and reports one that breaks off.
  const bytes = await body?.catch(() => undefined);
  if (bytes && (await shortWay?.answer(bytes, request, response, headers))) {
    return;
  }
  setHeaders(response, headers);
  const answer = await yoga.handleNodeRequestAndResponse(request, response, { req: request, res: response, body });
  await sendNodeResponse(answer, response, request, true);
}

/** Sends an error as GraphQL over HTTP does. */
function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** The last handler of everything over HTTP: says that something went wrong, and never what. */
export function sendUnexpected(response: ServerResponse): void {
  if (response.headersSent) {
    // What was said cannot be taken back: the client sees that the answer broke off.
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) {
    if (['content-type', 'content-length', 'content-encoding'].includes(name)) {
      response.removeHeader(name);
    }
  }
  sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Unexpected error.');
}
