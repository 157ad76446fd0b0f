import { describe, expect, it } from 'vitest';

import { drawGraph } from '../../../src/explore/model/drawn-graph.js';
import {
  addRoot,
  collapse,
  EMPTY,
  drawLinks,
  expand,
  MOST_PICKED,
  pin,
  remove,
  STEP,
  unpin,
} from '../../../src/explore/model/exploration.js';
import { pagesKey } from '../../../src/explore/model/knowledge.js';
import { CATALOG, gene, KNOWN, page, paper } from '../graphs.js';

const ONE = addRoot(EMPTY, 'gene-1');
const EXPANDED = expand(ONE, 'gene-1', 'gene_pubmed');

describe('an exploration', () => {
  it('draws a record that was looked up, and selects it', () => {
    expect(ONE.selected).toBe('gene-1');
    expect([...drawGraph(ONE, KNOWN, CATALOG).records.keys()]).toEqual(['gene-1']);
  });

  it('draws the links that were followed, in their order', () => {
    const { records, links } = drawGraph(EXPANDED, KNOWN, CATALOG);
    expect([...records.keys()]).toEqual(['gene-1', 'paper-10', 'paper-11', 'paper-12']);
    expect(links).toEqual(
      ['paper-10', 'paper-11', 'paper-12'].map((target) => ({
        source: 'gene-1',
        target,
        linkName: 'gene_pubmed',
        score: null,
      })),
    );
  });

  it('draws no more links than were asked for, however many are known', () => {
    const few = { ...EXPANDED, expansions: [{ source: 'gene-1', link: 'gene_pubmed', count: 2 }] };
    expect(drawGraph(few, KNOWN, CATALOG).links).toHaveLength(2);
  });

  it(`goes on by ${STEP} links a step`, () => {
    expect(expand(EXPANDED, 'gene-1', 'gene_pubmed').expansions).toEqual([
      { source: 'gene-1', link: 'gene_pubmed', count: 2 * STEP },
    ]);
  });

  it('takes links out again, and with them records that nothing else holds', () => {
    const { records } = drawGraph(collapse(EXPANDED, 'gene-1', 'gene_pubmed'), KNOWN, CATALOG);
    expect([...records.keys()]).toEqual(['gene-1']);
  });

  it('draws a link of a record that was taken out no more, and not the record', () => {
    const { records, links } = drawGraph(remove(EXPANDED, 'paper-11'), KNOWN, CATALOG);
    expect([...records.keys()]).toEqual(['gene-1', 'paper-10', 'paper-12']);
    expect(links).toHaveLength(2);
  });

  it('keeps neighbours of a removed record whose own links were followed', () => {
    const knowledge = KNOWN.withPage(
      pagesKey('paper-10', 'pubmed_pubmed', {}),
      page('pubmed_pubmed', [[paper('20'), 9]]),
    );
    const both = expand(EXPANDED, 'paper-10', 'pubmed_pubmed');
    const { records } = drawGraph(remove(both, 'gene-1'), knowledge, CATALOG);
    expect([...records.keys()]).toEqual(['paper-10', 'paper-20']);
  });

  it('draws a removed record again when it is looked up again', () => {
    const again = addRoot(remove(EXPANDED, 'paper-11'), 'paper-11');
    expect(drawGraph(again, KNOWN, CATALOG).records.has('paper-11')).toBe(true);
  });

  it('draws a link once that is found from both its ends', () => {
    const knowledge = KNOWN.withPage(
      pagesKey('paper-10', 'pubmed_gene', {}),
      page('pubmed_gene', [[gene('1')], [gene('1')]]),
    );
    const both = expand(EXPANDED, 'paper-10', 'pubmed_gene');
    const names = drawGraph(both, knowledge, CATALOG).links.map(({ linkName }) => linkName);
    expect(names.filter((name) => name === 'pubmed_gene')).toHaveLength(1);
  });

  it('draws single links with the records at their ends, each once, until one of these is removed', () => {
    const link = { source: 'gene-1', link: 'gene_pubmed', target: 'paper-12' };
    const picked = drawLinks(remove(EMPTY, 'paper-12'), [link, link, { ...link, target: 'paper-10' }]);
    const { records, links } = drawGraph(picked, KNOWN, CATALOG);
    expect([...records.keys()]).toEqual(['gene-1', 'paper-12', 'paper-10']);
    expect(links.map(({ target }) => target)).toEqual(['paper-12', 'paper-10']);
    expect(drawGraph(drawLinks(EXPANDED, [link]), KNOWN, CATALOG).links).toHaveLength(3);
    expect([...drawGraph(remove(picked, 'paper-12'), KNOWN, CATALOG).records.keys()]).toEqual(['gene-1', 'paper-10']);
    expect(drawGraph(remove(picked, 'gene-1'), KNOWN, CATALOG).records.size).toBe(0);
  });

  it(`draws ${MOST_PICKED} single links at most`, () => {
    const many = Array.from({ length: MOST_PICKED + 1 }, (_, index) => ({
      source: 'gene-1',
      link: 'gene_pubmed',
      target: `paper-${index}`,
    }));
    expect(drawLinks(EMPTY, many).picked).toEqual(many.slice(0, MOST_PICKED));
  });

  it('keeps pins as whole numbers until they are taken off', () => {
    const pinned = pin(ONE, 'gene-1', [1.4, -2.6]);
    expect(pinned.pins).toEqual(new Map([['gene-1', [1, -3]]]));
    expect(unpin(pinned, 'gene-1').pins.size).toBe(0);
  });
});
