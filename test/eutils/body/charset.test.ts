import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeText } from '../../../src/eutils/body/charset.js';
import { failureOf } from '../entrez-errors.js';

const JSON_TYPE = 'application/json';
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('decodeText', () => {
  it.each([
    ['UTF-8, declared', Buffer.from('é'), `${JSON_TYPE}; charset=UTF-8`],
    ['UTF-8, declared in quotes and capitals', Buffer.from('é'), 'text/xml;CHARSET="Utf8"'],
    ['UTF-8, not declared', Buffer.from('é'), JSON_TYPE],
    ['UTF-8, without a header', Buffer.from('é'), undefined],
    ['ISO-8859-1', latin1('é'), 'text/xml; charset=ISO-8859-1'],
    ['windows-1252', latin1('é'), 'text/xml; charset=windows-1252'],
    ['ISO-8859-15', latin1('é'), `${JSON_TYPE}; q=1; charset=iso-8859-15`],
    ['UTF-8 beyond ASCII, declared as ASCII', Buffer.from('é'), `${JSON_TYPE}; charset=US-ASCII`],
    ['UTF-8, declared in single quotes', Buffer.from('é'), `${JSON_TYPE}; charset='utf-8'`],
    ['UTF-8 by its byte order mark, declared as Latin-1', Buffer.from('\ufeffé'), 'text/xml; charset=iso-8859-1'],
    ['big-endian UTF-16, declared without its order', utf16be('\ufeffé'), `${JSON_TYPE}; charset=utf-16`],
    ['UTF-16LE', Buffer.from('é', 'utf16le'), `${JSON_TYPE}; charset=utf-16le`],
    ['UTF-16BE', utf16be('é'), `${JSON_TYPE}; charset=utf-16be`],
    ['UTF-16 by its byte order mark', Buffer.from('\ufeffé', 'utf16le'), 'text/xml'],
    ['big-endian UTF-16 by its byte order mark', utf16be('\ufeffé'), undefined],
  ])('reads %s', (_, bytes, type) => {
    expect(decodeText(bytes, type).replace('\ufeff', '')).toBe('é');
  });

  it('reads the charset of an XML declaration where the header has none', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1" ?><a>é</a>';
    expect(decodeText(latin1(text), 'text/xml')).toBe(text);
    expect(decodeText(Buffer.from(text), 'text/xml; charset=UTF-8')).toBe(text);
  });

  it('reads a text that was put into another charset than its XML declaration names', () => {
    const text = (charset: string): string => `<?xml version="1.0" encoding="${charset}" ?><a>é</a>`;
    expect(decodeText(latin1(text('UTF-8')), 'text/xml; charset=ISO-8859-1')).toBe(text('UTF-8'));
    expect(decodeText(Buffer.from(text('ISO-8859-1')), 'text/xml; charset=UTF-8')).toBe(text('ISO-8859-1'));
    expect(decodeText(Buffer.from(text('UTF-16')), 'text/xml')).toBe(text('UTF-16'));
  });

  it('reads ASCII whatever charset beyond it is declared, and the first of two media types', () => {
    expect(decodeText(Buffer.from('{}'), `${JSON_TYPE}; charset=gbk`)).toBe('{}');
    expect(decodeText(Buffer.from('é'), `${JSON_TYPE}; charset=utf-8, text/html`)).toBe('é');
  });

  it('keeps a replacement character that NCBI itself sent', () => {
    expect(decodeText(Buffer.from('a\ufffdb'), JSON_TYPE)).toBe('a\ufffdb');
  });

  it.each([
    ['bytes of Latin-1 declared as UTF-8', latin1('{"a":"é"}'), `${JSON_TYPE}; charset=UTF-8`],
    ['bytes of Latin-1 without a charset', latin1('{"a":"é"}'), JSON_TYPE],
    ['a character that is cut off', Buffer.from('é').subarray(0, 1), undefined],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80]), undefined],
    ['an overlong slash', Buffer.from([0xc0, 0xaf]), undefined],
    ['half a character of UTF-16', Buffer.from([0x41]), 'text/xml; charset=utf-16le'],
    ['bytes of Latin-1 declared as ASCII', latin1('{"a":"é"}'), `${JSON_TYPE}; charset=ascii`],
    ['UTF-8 declared as Latin-1, which would be Ã©', Buffer.from('{"a":"é"}'), `${JSON_TYPE}; charset=iso-8859-1`],
    ['UTF-8 declared as GBK', Buffer.from('{"a":"é"}'), `${JSON_TYPE}; charset=gbk`],
    [
      'UTF-8 by the XML declaration, declared as windows-1252',
      Buffer.from('<?xml version="1.0" encoding="UTF-8"?><a>é</a>'),
      'text/xml; charset=windows-1252',
    ],
    [
      'UTF-8 with the XML declaration of Latin-1',
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'),
      'text/xml',
    ],
    ['UTF-16 declared as UTF-8', Buffer.from('\ufeff{}', 'utf16le'), `${JSON_TYPE}; charset=utf-8`],
    ['a charset that nobody knows', Buffer.from('a'), 'text/xml; charset=x-ncbi'],
    ['EBCDIC', Buffer.from('a'), 'text/xml; charset=IBM037'],
    ['a charset that is only a name of sounds', Buffer.from('a'), 'text/xml; charset=utf-7'],
    [
      'an unknown charset in the XML declaration',
      Buffer.from('<?xml version="1.0" encoding="EBCDIC-CP-US"?><a/>'),
      undefined,
    ],
  ])('refuses %s, and may be tried again', (_, bytes, type) => {
    expect(failureOf(() => decodeText(bytes, type))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('gives any text back as it was, and never a replacement character for bytes that are none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeText(Buffer.from(text), JSON_TYPE)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        let text = '';
        try {
          text = decodeText(bytes, `${JSON_TYPE}; charset=utf-8`);
        } catch {
          return;
        }
        expect(Buffer.from(text)).toEqual(Buffer.from(bytes));
      }),
    );
  });
});
