import { describe, expect, it } from 'vitest';

import { Catalog } from '../../../src/catalog/catalog.js';
import { buildSchema } from '../../../src/schema/schema.js';

describe('the fields that come from whole records', () => {
  it.each([
    ['pubmed', 'abstract', 'PubMed'],
    ['pubmed', 'referenceList', 'PubMed'],
    ['protein', 'fasta', 'Protein'],
    ['nuccore', 'sequence', 'Nuccore'],
  ])('keep their names from links: a link %s_%s breaks the build', (db, field, type) => {
    const catalog = new Catalog({
      version: 1,
      sources: 'made up',
      databases: ['nuccore', 'protein', 'pubmed'].map((name) => ({ name, label: name })),
      links: [{ name: `${db}_${field}`, from: db, to: 'pubmed', label: '', scored: false, origin: 'einfo' }],
    });
    expect(() => buildSchema(catalog)).toThrow(`${type}.${field}: a field of the record and ${db}_${field}`);
  });
});
