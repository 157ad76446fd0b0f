import { describe, expect, it } from 'vitest';

import { rateHeaders } from '../../../src/eutils/failures/rate-headers.js';

function read(headers: Readonly<Record<string, string>>) {
  return rateHeaders({ status: 200, headers, body: '' });
}

describe('rateHeaders', () => {
  it('reads what NCBI allows in a second and what is left of it', () => {
    expect(read({ 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '1' })).toEqual({ limit: 3, remaining: 1 });
    expect(read({ 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0' })).toEqual({ limit: 10, remaining: 0 });
  });

  it('reads them of failures too', () => {
    const headers = { 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '0', 'retry-after': '2' };
    expect(rateHeaders({ status: 429, headers, body: '' })).toEqual({ limit: 3, remaining: 0 });
  });

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['neither is there', {}],
    ['the limit is missing', { 'x-ratelimit-remaining': '1' }],
    ['what is left is missing', { 'x-ratelimit-limit': '3' }],
    ['the limit is zero, which would stop everything', { 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': '0' }],
    ['one is empty', { 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '' }],
    ['one is negative', { 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '-1' }],
    ['one is no whole number', { 'x-ratelimit-limit': '2.5', 'x-ratelimit-remaining': '1' }],
    ['one was sent twice', { 'x-ratelimit-limit': '3, 3', 'x-ratelimit-remaining': '1' }],
    ['one is beyond belief', { 'x-ratelimit-limit': '99999999', 'x-ratelimit-remaining': '1' }],
  ])('says nothing when %s', (_, headers) => {
    expect(read(headers)).toBeUndefined();
  });
});
