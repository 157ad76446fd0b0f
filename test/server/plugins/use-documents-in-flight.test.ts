import { EventEmitter } from 'node:events';

import type { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';

import { documentBytes } from '../../../src/server/execution/document-cache.js';
import { MAX_IN_FLIGHT_BYTES, useDocumentsInFlight } from '../../../src/server/plugins/use-documents-in-flight.js';

const MB = 1024 * 1024;
const DOCUMENT = 'x'.repeat(100_000);

/** Requests that are answered only when the test says so. */
function gate(maxBytes?: number): (query: string) => EventEmitter {
  const { onParams } = useDocumentsInFlight(maxBytes);
  return (query) => {
    const res = new EventEmitter();
    void onParams?.({ params: { query }, context: { res } } as unknown as Parameters<typeof onParams>[0]);
    return res;
  };
}

describe('Documents under way', () => {
  it('take 96 MB together, and more when others are answered', () => {
    const send = gate();
    const room = Math.floor(MAX_IN_FLIGHT_BYTES / documentBytes(DOCUMENT));
    expect(MAX_IN_FLIGHT_BYTES).toBe(96 * MB);
    expect(room).toBeLessThan(20);
    const [first] = Array.from({ length: room }, () => send(DOCUMENT));
    expect(() => send(DOCUMENT)).toThrow('Too many large operations are running. Retry in a second.');
    first?.emit('close');
    send(DOCUMENT);
    expect(() => send(DOCUMENT)).toThrow();
  });

  it('are refused as an overload that passes', () => {
    const send = gate(1);
    send('{ a }');
    const refused = (() => {
      try {
        send('{ b }');
        return undefined;
      } catch (error) {
        return error as GraphQLError;
      }
    })();
    expect(refused?.extensions).toMatchObject({ code: 'OVERLOADED', retryAfterMs: 1000, http: { status: 503 } });
  });

  it('are never refused when there is nothing else, however large', () => {
    const send = gate(1);
    send(DOCUMENT).emit('close');
    send(DOCUMENT);
  });
});
