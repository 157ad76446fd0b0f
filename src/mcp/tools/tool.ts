import type { Answer } from '../answer/answer.js';
import type { ToolCall } from '../call.js';
import { type Arguments, optional, text, type Values, wholeNumber } from '../input/arguments.js';

/** A tool that reads and changes nothing. */
export interface Tool<A extends Arguments = Arguments> {
  readonly name: string;
  readonly title: string;
  /** For assistants: what it takes and returns, and when to use it. */
  readonly description: string;
  readonly args: A;
  /** NCBI requests that a call may take part in, whatever the server allows. */
  readonly maxCalls: (values: Values<A>) => number;
  /** @throws EntrezError naming the argument, or the failure of the whole call. */
  readonly run: (values: Values<A>, call: ToolCall) => Answer | Promise<Answer>;
}

/** NCBI requests of one call, unless a tool takes a number. */
export const MAX_CALLS = 60;

/** Where an answer continues. */
export const cursor = optional(text());

/** How many lines the caller wants. */
export const first = optional(wholeNumber(1, 200));
