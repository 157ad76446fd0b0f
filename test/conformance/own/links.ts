import { json, own, xml } from './own-answer.js';

const set = (ids: readonly string[], members: object = {}) => ({ dbfrom: 'gene', ids, ...members });
const linksTo = (linkname: string, links: readonly unknown[]) => ({ dbto: 'pubmed', linkname, links });
const linkSets = (...linksets: object[]) => json('elink', { linksets });
const inXml = (content: string) => xml('eLinkResult', content);
const setInXml = (content: string, db = 'gene') => inXml(`<LinkSet>\n\t<DbFrom>${db}</DbFrom>\n${content}</LinkSet>\n`);
const ids = (...uids: string[]) => `\t<IdList>\n${uids.map((uid) => `\t\t<Id>${uid}</Id>\n`).join('')}\t</IdList>\n`;
const link = (uid: string, score?: number) =>
  `<Link><Id>${uid}</Id>${score === undefined ? '' : `<Score>${score}</Score>`}</Link>`;
const linkSetDb = (name: string, links: readonly string[], to = 'pubmed') =>
  `\t<LinkSetDb>\n\t\t<DbTo>${to}</DbTo>\n\t\t<LinkName>${name}</LinkName>\n${links.join('\n')}\n\t</LinkSetDb>\n`;
const page = (content: string) => `<ObjUrl><Url>https://publisher.example/${content}</ObjUrl>`;
const provider = (name: string, id: number) =>
  `<Provider><Name>${name}</Name><NameAbbr>${name.slice(0, 3)}</NameAbbr><Id>${id}</Id></Provider>`;
const info = (to: string, name: string, rest = '') =>
  `<LinkInfo><DbTo>${to}</DbTo><LinkName>${name}</LinkName>${rest}<Priority>${to === 'LinkOut' ? 255 : 128}</Priority></LinkInfo>`;
const history = (name: string, key: number) =>
  `<LinkSetDbHistory><DbTo>pubmed</DbTo><LinkName>${name}</LinkName><QueryKey>${key}</QueryKey></LinkSetDbHistory>`;
const histories = [{ dbto: 'pubmed', linkname: 'gene_pubmed', querykey: '4' }];

