import type { Failure } from './knowledge.js';

/** What visitors can do about failures that they can do something about. The gateway's own words are for programs. */
const PLAIN: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'This gateway answers only those it knows. Enter your token under Access.',
  INVALID_API_KEY: 'NCBI does not know this API key. Correct it under Access.',
  QUOTA_EXCEEDED: 'You have asked as much as this gateway lets one visitor ask.',
  UPSTREAM_RATE_LIMITED: 'NCBI has been asked too often.',
  DOCUMENT_NOT_TRUSTED: 'This gateway does not answer the questions of this page.',
};

/** Failures that another token or key may end. */
const BY_ACCESS = ['UNAUTHENTICATED', 'INVALID_API_KEY', 'QUOTA_EXCEEDED'];

/** A failure in words for people, with the time after which another try makes sense. */
export function inPlainWords({ code, message, retryAfterMs }: Failure & { readonly retryAfterMs?: number }): Failure {
  const plain = PLAIN[code];
  const wait = retryAfterMs === undefined || plain === undefined ? [] : [`Try again in ${duration(retryAfterMs)}.`];
  return { code, message: [plain ?? message, ...wait].join(' ') };
}

/** Whether entering a token or a key can help. */
export function isAboutAccess({ code }: Failure): boolean {
  return BY_ACCESS.includes(code);
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
