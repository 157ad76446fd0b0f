import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { dateAt, docAt, docsAt, flagAt, numberAt, textAt, textsAt } from '../../../src/schema/summaries/docsum.js';
import { bigInteger, integer, text } from '../../../src/schema/summaries/field-spec.js';

const malformed: unknown = expect.objectContaining({ code: 'MALFORMED_RESPONSE' });

describe('a text', () => {
  it.each([
    [{ a: ' x ' }, 'x'],
    [{ a: 7 }, '7'],
    [{ a: true }, 'true'],
    [{ a: { value: 'x', lang: 'en' } }, 'x'],
    [{ a: '' }, null],
    [{ a: '  ' }, null],
    [{ a: null }, null],
    [{ a: [] }, null],
    [{ a: {} }, null],
    [{}, null],
  ])('of %o is %s', (doc, value) => {
    expect(textAt(doc, 'a')).toBe(value);
  });

  it('is found along a path, where a blank stands for what is missing', () => {
    expect(textAt({ a: { b: ['x', 'y'] } }, 'a.b.1')).toBe('y');
    expect(textAt({ a: { b: ['x'] } }, 'a.b.3')).toBeNull();
    expect(textAt({ a: '' }, 'a.b')).toBeNull();
    expect(textAt({ a: [] }, 'a.b')).toBeNull();
  });

  it.each([[{ a: ['x'] }], [{ a: { b: 'x' } }]])('is not read from %o', (doc) => {
    expect(() => textAt(doc, 'a')).toThrow(expect.objectContaining({ code: 'MALFORMED_RESPONSE' }) as Error);
  });

  it.each([[{ a: 'x' }], [{ a: [{ b: 'x' }] }]])('is not looked for inside %o', (doc) => {
    expect(() => textAt(doc, 'a.b')).toThrow('The member "a.b"');
  });

  it('is nothing where its own word for nothing stands', () => {
    const field = text('a', 'An identifier.', { none: ['0'] });
    expect([field.read({ a: 0 }), field.read({ a: '0' }), field.read({ a: '10' })]).toEqual([null, null, '10']);
  });
});

describe('a number', () => {
  it('is the same written as a number or as text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(numberAt({ a: value }, 'a')).toBe(numberAt({ a: ` ${value} ` }, 'a'));
      }),
    );
  });

  it.each(['x', '1.2.3', '0x10', '1,234', 'Infinity', true])('is not read from %s', (a) => {
    expect(() => numberAt({ a }, 'a')).toThrow('is not a number');
  });

  it('is an Int only when 32 bits hold it, and never loses digits', () => {
    expect(integer('a', 'A count.').read({ a: '2147483647' })).toBe(2147483647);
    expect(() => integer('a', 'A count.').read({ a: 2147483648 })).toThrow('not a whole number');
    expect(() => integer('a', 'A count.').read({ a: '1.5' })).toThrow('not a whole number');
    expect(bigInteger('a', 'A count.').read({ a: '7180293400' })).toBe(7180293400);
    expect(() => bigInteger('a', 'A count.').read({ a: '9007199254740993' })).toThrow('not a whole number');
  });
});

describe('a flag', () => {
  it.each([
    ['Y', true],
    ['yes', true],
    ['TRUE', true],
    [1, true],
    [true, true],
    ['N', false],
    ['No', false],
    ['false', false],
    ['0', false],
    [false, false],
    ['', null],
    [undefined, null],
  ])('of %s is %s', (a, value) => {
    expect(flagAt({ a }, 'a')).toBe(value);
  });

  it('is not guessed from another word', () => {
    expect(() => flagAt({ a: 'perhaps' }, 'a')).toThrow('is not yes or no');
  });
});

describe('a date', () => {
  it.each([
    ['2012/04/10', '2012-04-10'],
    ['1968/08/01 00:00', '1968-08-01'],
    ['2011-12-30', '2011-12-30'],
    ['2014-01-30T14:54:21.310', '2014-01-30'],
    ['2011/1/5', '2011-01-05'],
    ['1/01/01 00:00', null],
    ['0001/01/01 00:00', null],
    ['2011/02/30', null],
    ['2011/13/01', null],
    ['1968 Aug', null],
    ['2011/01/011', null],
    ['', null],
  ])('of %s is %s', (a, value) => {
    expect(dateAt({ a }, 'a')).toBe(value);
  });

  it('survives in every spelling of NCBI', () => {
    const days = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('', ' 00:00', ' 23:59'), (day, time) => {
        const iso = day.toISOString().slice(0, 10);
        expect(dateAt({ a: iso.replaceAll('-', '/') + time }, 'a')).toBe(iso);
      }),
    );
  });
});

describe('a list', () => {
  it.each([
    [['x', '', ' y '], undefined, ['x', 'y']],
    [[1, { value: 'z' }], undefined, ['1', 'z']],
    ['a, b,,c', ',', ['a', 'b', 'c']],
    ['a, b', undefined, ['a, b']],
    ['', ',', []],
    [[], undefined, []],
    [undefined, ',', null],
  ])('of texts from %o is %o by %o', (a, separator, value) => {
    expect(textsAt({ a }, 'a', separator)).toEqual(value);
  });

  it('of objects is empty where NCBI says so, and null where it says nothing', () => {
    expect(docsAt({ a: [] }, 'a')).toEqual([]);
    expect(docsAt({ a: '' }, 'a')).toEqual([]);
    expect(docsAt({}, 'a')).toBeNull();
    expect(docsAt({ a: { b: 1 } }, 'a')).toEqual([{ b: 1 }]);
  });

  it('of objects is not made of anything else', () => {
    expect(() => docsAt({ a: 'none' }, 'a')).toThrow('is not a list of objects');
    expect(() => docsAt({ a: [{ b: 1 }, 'x'] }, 'a')).toThrow('is not a list of objects');
    expect(() => docAt({ a: 'none' }, 'a')).toThrow('is not an object');
    expect(docAt({ a: '' }, 'a')).toBeNull();
  });
});

describe('any reader', () => {
  it('gives a value, null or a malformed response, whatever NCBI sends', () => {
    const readers = [textAt, numberAt, flagAt, dateAt, textsAt, docAt, docsAt];
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...readers), fc.constantFrom('a', 'a.b', 'a.0'), (a, read, path) => {
        try {
          expect(read({ a }, path)).not.toBeUndefined();
        } catch (error) {
          expect(error).toBeInstanceOf(EntrezError);
          expect(error).toEqual(malformed);
        }
      }),
    );
  });
});
