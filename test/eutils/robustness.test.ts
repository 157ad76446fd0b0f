import { describe, expect, it } from 'vitest';

import { DECODERS } from '../support/decoders.js';

/** An empty EFetch answer is no cut-off one: no such records exist. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['articles', 'sequences']);

/** Plain text does not show where it ends: `search/ecitmatch.test.ts` states what of it counts when it is cut off. */
const PLAIN_TEXT: ReadonlySet<string> = new Set(['citations']);

describe.each(DECODERS)('%s', (_name, body, decode) => {
  it('decodes', () => {
    expect(decode(body)).toBeDefined();
  });
});

describe.each(DECODERS.filter(([name]) => !PLAIN_TEXT.has(name)))('%s', (name, body, decode) => {
  it('cut off anywhere, is a failure worth another try', () => {
    for (let length = MAY_BE_EMPTY.has(name) ? 1 : 0; length < body.length; length++) {
      expect(() => decode(body.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }),
      );
    }
  });
});
