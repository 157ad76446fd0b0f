import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseJson } from '../../../src/eutils/body/json.js';
import { failureOf } from '../entrez-errors.js';

/** Whether JavaScript holds all numbers of a value exactly. */
const isExact = (value: unknown): boolean => {
  const numbers = JSON.stringify(value).match(/(?<=[[:,]|^)-?\d[^,\]}]*/g) ?? [];
  return numbers.every((number) => Math.abs(Number(number)) <= Number.MAX_SAFE_INTEGER);
};

describe('parseJson', () => {
  it('reads what is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'medium' }).filter(isExact), (value) => {
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

  it.each([
    '12345678901234567890',
    '{"links":[12345678901234567890]}',
    '[9007199254740992]',
    '{"a":{"b":[1,-9007199254740993]}}',
    '[1e16]',
    '[1e400]',
    '{"score":-1e999}',
    '[12345678901234567890.5]',
    '{"a":"raw\nline","uid":72057594037927937}',
  ])('refuses a number that JavaScript would round (%s)', (text) => {
    expect(failureOf(() => parseJson(text))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('keeps numbers that are exact, and long digits in texts', () => {
    expect(parseJson('[9007199254740991,-9007199254740991,0.25,1e15,-0,"12345678901234567890"]')).toEqual([
      Number.MAX_SAFE_INTEGER,
      -Number.MAX_SAFE_INTEGER,
      0.25,
      1e15,
      -0,
      '12345678901234567890',
    ]);
  });

  it.each([
    ['lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['objects', '{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000)],
    ['lists inside objects', '{"a":['.repeat(101) + ']}'.repeat(101)],
    ['a deep member beside good ones', `{"header":{},"linksets":[],"x":${'['.repeat(101)}${']'.repeat(101)}}`],
    ['lists that are cut off', '['.repeat(300_000)],
  ])('calls deep nesting malformed: %s', (_, text) => {
    expect(failureOf(() => parseJson(text))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('reads what is nested as deep as answers are', () => {
    expect(parseJson('['.repeat(100) + ']'.repeat(100))).toBeInstanceOf(Array);
  });

  it('does not quote the body in its message', () => {
    expect(failureOf(() => parseJson('{"api-key":"0123456789')).message).not.toContain('0123456789');
  });
});
