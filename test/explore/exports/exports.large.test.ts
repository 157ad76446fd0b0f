import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';

import { edgesAsCsv } from '../../../src/explore/exports/csv.js';
import { asGraphml } from '../../../src/explore/exports/graphml.js';
import { asJson } from '../../../src/explore/exports/json.js';
import { asSvg } from '../../../src/explore/exports/svg.js';
import type { DrawnGraph } from '../../../src/explore/model/drawn-graph.js';
import { gene, paper } from '../graphs.js';

const GRAPH: DrawnGraph = graph('Cells, "quoted" & <marked>');
const PICTURE = {
  positions: new Map<string, readonly [number, number]>(),
  colours: { background: '#fff', ink: '#000', quiet: '#555', edge: '#888' },
  important: new Set<string>(),
  labelOfDatabase: (db: string) => db.toUpperCase(),
  caption: 'NCBI Entrez by entrez-graph, 2026-11-28, sample data',
};

describe('CSV of links', () => {
  it('has a line for each link, with what both its ends are', () => {
    expect(edgesAsCsv(GRAPH).split('\r\n')).toEqual([
      'source_db,source_uid,source_title,link_name,target_db,target_uid,target_title,score',
      'gene,1,Gene 1,gene_pubmed,pubmed,2,"Cells, ""quoted"" & <marked>",0.5',
      '',
    ]);
  });

  it('has no field that a spreadsheet would run', () => {
    expect(edgesAsCsv(graph('=HYPERLINK("x")'))).toContain(`"'=HYPERLINK(""x"")"`);
    // Spreadsheets take the wide forms of these characters for the plain ones.
    for (const sign of '=+-@＝＋－＠') {
      expect(edgesAsCsv(graph(`${sign}1`))).toContain(`,'${sign}1,`);
    }
  });
});

describe('GraphML', () => {
  it('holds the records, the links and the scores', () => {
    const text = asGraphml(GRAPH);
    expect(elements(text).filter((name) => name === 'node')).toHaveLength(2);
    expect(text).toContain('<edge source="gene-1" target="paper-2">');
    expect(text).toContain('<data key="score">0.5</data>');
    expect(text).toContain('Cells, &quot;quoted&quot; &amp; &lt;marked&gt;');
  });
});

describe('SVG', () => {
  const far = new Map([['gene-1', [-500, 3]], ['paper-2', [700, -90]]] as const); // prettier-ignore
  const text = asSvg(GRAPH, { ...PICTURE, positions: far });
  const [, width = 0, height = 0] = /viewBox="0 0 (\d+) (\d+)"/.exec(text)?.map(Number) ?? [];

  it('holds all records and labels within its frame', () => {
    expect(width).toBeGreaterThan(1200);
    expect(elements(text).filter((name) => name === 'line')).toHaveLength(1);
    const [, dx = 0, dy = 0] = /translate\((\S+) (\S+)\)/.exec(text)?.map(Number) ?? [];
    for (const [, x = 0, y = 0, label = ''] of text.matchAll(/<text x="(\S+)" y="(\S+)"[^>]*>([^<]*)/g)) {
      const half = (label.replaceAll(/&\w+;/g, '"').length * 12 * 0.62) / 2;
      expect(Number(x) + dx - half).toBeGreaterThanOrEqual(0);
      expect(Number(x) + dx + half).toBeLessThanOrEqual(width);
      expect(Number(y) + dy).toBeLessThanOrEqual(height);
    }
  });

  it('has no label over another: one without room is left out', () => {
    const records = Array.from({ length: 30 }, (_none, index) => paper(String(index), { title: 'The same place' }));
    const crowded = { records: new Map(records.map((record) => [record.id, record])), links: [] };
    expect(asSvg(crowded, PICTURE).match(/The same place<\/text>/g)?.length).toBeLessThan(5);
  });

  it('explains itself: databases, link names, source, date and whether the data are a sample', () => {
    expect(text).toContain('>GENE</text>');
    expect(text).toContain('>PUBMED</text>');
    expect(text).toContain('Links: gene_pubmed');
    expect(text).toContain('2026-11-28, sample data');
  });
});

describe('JSON', () => {
  it('holds all that is known', () => {
    expect(JSON.parse(asJson(GRAPH))).toEqual({ nodes: [...GRAPH.records.values()], links: GRAPH.links });
  });
});

describe('XML of any title', () => {
  it('can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(elements(asGraphml(graph(title)))).toContain('node');
        expect(elements(asSvg(graph(title), PICTURE))).toContain('svg');
      }),
    );
  });
});

function graph(title: string): DrawnGraph {
  const records = [gene('1'), paper('2', { title })];
  return {
    records: new Map(records.map((record) => [record.id, record])),
    links: [{ source: 'gene-1', target: 'paper-2', linkName: 'gene_pubmed', score: 0.5 }],
  };
}

/** The elements of an XML text in their order; throws when it is not well-formed. */
function elements(text: string): readonly string[] {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    names.push(name);
  });
  parser.write(text).close();
  return names;
}
