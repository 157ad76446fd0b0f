import { expect } from 'vitest';

import type { TypedDocumentString } from '../../examples/generated/graphql.js';
import type { RunningGateway } from './running-gateway.js';

/** Asks an example by its typed document, as a client would, and gives the data. An error in the answer fails the test. */
export async function ask<Result, Variables extends object>(
  gateway: RunningGateway,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const answer = await gateway.query(document.toString(), variables);
  expect(answer.errors).toBeUndefined();
  return answer.data as Result;
}

/** What must be there, for a typed answer whose fields can all be null. */
export function present<T>(value: T | null | undefined): T {
  if (value == null) {
    throw new Error('The answer lacks what the test looks at.');
  }
  return value;
}
