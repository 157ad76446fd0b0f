import { describe, expect, it } from 'vitest';

import { DECODERS } from '../support/decoders.js';

/** An empty EFetch answer is no cut-off one: no such records exist. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['articles', 'sequences']);

describe.each(DECODERS)('%s', (name, body, decode) => {
  it('decodes', () => {
    expect(decode(body)).toBeDefined();
  });

  it('cut off anywhere, is a failure worth another try', () => {
    for (let length = MAY_BE_EMPTY.has(name) ? 1 : 0; length < body.length; length++) {
      expect(() => decode(body.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }),
      );
    }
  });
});
