import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseQuery, type Query } from '../../../src/sandbox/search/esearch-query.js';

/** A query in a form that shows what belongs together. */
function show(query: Query | undefined): string {
  switch (query?.kind) {
    case undefined:
      return '';
    case 'term':
      return `${query.quoted ? `"${query.text}"` : query.text}${query.field === undefined ? '' : `[${query.field}]`}`;
    case 'range':
      return `${query.from}:${query.to}${query.field === undefined ? '' : `[${query.field}]`}`;
    case 'group':
      return `(${show(query.inner)})`;
    case 'operation':
      return `{${show(query.left)} ${query.operator} ${show(query.right)}}`;
    default:
      throw new Error(String(query satisfies never));
  }
}

describe('parseQuery', () => {
  it.each([
    ['tp53', 'tp53'],
    ['breast cancer', 'breast cancer'],
    ['"breast cancer"[ti]', '"breast cancer"[ti]'],
    ['hart rk[author]', 'hart rk[author]'],
    ['TP53[sym] AND human[orgn]', '{TP53[sym] AND human[orgn]}'],
    ['TP53[sym] human[orgn]', '{TP53[sym] AND human[orgn]}'],
    ['a[ti] OR b[ti] AND c[ti]', '{{a[ti] OR b[ti]} AND c[ti]}'],
    ['a[ti] AND (b[ti] OR c[ti])', '{a[ti] AND ({b[ti] OR c[ti]})}'],
    ['a NOT review[pt]', '{a NOT review[pt]}'],
    ['2010:2015[dp]', '2010:2015[dp]'],
    ['2019/01/05[EDAT] : 2019/04/05[EDAT]', '2019/01/05:2019/04/05[EDAT]'],
    ['"2010/1/1"[dp]:"2010/12/31"[dp]', '2010/1/1:2010/12/31[dp]'],
    ['cancer 2010:2015[dp]', '{cancer AND 2010:2015[dp]}'],
    ['NM_000546.5:c.659A>G', 'NM_000546.5:c.659A>G'],
    ['cell and death', 'cell and death'],
    ['neurofil*', 'neurofil*'],
    ['7157,672[uid]', '7157,672[uid]'],
  ])('reads %s', (text, expected) => {
    const { query, ignored } = parseQuery(text);
    expect(show(query)).toBe(expected);
    expect(ignored).toEqual([]);
  });

  it.each([
    ['(a[ti] OR b[ti]', '({a[ti] OR b[ti]})', ['(']],
    ['a[ti]) OR b[ti]', '{a[ti] OR b[ti]}', [')']],
    ['AND a', 'a', ['AND']],
    ['a OR', 'a', ['OR']],
    ['a[ti] AND OR b[ti]', '{a[ti] AND b[ti]}', ['OR']],
    ['[ti]', '', ['[ti]']],
    ['()', '', []],
    ['', '', []],
  ])('leaves out what makes no sense in %s', (text, expected, ignored) => {
    const parsed = parseQuery(text);
    expect(show(parsed.query)).toBe(expected);
    expect(parsed.ignored).toEqual(ignored);
  });

  it('reads any text without throwing', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '"',
      '[',
      ']',
      ':',
      'AND',
      'OR',
      'NOT',
      'p53',
      '2010',
      '2010:2012',
      '*',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 5 })), { maxLength: 20 }), (parts) => {
        expect(() => show(parseQuery(parts.join(' ')).query)).not.toThrow();
      }),
    );
  });
});
