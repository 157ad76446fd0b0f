import { describe, expect, it } from 'vitest';

import { decodeArticles } from '../../src/eutils/efetch-articles.js';
import { decodeSequences } from '../../src/eutils/efetch-sequences.js';
import { DECODERS } from '../support/decoders.js';

/** An empty EFetch answer is no cut-off one: no such records exist. */
const MAY_BE_EMPTY: ReadonlySet<unknown> = new Set([decodeArticles, decodeSequences]);

describe.each(DECODERS)('%s', (_, body, decode) => {
  it('decodes', () => {
    expect(decode(body)).toBeDefined();
  });

  it('cut off anywhere, is a failure worth another try', () => {
    for (let length = MAY_BE_EMPTY.has(decode) ? 1 : 0; length < body.length; length++) {
      expect(() => decode(body.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }),
      );
    }
  });
});
