import type { TypedDocumentString } from '../generated/graphql.js';
import { type Answer, ask, type FieldError, type Server } from './ask.js';

/** Codes of failures that may go away by themselves. All others need another operation, or another server. */
const TRANSIENT: readonly string[] = [
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'MALFORMED_RESPONSE',
  'DEADLINE_EXCEEDED',
  'OVERLOADED',
  'SHUTTING_DOWN',
];

/** Returns the milliseconds to wait before repeating the operation, or undefined if repeating it cannot help. */
export function retryDelay(errors: readonly FieldError[]): number | undefined {
  const delays = errors
    .filter(({ extensions: { code } }) => TRANSIENT.includes(code))
    .map(({ extensions: { retryAfterMs = 1000 } }) => retryAfterMs);
  return delays.length > 0 ? Math.max(...delays) : undefined;
}

/** Runs an operation again while it has transient errors. What succeeded is cached, so repeating it costs nothing. */
export async function askWithRetries<Result, Variables>(
  server: Server,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  { attempts = 3, wait = sleep }: { readonly attempts?: number; readonly wait?: (ms: number) => Promise<void> } = {},
): Promise<Answer<Result>> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(server, document, variables);
    const delay = retryDelay(answer.errors);
    if (delay === undefined || attempt === attempts) {
      return answer;
    }
    await wait(delay);
  }
}

async function sleep(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
