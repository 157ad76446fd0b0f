import { describe, expect, it } from 'vitest';

import { elementsOf, useSandbox } from '../sandbox-client.js';

describe('elink, the check commands', () => {
  const { get } = useSandbox();
  const ask = async (query: string) => elementsOf(await get(`elink.fcgi?${query}`));

  it('acheck lists the link names of each record in one link set for a comma list', async () => {
    expect(await ask('dbfrom=protein&cmd=acheck&id=P04637,120407068')).toBe(
      '<eLinkResult><LinkSet><DbFrom>protein</DbFrom><IdCheckList>' +
        '<IdLinkSet><Id>9000000026</Id>' +
        info('gene', 'protein_gene', 'Gene Links', 'Gene') +
        info('structure', 'protein_structure', 'Identical Structures', 'Identical Structures') +
        info('taxonomy', 'protein_taxonomy', 'Taxonomy Links', 'Taxonomy') +
        info('LinkOut', 'ExternalLink', 'LinkOut', 'LinkOut', 255) +
        '</IdLinkSet><IdLinkSet><Id>120407068</Id>' +
        info('gene', 'protein_gene', 'Gene Links', 'Gene') +
        info('nuccore', 'protein_nuccore_mrna', 'Encoding mRNA', 'Encoding mRNA') +
        info('structure', 'protein_structure', 'Identical Structures', 'Identical Structures') +
        info('taxonomy', 'protein_taxonomy', 'Taxonomy Links', 'Taxonomy') +
        '</IdLinkSet></IdCheckList></LinkSet></eLinkResult>',
    );
  });

  it('acheck answers repeated ids with a link set each, and a record without links with its id alone', async () => {
    expect(await ask('dbfrom=gene&cmd=acheck&id=999999999&id=999999998')).toBe(
      '<eLinkResult>' +
        '<LinkSet><DbFrom>gene</DbFrom><IdCheckList><IdLinkSet><Id>999999999</Id></IdLinkSet></IdCheckList></LinkSet>' +
        '<LinkSet><DbFrom>gene</DbFrom><IdCheckList><IdLinkSet><Id>999999998</Id></IdLinkSet></IdCheckList></LinkSet>' +
        '</eLinkResult>',
    );
  });

  it('acheck ranks related articles first and keeps to the databases asked for', async () => {
    const body = await ask('dbfrom=pubmed&db=pubmed&cmd=acheck&id=24349601');
    expect(body).toContain(info('pubmed', 'pubmed_pubmed', 'Similar articles', 'Similar articles', 1));
    expect(body).not.toContain('<DbTo>pmc</DbTo>');
    expect(body).not.toContain('ExternalLink');
  });

  it('ncheck tells of links inside the database', async () => {
    expect(await ask('dbfrom=pubmed&cmd=ncheck&id=24349601,1')).toBe(
      '<eLinkResult><LinkSet><DbFrom>pubmed</DbFrom><IdCheckList>' +
        '<Id HasNeighbor="Y">24349601</Id><Id HasNeighbor="N">1</Id></IdCheckList></LinkSet></eLinkResult>',
    );
    expect(await ask('dbfrom=gene&cmd=ncheck&id=7157')).toContain('<Id HasNeighbor="N">7157</Id>');
  });

  it('lcheck tells of LinkOut', async () => {
    expect(await ask('dbfrom=gene&cmd=lcheck&id=7157&id=999999999')).toBe(
      '<eLinkResult>' +
        '<LinkSet><DbFrom>gene</DbFrom><IdCheckList><Id HasLinkOut="Y">7157</Id></IdCheckList></LinkSet>' +
        '<LinkSet><DbFrom>gene</DbFrom><IdCheckList><Id HasLinkOut="N">999999999</Id></IdCheckList></LinkSet>' +
        '</eLinkResult>',
    );
  });

  it('answers XML whatever retmode says, since no JSON is recorded', async () => {
    const { headers } = await get('elink.fcgi?dbfrom=gene&cmd=ncheck&id=7157&retmode=json');
    expect(headers.get('content-type')).toBe('text/xml; charset=UTF-8');
  });
});

function info(dbTo: string, linkName: string, menuTag: string, htmlTag: string, priority = 128): string {
  return `<LinkInfo><DbTo>${dbTo}</DbTo><LinkName>${linkName}</LinkName><MenuTag>${menuTag}</MenuTag><HtmlTag>${htmlTag}</HtmlTag><Priority>${priority}</Priority></LinkInfo>`;
}
