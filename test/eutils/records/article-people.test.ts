import { describe, expect, it } from 'vitest';

import type { Article } from '../../../src/eutils/records/efetch-articles.js';
import { decodeArticles } from '../../../src/eutils/records/efetch-articles.js';

function read(inArticle: string): Article | undefined {
  const body = `<?xml version="1.0" ?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">1</PMID>
    <Article><ArticleTitle>T</ArticleTitle>${inArticle}</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`;
  return decodeArticles(body, ['1']).get('1');
}

const authorsOf = (inArticle: string) => read(inArticle)?.authors;
const NOWHERE = { affiliations: [], contributedEqually: false };

describe('the authors of an article', () => {
  it('are persons with all parts of their names, affiliations and ORCID, and groups, in order', () => {
    expect(
      authorsOf(`<AuthorList CompleteYN="Y">
        <Author ValidYN="Y" EqualContrib="Y"><LastName>Lovelace</LastName><ForeName>Ada M</ForeName><Initials>AM</Initials>
          <Suffix>Jr</Suffix><Identifier Source="ORCID">0000-0002-1825-009X</Identifier>
          <AffiliationInfo><Affiliation>Engine <i>House</i>,
            London.</Affiliation><Identifier Source="ROR">https://ror.org/1</Identifier></AffiliationInfo>
          <AffiliationInfo><Affiliation>Ockham.</Affiliation></AffiliationInfo></Author>
        <Author ValidYN="Y"><CollectiveName>The Engine Group</CollectiveName></Author></AuthorList>`),
    ).toEqual({
      isComplete: true,
      items: [
        {
          lastName: 'Lovelace',
          foreName: 'Ada M',
          initials: 'AM',
          suffix: 'Jr',
          orcid: '0000-0002-1825-009X',
          affiliations: ['Engine House, London.', 'Ockham.'],
          contributedEqually: true,
        },
        { collectiveName: 'The Engine Group', ...NOWHERE },
      ],
    });
  });

  it.each([
    ['http://orcid.org/0000-0002-1825-0097', '0000-0002-1825-0097'],
    ['https://orcid.org/000000021825009x', '0000-0002-1825-009X'],
    ['0000000218250097', '0000-0002-1825-0097'],
    ['10000-0002-1825-0097', undefined],
    ['', undefined],
  ])('have an ORCID of one form, however the publisher wrote it: %s', (written, orcid) => {
    const author = `<Author><LastName>L</LastName><Identifier Source="ORCID">${written}</Identifier></Author>`;
    expect(authorsOf(`<AuthorList>${author}</AuthorList>`)?.items[0]?.orcid).toBe(orcid);
  });

  it('are not all where PubMed says so, and editors are none', () => {
    const editors = '<AuthorList Type="editors"><Author><LastName>E</LastName></Author></AuthorList>';
    const some = `<AuthorList CompleteYN="N" Type="authors"><Author><LastName>A</LastName><Affiliation>B.</Affiliation></Author></AuthorList>`;
    expect(authorsOf(editors + some)).toEqual({
      isComplete: false,
      items: [{ lastName: 'A', affiliations: ['B.'], contributedEqually: false }],
    });
  });
});

describe('the grants of an article', () => {
  it('have what is known of each', () => {
    const grants = `<GrantList CompleteYN="N"><Grant><GrantID>R01 CA1</GrantID><Acronym>CA</Acronym><Agency>NCI NIH HHS</Agency>
      <Country>United States</Country></Grant><Grant><Agency>A Trust</Agency><Country/></Grant></GrantList>`;
    expect(read(grants)?.grants).toEqual({
      isComplete: false,
      items: [
        { number: 'R01 CA1', acronym: 'CA', agency: 'NCI NIH HHS', country: 'United States' },
        { agency: 'A Trust' },
      ],
    });
  });
});
