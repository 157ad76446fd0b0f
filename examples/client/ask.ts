import type { TypedDocumentString } from '../generated/graphql.js';

/** The error of one field, which is null in the data. Other fields are unaffected. */
export interface FieldError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  /** `code` is one of the enum ErrorCode of the schema; `fields` are all of a record that failed for the same reason. */
  readonly extensions: {
    readonly code: string;
    readonly retryAfterMs?: number;
    readonly fields?: readonly (string | number)[];
  };
}

export interface Answer<Result> {
  readonly data: Result;
  readonly errors: readonly FieldError[];
}

/** Address of an entrez-graph server, and options of its requests. */
export interface Server {
  /** Such as `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** Whether the server accepts trusted documents only. Sends the hash of an operation instead of its text. */
  readonly trustsDocumentsOnly?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Runs an operation that GraphQL Code Generator has typed: the compiler checks its variables, and its data has the type
 * of its selection.
 *
 * @throws Error if the whole operation was rejected, so that there is no data.
 */
export async function ask<Result, Variables>(
  { url, trustsDocumentsOnly = false, headers }: Server,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const operation = trustsDocumentsOnly
    ? { documentId: document.__meta__?.hash as string }
    : { query: document.toString() };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify({ ...operation, variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    readonly data?: Result | null;
    readonly errors?: readonly FieldError[];
  };
  if (data == null) {
    throw new Error(`The operation was refused: ${errors.map(({ message }) => message).join(' ')}`);
  }
  return { data, errors };
}
