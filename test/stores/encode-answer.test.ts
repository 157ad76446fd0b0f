import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../src/eutils/failures/errors.js';
import type { StoredAnswer } from '../../src/loading/cache/answer-store.js';
import { packLinks } from '../../src/loading/values/link-list.js';
import { decodeAnswer, encodeAnswer, expiresAt, namespaceOf } from '../../src/stores/encode-answer.js';

const NAME = `${namespaceOf('https://ncbi.example/')}4 7157 esummary gene`;

function answerOf(value: object): StoredAnswer {
  return {
    value,
    source: 'ncbi',
    size: 'bytes' in value ? Number(value.bytes) : 24,
    ttl: 3_600_000,
    obtainedAt: 'asOf' in value ? Number(value.asOf) : 1.5,
  };
}

const uid = fc.oneof(fc.nat().map(String), fc.integer({ min: 2 ** 32, max: 2 ** 49 }).map(String), fc.string());
const scores = fc.oneof(fc.nat(), fc.double({ noNaN: true, min: 0 }));
const links = fc
  .array(fc.tuple(uid, scores))
  .chain((pairs) => fc.tuple(fc.constant(pairs), fc.boolean()))
  .map(([pairs, scored]) => {
    const uids = pairs.map(([each]) => each);
    return packLinks('', false, { uids, scores: scored ? pairs.map(([, score]) => score) : undefined });
  });
const document = fc.dictionary(fc.string(), fc.jsonValue()).filter((value) => !('uids' in value));
const unknown = fc
  .record({ message: fc.string(), db: fc.string() })
  .map(({ message, db }) => new EntrezError('UNKNOWN_ID', message, { db }));
const stored = fc.oneof(links, document, unknown).map(answerOf);

/** An answer of each kind. */
const SAMPLES: readonly (readonly [kind: string, answer: StoredAnswer])[] = [
  ['a document', answerOf({ uid: '7157', name: 'TP53' })],
  ['links with scores', answerOf(packLinks('', false, { uids: ['1', '2'], scores: [9, 8] }))],
  ['links that are no numbers', answerOf(packLinks('', false, { uids: ['NP_1.1'] }))],
  ['a list', answerOf(['1', { name: 'TP53' }])],
  ['a document with a member that links have', answerOf({ uids: ['1'] })],
  ['links with scores that are fractions', answerOf(packLinks('', false, { uids: ['1'], scores: [0.5] }))],
  ['no such record', answerOf(new EntrezError('UNKNOWN_ID', 'none', { uids: ['1'] }))],
];

