import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { WholeResult } from '../execution/response-cache.js';
import { responseTooLarge } from '../execution/response-too-large.js';
import { atOnce, inSlices, type Sliced } from '../../eutils/body/slices.js';
import { tooManyFailures } from '../../schema/limits/value-budget.js';
import type { Payload } from '../accept/announce-parts.js';

/** Values that are measured between two pauses: a few milliseconds of work. */
const VALUES_PER_SLICE = 20_000;

/**
 * Replaces a response that is too large with `RESPONSE_TOO_LARGE`, before it is written as text: texts that memory holds
 * once can stand in it many times. Of a stream, the parts count together.
 */
export function useResponseLimit(maxBytes: number): Plugin {
  return {
    async onExecutionResult(payload) {
      const { result } = payload;
      if (!result) {
        return;
      }
      if (Symbol.asyncIterator in result) {
        payload.setResult(boundedStream(result as AsyncIterable<Payload>, maxBytes));
        return;
      }
      const excess = await inSlices(excessIn(result, maxBytes));
      if (excess) {
        payload.setResult({ errors: [excess] });
      }
    },
  };
}

async function* boundedStream(payloads: AsyncIterable<Payload>, maxBytes: number): AsyncGenerator<Payload, void> {
  let left = maxBytes;
  for await (const payload of payloads) {
    const { errors = [], incremental = [] } = payload;
    const excess = tooManyFailures([...errors, ...incremental.flatMap((part) => part.errors ?? [])]);
    left -= await inSlices(jsonLength(payload, left));
    if (excess || left < 0) {
      yield { errors: [excess ?? responseTooLarge(maxBytes)], hasNext: false };
      return;
    }
    yield payload;
  }
}

/** What is sent in place of a result that is too large. */
export function excessOf(result: ExecutionResult, max: number): GraphQLError | undefined {
  return atOnce(excessIn(result, max));
}

function* excessIn(result: ExecutionResult, max: number): Sliced<GraphQLError | undefined> {
  const tooMany = tooManyFailures(result.errors ?? []);
  if (tooMany) {
    return tooMany;
  }
  const length = result instanceof WholeResult ? result.text.length : yield* jsonLength(result, max);
  return length > max ? responseTooLarge(max) : undefined;
}

/** Characters of a result as JSON, near enough; counts no further than a bit over `max`. */
function* jsonLength(result: ExecutionResult | Payload, max: number): Sliced<number> {
  const open: unknown[] = [result];
  let [length, measured] = [0, 0];
  while (open.length > 0 && length <= max) {
    const value = open.pop();
    measured += 1;
    if (measured % VALUES_PER_SLICE === 0) {
      yield;
    }
    if (typeof value === 'string') {
      length += value.length + 3;
    } else if (value instanceof GraphQLError) {
      const { message, locations, path, extensions } = value;
      open.push({ message, locations, path, extensions });
    } else if (typeof value !== 'object' || value === null) {
      length += 6;
    } else if (Array.isArray(value)) {
      length += 2;
      for (const member of value as readonly unknown[]) {
        open.push(member);
      }
    } else {
      length += 2;
      for (const key in value) {
        length += key.length + 3;
        open.push((value as Readonly<Record<string, unknown>>)[key]);
      }
    }
  }
  return length;
}
