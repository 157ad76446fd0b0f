import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { BatchSize } from '../../../src/loading/batching/batch-size.js';
import { askAbout, failure, poisonedBy, tooLarge, uidsUpTo, valuesOf, type Verdict } from './far-side.js';

describe('askInParts about what is too large for one answer', () => {
  it('splits it at once into as many parts as the size that NCBI states requires, and keeps to that size', async () => {
    const size = new BatchSize({ start: 10, max: 10 });
    // Four tenths of 22 MB fit into JSON.
    const answer = (part: readonly string[]): Verdict => (part.length > 4 ? tooLarge(22_000_000) : valuesOf(part));
    const { asked, results } = await askAbout(uidsUpTo(10), answer, { size });
    expect(asked.map(({ length }) => length)).toEqual([10, 4, 4, 2]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uidsUpTo(10)));
    expect(size.current).toBe(4);
  });

  it.each([
    ['whose size is not stated', undefined, [5, 2, 2, 1]],
    ['that is hardly too large', 9_000_001, [5, 3, 2]],
    ['of which not even one record fits', 900_000_000, [5, 1, 1, 1, 1, 1]],
  ])('halves one %s at least, and makes no part empty', async (_what, bytes, lengths) => {
    const { asked } = await askAbout(uidsUpTo(5), (part, call) => (call === 1 ? tooLarge(bytes) : valuesOf(part)));
    expect(asked.map(({ length }) => length)).toEqual(lengths);
  });

  it('leaves the size as it was when a single record is too large: that tells nothing of others', async () => {
    const size = new BatchSize({ start: 100, max: 100 });
    await askAbout(['1'], () => tooLarge(27_000_000), { size });
    expect(size.current).toBe(100);
  });

  it('takes as many calls as the sizes require, and names the record that is too large by itself', async () => {
    const size = new BatchSize({ start: 64, max: 64 });
    const answer = (part: readonly string[]): Verdict =>
      part.length > 1 || part[0] === '7' ? tooLarge() : valuesOf(part);
    const { asked, results } = await askAbout(uidsUpTo(64), answer, { size });
    expect(asked).toHaveLength(127);
    expect(results.get('7')).toMatchObject({ code: 'RESPONSE_TOO_LARGE', details: { uids: ['7'] } });
    expect([...results.values()].filter((result) => result instanceof EntrezError)).toHaveLength(1);
    // Single records that are answered with ease make it larger again.
    expect(size.current).toBeLessThan(3);
  });
});

describe('askInParts about a question with one answer for all', () => {
  const askForOne = (fail: () => EntrezError, fits: number, size?: BatchSize) =>
    askAbout(uidsUpTo(8), (part) => (part.length > fits ? fail() : valuesOf(part)), {
      isOneAnswer: true,
      ...(size && { size }),
    });

  it.each(['MALFORMED_RESPONSE', 'UNKNOWN_ID', 'UPSTREAM_UNAVAILABLE'] as const)(
    'is not divided where none of them is to blame (%s)',
    async (code) => {
      const { asked, results } = await askForOne(() => failure(code), 4);
      expect(asked).toHaveLength(1);
      expect([...results.values()].every((result) => result instanceof EntrezError)).toBe(true);
    },
  );

  it('halves it once after a time-out, and stays with half', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const { asked, results } = await askForOne(() => failure('UPSTREAM_TIMEOUT'), 4, size);
    expect(asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uidsUpTo(8)));
    const sick = new BatchSize({ start: 8, max: 8 });
    const again = await askForOne(() => failure('UPSTREAM_TIMEOUT'), 0, sick);
    expect(again.asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    expect([size.current, sick.current]).toEqual([4, 2]);
  });

  it('divides what is too large for NCBI, but not for a service that fails', async () => {
    const { asked } = await askForOne(tooLarge, 4);
    expect(asked.map(({ length }) => length)).toEqual([8, 4, 4]);
    const service = await askForOne(() => failure('UPSTREAM_TIMEOUT', { scope: 'service' }), 4);
    expect(service.asked).toHaveLength(1);
  });
});

describe('askInParts and the size of a call', () => {
  const tooLong = (limit: number) => (asked: readonly string[]) =>
    asked.length > limit ? failure('MALFORMED_RESPONSE') : valuesOf(asked);

  it('asks in parts about a list that is longer than a call may be at present, side by side', async () => {
    const uids = uidsUpTo(7);
    const { asked, results } = await askAbout(uids, valuesOf, { size: new BatchSize({ start: 3, max: 10 }) });
    expect(asked).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7']]);
    expect(Object.fromEntries(results)).toEqual(valuesOf(uids));
  });

  it.each(['MALFORMED_RESPONSE', 'UPSTREAM_TIMEOUT'] as const)(
    'makes it smaller when a list is too long (%s)',
    async (code) => {
      const size = new BatchSize({ start: 8, max: 8 });
      await askAbout(uidsUpTo(8), (part) => (part.length > 4 ? failure(code) : valuesOf(part)), { size });
      expect(size.current).toBe(4);
      const { asked } = await askAbout(uidsUpTo(8), tooLong(4), { size });
      expect(asked.map(({ length }) => length)).toEqual([4, 4]);
    },
  );

  it('leaves it as it was when one poison id was the trouble', async () => {
    for (const code of ['MALFORMED_RESPONSE', 'UPSTREAM_TIMEOUT'] as const) {
      const size = new BatchSize({ start: 100, max: 100 });
      await askAbout(uidsUpTo(100), poisonedBy(['33'], code), { size });
      expect(size.current).toBe(100);
    }
  });

  it('leaves it as it was when a single id that was asked alone fails', async () => {
    const size = new BatchSize({ start: 100, max: 100 });
    await askAbout(['1'], poisonedBy(['1'], 'UPSTREAM_TIMEOUT'), { size });
    expect(size.current).toBe(100);
  });

  it('leaves it as it was when the same list is answered at the next try: it was not too long', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const { asked } = await askAbout(
      uidsUpTo(8),
      (part, call) => (call === 1 ? failure('MALFORMED_RESPONSE') : valuesOf(part)),
      { size, attempts: 2 },
    );
    expect(asked.map(({ length }) => length)).toEqual([8, 8]);
    expect(size.current).toBe(8);
  });

  it('leaves it as it was when an answer mixes sources: fewer of them would be mixed as well', async () => {
    const size = new BatchSize({ start: 8, max: 8 });
    const mixing = (part: readonly string[]): Verdict =>
      part.length > 1 ? failure('MALFORMED_RESPONSE', { scope: 'batch' }) : valuesOf(part);
    await askAbout(uidsUpTo(8), mixing, { size });
    expect(size.current).toBe(8);
  });

  it('makes it larger when full lists are answered with ease', async () => {
    const size = new BatchSize({ start: 10, max: 100 });
    await askAbout(uidsUpTo(80), valuesOf, { size });
    expect(size.current).toBe(11);
  });
});
