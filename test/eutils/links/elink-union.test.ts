import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeUnion, unionRequest } from '../../../src/eutils/links/elink-union.js';
import type { LinksQuestion } from '../../../src/eutils/links/elink.js';
import { failureOf } from '../entrez-errors.js';

const question = (uids: readonly string[], scored = false): LinksQuestion => ({
  from: 'gene',
  to: 'pubmed',
  linkName: 'gene_pubmed',
  uids,
  scored,
});
const set = (ids: readonly string[], links?: readonly unknown[], more: object = {}) => ({
  dbfrom: 'gene',
  ids,
  ...(links !== undefined && { linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }] }),
  ...more,
});
const json = (...linksets: readonly object[]) => JSON.stringify({ header: {}, linksets });

describe('unionRequest', () => {
  it('sends a comma list, with the filter', () => {
    expect(unionRequest({ ...question(['7157', '672'], true), filter: { relDate: 30 } }, 'json')).toEqual({
      utility: 'elink',
      retmode: 'json',
      params: [
        ['dbfrom', 'gene'],
        ['db', 'pubmed'],
        ['cmd', 'neighbor_score'],
        ['linkname', 'gene_pubmed'],
        ['reldate', '30'],
        ['retmode', 'json'],
        ['id', '7157,672'],
      ],
      idCount: 2,
    });
  });
});

describe('decodeUnion', () => {
  it('reads the merged set', () => {
    expect(decodeUnion(json(set(['1', '2'], ['30', '20'])), 'json', question(['1', '2']))).toEqual({
      uids: ['30', '20'],
    });
  });

  it('reads it in XML, with scores', () => {
    const body = `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id><Id>2</Id></IdList><LinkSetDb>
      <DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName><Link><Id>30</Id><Score>9</Score></Link></LinkSetDb>
      </LinkSet></eLinkResult>`;
    expect(decodeUnion(body, 'xml', question(['1', '2'], true))).toEqual({ uids: ['30'], scores: [9] });
    expect(decodeUnion(body, 'xml', question(['1', '2']))).toEqual({ uids: ['30'] });
  });

  it('no links of any source are an empty list', () => {
    expect(decodeUnion(json(set(['1', '2'])), 'json', question(['1', '2']))).toEqual({ uids: [] });
  });

  it('merges several sets without repeats, and by score where there are scores', () => {
    const first = [
      { id: '10', score: 5 },
      { id: '11', score: 3 },
    ];
    const second = [
      { id: '11', score: 8 },
      { id: '12', score: 4 },
    ];
    const body = json(set(['1'], first), set(['2'], second));
    expect(decodeUnion(body, 'json', question(['1', '2'], true))).toEqual({
      uids: ['11', '10', '12'],
      scores: [8, 5, 4],
    });
  });

  it('keeps the order of several sets of which one has no scores', () => {
    const sets = json(set(['1'], ['9', '8']), set(['2'], [{ id: '7', score: 5 }]));
    expect([...decodeUnion(sets, 'json', question(['1', '2'], true)).uids]).toEqual(['9', '8', '7']);
  });

  it('drops no link, however NCBI splits the sources', () => {
    const links = fc.uniqueArray(fc.integer({ min: 1, max: 50 }).map(String), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(links, { minLength: 1, maxLength: 5 }), (lists) => {
        const uids = lists.map((_, i) => String(i + 1));
        const split = json(...lists.map((list, i) => set([String(i + 1)], list)));
        const answer = decodeUnion(split, 'json', question(uids));
        expect(answer.uids).toEqual([...new Set(lists.flat())]);
      }),
    );
  });

  it('an error in any set is an error of the whole: a part would pass for the union', () => {
    const body = json(set(['1'], ['10']), set(['2'], undefined, { ERROR: 'timeout' }));
    expect(failureOf(() => decodeUnion(body, 'json', question(['1', '2'])))).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { linkName: 'gene_pubmed' },
    });
  });

  it('a source that NCBI left out is named', () => {
    expect(failureOf(() => decodeUnion(json(set(['1'], ['10'])), 'json', question(['1', '2', '3'])))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      details: { uids: ['2', '3'] },
    });
  });

  it('links of a source that nobody asked about are not taken for those of the others', () => {
    const body = json(set(['1', '2', '3'], ['10']));
    expect(failureOf(() => decodeUnion(body, 'json', question(['1', '2'])))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
    });
  });

  it('sets of another source database are not looked at', () => {
    const body = json(set(['1']), set(['1'], ['8'], { dbfrom: 'snp' }));
    expect(decodeUnion(body, 'json', question(['1']))).toEqual({ uids: [] });
  });

  it.each([
    ['under another name', { dbto: 'pubmed', linkname: 'gene_pubmed_rif', links: ['9'] }],
    ['into another database', { dbto: 'pmc', linkname: 'gene_pubmed', links: ['9'] }],
    ['of another question', { dbto: 'omim', linkname: 'gene_omim', links: ['9'] }],
    ['under another name, though there are none', { dbto: 'omim', linkname: 'gene_omim', links: [] }],
  ])('links %s are not "no links"', (_, other) => {
    const body = json(set(['1'], undefined, { linksetdbs: [other] }));
    expect(failureOf(() => decodeUnion(body, 'json', question(['1'])))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      details: { linkName: 'gene_pubmed' },
    });
  });
});
