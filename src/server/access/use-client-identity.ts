import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';

import type { Plugin } from 'graphql-yoga';

import { refusal } from './refusal.js';
import type { Tokens } from './tokens.js';

/** Who sent each request: the name of a token, or a network where there are no tokens. */
export type Callers = WeakMap<Request, string>;

/** What the HTTP server says about a request beside its text; a server of Fetch API requests has neither of the first two. */
export interface ServerContext {
  readonly req?: IncomingMessage;
  readonly res?: ServerResponse;
  /** The body, where it is read already. */
  readonly body?: Promise<Buffer> | undefined;
  /** Address of the caller, where `req` is missing. */
  readonly remoteAddress?: string | undefined;
}

/**
 * Finds out who sends a request, before anything of it is read. With tokens, whoever has none is refused with
 * `UNAUTHENTICATED` and status 401.
 */
export function useCallerIdentity(callers: Callers, tokens: Tokens | undefined): Plugin<object, ServerContext> {
  return {
    onRequestParse({ request, serverContext }) {
      const address = serverContext.req?.socket.remoteAddress ?? serverContext.remoteAddress ?? '';
      callers.set(request, callerOf(request.headers, address, tokens));
    },
  };
}

/**
 * The name of the token in a request, or without tokens the network of its sender.
 *
 * @throws GraphQLError `UNAUTHENTICATED` with status 401 for a missing or unknown token.
 */
export function callerOf(headers: Headers, address: string, tokens: Tokens | undefined): string {
  return tokens ? nameOf(headers, tokens) : networkOf(address);
}

/** The token in a header `Authorization`. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}

function nameOf(headers: Headers, tokens: Tokens): string {
  const token = bearerToken(headers.get('authorization') ?? undefined);
  const name = token === undefined ? undefined : tokens.callerOf(token);
  if (name === undefined) {
    throw refusal('UNAUTHENTICATED', 'This server answers only who sends a known token: Authorization: Bearer …', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  return name;
}

/** An IPv4 address, or the /64 of an IPv6 address: a household owns that many of them. */
export function networkOf(address: string): string {
  // The first look of Node for an IPv6 address takes 7 ms, to compile it.
  if (!address.includes(':')) {
    return address;
  }
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) {
    return mapped ?? address;
  }
  const [left = '', right] = address.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? [] : Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
}
