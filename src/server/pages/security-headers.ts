import type { ServerResponse } from 'node:http';

/**
 * Headers of every answer, names and values in turn. It is data: nothing in it may run, be framed or be taken for
 * something else.
 */
export const ANSWER_HEADERS: readonly string[] = Object.entries({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}).flat();

/** Sets headers that are given as names and values in turn. */
export function setHeaders(response: ServerResponse, headers: readonly string[]): void {
  for (let at = 0; at + 1 < headers.length; at += 2) {
    response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  }
}

/** For a page that brings its scripts and styles as files of its own: nothing inline runs, and nothing is from elsewhere. */
const PAGE: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * The `content-security-policy` of a page of this server.
 *
 * @param needs - Directives in which this page needs something else.
 */
export function pagePolicy(needs: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...PAGE, ...needs })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
