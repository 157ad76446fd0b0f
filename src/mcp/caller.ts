import type { Operation } from '../loading/operation/operation.js';
import type { RequestEnd } from '../server/observability/request-end.js';

/** How a call of a tool went. */
export type CallEnd = Pick<RequestEnd, 'outcome' | 'codes' | 'unexpected'>;

/** A call of a tool as its caller pays for it. */
export interface StartedCall {
  /**
   * Creates its operation, with the limits and the API key of the caller.
   *
   * @throws GraphQLError for headers that cannot be used.
   */
  begin(maxCalls: number, signal: AbortSignal): Operation;
  /** Tells of its end. */
  end(end: CallEnd): void;
}

/** Who calls tools. */
export interface Caller {
  /** @param name - Of the operation, in logs and metrics. */
  start(name: string): StartedCall;
}
