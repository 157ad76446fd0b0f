import { readdirSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import { rejectFailure } from '../../src/eutils/body/failure.js';
import type { Utility } from '../../src/eutils/wire.js';
import { recordings } from '../conformance/recorded.js';
import { type Decode, DECODERS } from '../support/decoders.js';
import { FOREIGN, mutationsOf } from './mutations.js';
import { CASES, FLAT_BYTES, heapUsed, TIMEOUT } from './run.js';

const UTILITIES: readonly Utility[] = ['elink', 'esummary', 'esearch', 'efetch', 'epost', 'einfo', 'espell'];

/** Longer ones are long lists of what shorter ones have too. */
const RECORDED = recordings().filter(({ body }) => body.length <= 100_000);

const SHARE = Math.ceil(CASES / (2 * DECODERS.length + 1));

/** Holds a decoder to its promise: a value, or a failure with a code and a message of bearable length. */
function decodesOrFails(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(EntrezError);
    expect((error as EntrezError).message.length).toBeLessThan(1000);
  }
}

describe.each(DECODERS)('%s', { timeout: TIMEOUT }, (_, body, decode) => {
  it('decodes or fails with an EntrezError, whatever became of the answer', () => {
    const texts = fc.oneof({ weight: 5, arbitrary: mutationsOf(body) }, { weight: 1, arbitrary: FOREIGN });
    fc.assert(
      fc.property(texts, (text) => {
        decodesOrFails(() => decode(text));
      }),
      { numRuns: SHARE },
    );
  });
});

describe('every decoder', { timeout: TIMEOUT }, () => {
  it('is among those tested', async () => {
    const folder = new URL('../../src/eutils/', import.meta.url);
    const modules = await Promise.all(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map(async (file) => (await import(new URL(file, folder).pathname)) as Record<string, Decode>),
    );
    const names = modules
      .flatMap((module) => Object.keys(module))
      // decodeText decodes bytes, not an answer; those in slices are run by the others.
      .filter((name) => /^(?:decode|attribute)[A-Z](?!.*InSlices$)/.test(name) && name !== 'decodeText');
    const tested = DECODERS.map(([, , decode]) => String(decode) + decode.name).join();
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !tested.includes(name))).toEqual([]);
  });

  const mutants = fc.oneof(...RECORDED.map(({ body }) => mutationsOf(body)), fc.constant(''));
  const title =
    RECORDED.length === 0
      ? 'reads changed recordings, skipped: there are none in ../shared'
      : `decodes or fails with an EntrezError, whatever became of any of ${RECORDED.length} recordings`;
  it.skipIf(RECORDED.length === 0)(title, () => {
    fc.assert(
      fc.property(fc.constantFrom(...DECODERS), mutants, ([, , decode], text) => {
        decodesOrFails(() => decode(text));
      }),
      { numRuns: SHARE * DECODERS.length },
    );
  });

  it('leaves no memory behind', () => {
    const [round] = fc.sample(fc.array(fc.constantFrom(...DECODERS), { minLength: 20, maxLength: 20 }), 1);
    const decodeMany = (seed: number): void => {
      for (const [, body, decode] of round ?? []) {
        for (const text of fc.sample(mutationsOf(body), { numRuns: Math.ceil(SHARE / 20), seed })) {
          decodesOrFails(() => decode(text));
        }
      }
    };
    decodeMany(1);
    const before = heapUsed();
    for (let seed = 2; seed < 6; seed++) {
      decodeMany(seed);
    }
    expect(heapUsed() - before).toBeLessThan(FLAT_BYTES);
  });
});

describe('rejectFailure', { timeout: TIMEOUT }, () => {
  it('passes or fails with an EntrezError, whatever the status, the headers and the body', () => {
    const body = fc.oneof(FOREIGN, ...DECODERS.map(([, good]) => mutationsOf(good)));
    const headers = fc.dictionary(fc.constantFrom('retry-after', 'content-type', 'x-ratelimit-limit'), fc.string());
    const status = fc.oneof(
      fc.integer({ min: 100, max: 599 }),
      fc.constantFrom(200, 400, 403, 414, 429, 500, 502, 503),
    );
    fc.assert(
      fc.property(status, headers, body, fc.constantFrom(...UTILITIES), (code, its, text, utility) => {
        decodesOrFails(() => {
          rejectFailure({ status: code, headers: its, body: text }, utility);
        });
      }),
      { numRuns: SHARE },
    );
  });
});
