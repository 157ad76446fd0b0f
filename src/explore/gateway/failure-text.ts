/** Why something is not known, as the gateway states it. */
export interface Failure {
  readonly code: string;
  readonly message: string;
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

/** A failure in words for visitors, with the time after which another try makes sense. */
export function inPlainWords({ code, message, retryAfterMs }: Failure & { readonly retryAfterMs?: number }): Failure {
  const [, organism] = UNKNOWN_ORGANISM.exec(message) ?? [];
  const text =
    TEXTS[code] ??
    (organism === undefined ? message : `No organism is called "${organism}". Correct it in the filter.`);
  return { code, message: retryAfterMs === undefined ? text : `${text} Try again in ${duration(retryAfterMs)}.` };
}

/** Whether entering a token or a key can help. */
export function isAboutAccess({ code }: Failure): boolean {
  return BY_ACCESS.includes(code);
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
