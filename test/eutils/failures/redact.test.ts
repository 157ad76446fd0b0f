import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { redact } from '../../../src/eutils/failures/redact.js';

describe('redact', () => {
  it.each([
    ['GET /elink.fcgi?api_key=s3cret&id=7', 'GET /elink.fcgi?api_key=[removed]&id=7'],
    ['api_key%3Ds3cret', 'api_key%3D[removed]'],
    [
      '{"error":"API key invalid","api-key":"s3cret","type":"invalid"}',
      '{"error":"API key invalid","api-key":"[removed]","type":"invalid"}',
    ],
    ['{\\"api-key\\":\\"s3cret\\"}', '{\\"api-key\\":\\"[removed]\\"}'],
    ['"api-key" : "2001:db8::1"', '"api-key" : "[removed]"'],
    ['<ApiKey>s3cret</ApiKey>', '<ApiKey>[removed]</ApiKey>'],
    ['key 0123456789abcdef0123456789ABCDEF0123 refused', 'key [removed] refused'],
  ])('removes the key from %s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it('removes the name of a stored set', () => {
    expect(redact('WebEnv MCID_0123456789abcdef01234567 is gone')).toBe('WebEnv [removed] is gone');
  });

  it.each([
    ['peer: 192.0.2.86:8064', 'peer: [address]:8064'],
    ['from 2001:db8::1, again', 'from [address], again'],
    ['from [::1]:80', 'from [[address]]:80'],
    ['::ffff:192.0.2.7 here', '[address] here'],
    ['2001:db8:0:1:2:3:4:5.', '[address].'],
    ['caller jane.doe+ncbi@mail.example.org, again', 'caller [address], again'],
  ])('removes the address from %s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it.each([
    'ncbi::CTxRawClientImpl::readAll() --- EOF',
    'CException::eUnknown',
    'at 12:30:45',
    'Build 2.19, PMC 1:2',
    'API key invalid',
  ])('leaves %s alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['Failed: <pre>Traceback</pre>', 'Failed: [web page]'],
    ['Failed: &lt;span class="x"&gt;Bad', 'Failed: [web page]'],
    ['Failed: <svg/onload=alert(1)>', 'Failed: [web page]'],
    ['Failed: <img src=x onerror=alert(1)>', 'Failed: [web page]'],
    ['Failed: %3Cform action=x%3E', 'Failed: [web page]'],
    ['Failed: <b>502</b> Bad Gateway', 'Failed: 502 Bad Gateway'],
    ['Failed: &lt;em&gt;twice&lt;/em&gt;', 'Failed: twice'],
    ['Failed: <<b>pre>', 'Failed: [web page]'],
  ])('shows no markup of %s', (text, clean) => {
    expect(redact(text)).toBe(clean);
  });

  it('folds line ends and control characters to single spaces', () => {
    expect(redact('  Exception:\r\n\t\u0000no \u0085 link\n')).toBe('Exception: no link');
  });

  it('cuts to 300 characters, never through a pair of surrogates', () => {
    expect(redact('x'.repeat(300))).toHaveLength(300);
    expect(redact('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(redact(`${'x'.repeat(298)}😀tail`)).toBe(`${'x'.repeat(298)}…`);
  });

  it('changes nothing when applied again', () => {
    const part = fc.constantFrom(
      'api_key=',
      '"api-key":"',
      'k1',
      '192.0.2.1',
      '2001:db8::',
      '1',
      ':',
      '\n',
      'word ',
      '&',
      '"',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
        const once = redact(parts.join(''));
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it('never lets a key or an address through, wherever it stands', () => {
    const noise = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '{', '"', '/', '?', '.', '-'), maxLength: 400 });
    fc.assert(
      fc.property(noise, noise, (before, after) => {
        const clean = redact(`${before} https://x/?api_key=s3cret&ip= 198.51.100.77 ${after}`);
        expect(clean).not.toMatch(/s3cret|198\.51/);
      }),
    );
  });
});
