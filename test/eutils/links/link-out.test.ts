import { describe, expect, it } from 'vitest';

import { decodeLinkOut, linkOutRequest } from '../../../src/eutils/links/link-out.js';
import { failureOf } from '../entrez-errors.js';

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<eLinkResult>
${content}
</eLinkResult>
`;
const listed = (content: string) => `<LinkSet><DbFrom>pubmed</DbFrom><IdUrlList>${content}</IdUrlList></LinkSet>`;
const urlSet = (id: string, content: string) => `<IdUrlSet>\n\t<Id>${id}</Id>\n${content}</IdUrlSet>`;
const json = (linksets: unknown) => JSON.stringify({ header: {}, linksets });

const PLAIN = { url: 'https://example.org/1', subjectTypes: [], categories: [], attributes: [] };
const plain = '<ObjUrl><Url>https://example.org/1</Url></ObjUrl>';

describe('linkOutRequest', () => {
  it('sends a comma list and wants XML', () => {
    expect(linkOutRequest({ command: 'prlinks', db: 'pubmed', uids: ['1', '2'] })).toEqual({
      utility: 'elink',
      retmode: 'xml',
      params: [
        ['dbfrom', 'pubmed'],
        ['cmd', 'prlinks'],
        ['retmode', 'xml'],
        ['id', '1,2'],
      ],
      idCount: 2,
    });
  });

  it('names a provider only when one is wanted', () => {
    const { params } = linkOutRequest({ command: 'llinkslib', db: 'pubmed', uids: ['1'], holding: 'exlib' });
    expect(params).toContainEqual(['holding', 'exlib']);
  });
});

describe('decodeLinkOut', () => {
  it('reads a page as it comes today: the icon relative, no subject types, a provider without an address', () => {
    const body = xml(
      listed(
        urlSet(
          '1',
          `<ObjUrl>
		<Url>https://example.org/a?x=1&amp;y=2</Url>
		<IconUrl>/icons/https:--example.org-a.png</IconUrl>
		<LinkName>A page</LinkName>
		<Category>Full Text Sources</Category>
		<Category>Medical</Category>
		<Attribute>free resource</Attribute>
		<Provider><Name>Example &amp; Sons</Name><NameAbbr>exs</NameAbbr><Id>42</Id></Provider>
	</ObjUrl>`,
        ),
      ),
    );
    expect(decodeLinkOut(body, ['1']).get('1')).toEqual([
      {
        url: 'https://example.org/a?x=1&y=2',
        iconUrl: 'https://www.ncbi.nlm.nih.gov/icons/https:--example.org-a.png',
        linkName: 'A page',
        subjectTypes: [],
        categories: ['Full Text Sources', 'Medical'],
        attributes: ['free resource'],
        provider: { name: 'Example & Sons', nameAbbr: 'exs', id: '42' },
      },
    ]);
  });

  it('reads a page as the DTD has it', () => {
    const page = `<ObjUrl><Url LNG="EN">http://example.org/b</Url><IconUrl LNG="EN">http://example.org/b.gif</IconUrl>
      <SubjectType>publishers/providers</SubjectType>
      <Provider><Name>B</Name><NameAbbr>b</NameAbbr><Id>7</Id><Url LNG="EN">http://example.org</Url></Provider>
      <SubProvider>C</SubProvider></ObjUrl>`;
    expect(decodeLinkOut(xml(listed(urlSet('1', page))), ['1']).get('1')).toEqual([
      {
        ...PLAIN,
        url: 'http://example.org/b',
        iconUrl: 'http://example.org/b.gif',
        subjectTypes: ['publishers/providers'],
        provider: { name: 'B', nameAbbr: 'b', id: '7', url: 'http://example.org' },
      },
    ]);
  });

  it.each([
    ['//cdn.example.org/i.png', 'https://cdn.example.org/i.png'],
    ['https://', undefined],
    ['javascript:alert(1)', undefined],
    ['data:image/svg+xml,x', undefined],
    [' ', undefined],
  ])('the icon %j becomes %s', (icon, iconUrl) => {
    const page = `<ObjUrl><Url>https://example.org/1</Url><IconUrl>${icon}</IconUrl></ObjUrl>`;
    expect(decodeLinkOut(xml(listed(urlSet('1', page))), ['1']).get('1')).toEqual([
      { ...PLAIN, ...(iconUrl !== undefined && { iconUrl }) },
    ]);
  });

  it('calls a nameless provider by its abbreviation, and leaves out one without either', () => {
    const of = (provider: string) =>
      decodeLinkOut(xml(listed(urlSet('1', `<ObjUrl><Url>u</Url><Provider>${provider}</Provider></ObjUrl>`))), [
        '1',
      ]).get('1');
    expect(of('<NameAbbr>abc</NameAbbr>')).toMatchObject([{ provider: { name: 'abc', nameAbbr: 'abc' } }]);
    expect(of('<Id>3</Id>')).toEqual([{ ...PLAIN, url: 'u' }]);
    expect(of('<Name>P</Name><Url>javascript:alert(1)</Url>')).toEqual([
      { ...PLAIN, url: 'u', provider: { name: 'P' } },
    ]);
  });

  it('the same page from two providers comes twice', () => {
    expect(decodeLinkOut(xml(listed(urlSet('1', plain + plain))), ['1']).get('1')).toEqual([PLAIN, PLAIN]);
  });

  it.each([
    ['of a comma list', listed(urlSet('2', plain) + urlSet('1', '<Info>No links</Info>'))],
    ['of repeated ids', listed(urlSet('2', plain)) + listed(urlSet('1', ''))],
  ])('gives each record its own pages and none where there are none, in the answer %s', (_, content) => {
    expect(decodeLinkOut(xml(content), ['1', '2', '3'])).toEqual(
      new Map([
        ['1', []],
        ['2', [PLAIN]],
      ]),
    );
  });

  it('other words than "No links" are a failure, as is an error', () => {
    const body = xml(
      listed(
        urlSet('1', '<Info>timeout</Info>') +
          urlSet('2', `${plain}<ERROR>Link Backend failed</ERROR>`) +
          urlSet('3', ''),
      ),
    );
    const answers = decodeLinkOut(body, ['1', '2', '3']);
    expect(answers.get('1')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['1'] } });
    expect(answers.get('2')).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', details: { uids: ['2'] } });
    expect(answers.get('3')).toEqual([]);
  });

  it('a refused command is said of every asked record', () => {
    const answers = decodeLinkOut(
      xml('<LinkSet><ERROR>Exception:\nllinkslib command not supported</ERROR></LinkSet>'),
      ['1', '2'],
    );
    for (const uid of ['1', '2']) {
      expect(answers.get(uid)).toMatchObject({
        code: 'UNSUPPORTED_COMMAND',
        retryable: false,
        message: 'NCBI no longer offers this command: "Exception: llinkslib command not supported"',
        details: { uids: [uid] },
      });
    }
  });

  it('reads JSON, should it ever come', () => {
    const page = {
      url: { value: 'https://example.org/1', lng: 'EN' },
      iconurl: { value: '/i.png' },
      linkname: 'L',
      subjecttypes: ['s'],
      categories: ['c'],
      attributes: ['a'],
      provider: { name: 'P', nameabbr: 'p', id: 9, url: { value: 'https://example.org' } },
    };
    const body = json([
      { dbfrom: 'pubmed', idurllist: [{ id: '1', objurls: [page] }, { id: '2', info: 'No links' }, { id: '3' }] },
    ]);
    expect(decodeLinkOut(body, ['1', '2', '3'])).toEqual(
      new Map<string, unknown>([
        [
          '1',
          [
            {
              url: 'https://example.org/1',
              iconUrl: 'https://www.ncbi.nlm.nih.gov/i.png',
              linkName: 'L',
              subjectTypes: ['s'],
              categories: ['c'],
              attributes: ['a'],
              provider: { name: 'P', nameAbbr: 'p', id: '9', url: 'https://example.org' },
            },
          ],
        ],
        ['2', []],
        ['3', []],
      ]),
    );
    expect(decodeLinkOut(json([{ ERROR: 'timeout' }]), ['1']).get('1')).toMatchObject({ retryable: true });
  });

  it.each([
    ['a page without an address', xml(listed(urlSet('1', '<ObjUrl><Url/></ObjUrl>')))],
    ...['javascript:alert(1)', 'data:text/html,x', 'not available', 'mailto:a@example.org'].map((url) => [
      `a page at ${url}`,
      xml(listed(urlSet('1', `<ObjUrl><Url>${url}</Url></ObjUrl>`))),
    ]),
    [
      'a page at two addresses',
      xml(listed(urlSet('1', '<ObjUrl><Url>http://a.org</Url><Url>http://b.org</Url></ObjUrl>'))),
    ],
    ['an entry without an id', xml(listed('<IdUrlSet/>'))],
    ['JSON with a list that is none', json([{ idurllist: {} }])],
    ['a document that is cut off', xml(listed('')).slice(0, -18)],
  ])('%s: malformed and worth another try', (_, body) => {
    expect(failureOf(() => decodeLinkOut(body, ['1']))).toMatchObject({ code: 'MALFORMED_RESPONSE', retryable: true });
  });
});
