import type { Utility } from '../../eutils/wire.js';
import type { SandboxContext } from '../context.js';
import type { Answer } from '../http/answer.js';
import type { Parameters } from '../http/parameters.js';
import type { Deliver } from './delivery.js';

/** A request that a fault may strike. */
export interface FaultRequest {
  readonly utility: Utility;
  readonly params: Parameters;
  /** The API key, or without one the address the request came from: what NCBI echoes. */
  readonly caller: string;
}

/** An answer with headers of its own. */
export interface FaultyAnswer extends Answer {
  /** Headers in place of those about the rate. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How the body is written as bytes. Default: UTF-8. */
  readonly encoding?: 'latin1';
  /** Headers beside all others. */
  readonly moreHeaders?: Readonly<Record<string, string>>;
}

/** An answer and how it is sent. */
export interface SentAnswer extends FaultyAnswer {
  /** Default: as a whole. */
  readonly deliver?: Deliver;
  /** The rule that struck, as it was written; absent if the answer is honest. */
  readonly fault?: string;
}

/** One way in which NCBI fails. It changes the question, the answer or its delivery; what it leaves out stays true. */
export interface Fault {
  /** What happens, in a line that help texts show. */
  readonly description: string;
  /** The utilities it can strike. Default: all. */
  readonly utilities?: readonly Utility[];
  /** Whether it can strike this request of these utilities. Default: every one. */
  readonly fits?: (request: FaultRequest) => boolean;
  /** The question that is answered in place of the original one. */
  readonly question?: (request: FaultRequest, context: SandboxContext, random: () => number) => Parameters;
  /** What is sent in place of the true answer. */
  readonly answer?: (honest: Answer, request: FaultRequest, random: () => number) => FaultyAnswer;
  /** How it is put on the connection. */
  readonly deliver?: Deliver;
}
