import { describe, expect, it } from 'vitest';

import { checkRequest, decodeAvailableLinks, decodeChecks, isExternalLink } from '../../../src/eutils/links/check.js';
import { failureOf } from '../entrez-errors.js';

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE eLinkResult PUBLIC "-//NLM//DTD elink 20101123//EN" "https://example.org/elink.dtd">
<eLinkResult>${content}</eLinkResult>
`;
const checked = (content: string) => `<LinkSet><DbFrom>gene</DbFrom><IdCheckList>${content}</IdCheckList></LinkSet>`;
const json = (linksets: unknown, beside: object = {}) => JSON.stringify({ header: {}, linksets, ...beside });

describe('checkRequest', () => {
  it('sends a comma list and wants XML', () => {
    expect(checkRequest({ command: 'acheck', db: 'gene', uids: ['7157', '672'] })).toEqual({
      utility: 'elink',
      retmode: 'xml',
      params: [
        ['dbfrom', 'gene'],
        ['cmd', 'acheck'],
        ['retmode', 'xml'],
        ['id', '7157,672'],
      ],
      idCount: 2,
    });
  });
});

const PUBMED = { to: 'pubmed', linkName: 'gene_pubmed' };
const pubmed = '<LinkInfo><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName></LinkInfo>';
const linkSet = (id: string, content = '') => `<IdLinkSet><Id>${id}</Id>${content}</IdLinkSet>`;

describe('decodeAvailableLinks', () => {
  it('reads all NCBI says of a link, in its order', () => {
    const body = xml(
      checked(
        linkSet(
          '7157',
          `<LinkInfo>
            <DbTo>omim</DbTo> <LinkName>gene_omim</LinkName> <MenuTag>OMIM Links</MenuTag> <HtmlTag>OMIM</HtmlTag>
            <Url><![CDATA[https://example.org/view?uid=<@UID@>&x]]></Url> <Priority>128</Priority>
          </LinkInfo>
          <LinkInfo>
            <DbTo>LinkOut</DbTo><LinkName>ExternalLink</LinkName><MenuTag>LinkOut</MenuTag><HtmlTag></HtmlTag>
            <Priority>255</Priority>
          </LinkInfo>`,
        ),
      ),
    );
    const links = decodeAvailableLinks(body, ['7157']).get('7157');
    expect(links).toEqual([
      {
        to: 'omim',
        linkName: 'gene_omim',
        menuTag: 'OMIM Links',
        htmlTag: 'OMIM',
        url: 'https://example.org/view?uid=<@UID@>&x',
        priority: 128,
      },
      { to: 'LinkOut', linkName: 'ExternalLink', menuTag: 'LinkOut', priority: 255 },
    ]);
    expect(Array.isArray(links) && links.map(isExternalLink)).toEqual([false, true]);
  });

  it.each([
    ['of a comma list', checked(linkSet('2', pubmed) + linkSet('1'))],
    ['of repeated ids', checked(linkSet('2', pubmed)) + checked(linkSet('1'))],
  ])('gives each record its own links, in the answer %s', (_, content) => {
    expect(decodeAvailableLinks(xml(content), ['1', '2'])).toEqual(
      new Map([
        ['1', []],
        ['2', [PUBMED]],
      ]),
    );
  });

  it('a record nothing is said about is absent, not without links', () => {
    expect(decodeAvailableLinks(xml(checked(linkSet('1') + linkSet('0'))), ['1', '2'])).toEqual(new Map([['1', []]]));
    expect(decodeAvailableLinks(xml(''), ['1'])).toEqual(new Map());
    expect(decodeAvailableLinks(xml('<LinkSet><DbFrom>gene</DbFrom></LinkSet>'), ['1'])).toEqual(new Map());
  });

  it('the failure of one record leaves the others their links', () => {
    const body = xml(checked(linkSet('1', '<ERROR>Link Backend failed</ERROR>') + linkSet('2', pubmed)));
    const answers = decodeAvailableLinks(body, ['1', '2']);
    expect(answers.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['1'] } });
    expect(answers.get('2')).toEqual([PUBMED]);
  });

  it('an error beside a list stands for the records that got no answer', () => {
    const body = xml(checked(`${linkSet('1')}${linkSet('2', pubmed)}<ERROR>Link Backend failed</ERROR>`));
    const answers = decodeAvailableLinks(body, ['1', '2', '3']);
    expect([answers.get('1'), answers.get('2')]).toEqual([[], [PUBMED]]);
    expect(answers.get('3')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['3'] } });
  });

  it('an error in the set of one record is that record’s', () => {
    const body = xml(`${checked(`${linkSet('1', pubmed)}<ERROR>timeout</ERROR>`)}${checked(linkSet('2'))}`);
    const answers = decodeAvailableLinks(body, ['1', '2']);
    expect(answers.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryable: true });
    expect(answers.get('2')).toEqual([]);
  });

  it('two answers that contradict each other are a fault of that record alone', () => {
    const body = xml(checked(linkSet('1', pubmed) + linkSet('1') + linkSet('2') + linkSet('2')));
    const answers = decodeAvailableLinks(body, ['1', '2']);
    expect(answers.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
    expect(answers.get('2')).toEqual([]);
  });

  it('a record with its links in a second list has these', () => {
    const two = `<IdCheckList/><IdCheckList>${linkSet('1', pubmed)}</IdCheckList>`;
    expect(decodeAvailableLinks(xml(`<LinkSet><DbFrom>gene</DbFrom>${two}</LinkSet>`), ['1'])).toEqual(
      new Map([['1', [PUBMED]]]),
    );
    const contradictory = `<IdCheckList>${linkSet('1')}</IdCheckList><IdCheckList>${linkSet('1', pubmed)}</IdCheckList>`;
    const answers = decodeAvailableLinks(xml(`<LinkSet><DbFrom>gene</DbFrom>${contradictory}</LinkSet>`), ['1']);
    expect(answers.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  it('a link that comes twice is one, and one with two targets is none', () => {
    const other = pubmed.replace('<DbTo>pubmed', '<DbTo>protein');
    const answers = decodeAvailableLinks(xml(checked(linkSet('1', pubmed + pubmed) + linkSet('2', pubmed + other))), [
      '1',
      '2',
    ]);
    expect(answers.get('1')).toEqual([PUBMED]);
    expect(answers.get('2')).toMatchObject({ code: 'MALFORMED_RESPONSE', details: { uids: ['2'] } });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not available', 'https://example.org/\u0007'])(
    'a menu page with the address %j is left out',
    (url) => {
      const link = { dbto: 'pubmed', linkname: 'gene_pubmed', url };
      const body = json([{ idchecklist: { idlinksets: [{ id: '1', linkinfos: [link] }] } }]);
      expect(decodeAvailableLinks(body, ['1']).get('1')).toEqual([PUBMED]);
    },
  );

  it('reads JSON, should it ever come', () => {
    const body = json([
      {
        dbfrom: 'gene',
        idchecklist: {
          idlinksets: [
            {
              id: '1',
              linkinfos: [
                { dbto: 'pubmed', linkname: 'gene_pubmed', menutag: 'PubMed', htmltag: '', url: 'u', priority: 128 },
              ],
            },
            { id: 2 },
            { id: '3', error: 'timeout' },
          ],
        },
      },
    ]);
    const answers = decodeAvailableLinks(`\ufeff ${body}`, ['1', '2', '3']);
    expect(answers.get('1')).toEqual([{ ...PUBMED, menuTag: 'PubMed', url: 'u', priority: 128 }]);
    expect(answers.get('2')).toEqual([]);
    expect(answers.get('3')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    const failed = decodeAvailableLinks(json([{ idchecklist: { ERROR: 'timeout' } }]), ['1']);
    expect(failed.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it.each([
    ['an error at the top of XML', xml('<ERROR>NCBI C++ Exception: x</ERROR><LinkSet/>'), 'UPSTREAM_UNAVAILABLE'],
    ['an error at the top of JSON', json([], { ERROR: 'NCBI C++ Exception:\n x' }), 'UPSTREAM_UNAVAILABLE'],
    ['a prolog alone', '<?xml version="1.0"?>\n', 'MALFORMED_RESPONSE'],
    ['another document', '<eSearchResult/>', 'MALFORMED_RESPONSE'],
    ['an entry without an id', xml(checked('<IdLinkSet/>')), 'MALFORMED_RESPONSE'],
    ['a link without a name', xml(checked(linkSet('1', '<LinkInfo/>'))), 'MALFORMED_RESPONSE'],
    [
      'a sentence in place of a link name',
      xml(checked(linkSet('1', '<LinkInfo><DbTo>pubmed</DbTo><LinkName>internal error</LinkName></LinkInfo>'))),
      'MALFORMED_RESPONSE',
    ],
    [
      'a link with two names',
      xml(
        checked(linkSet('1', '<LinkInfo><DbTo>pubmed</DbTo><LinkName>a</LinkName><LinkName>b</LinkName></LinkInfo>')),
      ),
      'MALFORMED_RESPONSE',
    ],
    [
      'a name that is put together from elements',
      xml(checked(linkSet('1', '<LinkInfo><DbTo>pubmed</DbTo><LinkName>gene_<b>pubmed</b></LinkName></LinkInfo>'))),
      'MALFORMED_RESPONSE',
    ],
    ['an id that is put together', xml(checked('<IdLinkSet><Id><b>1</b></Id></IdLinkSet>')), 'MALFORMED_RESPONSE'],
    ['JSON without sets', '{"header":{}}', 'MALFORMED_RESPONSE'],
    ['JSON with a list that is none', json([{ idchecklist: { idlinksets: 1 } }]), 'MALFORMED_RESPONSE'],
  ])('%s fails as a whole', (_, body, code) => {
    expect(failureOf(() => decodeAvailableLinks(body, ['1']))).toMatchObject({ code, retryable: true });
  });
});

describe('decodeChecks', () => {
  it.each(['HasNeighbor', 'HasLinkOut'])('reads %s, comma list or repeated ids', (flag) => {
    const answers = new Map([
      ['1', true],
      ['2', false],
    ]);
    const [yes, no] = [`<Id ${flag}="Y">1</Id>`, `<Id ${flag}="N">2</Id>`];
    expect(decodeChecks(xml(checked(no + yes)), ['1', '2'])).toEqual(answers);
    expect(decodeChecks(xml(checked(no) + checked(yes)), ['1', '2'])).toEqual(answers);
  });

  it('a record without a result failed, it is not a no', () => {
    const answers = decodeChecks(xml(checked('<Id>1</Id><Id HasLinkOut="N">2</Id>')), ['1', '2', '3']);
    expect(answers.get('1')).toMatchObject({ code: 'MALFORMED_RESPONSE', details: { uids: ['1'] } });
    expect(answers.get('2')).toBe(false);
    expect(answers.has('3')).toBe(false);
  });

  it('reads JSON, should it ever come', () => {
    const ids = [
      { value: '1', hasneighbor: 'Y' },
      { value: '2', haslinkout: 'N' },
    ];
    expect(decodeChecks(json([{ dbfrom: 'gene', idchecklist: { ids } }]), ['1', '2'])).toEqual(
      new Map([
        ['1', true],
        ['2', false],
      ]),
    );
  });
});