/** Answers of ELink in the shapes that are recorded, with values of our own. */
export const OWN_LINKS = [
  own(
    'elink/a-set-for-each-record.json',
    linkSets(
      set(['81'], { linksetdbs: [linksTo('gene_pubmed', ['905', '901'])] }),
      set(['80'], { linksetdbs: [linksTo('gene_pubmed', ['901'])] }),
    ),
  ),
  own('elink/no-links.json', linkSets(set(['81']))),
  own(
    'elink/several-names.json',
    linkSets(
      set(['81'], {
        linksetdbs: [linksTo('gene_pubmed', ['903']), linksTo('gene_pubmed_rif', ['903', '902'])],
      }),
    ),
  ),
  own(
    'elink/merged.json',
    linkSets(set(['81', '80', '82'], { linksetdbs: [linksTo('gene_pubmed', ['905', '903', '901'])] })),
  ),
  own(
    'elink/numbers-of-2015.json',
    linkSets({ dbfrom: 'gene', ids: [81], linksetdbs: [linksTo('gene_pubmed', [905, 901])] }),
  ),
  own(
    'elink/scores.json',
    linkSets(
      set(['901'], {
        dbfrom: 'pubmed',
        linksetdbs: [
          linksTo('pubmed_pubmed', [
            { id: '901', score: 2147483647 },
            { id: '907', score: 312 },
            { id: '905', score: 311 },
          ]),
        ],
      }),
    ),
  ),
  own(
    'elink/history.json',
    linkSets(set(['81'], { linksetdbhistories: histories, webenv: 'MCID_0123456789abcdef01234567' })),
  ),
  own(
    'elink/backend-failure.json',
    '{"header":{"type":"elink","version":"0.3"},"linksets":[],"ERROR":"NCBI C++ Exception:\n    Error: TXCLIENT(x) --- Read failed: EOF, peer: 192.0.2.7:8064\n"}',
  ),
  own(
    'elink/checks.json',
    json('elink', {
      linksets: [
        {
          dbfrom: 'gene',
          idchecklist: {
            idlinksets: [
              { id: '81', linkinfos: [{ dbto: 'pubmed', linkname: 'gene_pubmed', menutag: 'PubMed', priority: 128 }] },
            ],
          },
        },
      ],
    }),
  ),
  own(
    'elink/pages.json',
    json('elink', {
      linksets: [
        {
          dbfrom: 'pubmed',
          idurllist: [
            {
              id: '901',
              objurls: [
                {
                  url: { value: 'https://publisher.example/901' },
                  subjecttypes: [],
                  categories: ['Full Text Sources'],
                  attributes: [],
                  provider: { name: 'A publisher', nameabbr: 'ap', id: '12' },
                },
              ],
            },
          ],
        },
      ],
    }),
  ),
  own('elink/a-set.xml', setInXml(ids('81') + linkSetDb('gene_pubmed', [link('905'), link('901')]) + '\n\n')),
  own('elink/no-links.xml', setInXml(ids('81'))),
  own('elink/merged.xml', setInXml(ids('81', '80') + linkSetDb('gene_pubmed', [link('905'), link('901')]))),
  own(
    'elink/sets-in-another-order.xml',
    inXml(
      ['80', '82', '81']
        .map(
          (uid) =>
            `<LinkSet><DbFrom>gene</DbFrom>${ids(uid)}${linkSetDb('gene_pubmed', [link(`90${uid.slice(1)}`)])}</LinkSet>`,
        )
        .join('\n'),
    ),
  ),
  own(
    'elink/scores.xml',
    setInXml(ids('81') + linkSetDb('protein_protein', [link('81', 2147483647), link('95', 381)], 'protein'), 'protein'),
  ),
  own(
    'elink/acheck.xml',
    setInXml(
      `<IdCheckList>\n<IdLinkSet><Id>81</Id>${info('pubmed', 'gene_pubmed', '<MenuTag>PubMed</MenuTag><HtmlTag></HtmlTag>')}${info('LinkOut', 'ExternalLink', '<MenuTag>LinkOut</MenuTag><Url>https://www.example.org/?a=1&amp;b=<@UID@></Url>'.replace('<@UID@>', '81'))}</IdLinkSet>\n<IdLinkSet><Id>80</Id></IdLinkSet></IdCheckList>`,
    ),
  ),
  own(
    'elink/ncheck.xml',
    setInXml('<IdCheckList><Id HasNeighbor="Y">81</Id><Id HasNeighbor="N">80</Id></IdCheckList>'),
  ),
  own('elink/lcheck.xml', setInXml('<IdCheckList><Id HasLinkOut="N">81</Id></IdCheckList>')),
  own(
    'elink/llinks.xml',
    setInXml(
      `<IdUrlList><IdUrlSet><Id>901</Id>${page(`a?x=1&amp;y=2</Url><IconUrl>/corehtml/query/egifs/a.png</IconUrl><Category>Full Text Sources</Category><Category>Other</Category><Attribute>free resource</Attribute>${provider('Archive', 17)}`)}${page(`b</Url>${provider('Archive', 18)}`)}</IdUrlSet><IdUrlSet><Id>905</Id><Info>No links</Info></IdUrlSet></IdUrlList>`,
      'pubmed',
    ),
  ),
  own(
    'elink/prlinks.xml',
    setInXml(
      `<IdUrlList><IdUrlSet><Id>901</Id>${page(`a</Url><SubjectType>publishers/providers</SubjectType><Category>Full Text Sources</Category>${provider('Journal', 3)}`)}</IdUrlSet></IdUrlList>`,
      'pubmed',
    ),
  ),
  own(
    'elink/history.xml',
    setInXml(
      `${ids('81', '80')}${history('gene_pubmed', 1)}${history('gene_pubmed_rif', 2)}<WebEnv>MCID_0123456789abcdef01234567</WebEnv>`,
    ),
  ),
  own(
    'elink/withdrawn-command.xml',
    '<eLinkResult><LinkSet><ERROR>Exception:\nlinkslist command not supported</ERROR></LinkSet></eLinkResult>',
  ),
  own(
    'elink/backend-failure.xml',
    inXml('<ERROR>NCBI C++ Exception:\n    Error: TXCLIENT(x) --- Read failed: EOF</ERROR>'),
  ),
  own(
    'elink/prolog-without-a-root.xml',
    '<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eLinkResult PUBLIC "-//NLM//DTD elink 20101123//EN" "https://www.example.org/elink.dtd">\n',
  ),
];
