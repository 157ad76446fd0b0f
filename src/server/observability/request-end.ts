import type { OperationTypeNode } from 'graphql';

import type { CostRecorder } from '../../loading/operation/cost-recorder.js';
import type { Operation } from '../../loading/operation/operation.js';
import type { Milliseconds } from '../../upstream/clock.js';

/**
 * What became of a request: `answered` without an error, `partial` data beside errors, `failed` without data,
 * `refused` before anything was executed, or `aborted` by a client that left. The last has no errors: nobody sees them.
 */
export type Outcome = 'answered' | 'partial' | 'failed' | 'refused' | 'aborted';

/** A request for GraphQL that has been answered to the end, however that went. */
export interface RequestEnd {
  readonly id: string;
  /** Who sent it, where clients have names. */
  readonly client: string | undefined;
  /** The name of the operation; undefined where it has none, or was refused before it was read. */
  readonly name: string | undefined;
  readonly type: OperationTypeNode | undefined;
  readonly outcome: Outcome;
  /** The codes of all errors in the answer. */
  readonly codes: readonly string[];
  /** What clients were not shown of its errors. */
  readonly unexpected: readonly unknown[];
  /** Time from its arrival to the end of its answer. */
  readonly took: Milliseconds;
  /** Undefined where it was refused before it became one. */
  readonly operation: (CostRecorder & Partial<Pick<Operation, 'client'>>) | undefined;
  /** The trace that it is part of, where it is traced. */
  readonly traceId: string | undefined;
}

export type OnRequestEnd = (end: RequestEnd) => void;

/** Failures that an operator can do something about, or should know of; the others are the caller's. */
const TROUBLE = new Set([
  'UPSTREAM_RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'MALFORMED_RESPONSE',
  'DEADLINE_EXCEEDED',
]);
/** The same for counting: the log has a line of its own for what nobody expected. */
export const TROUBLE_CODES: readonly string[] = [...TROUBLE, 'INVALID_API_KEY', 'INTERNAL_SERVER_ERROR'];

/** The first code in an answer for which NCBI, time or this server is to blame, or an API key that is the server's own. */
export function troubleIn({ codes, operation }: Pick<RequestEnd, 'codes' | 'operation'>): string | undefined {
  const isOwnKey = operation?.client?.keyOwner === 'server';
  return codes.find(
    (code) => TROUBLE.has(code) || code === 'INTERNAL_SERVER_ERROR' || (isOwnKey && code === 'INVALID_API_KEY'),
  );
}
