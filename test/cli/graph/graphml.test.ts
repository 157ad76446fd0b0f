import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

import { type GraphAnswer, textOf } from '../../../src/cli/graph/graph-format.js';

const node = (uid: string, title: string | null = null) => ({ curie: `NCBIGene:${uid}`, db: 'gene', uid, title });
const graphmlOf = (nodes: GraphAnswer['nodes'], edges: GraphAnswer['edges']): string =>
  textOf({ columns: [], rows: [], nodes, edges }, 'graphml');

/** The records, links and texts of a document, which has to be well-formed. */
function read(xml: string): { readonly nodes: string[]; readonly edges: string[]; readonly texts: string[] } {
  const found = { nodes: [] as string[], edges: [] as string[], texts: [] as string[] };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'node') {
      found.nodes.push(String(attributes.id));
    } else if (name === 'edge') {
      found.edges.push(`${attributes.source} ${attributes.target}`);
    }
  });
  parser.on('text', (text) => found.texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe('GraphML', () => {
  it('has each record and each link once', () => {
    const edge = { source: 'NCBIGene:1', target: 'NCBIGene:2', linkName: 'gene_gene' };
    const { nodes, edges } = read(graphmlOf([node('1'), node('2'), node('1')], [edge, edge]));
    expect(nodes).toEqual(['NCBIGene:1', 'NCBIGene:2']);
    expect(edges).toEqual(['NCBIGene:1 NCBIGene:2']);
  });

  it('writes any title so that XML can be read', () => {
    const title = 'A <b>"&amp;"</b> \u0000\u000b\ud800 é 𝄞';
    const { texts } = read(graphmlOf([node('1', title)], []));
    expect(texts).toContain('A <b>"&amp;"</b>  é 𝄞');
  });
});

describe('rows about the graph', () => {
  const rows = [
    { curie: '=a,"b"', n: 1 },
    { curie: 'x\ty', n: null },
  ];
  const answer = { columns: ['curie', 'n'], rows, nodes: [], edges: [] };

  it('are CSV that spreadsheets do not run', () => {
    expect(textOf(answer, 'csv')).toBe('curie,n\n"\'=a,""b""",1\nx\ty,\n');
  });

  it('are TSV with a cell for each value', () => {
    expect(textOf(answer, 'tsv')).toBe('curie\tn\n=a,"b"\t1\nx y\t\n');
  });

  it('are one JSON object in each line', () => {
    const lines = textOf(answer, 'ndjson').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  });
});
