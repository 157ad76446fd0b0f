import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Cursors } from '../../../src/schema/core/cursor.js';
import { failureOf } from '../../eutils/entrez-errors.js';

const cursors = new Cursors('gene_pubmed:7157');

describe('Cursors', () => {
  it('give back the place they were made of', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }), fc.nat(100_000_000), (uid, index) => {
        const place = { uid: String(uid), index };
        expect(cursors.decode(cursors.encode(place), 'after')).toEqual(place);
      }),
    );
  });

  it('are fit for URLs and JSON without escaping', () => {
    expect(cursors.encode({ uid: '29232834', index: 17 })).toMatch(/^[\w-]+$/);
  });

  it('are refused by every other list, naming the argument', () => {
    const foreign = new Cursors('gene_pubmed:672').encode({ uid: '1', index: 0 });
    const error = failureOf(() => cursors.decode(foreign, 'before'));
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.message).toContain('Use a cursor that this field returned for the same list.');
  });

  it.each([
    ['nothing', ''],
    ['text', 'not a cursor'],
    ['a number', '17'],
    ['the list alone', encoded('gene_pubmed:7157')],
    ['no index', encoded('gene_pubmed:7157|5')],
    ['a blank index', encoded('gene_pubmed:7157|5|')],
    ['a negative index', encoded('gene_pubmed:7157|5|-1')],
    ['an index beyond any list', encoded(`gene_pubmed:7157|5|${'9'.repeat(30)}`)],
    ['more than a place', encoded('gene_pubmed:7157|5|1|2')],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x7c]).toString('base64url')],
  ])('are refused when they hold %s', (_what, cursor) => {
    expect(failureOf(() => cursors.decode(cursor, 'after')).code).toBe('BAD_USER_INPUT');
  });

  it('quote a refused cursor shortened', () => {
    expect(failureOf(() => cursors.decode('x'.repeat(10_000), 'after')).message.length).toBeLessThan(200);
  });
});

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
