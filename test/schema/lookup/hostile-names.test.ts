import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { identifiersOf } from '../../../src/schema/lookup/identifiers.js';
import { readAny, readAnywhere, readUid } from '../../../src/schema/lookup/read-name.js';
import { isSearched, nameOf } from '../../../src/schema/lookup/record-name.js';
import { given, shown } from './shown-name.js';

const DATABASES = loadCatalog().records.map(({ name }) => name);

describe('hostile names', () => {
  it('never reach a query unquoted, and are read at once however long they are', () => {
    const sign = fc.constantFrom(
      '"',
      '[',
      ']',
      '(',
      ')',
      '*',
      ':',
      '|',
      '\\',
      '\n',
      '\t',
      'é',
      '￿',
      ' AND ',
      ' OR ',
      '[PREF]',
      'a',
    );
    const hostile = fc.oneof(
      fc.string(),
      fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom(...DATABASES), (value, db) => {
        for (const identifier of identifiersOf(db)) {
          const plain = identifier.parse(value);
          const name = plain === undefined ? undefined : nameOf(db, identifier, plain, given(value));
          if (name && isSearched(name)) {
            const term = name.lookup.term(name.key);
            const outside = term.replaceAll(/"[^"]*"/g, '');
            expect(outside).not.toContain('"');
            expect(outside).toMatch(/^[\w().[\] ]*$/);
          }
        }
        shown(() => readAnywhere(given(value)));
        shown(() => readAny(db, given(value)));
        shown(() => readUid(db, given(value)));
      }),
    );
    const long = ['a', '1', 'PMC1', ' ', '"', 'a:', 'https://', '10.1234/a.', '('].map((part) => part.repeat(5000));
    for (const value of long) {
      for (const db of DATABASES) {
        shown(() => readAny(db, given(value)));
        for (const identifier of identifiersOf(db)) {
          expect(identifier.parse(value)).toBeUndefined();
        }
      }
    }
  });
});
