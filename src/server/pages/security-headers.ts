import type { ServerResponse } from 'node:http';

/** For every answer. It is data: nothing in it may run, be framed or be taken for something else. */
const ANSWER_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

export function secureAnswer(response: ServerResponse): void {
  for (const [name, value] of Object.entries(ANSWER_HEADERS)) {
    response.setHeader(name, value);
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
