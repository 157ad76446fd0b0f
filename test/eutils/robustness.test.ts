import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeAvailableLinks, decodeChecks } from '../../src/eutils/check.js';
import { decodeArticles } from '../../src/eutils/efetch-articles.js';
import { decodeSequences } from '../../src/eutils/efetch-sequences.js';
import { decodeDatabaseInfo, decodeDatabaseList } from '../../src/eutils/einfo.js';
import { decodeUnion } from '../../src/eutils/elink-union.js';
import { attributeLinks, decodeLinkSets } from '../../src/eutils/elink.js';
import { EntrezError } from '../../src/eutils/errors.js';
import { decodeSearch } from '../../src/eutils/esearch.js';
import { decodeSpelling } from '../../src/eutils/espell.js';
import { decodeSummaries } from '../../src/eutils/esummary.js';
import { rejectFailure } from '../../src/eutils/failure.js';
import { decodeStoredLinks } from '../../src/eutils/history-links.js';
import { decodePost } from '../../src/eutils/history.js';
import { decodeLinkOut } from '../../src/eutils/link-out.js';

const question = { from: 'gene', to: 'pubmed', linkName: 'gene_pubmed', uids: ['1', '2'], scored: true };

/** Each decoder with a body it accepts. */
const DECODERS: readonly (readonly [name: string, body: string, decode: (body: string) => unknown])[] = [
  [
    'links in JSON',
    `{"header":{},"linksets":[{"dbfrom":"gene","ids":["1"],"linksetdbs":[{"dbto":"pubmed","linkname":"gene_pubmed",
      "links":[{"id":"10","score":9},{"id":"11","score":8}]}]},{"dbfrom":"gene","ids":["2"]}]}`,
    (body) => attributeLinks(decodeLinkSets(body, 'json'), question),
  ],
  [
    'links in XML',
    `<?xml version="1.0"?><eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdList><Id>1</Id></IdList>
      <LinkSetDb><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName><Link><Id>10</Id><Score>9</Score></Link></LinkSetDb>
      </LinkSet></eLinkResult>`,
    (body) => attributeLinks(decodeLinkSets(body, 'xml'), question),
  ],
  [
    'summaries',
    `{"result":{"uids":["1","2"],"1":{"uid":"1","a":["b",{}]},
      "2":{"uid":"2","error":"cannot get document summary"}}}`,
    decodeSummaries,
  ],
  [
    'a search',
    '{"esearchresult":{"count":"2","retstart":"0","idlist":["1","2"],"errorlist":{"phrasesnotfound":["x"]}}}',
    decodeSearch,
  ],
  ['the databases', '{"einforesult":{"dblist":["gene","pubmed"],"dbinfo":[]}}', decodeDatabaseList],
  [
    'a database',
    `{"einforesult":{"dbinfo":[{"dbname":"gene","count":"1","linklist":[{"name":"n","dbto":"pubmed"}],
      "fieldlist":[{"name":"ALL"}]}]}}`,
    decodeDatabaseInfo,
  ],
  [
    'a union',
    `{"linksets":[{"dbfrom":"gene","ids":["1","2"],"linksetdbs":[{"dbto":"pubmed","linkname":"gene_pubmed",
      "links":["10","11"]}]}]}`,
    (body) => decodeUnion(body, 'json', question),
  ],
  [
    'available links',
    `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdCheckList><IdLinkSet><Id>1</Id><LinkInfo><DbTo>omim</DbTo>
      <LinkName>gene_omim</LinkName><Priority>1</Priority></LinkInfo></IdLinkSet></IdCheckList></LinkSet></eLinkResult>`,
    (body) => decodeAvailableLinks(body, question.uids),
  ],
  [
    'checks in JSON',
    '{"linksets":[{"idchecklist":{"ids":[{"value":"1","hasneighbor":"Y"}]}}]}',
    (body) => decodeChecks(body, question.uids),
  ],
  [
    'LinkOut',
    `<eLinkResult><LinkSet><IdUrlList><IdUrlSet><Id>1</Id><ObjUrl><Url>https://example.org</Url><IconUrl>/i</IconUrl>
      <Category>c</Category><Provider><Name>p</Name></Provider></ObjUrl></IdUrlSet></IdUrlList></LinkSet></eLinkResult>`,
    (body) => decodeLinkOut(body, question.uids),
  ],
  [
    'LinkOut in JSON',
    '{"linksets":[{"idurllist":[{"id":"1","objurls":[{"url":{"value":"u"},"provider":{"name":"p"}}]}]}]}',
    (body) => decodeLinkOut(body, question.uids),
  ],
  ['a posted set', '<ePostResult><QueryKey>1</QueryKey><WebEnv>W</WebEnv><ERROR>x</ERROR></ePostResult>', decodePost],
  [
    'stored links',
    '{"linksets":[{"linksetdbhistories":[{"dbto":"gene","linkname":"n","querykey":"1"}],"webenv":"W"}]}',
    (body) => decodeStoredLinks(body, 'json'),
  ],
  [
    'stored links in XML',
    `<eLinkResult><LinkSet><LinkSetDbHistory><DbTo>gene</DbTo><LinkName>n</LinkName><QueryKey>1</QueryKey>
      </LinkSetDbHistory><WebEnv>W</WebEnv></LinkSet></eLinkResult>`,
    (body) => decodeStoredLinks(body, 'xml'),
  ],
  [
    'a spelling',
    `<eSpellResult><Query>cancr</Query><CorrectedQuery>cancer</CorrectedQuery><SpelledQuery><Replaced>cancer</Replaced>
      </SpelledQuery><ERROR/></eSpellResult>`,
    decodeSpelling,
  ],
  [
    'articles',
    `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Abstract><AbstractText>a<i>b</i>
      </AbstractText></Abstract></Article><MeshHeadingList><MeshHeading><DescriptorName UI="D">d</DescriptorName>
      </MeshHeading></MeshHeadingList></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
    decodeArticles,
  ],
  [
    'sequences',
    `<TSeqSet><TSeq><TSeq_accver>X</TSeq_accver><TSeq_length>2</TSeq_length><TSeq_sequence>MK</TSeq_sequence></TSeq>
      </TSeqSet>`,
    decodeSequences,
  ],
];

/** An empty EFetch answer is no cut-off one: no such records exist. */
const MAY_BE_EMPTY: ReadonlySet<unknown> = new Set([decodeArticles, decodeSequences]);

function decodesOrFails(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(EntrezError);
  }
}

describe.each(DECODERS)('%s', (_, body, decode) => {
  it('decodes', () => {
    expect(decode(body)).toBeDefined();
  });

  it('cut off anywhere, is a failure worth another try', () => {
    for (let length = MAY_BE_EMPTY.has(decode) ? 1 : 0; length < body.length; length++) {
      expect(() => decode(body.slice(0, length))).toThrow(
        expect.objectContaining({ code: 'MALFORMED_RESPONSE', retryable: true }),
      );
    }
  });

  it('with any piece replaced, decodes or fails with an EntrezError', () => {
    const piece = fc.constantFrom(
      '',
      'null',
      '{}',
      '[]',
      '"ERROR":"x",',
      '0',
      '-1',
      '1e400',
      '"',
      '<',
      '</Id>',
      '\n',
      '\\',
      '__proto__',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.nat(body.length), fc.nat(12), fc.oneof(piece, fc.string({ maxLength: 6 })), (at, cut, insert) => {
        decodesOrFails(() => decode(body.slice(0, at) + insert + body.slice(at + cut)));
      }),
      { numRuns: 500 },
    );
  });

  it('in any other JSON or text, decodes or fails with an EntrezError', () => {
    const members = ['linksets', 'result', 'esearchresult', 'einforesult'];
    const anywhere = fc.json().map((value) => `{${members.map((member) => `"${member}":${value}`).join()}}`);
    const text = fc.oneof(fc.string(), fc.json(), anywhere);
    fc.assert(
      fc.property(text, (other) => {
        decodesOrFails(() => decode(other));
      }),
      { numRuns: 500 },
    );
  });
});

it('rejectFailure passes or fails with an EntrezError, whatever the status and body', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...DECODERS.map(([, good]) => good)));
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), body, (status, text) => {
      decodesOrFails(() => {
        rejectFailure({ status, headers: {}, body: text }, 'elink');
      });
    }),
    { numRuns: 500 },
  );
});
