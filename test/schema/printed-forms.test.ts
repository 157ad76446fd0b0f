import { readFileSync } from 'node:fs';

import { buildSchema as buildFromText, findBreakingChanges } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { printPossibleTypes, printShort } from '../../src/schema/printed-forms.js';
import { buildSchema } from '../../src/schema/schema.js';

const schema = buildSchema(loadCatalog());

function published(name: string): string {
  return readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
}

describe('schema/schema.short.graphql', () => {
  it('is up to date: the schema without what is said of arguments', () => {
    const text = printShort(schema);
    expect(published('schema.short.graphql') === text, 'Run "npm run schema".').toBe(true);
    const short = buildFromText(text);
    expect([...findBreakingChanges(schema, short), ...findBreakingChanges(short, schema)]).toEqual([]);
    expect(text).toMatch(/\n {2}pubmed\(after: String, before: String, .*\): PubMedConnection\n/);
  });
});

describe('schema/possible-types.json', () => {
  it('is up to date: the types of each interface, as Apollo Client takes them', () => {
    expect(published('possible-types.json') === printPossibleTypes(schema), 'Run "npm run schema".').toBe(true);
    const { Record: records = [], Node: nodes } = JSON.parse(published('possible-types.json')) as Record<
      string,
      string[]
    >;
    expect(records).toHaveLength(38);
    expect(nodes).toEqual(records);
  });
});
