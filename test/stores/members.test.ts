import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readMembers, writeMembers } from '../../src/stores/members.js';

type Members = Readonly<Record<string, unknown>>;

const read = (value: object): Members => readMembers(writeMembers(value)) as Members;
/** Names and texts as they could be taken for the line of another member. */
const tricky = fc.oneof(
  fc.string(),
  fc.constantFrom('\n"title":"x"', '"title":', 'title', '__proto__', 'then', 'a\\', ','),
);
const documents = fc.dictionary(tricky, fc.oneof(tricky, fc.jsonValue()));

describe('An object whose members are read when they are wanted', () => {
  it('has each member that was written, read by itself', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const expected = JSON.parse(JSON.stringify(document)) as Members;
        for (const [name, member] of Object.entries(expected)) {
          expect(read(document)[name]).toEqual(member);
        }
      }),
    );
  });

  it('is the same object as a whole, in the same order, whatever was read before', () => {
    fc.assert(
      fc.property(documents, fc.array(tricky), (document, wanted) => {
        const object = read(document);
        for (const name of wanted) {
          Reflect.get(object, name);
        }
        expect(JSON.stringify(object)).toBe(JSON.stringify(document));
        expect(Object.keys(object)).toEqual(Object.keys(document));
        expect({ ...object }).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
  });

  it('has no other member, nor those of the objects inside of it', () => {
    const object = read({ authors: [{ name: 'A' }], text: '\n"title":"B"', last: { title: 'C' } });
    expect([object.name, object.title, 'title' in object, 'text' in object]).toEqual([
      undefined,
      undefined,
      false,
      true,
    ]);
  });

  it('is an object like any other', () => {
    const object = read({ uid: '1', lost: undefined, none: null });
    expect(Object.entries(object)).toEqual([
      ['uid', '1'],
      ['none', null],
    ]);
    expect(JSON.stringify([object])).toBe('[{"uid":"1","none":null}]');
    expect(object).toEqual({ uid: '1', none: null });
  });

  it('gives a member that was read once again, without reading it again', () => {
    const object = read({ authors: [{ name: 'A' }] });
    expect(object.authors).toBe(object.authors);
  });

  it.each(['', '[\n]', '{\n"uid":"1"', '"{\n}"'])('is not read from what is none: %j', (json) => {
    expect(() => readMembers(json)).toThrow(SyntaxError);
  });
});
