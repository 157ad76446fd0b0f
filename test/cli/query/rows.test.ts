import { describe, expect, it } from 'vitest';

import { chooseWriter } from '../../../src/cli/query/writers.js';
import { NOTHING_SPENT } from '../../../src/loading/operation/cost-report.js';
import { all, failure, readQuery, written } from './written-rows.js';

describe('a table', () => {
  it('has a column for each value, named by aliases from the root, in the order of the operation', () => {
    const query = `query { g: gene { symbol ...Rest id } } fragment Rest on Gene { name: symbol papers { totalCount } }`;
    expect(
      written('csv', query, [{ data: { g: { symbol: 'A', name: 'A', papers: { totalCount: 2 }, id: '1' } } }]),
    ).toBe('g.symbol,g.name,g.papers.totalCount,g.id\nA,A,2,1\n');
  });

  it('makes a row of each item of the innermost lists, and repeats what stands above', () => {
    const data = {
      genes: [
        {
          symbol: 'A',
          papers: {
            nodes: [
              { title: 'x', places: [{ start: 1 }, { start: 2 }] },
              { title: 'y', places: [] },
            ],
          },
        },
        { symbol: 'B', papers: { nodes: [] } },
      ],
    };
    expect(
      written('tsv', '{ genes(ids: []) { symbol papers { nodes { title places { start } } } } }', [{ data }]),
    ).toBe(
      'genes.symbol\tgenes.papers.nodes.title\tgenes.papers.nodes.places.start\nA\tx\t1\nA\tx\t2\nA\ty\t\nB\t\t\n',
    );
  });

  it('lets lists beside the rows share a cell, so that no pair is made up', () => {
    const data = { gene: { id: '1', places: [{ start: 1 }, { start: 2 }], papers: { nodes: [{ title: 'x' }] } } };
    const query = '{ gene { id places { start } papers { nodes { title } } } }';
    expect(written('csv', query, [{ data }])).toBe('gene.id,gene.places.start,gene.papers.nodes.title\n1,1;2,x\n');
    const [only] = [written('csv', query, [{ data }], 'gene.places')];
    expect(only).toBe('gene.id,gene.places.start,gene.papers.nodes.title\n1,1,x\n1,2,x\n');
  });

  it('has a row for each record where several lists lie side by side in it', () => {
    const query = '{ genes(ids: []) { id papers { nodes { id title } } diseases { nodes { symbol } } } }';
    const papers = { nodes: [{ id: '7', title: 'a;b' }, { id: '8', title: null }, null] };
    const data = { genes: [{ id: '1', papers, diseases: { nodes: [] } }, null] };
    expect(written('csv', query, [{ data }])).toBe(
      'genes.id,genes.papers.nodes.id,genes.papers.nodes.title,genes.diseases.nodes.symbol\n' +
        '1,7;8;,a\\;b;;,\n,,,\n',
    );
  });

  it('says in each cell of what failed that it failed, and of which record', () => {
    const answer = {
      data: { genes: [{ symbol: 'A', papers: null }, null] },
      errors: [
        failure(['genes', 0, 'papers', 'nodes', 3, 'id'], 'UPSTREAM_TIMEOUT'),
        failure(['genes', 1], 'UNKNOWN_ID', ['9']),
      ],
    };
    expect(written('csv', '{ genes(ids: []) { symbol papers { nodes { id } } } }', [answer])).toBe(
      'genes.symbol,genes.papers.nodes.id\nA,ERROR UPSTREAM_TIMEOUT\nERROR UNKNOWN_ID 9,ERROR UNKNOWN_ID 9\n',
    );
    const refused = { errors: [{ message: 'No.', extensions: { code: 'OPERATION_TOO_LARGE' } }] };
    expect(written('csv', '{ gene { id } }', [refused])).toBe('gene.id\nERROR OPERATION_TOO_LARGE\n');
  });

  it('keeps values of a list in one cell, structures as JSON, booleans as words, and one header for all answers', () => {
    const query = '{ gene { aliases raw papers { nodes { free } } } }';
    const data = () => ({ gene: { aliases: ['a', null, 'b'], raw: { x: 1 }, papers: { nodes: [{ free: false }] } } });
    expect(written('csv', query, [{ data: data() }, { data: data() }])).toBe(
      'gene.aliases,gene.raw,gene.papers.nodes.free\n' + 'a;;b,"{""x"":1}",false\n'.repeat(2),
    );
  });

  it('as CSV disarms formulas but leaves numbers alone, as TSV changes nothing but blanks', () => {
    const data = () => ({
      genes: [
        { symbol: '=1+1', raw: -5 },
        { symbol: 'a "b",\tc\nd', raw: 1.5 },
      ],
    });
    expect(written('csv', '{ genes(ids: []) { symbol raw } }', [{ data: data() }])).toBe(
      'genes.symbol,genes.raw\n\'=1+1,-5\n"a ""b"",\tc\nd",1.5\n',
    );
    expect(written('tsv', '{ genes(ids: []) { symbol raw } }', [{ data: data() }])).toBe(
      'genes.symbol\tgenes.raw\n=1+1\t-5\na "b", c d\t1.5\n',
    );
  });
});

