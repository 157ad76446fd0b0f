import type { Milliseconds } from '../../upstream/clock.js';

/** What a header `Cache-Control` of a request says (RFC 9111, section 5.2.1). */
export interface CacheDirectives {
  /** How old an answer may be; undefined where it may have any age. */
  readonly maxAge: Milliseconds | undefined;
  /** Whether nobody may keep the answer. */
  readonly isNotKept: boolean;
  /** Whether nothing is to be requested from NCBI. */
  readonly isFromCache: boolean;
}

/**
 * Reads the directives that limit an answer; others are ignored, as the RFC wants.
 *
 * @returns A `maxAge` of NaN where it is no whole number of seconds.
 */
export function cacheDirectivesOf(header: string | null): CacheDirectives {
  const directives = (header ?? '').split(',').map((directive) => {
    const [name = '', value = ''] = directive.split(/=(.*)/s);
    return { name: name.trim().toLowerCase(), value: value.trim() };
  });
  const has = (wanted: string): boolean => directives.some(({ name }) => name === wanted);
  const ages = directives.filter(({ name }) => name === 'max-age').map(({ value }) => inMilliseconds(value));
  return {
    maxAge: has('no-cache') ? 0 : ages.length === 0 ? undefined : Math.min(...ages),
    isNotKept: has('no-store'),
    isFromCache: has('only-if-cached'),
  };
}

function inMilliseconds(value: string): Milliseconds {
  const digits = /^"?(\d+)"?$/.exec(value)?.[1];
  return digits === undefined ? Number.NaN : Number(digits) * 1000;
}
