import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { jsonAnswerInSlices } from '../../src/eutils/body/answer.js';
import { atOnce, SLICE } from '../../src/eutils/body/slices.js';
import { lengthOf, piecesOf, startOf, type Text, wholeOf } from '../../src/eutils/body/text.js';
import { UidSet } from '../../src/eutils/body/uid-set.js';
import { textInSlices } from '../../src/eutils/body/charset.js';
import { xmlInSlices } from '../../src/eutils/body/xml.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';
import { decodeLinkSets } from '../../src/eutils/links/elink.js';
import { decodeAvailableLinks } from '../../src/eutils/links/check.js';
import { decodeLinkOut } from '../../src/eutils/links/link-out.js';
import { decodeArticles } from '../../src/eutils/records/efetch-articles.js';
import { decodeSequences } from '../../src/eutils/records/efetch-sequences.js';
import { decodeSummaries } from '../../src/eutils/records/esummary.js';

const BLANKS = ' '.repeat(SLICE);

/** What becomes of a text: its value, or its code. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof EntrezError ? error.code : error;
  }
}

/** A text in pieces that are cut at these places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...new Set([...places.map((place) => place % (text.length + 1)), text.length])].toSorted(
    (a, b) => a - b,
  );
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
}

const places = fc.array(fc.nat(), { maxLength: 12 });
const uids = (n: number): string[] => Array.from({ length: n }, (_, i) => String(90_000_000 - i));
const plain = (body: Text): unknown =>
  decodeLinkSets(body, 'json').map(({ linkSetDbs, ...set }) => ({
    ...set,
    linkSetDbs: linkSetDbs.map((db) => ({ ...db, uids: [...db.uids] })),
  }));

describe('a text in pieces', () => {
  it('is the same text', () => {
    fc.assert(
      fc.property(fc.string(), places, fc.nat({ max: 50 }), (text, at, length) => {
        const pieces = cut(text, at);
        expect([wholeOf(pieces), lengthOf(pieces), startOf(pieces, length)]).toEqual([
          text,
          text.length,
          text.slice(0, length),
        ]);
      }),
    );
  });

  it('is made of a long string without cutting a character', () => {
    const text = `x${'𝒳'.repeat(SLICE)}`;
    const pieces = [...piecesOf(text)];
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('') === text).toBe(true);
    expect(pieces.every((piece) => Buffer.from(piece).toString() === piece)).toBe(true);
  });

  it('comes from the bytes of a long answer, and in no other form from a short one', () => {
    const read = (text: string): Text => atOnce(textInSlices([Buffer.from(text)], 'text/xml'));
    expect(read('é'.repeat(1000))).toBe('é'.repeat(1000));
    const long = read('é'.repeat(2_000_000));
    expect(Array.isArray(long) && lengthOf(long)).toBe(2_000_000);
  });

  it.each([
    ['links', '"links":["1","2"]', ',"x":"\\"links\\":[1,2"'],
    [
      'a long list',
      `"links":[${uids(400)
        .map((uid) => `"${uid}"`)
        .join(', ')}]`,
      '',
    ],
    [
      'scored links',
      `"links" : [ ${uids(200)
        .map((id, score) => JSON.stringify({ id, score }))
        .join(' , ')} ]`,
      '',
    ],
    ['links of both forms', `"links":[${uids(400).join(',')},{"id":"7","score":-1.5}]`, ''],
    ['a comma too many', `"links":[${uids(400).join(',')},]`, ''],
    ['a comma before the first', `"links":[,${uids(400).join(',')}]`, ''],
    ['two commas', `"links":[${uids(400).join(',')},,7]`, ''],
    ['a uid with a leading zero', `"links":[${uids(400).join(',')},"07"]`, ''],
    ['a number that is not exact', `"links":[${uids(400).join(',')},12345678901234567890]`, ''],
    ['a list in a list', `"links":[${uids(400).join(',')},[7]]`, ''],
    ['a list of blanks', `"links":[${' '.repeat(3000)}]`, ''],
    ['a list without end', `"links":["${uids(400).join('","')}"`, ''],
  ])('says the same as a whole one about %s in JSON, wherever it is cut', (_, links, more) => {
    const body = `{"linksets":[{"dbfrom":"gene","ids":["1"],"linksetdbs":[{"dbto":"pubmed","linkname":"n",${links}}]}]${more}}`;
    const expected = outcome(() => plain(body));
    fc.assert(
      fc.property(places, (at) => {
        const pieces = [...cut(body, at), BLANKS];
        expect(outcome(() => plain(pieces))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('says the same as a whole one about elements, wherever it is cut', () => {
    const body = '\ufeff \n<?xml version="1.0"?><a x="1">é&amp;<b/> <![CDATA[<]]>z<!-- c --></a>';
    const expected = JSON.stringify(atOnce(xmlInSlices(body)));
    fc.assert(
      fc.property(places, (at) => {
        expect(JSON.stringify(atOnce(xmlInSlices(cut(body, at)))).replaceAll('","', '')).toBe(
          expected.replaceAll('","', ''),
        );
      }),
    );
  });

  it('has the error sentence in XML where JSON was requested, wherever it is cut', () => {
    const body = `<eSummaryResult><ERROR>API rate limit exceeded</ERROR></eSummaryResult>`;
    fc.assert(
      fc.property(places, (at) => {
        const pieces = cut(body, at).filter((piece) => piece.length > 0);
        // A piece is longer than a tag.
        const read = (): unknown => atOnce(jsonAnswerInSlices(pieces.length > 2 ? body : pieces, 'esummary'));
        expect(outcome(read)).toBe('UPSTREAM_RATE_LIMITED');
      }),
    );
  });

  it('has the same sequences as a whole one, wherever it is cut', () => {
    const long = 'ACGT'.repeat(SLICE / 4);
    const entry = (name: string, residues: string, length: number): string =>
      `<TSeq><TSeq_accver>${name}</TSeq_accver><TSeq_length>${length}</TSeq_length><TSeq_sequence>${residues}</TSeq_sequence></TSeq>`;
    const body = `<TSeqSet>${entry('A.1', `${long}\n${long}`, 2 * long.length)}${entry('B.1', ' ac\ngt ', 4)}${entry('C.1', '', 0)}</TSeqSet>`;
    const read = (text: Text): unknown =>
      decodeSequences(text, { uids: ['A.1', 'B.1', 'C.1'] }).map(({ accession, sequence }) => [
        accession,
        sequence === long + long ? 'long' : sequence,
      ]);
    fc.assert(
      fc.property(places, (at) => {
        expect(read(cut(body, at))).toEqual([
          ['A.1', 'long'],
          ['B.1', 'acgt'],
          ['C.1', ''],
        ]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('white space between elements', () => {
  it('may have any length that an answer can have, for all that it says', () => {
    const body = `<eSummaryResult><DocumentSummarySet><DocumentSummary uid="1"><t>x</t></DocumentSummary></DocumentSummarySet>${' '.repeat(2_000_000)}</eSummaryResult>`;
    expect(decodeSummaries(body, 'xml').get('1')).toEqual({ uid: '1', t: 'x' });
  });
});

describe('a set of uids', () => {
  it('knows each of them once, as a Set does', () => {
    const uid = fc.oneof(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 2 ** 45 }),
      fc.constantFrom('7', '1', '18446744073709551615', '28446744073709551615', '100000000000000', 'x'),
    );
    fc.assert(
      fc.property(fc.array(uid), (list) => {
        const seen = new UidSet(list.length);
        const known = new Set<string>();
        for (const each of list) {
          const isNew = !known.has(String(each));
          known.add(String(each));
          expect(seen.add(each)).toBe(isNew);
        }
      }),
    );
  });
});

describe('what no answer of NCBI has is refused, not read for seconds', () => {
  const summary = (content: string): string =>
    `<eSummaryResult><DocumentSummarySet><DocumentSummary uid="1">${content}</DocumentSummary></DocumentSummarySet></eSummaryResult>`;
  const article = (content: string): string =>
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article>${content}</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
  const info = '<LinkInfo><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName></LinkInfo>';
  const page = '<ObjUrl><Url>https://e.example/1</Url></ObjUrl>';
  const set = (list: string, entry: string, content: string): string =>
    `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><${list}><${entry}><Id>1</Id>${content}</${entry}></${list}></LinkSet></eLinkResult>`;

  it.each<[string, () => unknown]>([
    ['a text of a megabyte in XML', () => decodeSummaries(summary(`<t>${'x'.repeat(1_000_001)}</t>`), 'xml')],
    ['a text of a megabyte in JSON', () => decodeSummaries(`{"result":{"t":"${'x'.repeat(1_000_001)}"}}`)],
    [
      'an object of 50,000 members',
      () => decodeSummaries(JSON.stringify({ result: Object.fromEntries(uids(50_001).entries()) })),
    ],
    ['JSON of 24 MB without lists of links', () => decodeSummaries(' '.repeat(24_000_001))],
    [
      'an element of 200 attributes',
      () =>
        decodeSummaries(
          summary(
            `<t ${uids(201)
              .map((i) => `a${i}="1"`)
              .join(' ')}/>`,
          ),
          'xml',
        ),
    ],
    ['a name of 500 characters', () => decodeSummaries(summary(`<${'t'.repeat(501)}/>`), 'xml')],
    ['an element of 200,000 parts', () => decodeSummaries(summary('<t/>'.repeat(200_001)), 'xml')],
    [
      'an abstract of half a megabyte',
      () =>
        decodeArticles(article(`<Abstract><AbstractText>${'word '.repeat(100_001)}</AbstractText></Abstract>`), ['1']),
    ],
    [
      '10,000 link names of one record',
      () => decodeAvailableLinks(set('IdCheckList', 'IdLinkSet', info.repeat(10_001)), ['1']),
    ],
    ['10,000 pages of one record', () => decodeLinkOut(set('IdUrlList', 'IdUrlSet', page.repeat(10_001)), ['1'])],
  ])('%s', (_, read) => {
    expect(outcome(read)).toBe('MALFORMED_RESPONSE');
  });
});
