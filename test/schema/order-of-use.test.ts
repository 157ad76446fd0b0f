import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { buildSchema, printSorted } from '../../src/schema/schema.js';

describe('the fields of Query', () => {
  const schema = buildSchema(loadCatalog());

  it('stand in the order of use: the busiest databases, lists, all other databases, and what concerns several', () => {
    const names = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(names.slice(0, 6)).toEqual(['gene', 'pubmed', 'search', 'records', 'node', 'nodes']);
    expect(names.slice(-11)).toEqual([
      'unionLinks',
      'commonLinks',
      'linkSet',
      'paths',
      'neighbourhood',
      'routes',
      'databases',
      'linkNames',
      'plan',
      'rateLimit',
      'history',
    ]);
  });

  it('stand so in the printed schema too, below what the graph is', () => {
    const sdl = printSorted(schema);
    expect(sdl).toMatch(/^"""\nThe link graph of NCBI's Entrez databases\./);
    expect(sdl).toMatch(/^type Query \{\s+"""[^]*?"""\s+gene\(/m);
    expect(sdl.indexOf('\ntype Gene ')).toBeLessThan(sdl.indexOf('\ntype Structure '));
  });
});
