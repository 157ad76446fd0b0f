import { describe, expect, it } from 'vitest';

import { failure, writtenFor } from './written-rows.js';

describe('rows for inputs', () => {
  const query = 'query ($ids: [ID!]!) { genes(ids: $ids) { symbol papers { nodes { id } } } }';
  const answer = () => ({
    data: {
      genes: [
        { symbol: 'A', papers: { nodes: [{ id: '1' }, { id: '2' }] } },
        null,
        { symbol: 'C', papers: { nodes: [] } },
        { symbol: 'A', papers: { nodes: [{ id: '1' }] } },
      ],
    },
    errors: [failure(['genes', 1], 'UNKNOWN_ID', ['x'])],
  });
  const inputs = ['a', '=x', 'c', 'a'];

  it('begin with the input: each has at least one, in their order, with what failed', () => {
    expect(writtenFor(inputs, answer(), { query, format: 'tsv' })).toBe(
      'input\tgenes.symbol\tgenes.papers.nodes.id\terror\n' +
        'a\tA\t1\t\na\tA\t2\t\n' +
        '=x\tERROR UNKNOWN_ID x\tERROR UNKNOWN_ID x\tUNKNOWN_ID: UNKNOWN_ID happened.\n' +
        'c\tC\t\t\na\tA\t1\t\n',
    );
  });

  it('as NDJSON have it as a member, also in lines of inputs without items; errors name its place among all', () => {
    const error = failure(['genes', 1001], 'UNKNOWN_ID', ['x']);
    const lines = writtenFor(inputs, answer(), { query, format: 'ndjson', rows: 'genes.papers.nodes', start: 1000 });
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { input: 'a', id: '1' },
      { input: 'a', id: '2' },
      { input: '=x', __errors: [error] },
      { input: 'c' },
      { input: 'a', id: '1' },
    ]);
  });

  it('name all inputs when the operation is refused as a whole, or fails above them', () => {
    const refused = { errors: [{ message: 'No.', extensions: { code: 'OPERATION_TOO_LARGE' } }] };
    expect(writtenFor(['a', 'b'], refused, { query })).toMatch(
      /^.*\na,ERROR .*\nb,ERROR .*OPERATION_TOO_LARGE: No\.\n$/,
    );
    const above = { data: { genes: null }, errors: [failure(['genes'], 'UPSTREAM_TIMEOUT')] };
    expect(writtenFor(['a', 'b'], above, { query })).toMatch(/^.*\na,ERROR UPSTREAM.*\nb,ERROR UPSTREAM.*\n$/);
  });

  it('tell errors that no value stands for in the last row of their input', () => {
    const beside = {
      data: { genes: [{ symbol: 'A' }] },
      errors: [failure(['genes', 0, 'symbol'], 'UPSTREAM_TIMEOUT')],
    };
    expect(writtenFor(['a'], beside, { query })).toMatch(/\na,A,,UPSTREAM_TIMEOUT: .*\n$/);
  });

  it('name all inputs of an operation that merges them', () => {
    const merging = 'query ($ids: [ID!]!) { gene(ids: $ids) { symbol } }';
    expect(writtenFor(['a', 'b;c'], { data: { gene: { symbol: 'S' } } }, { query: merging })).toBe(
      'input,gene.symbol,error\na;b\\;c,S,\n',
    );
  });

  it('with lists as JSON keep null and the empty text apart', () => {
    const aliases = 'query ($ids: [ID!]!) { genes(ids: $ids) { aliases } }';
    const data = { genes: [{ aliases: ['a;', null, ''] }, { aliases: [] }] };
    expect(writtenFor(['1', '2'], { data }, { query: aliases, lists: 'json', format: 'tsv' })).toBe(
      'input\tgenes.aliases\terror\n1\t["a;",null,""]\t\n2\t[]\t\n',
    );
  });

  it('refuse an alias that would be taken for the input or the errors', () => {
    const named = (alias: string): string => `query ($ids: [ID!]!) { genes(ids: $ids) { id } ${alias}: __typename }`;
    expect(() => writtenFor([], {}, { query: named('input') })).toThrow(/a column input of its own.*another alias/);
    expect(() => writtenFor([], {}, { query: named('error') })).toThrow(/a column error of its own/);
    const inside = 'query ($ids: [ID!]!) { genes(ids: $ids) { input: id } }';
    expect(() => writtenFor([], {}, { query: inside, format: 'ndjson' })).toThrow(/a member input of its own/);
  });
});
