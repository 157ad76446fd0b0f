import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { parseJson } from '../../../src/eutils/body/json.js';
import { jsonInSlices } from '../../../src/eutils/body/json-slices.js';
import { atOnce, SLICE } from '../../../src/eutils/body/slices.js';

const PADDING = ' '.repeat(SLICE + 1);
const LONG_TEXT = 'x'.repeat(SLICE + 1);

/** What a parser says to a text: its value, or its code. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    return error instanceof EntrezError ? error.code : error;
  }
}

function inSlices(text: string): unknown {
  return atOnce(jsonInSlices(text));
}

function pausesOf(text: string): number {
  const work = jsonInSlices(text);
  let pauses = 0;
  while (work.next().done !== true) {
    pauses += 1;
  }
  return pauses;
}

/** JSON texts with long containers, long strings and blanks anywhere. */
const json = fc.letrec<{ value: string; list: string; object: string; leaf: string; blank: string }>((tie) => ({
  blank: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('', '', ' ', '\n\t') }, fc.constant(PADDING)),
  leaf: fc.oneof(
    fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify(text)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
    fc.constantFrom('null', 'true', '"\\\\"', '"\\"]"', '"{["', `"${LONG_TEXT}"`, '"line\nend"', '9007199254740993'),
  ),
  list: fc
    .tuple(fc.array(tie('value'), { maxLength: 4 }), tie('blank'))
    .map(([members, blank]) => `[${members.join(`${blank},`)}${blank}]`),
  // Of two members of one name JavaScript drops the first; here its numbers have to be exact all the same.
  object: fc
    .tuple(
      fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', '7', '__proto__', 'é"'), tie('value')), {
        maxLength: 4,
        selector: ([name]) => name,
      }),
      tie('blank'),
    )
    .map(
      ([members, blank]) => `{${members.map(([name, value]) => `${JSON.stringify(name)}${blank}:${value}`).join(',')}}`,
    ),
  value: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('list'), tie('object')),
}));

describe('JSON in slices', () => {
  it('says the same as JSON at once, of any text', () => {
    fc.assert(
      fc.property(json.value, (text) => {
        expect(outcome(inSlices, text)).toEqual(outcome(parseJson, text));
      }),
      { numRuns: 60 },
    );
  });

  it('says the same of any text with a sign too many, or too few', () => {
    const sign = fc.constantFrom('', ',', ']', '[', '}', '{', '"', ':', '0', '-', '\\', 'x', '{}', '[]', ',,');
    fc.assert(
      fc.property(json.value, sign, fc.nat(), fc.nat({ max: 2 }), (text, more, place, fewer) => {
        const at = place % (text.length + 1);
        const broken = text.slice(0, at) + more + text.slice(at + fewer);
        expect(outcome(inSlices, broken)).toEqual(outcome(parseJson, broken));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a long list', `[${'"7157",'.repeat(40_000)}1]`],
    ['a long object', `{${Array.from({ length: 30_000 }, (_, i) => `"${i}":"text"`).join(',')}}`],
    ['a long list in an object in a list', `[{"a":[${'{"b":1},'.repeat(40_000)}1]}]`],
    ['many lists of some length', `[${`[${'1,'.repeat(10_000)}1],`.repeat(15)}1]`],
  ])('pauses in %s, after no more than two slices of text', (_, text) => {
    expect(pausesOf(text)).toBeGreaterThan(text.length / (2 * SLICE));
    expect(JSON.stringify(inSlices(text)) === JSON.stringify(JSON.parse(text))).toBe(true);
  });

  it.each([
    ['garbage behind a long list', `{"a":[${'1,'.repeat(SLICE)}1] x}`],
    ['a number that goes on as a list', `{"a":-[${'1,'.repeat(SLICE)}1]}`],
    ['a long list without a name', `{[${'1,'.repeat(SLICE)}1]}`],
    ['two values under one name', `{"a":1[${'1,'.repeat(SLICE)}1]}`],
    ['a comma behind a long list', `[[${'1,'.repeat(SLICE)}1],]`],
    ['a comma before a long list', `[,[${'1,'.repeat(SLICE)}1]]`],
    ['a bracket of the other kind', `{"a":[${'1,'.repeat(SLICE)}1}]`],
    ['something behind the end', `[${'1,'.repeat(SLICE)}1] []`],
    ['an end that is cut off', `[${'1,'.repeat(SLICE)}`],
    ['a string that is cut off', `[${'1,'.repeat(SLICE)}"`],
    ['lists that are nested too deep', `${'['.repeat(200)}${'1,'.repeat(SLICE)}1${']'.repeat(200)}`],
    ['a number that is not exact', `[${'1,'.repeat(SLICE)}9007199254740993]`],
  ])('refuses %s, and may be tried again', (_, text) => {
    expect(() => inSlices(text)).toThrow(expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }));
  });
});
