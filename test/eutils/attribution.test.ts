import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  attributeByName,
  attributeLinks,
  decodeLinkSets,
  type LinkList,
  type LinkSet,
  type LinksQuestion,
} from '../../src/eutils/links/elink.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { failureOf } from './entrez-errors.js';

const question = (uids: readonly string[], more: Partial<LinksQuestion> = {}): LinksQuestion => ({
  from: 'gene',
  to: 'pubmed',
  linkName: 'gene_pubmed',
  scored: false,
  uids,
  ...more,
});
const set = (id: string, uids: readonly string[], more: Partial<LinkSet> = {}): LinkSet => ({
  from: 'gene',
  ids: [id],
  linkSetDbs: [{ to: 'pubmed', linkName: 'gene_pubmed', uids }],
  ...more,
});
const OUTAGE = new EntrezError('UPSTREAM_UNAVAILABLE', 'down', { retryable: true });

describe('attributeLinks', () => {
  it('gives each source its own links by the echoed id, not by position', () => {
    const answers = attributeLinks([set('2', ['20']), set('1', ['10', '11'])], question(['1', '2']));
    expect(answers).toEqual(
      new Map([
        ['2', { uids: ['20'] }],
        ['1', { uids: ['10', '11'] }],
      ]),
    );
  });

  it('a set without any link name means no links', () => {
    expect(attributeLinks([set('1', [], { linkSetDbs: [] })], question(['1']))).toEqual(new Map([['1', { uids: [] }]]));
  });

  it.each([
    ['another link name', { to: 'pubmed', linkName: 'gene_pubmed_rif', uids: ['9'] }],
    ['another link name without links', { to: 'pubmed', linkName: 'gene_pubmed_rif', uids: [] }],
    ['another link name and database', { to: 'omim', linkName: 'gene_omim', uids: ['9'] }],
    ['the name, but another target database', { to: 'pmc', linkName: 'gene_pubmed', uids: ['9'] }],
    ['the name in capitals', { to: 'pubmed', linkName: 'GENE_PUBMED', uids: ['9'] }],
    ['the opposite direction', { to: 'gene', linkName: 'pubmed_gene', uids: ['9'] }],
  ])('a set under %s says nothing about the question', (_, db) => {
    const answers = attributeLinks([set('1', [], { linkSetDbs: [db] }), set('2', ['20'])], question(['1', '2']));
    expect(answers.get('1')).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      details: { uids: ['1'], linkName: 'gene_pubmed' },
    });
    expect(answers.get('2')).toEqual({ uids: ['20'] });
  });

  it('other link names beside the requested one are left out', () => {
    const dbs = [
      { to: 'pubmed', linkName: 'gene_pubmed_rif', uids: ['9'] },
      { to: 'pubmed', linkName: 'gene_pubmed', uids: ['10'] },
    ];
    expect(attributeLinks([set('1', [], { linkSetDbs: dbs })], question(['1'])).get('1')).toEqual({ uids: ['10'] });
  });

  it('a target database may be echoed under its present name', () => {
    const db = { to: 'nuccore', linkName: 'gene_nuccore', uids: ['10'] };
    const asked = question(['1'], { to: 'nucleotide', linkName: 'gene_nuccore' });
    expect(attributeLinks([set('1', [], { linkSetDbs: [db] })], asked).get('1')).toEqual({ uids: ['10'] });
  });

  it('an asked id that no set echoes is absent, not empty', () => {
    expect([...attributeLinks([set('1', ['10'])], question(['1', '2'])).keys()]).toEqual(['1']);
  });

  it('ids nobody asked for are left out, such as the 0 of an id NCBI did not understand', () => {
    expect(attributeLinks([set('0', []), set('3', ['30'])], question(['1']))).toEqual(new Map());
  });

  it('refuses a set that echoes more than one id', () => {
    const merged = set('1', ['10', '20'], { ids: ['1', '2'] });
    expect(failureOf(() => attributeLinks([set('3', []), merged], question(['1', '2', '3'])))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retryable: true,
      scope: 'batch',
      details: { linkName: 'gene_pubmed' },
    });
  });

  it('the failure of a set becomes the answer of its source, the others keep theirs', () => {
    const answers = attributeLinks([set('1', [], { error: OUTAGE }), set('2', ['20'])], question(['1', '2']));
    expect(answers.get('1')).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      details: { uids: ['1'], linkName: 'gene_pubmed' },
    });
    expect(answers.get('2')).toEqual({ uids: ['20'] });
  });

  it('a failed set that names no id stands for every asked id without a set of its own', () => {
    const answers = attributeLinks(
      [set('', [], { ids: [], from: '', error: OUTAGE }), set('2', ['20'])],
      question(['1', '2', '3']),
    );
    expect(answers.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['1'] } });
    expect(answers.get('2')).toEqual({ uids: ['20'] });
    expect(answers.get('3')).toBeInstanceOf(EntrezError);
  });

  it('a set that names no id and no failure is nobody’s', () => {
    expect(attributeLinks([set('', ['10'], { ids: [] })], question(['1']))).toEqual(new Map());
  });

  it('nucleotide and nuccore are one database, other databases are not', () => {
    const asked = question(['1'], { from: 'nucleotide' });
    expect(attributeLinks([set('1', ['10'], { from: 'nuccore' })], asked).size).toBe(1);
    expect(attributeLinks([set('1', ['10'], { from: 'pubmed' })], asked).size).toBe(0);
  });

  it('links named twice are kept once, at their first place', () => {
    expect(attributeLinks([set('1', ['10', '11', '10'])], question(['1'])).get('1')).toEqual({ uids: ['10', '11'] });
  });

  it('the same id asked twice or answered twice alike is fine', () => {
    expect(attributeLinks([set('1', ['10']), set('1', ['10'])], question(['1', '1']))).toEqual(
      new Map([['1', { uids: ['10'] }]]),
    );
  });

  it('two different sets for one source are a fault of that source alone', () => {
    const answers = attributeLinks([set('1', ['10']), set('2', ['20']), set('1', ['11'])], question(['1', '2']));
    expect(answers.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true, details: { uids: ['1'] } });
    expect(answers.get('2')).toEqual({ uids: ['20'] });
  });

  it.each([0, 1])('a failed set beside a good one for the same source is a failure (order %i)', (order) => {
    const sets = [set('1', ['10']), set('1', [], { error: OUTAGE })];
    expect(attributeLinks(order === 0 ? sets : sets.reverse(), question(['1'])).get('1')).toBeInstanceOf(EntrezError);
  });

  describe('scores', () => {
    const scored = set('1', [], {
      linkSetDbs: [{ to: 'pubmed', linkName: 'gene_pubmed', uids: ['1', '10', '1'], scores: [99, 5, 7] }],
    });

    it('are given beside the links when they were asked for', () => {
      expect(attributeLinks([scored], question(['1'], { scored: true })).get('1')).toEqual({
        uids: ['1', '10'],
        scores: [99, 5],
      });
    });

    it('are left out when they were not asked for, or not sent', () => {
      expect(attributeLinks([scored], question(['1'])).get('1')).toEqual({ uids: ['1', '10'] });
      expect(attributeLinks([set('1', ['10'])], question(['1'], { scored: true })).get('1')).toEqual({ uids: ['10'] });
    });

    it('of no links are none', () => {
      expect(attributeLinks([set('1', [], { linkSetDbs: [] })], question(['1'], { scored: true })).get('1')).toEqual({
        uids: [],
        scores: [],
      });
    });
  });

  it('finds every edge and no other, in any order of the sets and in both forms', () => {
    const uid = fc.integer({ min: 1, max: 9999 }).map(String);
    const graph = fc.dictionary(uid, fc.uniqueArray(uid, { maxLength: 8 }), { maxKeys: 12 });
    const shuffled = graph.chain((edges) =>
      fc.tuple(fc.constant(edges), fc.shuffledSubarray(Object.keys(edges), { minLength: Object.keys(edges).length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom('json' as const, 'xml' as const), ([edges, order], retmode) => {
        const expected = new Map(Object.entries(edges).map(([source, uids]) => [source, { uids }]));
        const body = (retmode === 'json' ? inJson : inXml)(order.map((source) => [source, edges[source] ?? []]));
        const answers = attributeLinks(decodeLinkSets(body, retmode), question(Object.keys(edges)));
        expect(answers).toEqual(expected);
      }),
    );
  });
});

