import { describe, expect, it } from 'vitest';

import { decodeArticles } from '../../../src/eutils/records/efetch-articles.js';
import { decodeSequences } from '../../../src/eutils/records/efetch-sequences.js';
import { loadSampleGraph } from '../../../src/sandbox/sample-graph.js';
import { elementsOf, useSandbox } from '../sandbox-client.js';

describe('efetch', () => {
  const { sandbox, get } = useSandbox();
  const graph = loadSampleGraph();
  const fetched = async (query: string) => get(`efetch.fcgi?${query}`);

  it('gives articles of PubMed in XML', async () => {
    expect(elementsOf(await fetched('db=pubmed&id=8023157&retmode=xml'))).toBe(
      '<PubmedArticleSet><PubmedArticle><MedlineCitation Status="PubMed-not-MEDLINE" Owner="NLM"><PMID Version="1">8023157</PMID>' +
        '<Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><Volume>265</Volume><PubDate><Year>1994</Year></PubDate></JournalIssue>' +
        '<Title>Science</Title><ISOAbbreviation>Science</ISOAbbreviation></Journal>' +
        '<ArticleTitle>Crystal structure of a p53 tumor suppressor-DNA complex: understanding tumorigenic mutations.</ArticleTitle>' +
        '<Pagination><MedlinePgn>346-355</MedlinePgn></Pagination>' +
        '<Abstract><AbstractText Label="SAMPLE TEXT" NlmCategory="UNASSIGNED">The entrez-graph sandbox wrote this in place of the abstract, ' +
        'which the sample does not contain. The article is “Crystal structure of a p53 tumor suppressor-DNA complex: ' +
        'understanding tumorigenic mutations” in Science, 1994.</AbstractText></Abstract><AuthorList CompleteYN="Y">' +
        '<Author ValidYN="Y"><LastName>Cho</LastName><Initials>Y</Initials></Author>' +
        '<Author ValidYN="Y"><LastName>Gorina</LastName><Initials>S</Initials></Author>' +
        '<Author ValidYN="Y"><LastName>Jeffrey</LastName><Initials>PD</Initials></Author>' +
        '<Author ValidYN="Y"><LastName>Pavletich</LastName><Initials>NP</Initials></Author></AuthorList></Article>' +
        '<MedlineJournalInfo><MedlineTA>Science</MedlineTA></MedlineJournalInfo></MedlineCitation>' +
        '<PubmedData><PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">8023157</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>',
    );
  });

  it('lists the references of an article with their PMIDs', async () => {
    const { body } = await fetched('db=pubmed&id=24349601');
    const article = decodeArticles(body, ['24349601']).get('24349601');
    expect(article?.references.map(({ pmid }) => pmid)).toEqual(graph.links('pubmed_pubmed_refs', '24349601'));
    expect(article?.publicationTypes).toEqual(['Journal Article']);
  });

  it('gives well-formed XML for every article, each abstract marked as sample text, and none for one that does not exist', async () => {
    const uids = graph.uids('pubmed');
    const body = new URLSearchParams({ db: 'pubmed', id: uids.join(','), retmode: 'xml' });
    const answer = await (await fetch(`${sandbox().url}efetch.fcgi`, { method: 'POST', body })).text();
    // Before the large answer is decoded: by then the server may have closed the idle connection.
    expect(elementsOf(await fetched('db=pubmed&id=999999999'))).toBe('<PubmedArticleSet></PubmedArticleSet>');
    const articles = [...decodeArticles(answer, uids).values()];
    expect(articles).toHaveLength(uids.length);
    const without = articles.filter(({ abstract }) => abstract.length === 0);
    expect(without.length).toBeGreaterThan(10);
    for (const { publicationTypes } of without) {
      expect(publicationTypes.join()).toMatch(/Comment|Editorial|Letter|Published Erratum/);
    }
    for (const { label, text } of articles.flatMap(({ abstract }) => abstract)) {
      expect(label).toBe('SAMPLE TEXT');
      expect(text).toMatch(
        /^The entrez-graph sandbox wrote this in place of the abstract, .* The article is “.+”.*\.$/,
      );
    }
  });

  it('gives FASTA of a protein by accession or UID, 70 residues to a line', async () => {
    const { body, headers } = await fetched('db=protein&id=NP_000537.3&rettype=fasta&retmode=text');
    expect(headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    const [head, ...lines] = body.trimEnd().split('\n');
    expect(head).toBe('>NP_000537.3 cellular tumor antigen p53 isoform a [Homo sapiens]');
    expect(lines.slice(0, -1).every(({ length }) => length === 70)).toBe(true);
    expect(lines.join('')).toHaveLength(393);
    expect((await fetched('db=protein&id=120407068&rettype=fasta')).body).toBe(body);
  });

  it('cuts sequences to a range, both ends included', async () => {
    expect((await fetched('db=protein&id=P04637&rettype=fasta&seq_start=3&seq_stop=7')).body).toBe(
      '>P04637.4:3-7 Cellular tumor antigen p53 [Homo sapiens]\nEPQSD\n\n',
    );
    const { body } = await fetched('db=nuccore&id=NM_152783.3&rettype=fasta&retmode=xml&seq_start=2600');
    expect(decodeSequences(body, { uids: ['NM_152783.3'], from: 2600 })).toMatchObject([
      { accession: 'NM_152783.3', taxid: '9606', length: 5 },
    ]);
  });

  it('gives sequences as TinySeq without a GI', async () => {
    const reply = await fetched('db=protein&id=P04637&rettype=fasta&retmode=xml&seq_stop=4');
    expect(elementsOf(reply)).toBe(
      '<TSeqSet><TSeq><TSeq_seqtype value="protein"/><TSeq_accver>P04637.4</TSeq_accver><TSeq_taxid>9606</TSeq_taxid>' +
        '<TSeq_orgname>Homo sapiens</TSeq_orgname><TSeq_defline>Cellular tumor antigen p53 [Homo sapiens]</TSeq_defline>' +
        '<TSeq_length>4</TSeq_length><TSeq_sequence>MEEP</TSeq_sequence></TSeq></TSeqSet>',
    );
  });

  it('says so when it holds none of the sequences, and leaves out those it lacks beside others', async () => {
    const { status, body } = await fetched('db=protein&id=NP_001119584&rettype=fasta');
    expect(status).toBe(400);
    expect(body).toContain('<ERROR>The entrez-graph sandbox holds no sequence of NP_001119584</ERROR>');
    const mixed = await fetched('db=protein&id=NP_001119584,P04637&rettype=fasta&retmode=xml');
    expect(decodeSequences(mixed.body, { uids: ['P04637'] }).map(({ accession }) => accession)).toEqual(['P04637.4']);
  });

  it('answers an unknown UID with an empty body, and none as recorded', async () => {
    expect(await fetched('db=protein&id=999999999&rettype=fasta')).toMatchObject({ status: 200, body: '' });
    expect((await fetched('db=pubmed&id=')).body).toContain(
      '<eFetchResult>\n\t<ERROR>Supplied id parameter is empty.</ERROR>\n</eFetchResult>',
    );
    expect(await fetched('db=pubmed&id=abc&retmode=text&rettype=abstract')).toMatchObject({
      status: 400,
      body: 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.\n',
    });
  });

  it('lists UIDs of any database, and document summaries', async () => {
    expect((await fetched('db=nuccore&id=NM_152783.3,1&rettype=uilist&retmode=text')).body).toBe('119964727\n1\n');
    expect(elementsOf(await fetched('db=gene&id=7157&rettype=uilist&retmode=xml'))).toBe(
      '<IdList><Id>7157</Id></IdList>',
    );
    expect((await fetched('db=gene&id=7157&rettype=docsum&retmode=xml')).body).toBe(
      (await get('esummary.fcgi?db=gene&id=7157')).body,
    );
  });

  it.each(['db=protein&id=P04637&rettype=gp&retmode=text', 'db=gene&id=7157', 'db=pubmed&id=1&retmode=text'])(
    'refuses the report of %s',
    async (query) => {
      const { status, body } = await fetched(query);
      expect(status).toBe(400);
      expect(body).toMatch(/<eFetchResult>\s*<ERROR>Report '\w*' not found in '\w+' presentation/);
    },
  );
});
