import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { decodeId, encodeId } from '../../../src/schema/core/global-id.js';
import { failureOf } from '../../eutils/entrez-errors.js';

const catalog = loadCatalog();

describe('global ids', () => {
  it('name the record they were made of, in every database', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalog.records.map(({ name }) => name)),
        fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }).map(String),
        (db, uid) => {
          expect(decodeId(encodeId(db, uid), 'id', catalog)).toMatchObject({ db, uid });
        },
      ),
    );
  });

  it('differ between databases and records', () => {
    const ids = catalog.records.flatMap(({ name }) => ['1', '11', '2'].map((uid) => encodeId(name, uid)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are the same for both names of a database', () => {
    expect(decodeId(encodeId('nucleotide', '5'), 'id', catalog)).toMatchObject({ db: 'nuccore', uid: '5' });
  });

  it.each([
    ['nothing', ''],
    ['a uid', '7157'],
    ['an unknown database', encoded('probe:7157')],
    ['no uid', encoded('gene:')],
    ['a uid that is no number', encoded('gene:TP53')],
    ['uid 0', encoded('gene:0')],
    ['a uid that is too long', encoded(`gene:${'1'.repeat(21)}`)],
    ['more than a record', encoded('gene:7157:1')],
  ])('are refused when they hold %s, naming the argument', (_what, id) => {
    const error = failureOf(() => decodeId(id, 'ids', catalog));
    expect(error.code).toBe('BAD_USER_INPUT');
    expect(error.message).toMatch(/^Argument "ids" is .*\. Use (?:the id of a record|a uid)/);
  });

  it.each([
    ['id', '7157', 'or the root field of its database, such as gene(uid: "7157").'],
    ['from', ' 672', 'or its CURIE, such as NCBIGene:672.'],
    ['of', 'TP53', 'or its CURIE, such as NCBIGene:7157.'],
  ])('of argument %s that hold %s are refused with what to write instead', (argument, id, remedy) => {
    expect(failureOf(() => decodeId(id, argument, catalog)).message.endsWith(`, ${remedy}`)).toBe(true);
  });
});

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url');
}