describe('attributeByName', () => {
  const NAMES = ['gene_pubmed', 'gene_pubmed_rif'];
  const pair = (uids: readonly string[]) => ({ from: 'gene', to: 'pubmed', scored: false, uids });
  /** A set with links under some names. */
  const named = (id: string, lists: Readonly<Record<string, readonly string[]>>): LinkSet =>
    set(id, [], { linkSetDbs: Object.entries(lists).map(([linkName, uids]) => ({ to: 'pubmed', linkName, uids })) });

  it('gives each source its links under each name, and none under a name its set leaves out', () => {
    const sets = [named('2', { gene_pubmed: ['20'], gene_pubmed_rif: ['21'], other: ['9'] }), named('1', {})];
    expect(attributeByName(sets, pair(['1', '2']), NAMES)).toEqual(
      new Map([
        ['1', new Map(NAMES.map((name) => [name, { uids: [] }]))],
        [
          '2',
          new Map([
            ['gene_pubmed', { uids: ['20'] }],
            ['gene_pubmed_rif', { uids: ['21'] }],
          ]),
        ],
      ]),
    );
  });

  it('the failure of a set is that of its source under all names, the others keep theirs', () => {
    const sets = [{ ...named('1', { gene_pubmed: ['10'] }), error: OUTAGE }, named('2', { gene_pubmed: ['20'] })];
    const answers = attributeByName(sets, pair(['1', '2']), NAMES);
    expect(answers.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['1'] } });
    expect(answers.get('2')).toBeInstanceOf(Map);
  });

  it('two sets that disagree under one name are a fault of that source', () => {
    const sets = [named('1', { gene_pubmed: ['10'] }), named('1', { gene_pubmed: ['10'], gene_pubmed_rif: ['11'] })];
    expect(attributeByName(sets, pair(['1']), NAMES).get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  it('names a list as empty only beside lists whose names are known', () => {
    const sets = [named('1', { gene_pubmed: ['10'], gene_pubmed_other: ['11'] }), named('2', { gene_pubmed: ['20'] })];
    const answers = attributeByName(sets, pair(['1', '2']), NAMES);
    const namesOf = (uid: string) => [...((answers.get(uid) as Map<string, unknown> | undefined)?.keys() ?? [])];
    expect(namesOf('1')).toEqual(['gene_pubmed']);
    expect(namesOf('2')).toEqual(['gene_pubmed', 'gene_pubmed_rif']);
  });

  it('two lists under one name are a fault of their record, whoever asks', () => {
    const twice = {
      ...named('1', {}),
      linkSetDbs: ['10', '11'].flatMap((uid) => named('1', { gene_pubmed: [uid] }).linkSetDbs),
    };
    for (const answers of [
      attributeByName([twice], pair(['1']), NAMES),
      attributeLinks([twice], { ...pair(['1']), linkName: 'gene_pubmed' }),
    ]) {
      expect(answers.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    }
  });

  it('an asked id that no set echoes is absent, and so are ids nobody asked for', () => {
    expect([...attributeByName([named('1', {}), named('3', {})], pair(['1', '2']), NAMES).keys()]).toEqual(['1']);
  });

  it('refuses a set that echoes more than one id', () => {
    const merged = { ...named('1', { gene_pubmed: ['10'] }), ids: ['1', '2'] };
    expect(failureOf(() => attributeByName([merged], pair(['1', '2']), NAMES))).toMatchObject({
      code: 'MALFORMED_RESPONSE',
      scope: 'batch',
    });
  });

  it('says of each name just what the answer to that name alone would say', () => {
    const uid = fc.nat(50).map(String);
    const lists = fc.dictionary(fc.constantFrom(...NAMES, 'other'), fc.uniqueArray(uid, { maxLength: 5 }));
    const answers = fc.array(fc.tuple(uid, lists, fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(answers, fc.uniqueArray(uid, { maxLength: 12 }), (found, asked) => {
        const sets = found.map(([id, its, fails]) => ({ ...named(id, its), ...(fails && { error: OUTAGE }) }));
        const together = attributeByName(sets, pair(asked), NAMES);
        // An answer to one name has no others.
        const under = (name: string): LinkSet[] =>
          sets.map((its) => ({ ...its, linkSetDbs: its.linkSetDbs.filter(({ linkName }) => linkName === name) }));
        const apart = NAMES.map(
          (name) => [name, attributeLinks(under(name), { ...pair(asked), linkName: name })] as const,
        );
        for (const each of asked) {
          const answer = together.get(each);
          if (answer instanceof EntrezError) {
            expect(apart.some(([, byUid]) => byUid.get(each) instanceof EntrezError)).toBe(true);
          } else {
            const isDoubtful = found.some(([id, { other = [] }]) => id === each && other.length > 0);
            const isProven = (list: LinkList | EntrezError | undefined): boolean =>
              !isDoubtful || list instanceof EntrezError || (list?.uids.length ?? 1) > 0;
            expect(
              apart.map(([name, byUid]) => [name, isProven(byUid.get(each)) ? byUid.get(each) : undefined]),
            ).toEqual(NAMES.map((name) => [name, answer?.get(name)]));
          }
        }
      }),
    );
  });
});

type Edges = readonly (readonly [source: string, uids: readonly string[]])[];

function inJson(edges: Edges): string {
  const linksets = edges.map(([source, links]) => ({
    dbfrom: 'gene',
    ids: [source],
    ...(links.length > 0 && { linksetdbs: [{ dbto: 'pubmed', linkname: 'gene_pubmed', links }] }),
  }));
  return JSON.stringify({ header: {}, linksets });
}

function inXml(edges: Edges): string {
  const sets = edges.map(([source, links]) => {
    const targets = links.map((id) => `<Link><Id>${id}</Id></Link>`).join('');
    const db = `<LinkSetDb><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName>${targets}</LinkSetDb>`;
    return `<LinkSet><DbFrom>gene</DbFrom><IdList><Id>${source}</Id></IdList>${links.length > 0 ? db : ''}</LinkSet>`;
  });
  return `<?xml version="1.0"?><eLinkResult>${sets.join('\n')}</eLinkResult>`;
}