describe('An encoded answer', () => {
  it('is read as it was, whatever it is', () => {
    fc.assert(
      fc.property(stored, fc.string(), (answer, name) => {
        const { value, ...facts } = decodeAnswer(name, encodeAnswer(name, answer)) ?? { value: undefined };
        const original = JSON.parse(JSON.stringify(answer.value)) as unknown;
        expect(facts).toEqual({ source: 'ncbi', size: answer.size, ttl: 3_600_000, obtainedAt: answer.obtainedAt });
        expect(JSON.parse(JSON.stringify(value))).toEqual(original);
        if (answer.value instanceof EntrezError) {
          expect(value).toMatchObject({ code: 'UNKNOWN_ID', message: answer.value.message });
        } else if (!('uids' in answer.value)) {
          expect(value).toEqual(original);
        } else {
          expect(value).toEqual(answer.value);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each(SAMPLES)('gives back what was stored: %s', (_, answer) => {
    const { value } = decodeAnswer(NAME, encodeAnswer(NAME, answer)) ?? {};
    expect(value).toEqual(answer.value);
    expect(Array.isArray(value)).toBe(Array.isArray(answer.value));
  });

  it.each([undefined, 'ncbi', 'sandbox'] as const)('says who gave it: %s', (source) => {
    const answer = { ...answerOf({ uid: '7157' }), source };
    expect(decodeAnswer(NAME, encodeAnswer(NAME, answer))?.source).toBe(source);
  });

  // Processes of other releases share a store: what changes here needs another number in the magic letters.
  const MAGIC = '45474103';
  const TIMES = '0000000000408f4000000000004ced40';
  it.each([
    ['a document', { uid: '7157' }, '201000001000000000000006e7b0a22756964223a2237313537220a7d'],
    ['a list', ['1'], '200000001000000000000006e5b2231225d'],
    [
      'links with scores',
      packLinks('', false, { uids: ['1', '2'], scores: [9, 8] }),
      '203020201000000080000006e01000000020000000900000008000000',
    ],
    [
      'links with scores that are fractions',
      packLinks('', false, { uids: ['1'], scores: [0.5] }),
      '203020301000000040000006e01000000000000000000e03f',
    ],
    [
      'links that are no numbers',
      packLinks('', false, { uids: ['NP_1.1'] }),
      '2030100010000000a0000006e5b224e505f312e31225d',
    ],
  ])('has the bytes that other releases read: %s', (_, value, rest) => {
    const bytes = encodeAnswer('n', { value, source: 'sandbox', size: 24, ttl: 60_000, obtainedAt: 1000 });
    const written = bytes.toString('hex');
    expect([written.slice(0, 8), written.slice(16)]).toEqual([MAGIC, `${TIMES}180000000${rest}`]);
  });

  it.each(SAMPLES)('tells when its life ends without being read: %s', (_, answer) => {
    const encoded = encodeAnswer(NAME, answer);
    expect(expiresAt(encoded)).toBe(answer.obtainedAt + answer.ttl);
    expect(expiresAt(encoded.subarray(0, 20))).toBeUndefined();
  });

  it.each(SAMPLES)('takes little more than what it is about: %s', (_, answer) => {
    expect(encodeAnswer(NAME, answer).length).toBeLessThan(NAME.length + 100);
  });

  it.each(SAMPLES)('is none when it is cut off anywhere: %s', (_, answer) => {
    const encoded = encodeAnswer(NAME, answer);
    for (let length = 0; length < encoded.length; length += 1) {
      expect(decodeAnswer(NAME, encoded.subarray(0, length))).toBeUndefined();
    }
  });

  it.each(SAMPLES)('is none when a bit of it is wrong, at any place: %s', (_, answer) => {
    const encoded = encodeAnswer(NAME, answer);
    for (let bit = 0; bit < 8 * encoded.length; bit += 1) {
      const damaged = Buffer.from(encoded);
      damaged[bit >> 3] = (encoded[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeAnswer(NAME, damaged)).toBeUndefined();
    }
  });

  it('is none, or the same, when any of its bytes are others', () => {
    const [, [, answer] = ['', answerOf({})]] = SAMPLES;
    const encoded = encodeAnswer(NAME, answer);
    const change = fc.tuple(fc.nat(encoded.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
        const damaged = Buffer.from(encoded);
        changes.forEach(([at, byte]) => (damaged[at] = byte));
        expect(decodeAnswer(NAME, damaged)).toEqual(damaged.equals(encoded) ? answer : undefined);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['another key', '4 7158 esummary gene', 'https://ncbi.example/'],
    ['another NCBI', '4 7157 esummary gene', 'https://sandbox.example/'],
  ])('is none for %s', (_, question, baseUrl) => {
    const encoded = encodeAnswer(NAME, answerOf({ uid: '7157' }));
    expect(decodeAnswer(namespaceOf(baseUrl) + question, encoded)).toBeUndefined();
  });

  it('is the same for every release that decodes alike, since names begin with the number of the decoders', () => {
    expect(namespaceOf('x')).toMatch(/^decoders-\d+ [BL]E x $/);
  });

  it('is none in bytes that something else wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(decodeAnswer(NAME, Buffer.from(bytes))).toBeUndefined();
      }),
    );
  });
});
