import { describe, expect, it } from 'vitest';

import { rejectFailure } from '../../../src/eutils/body/failure.js';
import type { Utility } from '../../../src/eutils/wire.js';
import { failureOf } from '../entrez-errors.js';

const answer = (status: number, body: string, headers: Record<string, string> = {}) => ({ status, headers, body });
const page = (text: string) =>
  `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body><p>${text}</p></body></html>`;
const XHTML =
  '<?xml version="1.0" encoding="utf-8"?>\n<!-- x --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html/>';
const RATE_LIMIT = '{"error":"API rate limit exceeded","api-key":"192.0.2.1","count":"4","limit":"3"}';
const BAD_KEY = '{"error":"API key invalid","api-key":"s3cret","type":"invalid",\n"status":"unknown"}';
const FORWARDING = '{"error":"error forwarding request","api-key":"2001:db8::1","type":"ip",\n"status":"ok"}';

const rejection = (status: number, body: string, headers?: Record<string, string>, utility: Utility = 'elink') =>
  failureOf(() => {
    rejectFailure(answer(status, body, headers), utility);
  });

describe('rejectFailure lets pass', () => {
  it.each([
    ['JSON', '{"header":{},"linksets":[]}'],
    ['XML', '<?xml version="1.0"?>\n<eLinkResult/>'],
    ['an error sentence inside JSON, which the decoder knows better', '{"linksets":[],"ERROR":"NCBI C++ Exception"}'],
    ['a prolog alone, which the decoder refuses', '<?xml version="1.0"?>'],
    ['a title about limits', '{"result":{"uids":["1"],"1":{"title":"API rate limit exceeded, \\"error\\""}}}'],
    ['a title about misuse, which is no page', '{"result":{"1":{"title":"Drug abuse and access denied"}}}'],
    ['text nobody knows, which the decoder refuses', 'something else'],
  ])('%s', (_, body) => {
    expect(() => {
      rejectFailure(answer(200, body), 'esummary');
    }).not.toThrow();
  });

  it.each(['efetch', 'ecitmatch'] as const)('an empty answer of %s and its plain text', (utility) => {
    for (const body of ['', '>seq of the timeout gene\nACGT']) {
      expect(() => {
        rejectFailure(answer(200, body), utility);
      }).not.toThrow();
    }
  });
});

describe('rejectFailure takes for a web page', () => {
  it.each([
    '<p>Sorry</p>',
    '<pre>Traceback</pre>',
    '<div class="e">Sorry',
    '<!-- x --><table><tr>',
    '<script>x</script>',
    '<h2>Down',
  ])('%s', (body) => {
    expect(rejection(200, body)).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });
});

describe('rejectFailure leaves open whether one id spoiled a request', () => {
  it.each([
    [400, 'id'],
    [422, 'id'],
    [404, 'service'],
    [405, 'service'],
  ])('under status %i with unknown words: %s', (status, scope) => {
    expect(rejection(status, 'mystery')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: false, scope });
  });
});

describe('rejectFailure names the rate limit', () => {
  it.each([429, 200, 400, 403, 500, 503])('by its sentence under status %i', (status) => {
    expect(rejection(status, RATE_LIMIT)).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryable: true });
  });

  it.each(['', page('Too Many Requests'), 'slow down'])('by status 429 whatever the body (%j)', (body) => {
    expect(rejection(429, body)).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryable: true });
  });

  it.each([
    ['2', 2000],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
    [' 7 ', 7000],
    ['1.5', 1500],
    ['9999999', 9_999_999_000],
    ['99999999999999', 31_536_000_000],
    ['5, 5', undefined],
    ['1e3', undefined],
    ['\u0663', undefined],
    ['', undefined],
  ])('with the time of Retry-After: %s', (value, ms) => {
    expect(rejection(429, RATE_LIMIT, { 'retry-after': value }).details.retryAfterMs).toBe(ms);
    expect(rejection(503, '', { 'retry-after': value }).details.retryAfterMs).toBe(ms);
  });

  it.each([
    ['Wed, 21 Oct 2026 07:28:05 GMT', 5000],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 0],
    ['Wed, 21 Oct 2026 07:27:00 GMT', undefined],
    ['Wed, 45 Oct 2026 07:28:00 GMT', undefined],
  ])('with the date of Retry-After, counted from that of the answer: %s', (after, ms) => {
    const headers = { date: 'Wed, 21 Oct 2026 07:28:00 GMT', 'retry-after': after };
    expect(rejection(429, RATE_LIMIT, headers).details.retryAfterMs).toBe(ms);
  });

  it('with the time of Retry-After also where the sentence is in XML', () => {
    const body = '<eLinkResult><ERROR>API rate limit exceeded</ERROR></eLinkResult>';
    expect(rejection(503, body, { 'retry-after': '2' }).details.retryAfterMs).toBe(2000);
  });

  it('as plain text and in XML of a failed status', () => {
    expect(rejection(200, 'API rate limit exceeded').code).toBe('UPSTREAM_RATE_LIMITED');
    expect(rejection(503, '<eLinkResult><ERROR>API rate limit exceeded</ERROR></eLinkResult>').code).toBe(
      'UPSTREAM_RATE_LIMITED',
    );
  });
});

