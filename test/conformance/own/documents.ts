import { own, xml } from './own-answer.js';

const efetch = (name: string, body: string, head = {}) => own(`efetch/${name}`, body, head);
const article = (pmid: number, content: string, behind = '') =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><ArticleTitle>On <i>x</i> &amp; y.</ArticleTitle>${content}<PublicationTypeList><PublicationType UI="D0">Journal Article</PublicationType></PublicationTypeList></Article>${behind}</MedlineCitation><PubmedData><ReferenceList><Reference><Citation>Someone. 1999.</Citation><ArticleIdList><ArticleId IdType="pubmed">77</ArticleId><ArticleId IdType="doi">10.5555/x.1</ArticleId></ArticleIdList></Reference><Reference><Citation>Nobody. 1998.</Citation></Reference></ReferenceList></PubmedData></PubmedArticle>`;
const sequence = (accession: string, gi: number, residues: string) =>
  `<TSeq><TSeq_seqtype value="nucleotide"/><TSeq_gi>${gi}</TSeq_gi><TSeq_accver>${accession}</TSeq_accver><TSeq_taxid>9606</TSeq_taxid><TSeq_orgname>Homo sapiens</TSeq_orgname><TSeq_defline>a sequence</TSeq_defline><TSeq_length>${residues.length}</TSeq_length><TSeq_sequence>${residues}</TSeq_sequence></TSeq>`;
const plainTaxon = (uid: number, name: string, rank: string) =>
  `<Taxon><TaxId>${uid}</TaxId><ScientificName>${name}</ScientificName><Rank>${rank}</Rank></Taxon>`;
const taxon = (uid: number, name: string, behind = '') =>
  `<Taxon><TaxId>${uid}</TaxId><ScientificName>${name}</ScientificName><OtherNames><Name><ClassCDE>misspelling</ClassCDE><DispName>Xenus</DispName></Name></OtherNames><ParentTaxId>20</ParentTaxId><Rank>genus</Rank><Lineage>a; b</Lineage><LineageEx>${plainTaxon(10, 'a', 'domain')}${plainTaxon(20, 'b', 'family')}</LineageEx>${behind}</Taxon>`;

/** Answers of EFetch, and what comes before any utility, in the shapes that are recorded. */
export const OWN_DOCUMENTS = [
  efetch(
    'articles.xml',
    xml(
      'PubmedArticleSet',
      article(
        901,
        '<Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">To <sub>2</sub> x.</AbstractText><AbstractText Label="END">No&#xa0;y.</AbstractText></Abstract>',
        '<MeshHeadingList><MeshHeading><DescriptorName UI="D1" MajorTopicYN="N">Mice</DescriptorName><QualifierName UI="Q1" MajorTopicYN="Y">genetics</QualifierName></MeshHeading><MeshHeading><DescriptorName UI="D2" MajorTopicYN="Y">Rats</DescriptorName></MeshHeading></MeshHeadingList>',
      ) + article(905, ''),
    ),
  ),
  efetch(
    'book.xml',
    xml(
      'PubmedArticleSet',
      '<PubmedBookArticle><BookDocument><PMID Version="1">950</PMID><Abstract><AbstractText>A chapter.</AbstractText></Abstract></BookDocument></PubmedBookArticle>',
    ),
  ),
  efetch('no-articles.xml', xml('PubmedArticleSet', '')),
  efetch(
    'sequences.xml',
    xml('TSeqSet', sequence('NM_000001.2', 1001, 'ACGTACGT') + sequence('NM_000002.1', 1002, 'ACG')),
  ),
  efetch(
    'taxa.xml',
    xml('TaxaSet', taxon(30, 'Xenia') + taxon(31, 'Xylia', '<AkaTaxIds><TaxId>29</TaxId></AkaTaxIds>')),
  ),
  efetch('no-taxa.xml', xml('TaxaSet', '\n')),
  efetch(
    'identical-proteins.xml',
    '<?xml version="1.0" encoding="UTF-8"?>\n<IPGReportSet><IPGReport ipg="500" product_acc="AAA00001.1"><Product accver="WP_000000001.1" name="x" taxid="2" slen="9" org="Y" kingdom_taxid="2" kingdom="Bacteria"/><ProteinList><Protein accver="WP_000000001.1" source="RefSeq" name="x" taxid="2" org="Y" priority="0"><CDSList><CDS accver="NZ_X1.1" start="10" stop="36" strand="+" taxid="2" org="Y" strain="S1" assembly="GCF_1.1"/><CDS accver="NZ_X2.1" start="7" stop="33" strand="-" taxid="2" org="Y"/></CDSList></Protein><Protein accver="AAA00001.1" source="INSDC" name="x"/></ProteinList><Statistics prot_count="2" nuc_count="2" assmb_count="1"/></IPGReport></IPGReportSet>\n',
  ),
  efetch('record.xml', '<?xml version="1.0"?>\n<GBSet><GBSeq><GBSeq_locus>X</GBSeq_locus></GBSeq></GBSet>\n'),
  efetch('table.txt', 'Id\tSource\tProtein\n500\tRefSeq\tWP_000000001.1\n'),
  efetch('nothing.txt', '\n'),
  efetch('refused.xml', xml('eFetchResult', '<ERROR>Supplied id parameter is empty.</ERROR>')),
  efetch(
    'backend-failure.xml',
    xml('eFetchResult', '<ERROR>Error: External viewer error: Empty Response. Bytes read: 0 Status: Timeout</ERROR>'),
  ),
  efetch('refused-400.txt', 'ID+list+is+empty!+Possibly+it+has+no+correct+IDs.', { status: 400 }),
  efetch('refused-400.xml', xml('eFetchResult', '<ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR>'), {
    status: 400,
  }),
  own('http/rate.json', '{"error":"API rate limit exceeded","api-key":"192.0.2.44","count":"4","limit":"3"}\n'),
  own(
    'http/key.json',
    '{"error":"API key invalid","api-key":"0123456789abcdef0123456789abcdef0123","type":"invalid",\n"status":"unknown"}',
  ),
  own(
    'http/forwarding.json',
    '{"error":"error forwarding request","api-key":"2001:db8::44","type":"ip",\n"status":"ok"}',
  ),
  own('http/answer.txt', '', {
    status: 200,
    headers: {
      server: 'Finatra',
      'content-type': 'text/xml; charset=UTF-8',
      'x-ratelimit-limit': '3',
      'x-ratelimit-remaining': '0',
      'set-cookie': 'ncbi_sid=x',
      'ncbi-sid': 'x',
      'ncbi-phid': 'x',
    },
  }),
  own(
    'http/moved.xml',
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head><title>301 Moved Permanently</title></head><body>here</body></html>',
    { status: 301, headers: { location: 'https://www.example.org/', 'content-type': 'text/html' } },
  ),
  own('http/refused.txt', 'ID+list+is+empty!', {
    status: 400,
    headers: { 'content-type': 'text/plain; charset=UTF-8' },
  }),
];
