import { describe, expect, it } from 'vitest';

import { readAvailableLinks, readChecks } from '../../src/eutils/links/check.js';
import { readLinkOut } from '../../src/eutils/links/link-out.js';
import { readArticles } from '../../src/eutils/records/efetch-articles.js';
import { readSequences } from '../../src/eutils/records/efetch-sequences.js';
import { EntrezError } from '../../src/eutils/failures/errors.js';

const LINK_INFO =
  '<LinkInfo><DbTo>pubmed</DbTo><LinkName>gene_pubmed</LinkName><MenuTag>PubMed</MenuTag><HtmlTag>PubMed</HtmlTag></LinkInfo>';

const PAGE =
  '<ObjUrl><Url>https://e.example/1</Url><SubjectType>x</SubjectType><Category>y</Category><Provider><Name>P</Name><NameAbbr>P</NameAbbr><Id>1</Id></Provider></ObjUrl>';

describe.each([
  [
    'an acheck answer',
    'eLinkResult',
    (body: string, uids: readonly string[]) => readAvailableLinks(body, uids, 'gene'),
    (uid: string) => `<IdLinkSet><Id>${uid}</Id>${LINK_INFO.repeat(60)}</IdLinkSet>`,
    (sets: string) => `<LinkSet><DbFrom>gene</DbFrom><IdCheckList>${sets}</IdCheckList></LinkSet>`,
  ],
  [
    'a LinkOut answer',
    'eLinkResult',
    (body: string, uids: readonly string[]) => readLinkOut(body, uids, 'gene'),
    (uid: string) => `<IdUrlSet><Id>${uid}</Id>${PAGE.repeat(40)}</IdUrlSet>`,
    (sets: string) => `<LinkSet><DbFrom>gene</DbFrom><IdUrlList>${sets}</IdUrlList></LinkSet>`,
  ],
  [
    'an EFetch answer',
    'PubmedArticleSet',
    (body: string, uids: readonly string[]) => readArticles(body, uids),
    (uid: string) =>
      `<PubmedArticle><MedlineCitation><PMID>${uid}</PMID><Article><Abstract><AbstractText>${'word '.repeat(2000)}</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>`,
    (records: string) => records,
  ],
] as const)('%s of many records', (_, root, read, record, list) => {
  const uids = Array.from({ length: 200 }, (_value, index) => String(index + 1));
  const body = `<?xml version="1.0"?><${root}>${list(uids.map(record).join('\n'))}</${root}>`;

  it('is read with pauses in which other work goes on, every record in its place', async () => {
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      handle = setImmediate(turn);
    };
    let handle = setImmediate(turn);
    const reading = read(body, uids);
    expect(reading).toBeInstanceOf(Promise);
    const answers: ReadonlyMap<string, unknown> = await reading;
    clearImmediate(handle);
    expect([...answers.keys()]).toEqual(uids);
    expect([...answers.values()].filter((answer) => answer instanceof EntrezError)).toEqual([]);
    // A pause for each 64 KB of text, and more while the records are read.
    expect(turns).toBeGreaterThan(body.length / (64 * 1024));
  });

  it('that is cut off rejects as malformed', async () => {
    await expect(read(body.slice(0, -200), uids)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });
});

describe('checks of more records than a call takes arguments', () => {
  const ids = Array.from({ length: 200_000 }, (_value, index) => `<Id HasNeighbor="Y">${index + 1}</Id>`);
  const body = `<eLinkResult><LinkSet><DbFrom>gene</DbFrom><IdCheckList>${ids.join('')}</IdCheckList></LinkSet></eLinkResult>`;

  it('are read with pauses, every record in its place', async () => {
    const reading = readChecks(body, ['1', '200000', '7'], 'gene');
    expect(reading).toBeInstanceOf(Promise);
    expect([...(await reading)]).toEqual([
      ['1', true],
      ['7', true],
      ['200000', true],
    ]);
  });
});

describe('many sequences', () => {
  it('are read with pauses, without the ends of their lines', async () => {
    const residues = 'ACGT'.repeat(200_000);
    const lines = residues.replaceAll(/.{70}/g, '$&\n');
    const entry = (accession: string): string =>
      `<TSeq><TSeq_accver>${accession}</TSeq_accver><TSeq_length>${residues.length}</TSeq_length><TSeq_sequence>${lines}</TSeq_sequence></TSeq>`;
    const reading = readSequences(`<TSeqSet>${entry('A1.1')}${entry('A2.1')}</TSeqSet>`, { uids: ['A1.1', 'A2.1'] });
    expect(reading).toBeInstanceOf(Promise);
    expect((await reading).map(({ accession, sequence }) => [accession, sequence === residues])).toEqual([
      ['A1.1', true],
      ['A2.1', true],
    ]);
  });
});
