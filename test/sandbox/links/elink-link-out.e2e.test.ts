import { describe, expect, it } from 'vitest';

import { elementsOf, useSandbox } from '../sandbox-client.js';

const PUBLISHER =
  '<ObjUrl><Url>https://doi.org/10.1037/a0030292</Url><Category>Full Text Sources</Category>' +
  '<Attribute>publisher of information in url</Attribute>' +
  '<Provider><Name>DOI resolver</Name><NameAbbr>sandbox-doi</NameAbbr><Id>9000000001</Id></Provider></ObjUrl>';

describe('elink, LinkOut', () => {
  const { get } = useSandbox();
  const ask = async (query: string) => elementsOf(await get(`elink.fcgi?${query}`));

  it('llinks gives the pages of each record, icons relative to NCBI, and says where there are none', async () => {
    expect(await ask('dbfrom=pubmed&cmd=llinks&id=24349601,1')).toBe(
      '<eLinkResult><LinkSet><DbFrom>pubmed</DbFrom><IdUrlList>' +
        `<IdUrlSet><Id>24349601</Id>${PUBLISHER}` +
        '<ObjUrl><Url>https://pmc.ncbi.nlm.nih.gov/articles/PMC3858957/</Url>' +
        '<IconUrl>/corehtml/pmc/pmcgifs/pubmed-pmc.png</IconUrl><Category>Full Text Sources</Category>' +
        '<Attribute>free resource</Attribute><Attribute>full-text online</Attribute>' +
        '<Provider><Name>PubMed Central</Name><NameAbbr>sandbox-pmc</NameAbbr><Id>9000000002</Id></Provider></ObjUrl>' +
        '</IdUrlSet><IdUrlSet><Id>1</Id><Info>No links</Info></IdUrlSet></IdUrlList></LinkSet></eLinkResult>',
    );
  });

  it('llinks answers repeated ids with a link set each', async () => {
    const body = await ask('dbfrom=pubmed&cmd=llinks&id=24349601&id=1');
    expect(body.match(/<LinkSet>/g)).toHaveLength(2);
  });

  it('llinks leads from genes, proteins and structures to the databases that know them', async () => {
    const urls = async (query: string) => (await ask(query)).match(/(?<=<Url>)[^<]+/g);
    expect(await urls('dbfrom=gene&cmd=llinks&id=7157')).toEqual([
      'https://www.ensembl.org/id/ENSG00000141510',
      'https://www.uniprot.org/uniprotkb/P04637',
      'https://www.uniprot.org/uniprotkb/Q53GA5',
    ]);
    expect(await urls('dbfrom=protein&cmd=llinks&id=P04637')).toEqual(['https://www.uniprot.org/uniprotkb/P04637']);
    expect(await urls('dbfrom=structure&cmd=llinks&id=9000000029')).toEqual(['https://www.rcsb.org/structure/1TUP']);
  });

  it('holding keeps one provider', async () => {
    expect(await ask('dbfrom=pubmed&cmd=llinks&id=24349601&holding=sandbox-doi')).toContain(
      `</Id>${PUBLISHER}</IdUrlSet>`,
    );
    expect(await ask('dbfrom=pubmed&cmd=llinks&id=24349601&holding=other')).toContain('<Info>No links</Info>');
  });

  it('prlinks gives the publisher only', async () => {
    expect(await ask('dbfrom=pubmed&cmd=prlinks&id=24349601')).toBe(
      `<eLinkResult><LinkSet><DbFrom>pubmed</DbFrom><IdUrlList><IdUrlSet><Id>24349601</Id>${PUBLISHER}</IdUrlSet></IdUrlList></LinkSet></eLinkResult>`,
    );
    expect(await ask('dbfrom=gene&cmd=prlinks&id=7157')).toContain('<Info>No links</Info>');
  });

  it('llinkslib is refused as NCBI refuses it', async () => {
    const { body } = await get('elink.fcgi?dbfrom=pubmed&cmd=llinkslib&id=24349601');
    expect(body).toContain('<LinkSet><ERROR>Exception:\nllinkslib command not supported</ERROR></LinkSet>');
  });
});

describe('elink with library links', () => {
  const { get } = useSandbox({ libraryLinks: true });
  const libraries = async (query: string) =>
    elementsOf(await get(`elink.fcgi?dbfrom=pubmed&cmd=llinkslib&${query}`)).match(/(?<=<NameAbbr>)[^<]+/g);

  it('llinkslib gives the pages of libraries', async () => {
    expect(await libraries('id=24349601')).toEqual(['sandbox-unilib', 'sandbox-citylib']);
    expect(await libraries('id=1')).toBeNull();
  });

  it('holding keeps one library', async () => {
    expect(await libraries('id=24349601&holding=sandbox-citylib')).toEqual(['sandbox-citylib']);
  });
});