describe('rejectFailure names a refused key', () => {
  it.each([400, 200, 401])('under status %i, and does not repeat it', (status) => {
    const failure = rejection(status, BAD_KEY);
    expect(failure).toMatchObject({ code: 'INVALID_API_KEY', retryable: false });
    expect(failure.message).not.toContain('s3cret');
  });
});

it('rejectFailure names a refused key in plain words of a failed status, which is no outage', () => {
  expect(rejection(500, 'API key invalid')).toMatchObject({ code: 'INVALID_API_KEY', retryable: false });
});

describe('rejectFailure names an outage worth another try', () => {
  it('by status 500 and above with words that nobody knows, and by 408', () => {
    for (const status of [500, 599, 408]) {
      expect(rejection(status, 'mystery')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    }
  });

  it.each([201, 202, 204, 205, 206, 226])('by status %i, under which no whole answer comes', (status) => {
    for (const utility of ['efetch', 'ecitmatch', 'elink'] as const) {
      for (const body of ['', '{"linksets":[]}']) {
        expect(rejection(status, body, {}, utility)).toMatchObject({
          code: 'UPSTREAM_UNAVAILABLE',
          retryable: true,
          message: expect.stringContaining(`HTTP ${status}`),
        });
      }
    }
  });

  it.each([500, 502, 503, 504, 520])('by status %i', (status) => {
    expect(rejection(status, page('Bad Gateway'))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });

  it.each([500, 200])('when the gateway cannot forward (status %i), without the address', (status) => {
    const failure = rejection(status, FORWARDING);
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(failure.message).not.toContain('db8');
  });

  it.each([
    `{"header":{},"linksets":[],"ERROR":"Couldn't resolve #exLinkSrv2, the address table is empty."}`,
    '<eFetchResult>\n<ERROR> Error: External viewer error: Empty Response. Status: Timeout</ERROR></eFetchResult>',
    page('502 Bad Gateway'),
    '{"error":"status 502 from back end"}',
    `{"error":"${'a long story '.repeat(40)}that ends in a timeout"}`,
  ])('when status 400 only wraps it: %s', (body) => {
    expect(rejection(400, body)).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });

  it.each([page('Maintenance'), XHTML, '<html>', '\n<HTML><BODY>down</BODY></HTML>'])(
    'when status 200 brings a web page: %s',
    (body) => {
      expect(rejection(200, body)).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
      expect(rejection(200, body, {}, 'efetch')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    },
  );

  it('when status 200 brings an error sentence as plain text', () => {
    expect(rejection(200, 'Search Backend failed: timeout')).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      retryable: true,
    });
  });
});

describe('rejectFailure names what no other try mends', () => {
  it.each([
    [501, 'UPSTREAM_UNAVAILABLE'],
    [400, 'UPSTREAM_UNAVAILABLE'],
    [404, 'UPSTREAM_UNAVAILABLE'],
    [413, 'UPSTREAM_UNAVAILABLE'],
    [414, 'UPSTREAM_UNAVAILABLE'],
    [301, 'UPSTREAM_UNAVAILABLE'],
  ])('status %i', (status, code) => {
    expect(rejection(status, page('No'))).toMatchObject({ code, retryable: false });
  });

  it('status 400 that says there was no usable id', () => {
    expect(rejection(400, 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.\n', {}, 'efetch')).toMatchObject({
      code: 'UNKNOWN_ID',
      retryable: false,
    });
  });

  it.each([200, 403, 503])(
    'the page that keeps an address out (status %i), in plain words and without the address',
    (status) => {
      const body = page(
        'Your access has been temporarily blocked due to a possible misuse situation. Your IP: 192.0.2.33',
      );
      const failure = rejection(status, body);
      expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: false });
      expect(failure.scope).toBe('address');
      expect(failure.message).toMatch(/^NCBI appears to block this address/);
      expect(failure.message).not.toContain('192.0.2');
    },
  );

  it('plain words of a refusal (403) that keep an address out', () => {
    expect(rejection(403, 'Access denied').scope).toBe('address');
    expect(rejection(404, 'Access denied').scope).toBe('service');
  });

  it.each([413, 414])('says in plain words that a request is too large, of which a part may pass (%i)', (status) => {
    const failure = rejection(status, '');
    expect(failure.message).toBe(`The elink request is too large for NCBI (HTTP ${status}).`);
    expect(failure).toMatchObject({ scope: 'id', isDivisible: true });
  });

  it.each([199, 301])('points at the base URL where no utility answers (%i)', (status) => {
    expect(rejection(status, '{}').message).toBe(
      `NCBI's elink answered HTTP ${status}: is the base URL right, with https?`,
    );
  });
});

describe('rejectFailure names an empty answer', () => {
  it.each(['', ' \r\n', '\ufeff'])('malformed and worth another try (%j)', (body) => {
    expect(rejection(200, body)).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });
});

it('the message of an error page is its words, not its code', () => {
  const body =
    '<html><head><style>p { color: red }</style><script>track("x")</script></head><body><p>Out of\norder</p></body></html>';
  expect(rejection(502, body).message).toBe('NCBI\'s elink answered HTTP 502: "Out of order"');
});
