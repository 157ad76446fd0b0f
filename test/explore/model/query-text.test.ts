import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { ListLinksDocument, OpenRecordsDocument } from '../../../src/explore/generated/graphql.js';
import { joinedQuery } from '../../../src/explore/model/query-text.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

describe('operations joined into one', () => {
  it('are valid, with a member of the answer for each', () => {
    const text = joinedQuery('OpenGraph', [
      { document: OpenRecordsDocument.toString(), variables: { ids: ['a', 'b'] } },
      { document: ListLinksDocument.toString(), variables: { source: 'a', link: 'gene_pubmed', first: 25 } },
      { document: ListLinksDocument.toString(), variables: { source: 'b', link: 'gene_snp', first: 50 } },
    ]);
    expect(validate(schema, parse(text))).toEqual([]);
    expect(text.match(/all\d/g)).toEqual(['all0', 'all1', 'all2']);
  });
});
