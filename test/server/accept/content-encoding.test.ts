import { gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { acceptanceOf } from '../../../src/server/accept/content-encoding.js';
import { KeptGzip } from '../../../src/server/execution/kept-gzip.js';

describe('what a client accepts', () => {
  it.each([
    [null, undefined, true],
    ['', undefined, true],
    ['gzip', 'gzip', true],
    ['x-gzip', 'gzip', true],
    ['GZIP, deflate', 'gzip', true],
    ['deflate', undefined, true],
    ['gzip, br', 'br', true],
    ['gzip;q=1, br;q=0.5', 'gzip', true],
    ['br ; q=0, gzip', 'gzip', true],
    ['gzip;q=0', undefined, true],
    ['gzip;q=0.0, *;q=0', undefined, false],
    ['br;q=0, *;q=0.1, zstd;q=0', 'gzip', true],
    ['identity, gzip;q=0.5', undefined, true],
    ['identity;q=0.5, gzip', 'gzip', true],
    ['gzip, identity;q=0', 'gzip', false],
    ['gzip, *;q=0', 'gzip', false],
    ['gzip;q=high', undefined, true],
  ] as const)('%s: %s, and plain: %s', (header, encoding, isPlainAccepted) => {
    expect(acceptanceOf(header)).toEqual({ encoding, isPlainAccepted });
  });
});

describe('a beginning that is kept in gzip', () => {
  it.each([
    ['{"data":{},"extensions":', '{}}'],
    ['ä'.repeat(100_000), 'ö'.repeat(1000)],
    ['', ''],
  ])('gives whole bodies', async (beginning, end) => {
    const kept = await KeptGzip.of(beginning);
    expect(gunzipSync(kept.endingWith(end) ?? '').toString()).toBe(beginning + end);
    expect(gunzipSync(kept.endingWith(`${end}!`) ?? '').toString()).toBe(`${beginning}${end}!`);
  });

  it('is left to others where the end is long', async () => {
    const kept = await KeptGzip.of('a');
    expect(kept.endingWith('b'.repeat(65_535))).toBeDefined();
    expect(kept.endingWith('b'.repeat(65_536))).toBeUndefined();
  });
});
