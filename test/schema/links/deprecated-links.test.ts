import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import { linkFieldName, typeName } from '../../../src/catalog/names.js';
import { buildSchema } from '../../../src/schema/schema.js';

const catalog = loadCatalog();
const schema = buildSchema(catalog);

describe('a link field', () => {
  it('is deprecated if NCBI last showed its links long ago and EInfo does not list it, and only then', () => {
    for (const link of catalog.links) {
      const type = schema.getType(typeName(link.from));
      const field = isObjectType(type) ? type.getFields()[linkFieldName(link)] : undefined;
      const reason = link.lastSeen === undefined ? undefined : expect.stringContaining(link.lastSeen);
      expect(field?.deprecationReason, link.name).toEqual(reason);
      if (link.lastSeen !== undefined) {
        expect(link.origin).toBe('elink');
        expect(link.lastSeen < '2020').toBe(true);
      }
    }
  });

  it('is kept where EInfo leaves out what ELink answers', () => {
    const { citedIn, references } =
      (schema.getType('PubMed') as ReturnType<typeof schema.getQueryType>)?.getFields() ?? {};
    expect([citedIn?.deprecationReason, references?.deprecationReason]).toEqual([undefined, undefined]);
  });
});
