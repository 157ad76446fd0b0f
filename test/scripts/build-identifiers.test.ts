import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { IDENTIFIERS, identifierReference } from '../../scripts/build-identifiers.js';
import { loadCatalog } from '../../src/catalog/catalog.js';
import { identifiersOf } from '../../src/schema/lookup/identifiers.js';
import { readAny } from '../../src/schema/lookup/read-name.js';

describe('docs/identifiers.md', () => {
  it('is what npm run docs makes of the rules', async () => {
    expect(await readFile(IDENTIFIERS, 'utf8')).toBe(await identifierReference());
  });

  it('names each database once, with its identifiers or as one that has none', async () => {
    const reference = await identifierReference();
    for (const { name } of loadCatalog().records) {
      const named = identifiersOf(name).length > 0 ? `Root field \`${name}\`.` : ` \`${name}\``;
      expect(reference.split(named), name).toHaveLength(2);
    }
  });

  const examples = loadCatalog().records.flatMap(({ name }) =>
    identifiersOf(name).map((identifier) => {
      const [, shown = ''] = / such as (.+?)(?:, whose .*| of SRA .*| or .*)?$/.exec(identifier.expected) ?? [];
      return { db: name, identifier, argument: identifier.argument, shown };
    }),
  );

  it.each(examples)('shows an example of $db($argument:) that is one: $shown', ({ db, identifier, shown }) => {
    expect(identifier.parse(shown)).toBeDefined();
    // A bare number may be anything.
    if (identifier.recognize && !/^\d+$/.test(shown)) {
      expect(shown).toMatch(identifier.recognize);
      expect(readAny(db, { argument: 'id', value: shown })).toMatchObject({ db, kind: identifier.argument });
    }
  });
});
