import { describe, expect, it } from 'vitest';

import { graphmlOf } from '../../src/formats/graphml.js';

describe('the keys of GraphML', () => {
  it('are those of which something is known, each with the type of its values', () => {
    const node = (id: string, facts: Readonly<Record<string, string | number | null>>) => ({ id, facts });
    const nodes = [node('a', { db: 'gene', year: null, rank: 1 }), node('b', { db: null, year: null, rank: 'none' })];
    const edge = { source: 'a', target: 'b', facts: { linkName: 'gene_gene', score: 0.5 } };
    const lines = graphmlOf(nodes, [edge]).split('\n');
    expect(lines.filter((line) => line.includes('<key '))).toEqual([
      '  <key id="db" for="node" attr.name="db" attr.type="string"/>',
      '  <key id="rank" for="node" attr.name="rank" attr.type="string"/>',
      '  <key id="linkName" for="edge" attr.name="linkName" attr.type="string"/>',
      '  <key id="score" for="edge" attr.name="score" attr.type="double"/>',
    ]);
  });
});
