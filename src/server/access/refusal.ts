import { GraphQLError } from 'graphql';

/**
 * Why a request is refused by the server, before its operation is looked at. Clients see the code as
 * `extensions.code`; failures between a field and NCBI have codes of their own.
 */
export const REFUSAL_CODES = {
  BAD_REQUEST: 'The request is not valid, or is nested too deeply.',
  BODY_TOO_LARGE: 'The request body exceeds 256 KiB, or 2 MiB if its query requests entities.',
  NOT_ACCEPTABLE: 'The header accept allows no type that the server sends.',
  UNSUPPORTED_MEDIA_TYPE: 'The request body is not JSON, or has an unknown Content-Encoding.',
  UNAUTHENTICATED: 'The bearer token is missing or unknown.',
  CROSS_ORIGIN: 'A web page of another origin sent the request, and CORS_ORIGINS does not list it.',
  QUOTA_EXCEEDED: 'The client has reached its quota of requests or upstream calls.',
  DOCUMENT_ID_REQUIRED: 'The server accepts only trusted documents, and the request has a document or no id.',
  PERSISTED_QUERY_NOT_FOUND: 'The server does not know the hash. Send the text with it.',
  DOCUMENT_NOT_TRUSTED: 'No trusted document has this id.',
} as const;

type RefusalCode = keyof typeof REFUSAL_CODES;

interface RefusalOptions {
  /** Status of the HTTP answer. */
  readonly status: number;
  /**
   * Whether it is the GraphQL in the request that is refused, so that clients of `application/json` get status 200, as
   * GraphQL over HTTP has it.
   */
  readonly spec?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds after which another try makes sense. */
  readonly retryAfterMs?: number;
}

/** The error that refuses a request. Its message is for the client, so it quotes no value that was sent. */
export function refusal(
  code: RefusalCode,
  message: string,
  { status, spec = false, headers, retryAfterMs }: RefusalOptions,
): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      http: { status, spec, ...(headers && { headers }) },
    },
  });
}
