import type { ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import { WholeResult } from '../execution/response-cache.js';
import { responseTooLarge } from '../execution/response-too-large.js';
import type { Payload } from '../accept/announce-parts.js';

/**
 * Replaces a response that is too large with `RESPONSE_TOO_LARGE`, before it is written as text: texts that memory holds
 * once can stand in it many times. Of a stream, the parts count together.
 */
export function useResponseLimit(maxBytes: number): Plugin {
  return {
    onExecutionResult(payload) {
      const { result } = payload;
      if (!result) {
        return;
      }
      if (Symbol.asyncIterator in result) {
        payload.setResult(boundedStream(result as AsyncIterable<Payload>, maxBytes));
      } else if (lengthOf(result, maxBytes) > maxBytes) {
        payload.setResult({ errors: [responseTooLarge(maxBytes)] });
      }
    },
  };
}

async function* boundedStream(payloads: AsyncIterable<Payload>, maxBytes: number): AsyncGenerator<Payload, void> {
  let left = maxBytes;
  for await (const payload of payloads) {
    left -= jsonLength(payload, left);
    if (left < 0) {
      yield { errors: [responseTooLarge(maxBytes)], hasNext: false };
      return;
    }
    yield payload;
  }
}

function lengthOf(result: ExecutionResult, max: number): number {
  return result instanceof WholeResult ? result.text.length : jsonLength(result, max);
}

/** Characters of a result as JSON, near enough; counts no further than a bit over `max`. */
function jsonLength(result: ExecutionResult | Payload, max: number): number {
  const open: unknown[] = [result];
  let length = 0;
  while (open.length > 0 && length <= max) {
    const value = open.pop();
    if (typeof value === 'string') {
      length += value.length + 3;
    } else if (typeof value !== 'object' || value === null || value instanceof Error) {
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
