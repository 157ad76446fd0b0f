import { describe, expect, it } from 'vitest';

import { backendFailure, knownFailure } from '../../src/eutils/backend-failure.js';

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

  it('names the uid NCBI names', () => {
    expect(backendFailure('Invalid uid SAMN1 at position= 8').details.uids).toEqual(['SAMN1']);
    expect(backendFailure('DocSum Backend failed').details.uids).toBeUndefined();
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
