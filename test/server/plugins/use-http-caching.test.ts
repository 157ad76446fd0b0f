import { describe, expect, it } from 'vitest';

import { cachingHeaders } from '../../../src/server/plugins/use-http-caching.js';

describe('the headers for caches', () => {
  it.each([
    [{ age: 0, maxAge: 86_400_000 }, false, { 'cache-control': 'public, max-age=86400', age: '0' }],
    [{ age: 3_600_999, maxAge: 1999 }, false, { 'cache-control': 'public, max-age=3601', age: '3600' }],
    [{ age: 1500, maxAge: 5000 }, true, { 'cache-control': 'private, max-age=6', age: '1' }],
    // Less than a second is no time.
    [{ age: 0, maxAge: 999 }, false, { 'cache-control': 'no-store' }],
    // Another version of the gateway may have another catalog.
    [{ age: 0, maxAge: Infinity }, false, { 'cache-control': 'public, max-age=300', age: '0' }],
    [undefined, false, { 'cache-control': 'no-store' }],
    [undefined, true, { 'cache-control': 'no-store' }],
  ])('of %o, private: %s, are %o', (freshness, isPrivate, headers) => {
    expect(cachingHeaders(freshness, isPrivate)).toEqual(headers);
  });
});
