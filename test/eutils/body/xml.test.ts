import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { child, childrenNamed, parseXml, textOf } from '../../../src/eutils/body/xml.js';
import { failureOf } from '../entrez-errors.js';

const PROLOG =
  '<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eThing PUBLIC "-//NLM//DTD thing//EN" "https://example.org/thing.dtd">\n';

describe('parseXml', () => {
  it('gives elements, attributes and text in document order', () => {
    expect(parseXml('<a x="1">one<b/>two<![CDATA[<3>]]></a>')).toEqual({
      name: 'a',
      attributes: { x: '1' },
      children: ['one', { name: 'b', attributes: {}, children: [] }, 'two', '<3>'],
    });
  });

  it('skips prolog, DOCTYPE, comments, processing instructions and a byte order mark', () => {
    const { name, children } = parseXml(`\ufeff${PROLOG}<!-- hello --><a><!-- there --><?now go?></a>\n`);
    expect({ name, children }).toEqual({ name: 'a', children: [] });
  });

  it('resolves the predefined and the numeric entities', () => {
    expect(textOf(parseXml('<a>&lt;&amp;&gt; &#233;&#x3b1;</a>'))).toBe('<&> éα');
  });

  it('takes characters XML forbids for spaces', () => {
    expect(textOf(parseXml('<a>one\u0002two</a>'))).toBe('one two');
  });

  it.each([
    ['an empty text', ''],
    ['blanks', ' \n'],
    ['a prolog without a root element', PROLOG],
    ['a document that is cut off', `${PROLOG}<a><b>1</b>`],
    ['a tag that is cut off', '<a><b'],
    ['crossed tags', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['an undefined entity', '<a>&secret;</a>'],
    ['plain text', 'Service unavailable'],
    ['JSON', '{"linksets":[]}'],
    ['elements nested without end', '<a>'.repeat(10_000)],
  ])('calls %s malformed and worth another try', (_, text) => {
    expect(failureOf(() => parseXml(text))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });

  it('gives back any text that was escaped', () => {
    const printable = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '&', '<', '>', '"', "'", ']]>') });
    fc.assert(
      fc.property(printable, (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(textOf(parseXml(`<a>${escaped}</a>`))).toBe(text);
      }),
    );
  });
});

describe('the helpers', () => {
  const list = parseXml('<l><i>1</i> <j>2</j><i>3<em> and</em> 4</i></l>');

  it('childrenNamed gives all of a name in order, and no descendants', () => {
    expect(childrenNamed(list, 'i').map(textOf)).toEqual(['1', '3 and 4']);
    expect(childrenNamed(list, 'em')).toEqual([]);
  });

  it('child gives the first of a name', () => {
    expect(child(list, 'i')).toBe(childrenNamed(list, 'i')[0]);
    expect(child(list, 'k')).toBeUndefined();
  });

  it('textOf joins mixed text in order, blanks as written', () => {
    expect(textOf(list)).toBe('1 23 and 4');
  });
});
