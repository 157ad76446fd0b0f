import { describe, expect, it } from 'vitest';

import { backendFailure, knownFailure } from '../../../src/eutils/failures/backend-failure.js';

describe('backendFailure', () => {
  it.each([
    'NCBI C++ Exception:\n    Error: TXCLIENT(CException::eUnknown) --- Read failed: EOF',
    "Couldn't resolve #exLinkSrv2, the address table is empty.",
    'Couldn&apos;t resolve #exLinkSrv2',
    'Search Backend failed: Unable to open connection to #PMQuerySrv?dbaf=taxonomy',
    'DocSum Backend failed',
    'Error: External viewer error: Empty Response. Bytes read: 0 Status: Timeout',
    'error forwarding request',
    'The request timed out, please try again',
    'HTTP 502',
    'Unable to route request! service name: /http/service/ratecontrol (no available servers)',
    'unable to route request',
    'Search Backend failed: Database is not supported: pubmed',
    'Failed to connect to PubOne service. Try again later.',
    'Error: CEFetchPApplication::proxy_stream(): something else',
  ])('takes "%s" for trouble that passes', (text) => {
    expect(backendFailure(text)).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
  });

  it.each([
    ['Exception:\nllinkslib command not supported', 'UNSUPPORTED_COMMAND'],
    ['Invalid db name specified: fleegle', 'BAD_USER_INPUT'],
    ['Can not retrieve DbInfo for db=fleegle', 'BAD_USER_INPUT'],
    ['Wrong DB name', 'BAD_USER_INPUT'],
    ['Unable to obtain query #1', 'HISTORY_EXPIRED'],
    ['Empty history ID list - nothing todo', 'HISTORY_EXPIRED'],
    ['Empty term and query_key - nothing todo', 'BAD_USER_INPUT'],
    ['Invalid uid NOPE1 at position= 0', 'UNKNOWN_ID'],
    ['Failed to understand id: NOPE1', 'UNKNOWN_ID'],
    ['cannot get document summary', 'UNKNOWN_ID'],
    ['Empty id list - nothing todo', 'UNKNOWN_ID'],
    ['ID+list+is+empty!+Possibly+it+has+no+correct+IDs.', 'UNKNOWN_ID'],
    ['Too many UIDs in request. Maximum number of UIDs is 500 for JSON format output.', 'UPSTREAM_UNAVAILABLE'],
    ['API key invalid', 'INVALID_API_KEY'],
    ['API key not valid. Please pass a valid API key.', 'INVALID_API_KEY'],
    ['api key is not valid', 'INVALID_API_KEY'],
    ['The API key is invalid', 'INVALID_API_KEY'],
    ['Invalid API key: please try again', 'INVALID_API_KEY'],
  ])('takes "%s" for %s, which no other try mends', (text, code) => {
    expect(backendFailure(text)).toMatchObject({ code, retryable: false });
  });

  it('sees the lasting cause inside the words of a failed back end', () => {
    const text =
      "Search Backend failed: Exception:\n'retstart' cannot be larger than 9998. For PubMed, use another tool.";
    expect(backendFailure(text)).toMatchObject({ code: 'BAD_USER_INPUT', retryable: false });
  });

  it('knows the rate limit sentence', () => {
    expect(backendFailure('API rate limit exceeded')).toMatchObject({ code: 'UPSTREAM_RATE_LIMITED', retryable: true });
  });

  it('leaves open whether one id is to blame only where a back end failed', () => {
    const scopeOf = (text: string) => backendFailure(text).scope;
    expect(scopeOf('DocSum Backend failed')).toBe('id');
    expect(scopeOf('Too many UIDs in request')).toBe('id');
    expect(scopeOf('API rate limit exceeded')).toBe('service');
    expect(scopeOf('Empty term')).toBe('service');
  });

  it('looks for what a sentence means in its beginning only', () => {
    expect(knownFailure(`${'x'.repeat(19_990)} timed out`)).toBeDefined();
    expect(knownFailure(`${'x'.repeat(20_000)} timed out`)).toBeUndefined();
  });

  it('names the uid NCBI names', () => {
    expect(backendFailure('Invalid uid SAMN1 at position= 8').details.uids).toEqual(['SAMN1']);
    expect(backendFailure('DocSum Backend failed').details.uids).toBeUndefined();
  });

  it('names every uid of a list of refused ones', () => {
    const text = 'Invalid uid A1 at position= 0; Invalid uid B 2 at position= 24; Invalid uid A1 at position= 30';
    expect(backendFailure(text).details.uids).toEqual(['A1', 'B 2']);
    const many = Array.from({ length: 300 }, (_, i) => `Invalid uid X${i} at position= ${i * 6}`).join('\n');
    expect(backendFailure(many).details.uids).toHaveLength(300);
    expect(backendFailure('Failed to understand id: NOPE1; Failed to understand id: NOPE2').details.uids).toEqual([
      'NOPE1',
      'NOPE2',
    ]);
  });

  it('reads what NCBI writes letter by letter', () => {
    const failure = backendFailure('Error: F a i l e d  t o  u n d e r s t a n d  i d :  X Y 9');
    expect(failure).toMatchObject({ code: 'UNKNOWN_ID', details: { uids: ['XY9'] } });
  });

  it('knows the refusal to write large answers in JSON, with the size it states', () => {
    const text = '\nInput XML size is 12150021 bytes, and cannot be transformed to JSON. the max size is 10MB';
    expect(backendFailure(text)).toMatchObject({
      code: 'RESPONSE_TOO_LARGE',
      retryable: false,
      isDivisible: true,
      details: { answerBytes: 12_150_021 },
    });
    expect(backendFailure('This cannot be transformed to JSON').details).toEqual({});
  });

  it.each([
    'Error: proxy_stream(): &lt;html&gt;&lt;head&gt;&lt;title&gt;502 Bad Gateway&lt;/title&gt;&lt;/head&gt;&lt;body&gt;x',
    'Error: <!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>x</body></html>',
    'C++ Exception: &amp;lt;HTML&amp;gt;&amp;lt;TITLE&amp;gt;502 Bad Gateway&amp;lt;/TITLE&amp;gt;x',
    'Error: &#60;html&#62;&#60;title&#62;502 Bad Gateway&#60;/title&#62;x',
    'Error: &#x3c;html&#x3E;&#x3c;title&#x3E;502 Bad Gateway&#x3c;/title&#x3E;x',
    'Error: \\u003chtml\\u003e\\u003ctitle\\u003e502 Bad Gateway\\u003c/title\\u003ex',
    'Error: %3Chtml%3E%3Ctitle%3E502 Bad Gateway%3C/title%3Ex',
  ])('shows a web page inside a sentence by its title alone: %s', (text) => {
    const { message, code } = backendFailure(text);
    expect(code).toBe('UPSTREAM_UNAVAILABLE');
    expect(message).toMatch(/\[web page: 502 Bad Gateway\]"$/);
    expect(message).not.toMatch(/html|lt;|<|%3c|u003c/i);
  });

  it('tries again after a sentence nobody has recorded, and quotes it', () => {
    const failure = backendFailure('The  flux\ncapacitor at 192.0.2.9 is cold');
    expect(failure).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(failure.message).toBe('NCBI reported an error: "The flux capacitor at [address] is cold"');
    expect(knownFailure('The flux capacitor is cold')).toBeUndefined();
  });

  it('says so when NCBI gives no reason', () => {
    expect(backendFailure(' ').message).toBe('NCBI reported an error without saying which.');
  });

  it('quotes NCBI after our own words', () => {
    expect(backendFailure('Invalid db name specified: fleegle').message).toBe(
      'NCBI does not know this database: "Invalid db name specified: fleegle"',
    );
  });
});
