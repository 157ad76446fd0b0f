import { describe, expect, it } from 'vitest';

import { checkTerm, organismTerm, parseOrganism } from '../../../src/schema/core/query-arguments.js';

describe('a search term', () => {
  it.each(['TP53', '(a OR b) AND c[ti]', '"a (b" AND c', 'x[Filter (y)]', "5' UTR"])('may be %j', (term) => {
    expect(checkTerm(` ${term}\n`, 'term')).toBe(term);
  });

  it.each(['(a', 'a)', ')a(', 'a[ti', 'a]', '(a[ti)]', '"a', 'a" AND "b"', '((a)'])(
    'with brackets or quotes like %j is refused',
    (term) => {
      expect(() => checkTerm(term, 'term')).toThrow(
        `Argument "term" is ${JSON.stringify(term)}, whose brackets or quotes do not match. Close each bracket and quote.`,
      );
    },
  );

  it.each(['', ' \n'])('that is %j is refused', (term) => {
    expect(() => checkTerm(term, 'filter.term')).toThrow('Argument "filter.term" is');
  });
});

describe('an organism', () => {
  it('is found by its taxonomy uid or by a name', () => {
    expect(organismTerm(parseOrganism(' 9606 ', 'organism'))).toBe('txid9606[ORGN]');
    expect(organismTerm(parseOrganism('Mus musculus', 'organism'))).toBe('"Mus musculus"[ORGN]');
  });

  it.each(['', ' ', 'human[orgn]', '"human"'])('cannot be %j', (name) => {
    expect(() => parseOrganism(name, 'organism')).toThrow('Use a taxonomy uid');
  });
});
