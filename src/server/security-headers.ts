import { createHash } from 'node:crypto';
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

/**
 * The `content-security-policy` of a page that brings everything along: its own inline scripts run, known by their
 * hashes, and may ask this server, and nothing else. Styles may be inline, since editors compute theirs; workers may come
 * from the page's own scripts.
 *
 * @param html - The whole page. Scripts without `src` count; one with `src` would not be loaded.
 */
export function pagePolicy(html: string): string {
  const scripts = [...html.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
