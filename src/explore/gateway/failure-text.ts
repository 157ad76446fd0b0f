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

/** Failures that another token or key may end. */
const BY_ACCESS = ['UNAUTHENTICATED', 'INVALID_API_KEY', 'QUOTA_EXCEEDED'];

/** A failure as the gateway states it. */
interface StatedFailure {
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number | undefined;
  /** What is wrong with a term. */
  readonly problem?: string | undefined;
  /** The part of it that NCBI does not know. */
  readonly phrase?: string | undefined;
}

/** A failure in words for visitors. */
export function inPlainWords({ code, message, retryAfterMs, problem, phrase }: StatedFailure): Failure {
  return {
    code,
    message: TEXTS[code] ?? textOfProblem(problem, phrase) ?? message,
    ...(retryAfterMs !== undefined && { retryAt: Date.now() + retryAfterMs }),
  };
}

/** What visitors see are fields, not arguments. */
function textOfProblem(problem: string | undefined, phrase = ''): string | undefined {
  switch (problem) {
    case 'UNKNOWN_PHRASE':
      // The only words in the filter of this page are those of an organism.
      return `No organism of these records is called "${phrase}". Correct it in the filter.`;
    case 'UNBALANCED':
      return 'The brackets or quotes of the search do not match. Close each of them.';
    default:
      return undefined;
  }
}

/** Whether the same request can have another answer: not where the visitor has to correct it. */
export function canBeRetried({ code }: Failure): boolean {
  return code !== 'BAD_USER_INPUT';
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
