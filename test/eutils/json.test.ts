import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseJson } from '../../src/eutils/json.js';
import { failureOf } from './entrez-errors.js';

describe('parseJson', () => {
  it('reads what is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts a byte order mark', () => {
    expect(parseJson('\ufeff{"a":1}')).toEqual({ a: 1 });
  });

  it('accepts raw control characters inside strings', () => {
    expect(parseJson('{"ERROR":"Exception:\n\tno\u0000 link \u001f"}')).toEqual({
      ERROR: 'Exception:\n\tno\u0000 link \u001f',
    });
  });

  it('accepts raw control characters whatever else the strings hold', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\n', '\t', '\u0001', '{', ',', 'é') });
    fc.assert(
      fc.property(fc.dictionary(text, text), (object) => {
        const raw = JSON.stringify(object)
          .replaceAll('\\n', '\n')
          .replaceAll('\\t', '\t')
          .replaceAll('\\u0001', '\u0001');
        expect(parseJson(raw)).toEqual(object);
      }),
    );
  });

  it('keeps escapes and a backslash before a raw line end readable', () => {
    expect(parseJson('["a\\"b\n", "c\\\\", "d\\\n"]')).toEqual(['a"b\n', 'c\\', 'd\n']);
  });

  it.each(['', '  \r\n\t', '\ufeff'])('calls an empty text malformed and worth another try (%j)', (text) => {
    expect(failureOf(() => parseJson(text))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it.each(['{"linksets":[{"ids":["1"', '{"a":"unfinished\n', 'nonsense', '{"a":1}}', '{"a":"quoted "inside" it"}'])(
    'calls a cut-off or garbled text malformed and worth another try (%j)',
    (text) => {
      expect(failureOf(() => parseJson(text))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    },
  );

  it('does not quote the body in its message', () => {
    expect(failureOf(() => parseJson('{"api-key":"0123456789')).message).not.toContain('0123456789');
  });
});
