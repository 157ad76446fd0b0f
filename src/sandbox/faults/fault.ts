import type { Utility } from '../../eutils/wire.js';
import type { Answer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';
import type { Deliver } from './delivery.js';

/** A request that may meet a fault. */
export interface FaultRequest {
  readonly utility: Utility;
  readonly params: Parameters;
  /** The API key, or without one the address it came from: what NCBI echoes. */
  readonly caller: string;
}

/** An answer that may bring its own headers in place of those about the rate. */
export interface FaultyAnswer extends Answer {
  readonly headers?: Readonly<Record<string, string>>;
}

/** One way in which NCBI goes wrong. It changes the question, the answer or its delivery; what it leaves out stays true. */
export interface Fault {
  /** What happens, in a line that help texts show. */
  readonly description: string;
  /** The programs it can happen to; without it, all. */
  readonly utilities?: readonly Utility[];
  /** Whether it can happen to a request of these programs; without it, to every one. */
  readonly fits?: (request: FaultRequest) => boolean;
  /** The question that is answered in place of the one that was asked. */
  readonly question?: (request: FaultRequest, context: SandboxContext, random: () => number) => Parameters;
  /** What is sent in place of the true answer. */
  readonly answer?: (honest: Answer, request: FaultRequest, random: () => number) => FaultyAnswer;
  /** How it is put on the connection. */
  readonly deliver?: Deliver;
}
