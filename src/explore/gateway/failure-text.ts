/** Why something is not known, as the gateway states it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  /** When another try makes sense, as `Date.now()` tells time; undefined where nobody knows. */
  readonly retryAt?: number;
}

/** Texts for failures that have a remedy on this page, and for those whose own text is about NCBI's machinery. */
const TEXTS: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'This gateway requires a token. Enter it under API key.',
  INVALID_API_KEY: 'NCBI does not know this API key. Correct it under API key.',
  QUOTA_EXCEEDED: "You've reached this gateway's request limit.",
  UPSTREAM_RATE_LIMITED: "NCBI's rate limit was reached.",
  UPSTREAM_UNAVAILABLE: 'NCBI did not answer properly.',
  UPSTREAM_TIMEOUT: 'NCBI took too long to answer.',
  MALFORMED_RESPONSE: 'NCBI sent an answer that cannot be read.',
  DEADLINE_EXCEEDED: 'This took longer than the gateway allows.',
  DOCUMENT_NOT_TRUSTED: 'This gateway does not accept the queries of this page.',
};

/** How the gateway says that a search did not know an organism, which it names as it was searched. */
const UNKNOWN_ORGANISM = /has a part that is not known: "*([^"]*)"?\[ORGN\]/i;

/** Failures that another token or key may end. */
const BY_ACCESS = ['UNAUTHENTICATED', 'INVALID_API_KEY', 'QUOTA_EXCEEDED'];

/** A failure as the gateway states it. */
interface StatedFailure {
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** A failure in words for visitors. */
export function inPlainWords({ code, message, retryAfterMs }: StatedFailure): Failure {
  const [, organism] = UNKNOWN_ORGANISM.exec(message) ?? [];
  const text =
    TEXTS[code] ??
    (organism === undefined ? message : `No organism is called "${organism}". Correct it in the filter.`);
  return { code, message: text, ...(retryAfterMs !== undefined && { retryAt: Date.now() + retryAfterMs }) };
}

/** Whether entering a token or a key can help. */
export function isAboutAccess({ code }: Failure): boolean {
  return BY_ACCESS.includes(code);
}

/** When to try again, in words. */
export function retryText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 0) {
    return 'You can try again now.';
  }
  return `Try again in ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`;
}