describe('NDJSON', () => {
  it.each([
    ['the first list of records', '{ gene { places { start } papers { nodes { id } } } }', '{"id":"7"}\n'],
    [
      'or of edges',
      '{ gene { papers { edges { score node { id } } nodes { id } } } }',
      '{"score":1,"node":{"id":"7"}}\n',
    ],
    ['else the first list of other objects', '{ gene { id places { start } } }', '{"start":5}\n'],
    ['else the answer itself', '{ gene { id } }', '{"gene":{"id":"1"}}\n'],
  ])('has a line for each item of %s', (_rule, query, lines) => {
    const gene = {
      id: '1',
      places: [{ start: 5 }],
      papers: { nodes: [{ id: '7' }], edges: [{ score: 1, node: { id: '7' } }] },
    };
    const chosen = query === '{ gene { id } }' ? { id: '1' } : gene;
    expect(written('ndjson', query, [{ data: { gene: chosen } }])).toBe(lines);
  });

  it('goes through the lists above the one that was chosen', () => {
    const data = { genes: [{ papers: { nodes: [{ id: '1' }] } }, { papers: { nodes: [{ id: '2' }] } }] };
    const query = '{ genes(ids: []) { papers { nodes { id } } } }';
    expect(written('ndjson', query, [{ data }], 'genes.papers.nodes')).toBe('{"id":"1"}\n{"id":"2"}\n');
  });

  it('loses no failure: those of an item stand in its line, others have lines of their own', () => {
    const inside = failure(['genes', 0, 'symbol'], 'UPSTREAM_TIMEOUT');
    const whole = failure(['genes', 1], 'UNKNOWN_ID');
    const beside = failure(['gene'], 'BAD_USER_INPUT');
    const answer = { data: { genes: [{ id: '1', symbol: null }, null, { id: '3', symbol: 'C' }], gene: null } };
    const lines = written('ndjson', '{ genes(ids: []) { id symbol } gene { id } }', [
      { ...answer, errors: [inside, whole, beside] },
    ]);
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { id: '1', symbol: null, __errors: [inside] },
      { __errors: [whole] },
      { id: '3', symbol: 'C' },
      { __errors: [beside] },
    ]);
  });

  it('of a list that failed is its error, not nothing', () => {
    const error = failure(['gene', 'papers'], 'UPSTREAM_UNAVAILABLE');
    const answer = { data: { gene: { papers: null } }, errors: [error] };
    expect(written('ndjson', '{ gene { papers { nodes { id } } } }', [answer])).toBe(
      `${JSON.stringify({ __errors: [error] })}\n`,
    );
  });
});

describe('--rows', () => {
  it('names the lists that there are when it names none of them', () => {
    expect(() => written('csv', '{ gene { papers { nodes { id } } places { start } } }', [], 'gene.papers')).toThrow(
      '--rows: no list of objects at gene.papers. Lists of this operation: gene.papers.nodes, gene.places.',
    );
  });

  it('does not go with JSON, which leaves nothing out', () => {
    expect(() => written('json', '{ places { start } }', [], 'places')).toThrow(
      /--rows has no meaning in JSON\. Choose another --format/,
    );
  });
});

describe('JSON', () => {
  it('is valid with no, one and several answers', () => {
    const one = { data: { gene: { id: '1' } } };
    expect(JSON.parse(written('json', '{ gene { id } }', [one]))).toEqual({
      ...one,
      extensions: { entrez: NOTHING_SPENT },
    });
    expect(JSON.parse(written('json', '{ gene { id } }', [one, one]))).toHaveLength(2);
    const empty = chooseWriter('json', readQuery('{ gene { id } }'), { hasInputs: true });
    expect(JSON.parse(all(empty, []))).toEqual([]);
  });
});
