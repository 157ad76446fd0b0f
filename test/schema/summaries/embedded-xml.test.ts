import { describe, expect, it } from 'vitest';

import { EntrezError } from '../../../src/eutils/failures/errors.js';
import { embeddedXml, inside } from '../../../src/schema/summaries/embedded-xml.js';
import { text, texts } from '../../../src/schema/summaries/field-spec.js';

describe('XML inside a summary', () => {
  const xml = embeddedXml('xml');

  it('turns elements and attributes into members, repeated elements into lists', () => {
    expect(xml({ xml: ' <A id="1">x<B/> y</A><C>1</C><C>2</C>' })).toEqual({
      value: '',
      A: { value: 'x y', id: '1', B: { value: '' } },
      C: [{ value: '1' }, { value: '2' }],
    });
  });

  it('is the same in its HTML-escaped form', () => {
    const doc = { xml: '&lt;A id="1"&gt;x &amp;amp; y&lt;/A&gt;' };
    expect(xml(doc)).toEqual(xml({ xml: '<A id="1">x &amp; y</A>' }));
    expect(xml(doc)).toMatchObject({ A: { value: 'x & y' } });
  });

  it('may begin with an XML declaration', () => {
    expect(xml({ xml: '<?xml version="1.0" encoding="UTF-8"?>\n<A/>' })).toHaveProperty('A');
  });

  it('is parsed once for each document', () => {
    const doc = { xml: '<A/>' };
    expect(xml(doc)).toBe(xml(doc));
    expect(xml({ ...doc })).not.toBe(xml(doc));
  });

  it('is nothing where the text is blank or missing', () => {
    expect([xml({ xml: ' ' }), xml({})]).toEqual([null, null]);
    expect(inside(xml, texts('A', 'Texts.')).read({ xml: '' })).toBeNull();
  });

  it('never answers with an empty list for elements it does not have', () => {
    expect(inside(xml, texts('A', 'Texts.')).read({ xml: '<B/>' })).toBeNull();
    expect(inside(xml, text('A', 'A text.')).read({ xml: '<B/>' })).toBeNull();
  });

  it.each(['<A>', 'a < b', '<A></B>', '&lt;A'])('that cannot be read fails the field: %s', (broken) => {
    const field = inside(xml, texts('A', 'Texts.'));
    let failure: unknown;
    try {
      field.read({ xml: broken });
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(EntrezError);
    expect(failure).toMatchObject({ code: 'MALFORMED_RESPONSE', message: expect.stringContaining('"xml"') as string });
  });
});
