import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';
import { type Data, linksOf, uidsOf } from './answers.js';
import { Biopython } from './biopython.js';
import { isMissing } from './installed.js';

/** A survey of mutations in bladder cancer, and what it is compared by. */
const PAPER = '22417847';

/** Members of summaries of version 1.0, and the fields of the same value. */
const SUMMARIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assembly: { AssemblyAccession: 'accession', AssemblyName: 'name', Taxid: 'taxid' },
  bioproject: { Project_Acc: 'accession', Project_Title: 'title' },
  biosample: { Accession: 'accession', Title: 'title' },
  clinvar: { accession: 'accession', title: 'title' },
  gds: { Accession: 'accession', title: 'title' },
  gene: { Name: 'symbol', Description: 'description', Chromosome: 'chromosome', MapLocation: 'mapLocation' },
  genome: { Organism_Name: 'organism', Project_Accession: 'bioprojectAccession', AssemblyID: 'assemblyUid' },
  ipg: { Accession: 'accession', Title: 'title', Organism: 'organism', Slen: 'length' },
  nuccore: { Caption: 'accession', Title: 'title', TaxId: 'taxid' },
  omim: { Oid: 'mimNumber', Title: 'title' },
  pcsubstance: { SourceID: 'sourceId', IUPACName: 'iupacName', MolecularFormula: 'molecularFormula' },
  pmc: { Title: 'title', Source: 'journal', PubDate: 'pubDate', Volume: 'volume' },
  protein: { Caption: 'accession', Title: 'title', TaxId: 'taxid' },
  proteinclusters: { ACCN: 'accession', Definition: 'definition', COG: 'cog', AverageLength: 'averageLength' },
  pubmed: { Title: 'title', Source: 'journal', PubDate: 'pubDate', Volume: 'volume', Pages: 'pages' },
  snp: { Id: 'uid', SNP_CLASS: 'variantType' },
  structure: { PdbAcc: 'pdbAccession', PdbDescr: 'title', ExpMethod: 'method', Resolution: 'resolution' },
  taxonomy: { ScientificName: 'scientificName', CommonName: 'commonName', Status: 'status' },
};

describe.skipIf(isMissing('biopython'))('Biopython (needs python3-biopython)', () => {
  let gateway: RunningGateway;
  let biopython: Biopython;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, keyedRps: 0 } });
    biopython = new Biopython(gateway.sandbox.url);
  });
  afterAll(async () => {
    await biopython[Symbol.asyncDispose]();
    await gateway[Symbol.asyncDispose]();
  });

  const read = (call: string, names?: object): Promise<Data> => biopython.read(call, names);
  async function ask(query: string): Promise<Data> {
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    return data;
  }

  describe('einfo', () => {
    it('reads the list of databases', async () => {
      const { databases } = await ask('{ databases { name } }');
      const { DbList } = await read('Entrez.einfo()');
      expect(DbList).toEqual(expect.arrayContaining(databases.map(({ name }: Data) => name)));
    });

    it.each(['1.0', '2.0'])('reads the links of a database in version %s', async (version) => {
      const { linkNames } = await ask('{ linkNames(from: protein) { name label to } }');
      const { DbInfo } = await read(`Entrez.einfo(db="protein", version="${version}")`);
      expect(DbInfo.FieldList.length).toBeGreaterThan(0);
      expect('IsRangable' in DbInfo.FieldList[0]).toBe(version === '2.0');
      expect(DbInfo.LinkList.length).toBeGreaterThan(10);
      expect(linkNames).toEqual(
        expect.arrayContaining(
          DbInfo.LinkList.map(({ Name, Menu, DbTo }: Data) => ({ name: Name, label: Menu, to: DbTo })),
        ),
      );
    });
  });

  describe('esearch and espell', () => {
    it('read hits, their number and the translation of the query', async () => {
      const { search } = await ask(
        '{ search { pubmed(term: "p53 cancer", first: 1000) { totalCount queryTranslation nodes { uid } } } }',
      );
      const theirs = await read('Entrez.esearch(db="pubmed", term="p53 cancer", retmax=1000)');
      expect(theirs.IdList.length).toBeGreaterThan(1);
      expect(search.pubmed).toMatchObject({
        totalCount: Number(theirs.Count),
        queryTranslation: theirs.QueryTranslation,
      });
      expect(uidsOf(search.pubmed)).toEqual(theirs.IdList);
    });

    it('read what a search did not find', async () => {
      const { ErrorList, WarningList } = await read('Entrez.esearch(db="pubmed", term="p53 zzzznothing")');
      expect(ErrorList.PhraseNotFound).toEqual(['zzzznothing']);
      expect(WarningList.OutputMessage).toEqual(['No items found.']);
    });

    it('read a count alone', async () => {
      const { search } = await ask('{ search { pubmed(term: "p53", first: 1) { totalCount } } }');
      const { Count } = await read('Entrez.esearch(db="pubmed", term="p53", rettype="count")');
      expect(Number(Count)).toBe(search.pubmed.totalCount);
    });

    it('read a correction of the spelling', async () => {
      const { CorrectedQuery } = await read('Entrez.espell(db="pubmed", term="brest cancer")');
      const { search } = await ask('{ search { pubmed(term: "brest cancer", first: 1) { spelling } } }');
      expect(CorrectedQuery).toBe('breast cancer');
      expect(search.pubmed.spelling).toBe(CorrectedQuery);
    });
  });

  describe('ecitmatch', () => {
    it('finds the articles of printed citations', async () => {
      const { citationMatch } = await ask(`{ citationMatch(citations: [
        { key: "Art1", journal: "Neuropadiatrie", year: 1979, volume: 10, firstPage: 56, author: "Nakano T" }
        { key: "ref2", journal: "fake journal", year: 2000, volume: 1, firstPage: 1, author: "nobody" }
      ]) { key status pubmed { uid } } }`);
      const lines = await read(
        `Entrez.ecitmatch(db="pubmed", bdata=[
          {"journal_title": "Neuropadiatrie", "year": "1979", "volume": "10", "first_page": "56", "author_name": "Nakano T", "key": "Art1"},
          {"journal_title": "fake journal", "year": "2000", "volume": "1", "first_page": "1", "author_name": "nobody", "key": "ref2"},
        ])`.replaceAll(/\s*\n\s*/g, ' '),
      );
      expect(String(lines).split('\n').filter(Boolean)).toEqual([
        'Neuropadiatrie|1979|10|56|Nakano T|Art1|219391',
        'fake journal|2000|1|1||ref2|NOT_FOUND;INVALID_JOURNAL',
      ]);
      expect(citationMatch).toEqual([
        { key: 'Art1', status: 'FOUND', pubmed: { uid: '219391' } },
        { key: 'ref2', status: 'NOT_FOUND', pubmed: null },
      ]);
    });
  });

  describe('esummary', () => {
    it.each(Object.entries(SUMMARIES))('reads records of %s', async (db, members) => {
      const fields = Object.values(members);
      const { search } = await ask(
        `{ search { ${db}(term: "all[filter]", first: 40) { nodes { uid ${fields.join(' ')} } } } }`,
      );
      const uids = uidsOf(search[db]);
      const theirs = await read('Entrez.esummary(db=db, id=uids)', { db, uids });
      expect(theirs.map(({ Id }: Data) => Id)).toEqual(uids);
      const ours = search[db].nodes.map((node: Data) => fields.map((field) => String(node[field] ?? '')));
      expect(ours).toEqual(theirs.map((docsum: Data) => Object.keys(members).map((name) => String(docsum[name]))));
    });

    it('raises what it says of an unknown uid', async () => {
      await expect(read('Entrez.esummary(db="gene", id="999999999")')).rejects.toThrow(
        'RuntimeError: cannot get document summary',
      );
    });
  });

  describe('elink', () => {
    it('reads a link set for each of many ids', async () => {
      const { records } = await ask(
        '{ records { gene(uids: ["7157", "672", "93100"]) { uid omim(first: 1000) { nodes { uid } } } } }',
      );
      const sets = await read('Entrez.elink(dbfrom="gene", db="omim", id=["7157", "672", "93100"])');
      expect(sets.map((set: Data) => [set.IdList, linksOf(set, 'gene_omim')])).toEqual(
        records.gene.map(({ uid, omim }: Data) => [[uid], uidsOf(omim)]),
      );
    });

    it('reads one merged link set for a comma list', async () => {
      const { unionLinks } = await ask(
        '{ unionLinks(from: gene, uids: ["7157", "672"], name: "gene_omim", first: 1000) { nodes { uid } } }',
      );
      const sets = await read('Entrez.elink(dbfrom="gene", db="omim", id="7157,672")');
      expect(sets).toHaveLength(1);
      expect(sets[0].IdList).toEqual(['7157', '672']);
      expect(linksOf(sets[0], 'gene_omim').toSorted()).toEqual(uidsOf(unionLinks).toSorted());
    });

    it('reads stored links', async () => {
      const [{ LinkSetDbHistory, WebEnv }] = await read(
        'Entrez.elink(dbfrom="pubmed", db="gene", id=pmid, linkname="pubmed_gene", cmd="neighbor_history")',
        { pmid: PAPER },
      );
      const [{ DbTo, LinkName, QueryKey }] = LinkSetDbHistory;
      expect([DbTo, LinkName]).toEqual(['gene', 'pubmed_gene']);
      const { pubmed } = await ask(`{ pubmed(uid: "${PAPER}") { gene { nodes { uid symbol } } } }`);
      const theirs = await read('Entrez.esummary(db="gene", webenv=webEnv, query_key=key)', {
        webEnv: WebEnv,
        key: QueryKey,
      });
      expect(pubmed.gene.nodes).toEqual(theirs.map(({ Id, Name }: Data) => ({ uid: Id, symbol: Name })));
    });

    it('reads which links there are', async () => {
      const { gene } = await ask('{ gene(uid: "7157") { availableLinks { name to menuLabel } } }');
      const [{ IdCheckList }] = await read('Entrez.elink(dbfrom="gene", id="7157", cmd="acheck")');
      expect(gene.availableLinks).toEqual(
        IdCheckList.IdLinkSet[0].LinkInfo.map(({ LinkName, DbTo, MenuTag }: Data) => ({
          name: LinkName,
          to: DbTo,
          menuLabel: MenuTag,
        })),
      );
    });

    it.each([
      ['ncheck', 'HasNeighbor', 'hasRelated'],
      ['lcheck', 'HasLinkOut', 'hasLinkOut'],
    ])('reads the answer to %s', async (command, attribute, field) => {
      const { pubmed } = await ask(`{ pubmed(uid: "${PAPER}") { ${field} } }`);
      const [{ IdCheckList }] = await read('Entrez.elink(dbfrom="pubmed", id=pmid, cmd=command)', {
        pmid: PAPER,
        command,
      });
      expect(IdCheckList.Id).toEqual([{ text: PAPER, [attribute]: pubmed[field] ? 'Y' : 'N' }]);
    });

    it('reads the page of the publisher', async () => {
      const { pubmed } = await ask('{ pubmed(uid: "31978945") { primaryLinkOut { url provider { name } } } }');
      const [{ IdUrlList }] = await read('Entrez.elink(dbfrom="pubmed", id="31978945", cmd="prlinks")');
      const [{ Url, Provider }] = IdUrlList.IdUrlSet[0].ObjUrl;
      expect(pubmed.primaryLinkOut).toEqual({ url: Url.text, provider: { name: Provider.Name } });
    });

    it('raises the refusal of a command that was withdrawn', async () => {
      await expect(read('Entrez.elink(dbfrom="pubmed", id="31978945", cmd="llinkslib")')).rejects.toThrow(
        /RuntimeError: .*llinkslib command not supported/s,
      );
    });
  });

  describe('epost', () => {
    it('stores records that the gateway reads', async () => {
      const { WebEnv, QueryKey } = await read('Entrez.epost("gene", id="7157,672")');
      const { history } = await ask(
        `{ history { records(db: gene, webEnv: "${WebEnv}", queryKey: "${QueryKey}", first: 10) { nodes { uid } } } }`,
      );
      expect(uidsOf(history.records)).toEqual(['7157', '672']);
    });

    it('raises what it says of an id that cannot be read', async () => {
      await expect(read('Entrez.epost("gene", id="7157,x672")')).rejects.toThrow('RuntimeError: IDs contain invalid');
    });
  });

  describe('efetch', () => {
    it('reads articles', async () => {
      const { pubmed } = await ask(`{ pubmed(uid: "${PAPER}") { title volume authors { name } } }`);
      const { PubmedArticle } = await read('Entrez.efetch(db="pubmed", id=pmid, retmode="xml")', { pmid: PAPER });
      const [{ MedlineCitation }] = PubmedArticle;
      const { ArticleTitle, AuthorList, Journal } = MedlineCitation.Article;
      expect(MedlineCitation.PMID.text).toBe(PAPER);
      expect(ArticleTitle).toBe(`${pubmed.title}.`);
      expect(Journal.JournalIssue.Volume).toBe(pubmed.volume);
      expect(AuthorList.map(({ LastName, Initials }: Data) => `${LastName} ${Initials}`)).toEqual(
        pubmed.authors.map(({ name }: Data) => name),
      );
    });

    it('reads who wrote an article, who paid for it and what it is about', async () => {
      const { records } = await ask(`{ records { pubmed(uids: [24808625, 33568043, 35592492]) {
        uid
        authorList { isComplete authors { lastName foreName initials orcid affiliations } }
        grantList { isComplete grants { number acronym agency country } }
        meshHeadings { descriptor ui isMajor qualifiers { name ui isMajor } }
      } } }`);
      const { PubmedArticle } = await read(
        'Entrez.efetch(db="pubmed", id="24808625,33568043,35592492", retmode="xml")',
      );
      const term = ({ text, UI, MajorTopicYN }: Data): Data => ({ text, ui: UI, isMajor: MajorTopicYN === 'Y' });
      expect(records.pubmed).toEqual(
        PubmedArticle.map(({ MedlineCitation: { PMID, Article, MeshHeadingList = [] } }: Data) => ({
          uid: PMID.text,
          authorList: {
            isComplete: true,
            authors: Article.AuthorList.map((author: Data) => ({
              lastName: author.LastName,
              foreName: author.ForeName,
              initials: author.Initials,
              orcid: author.Identifier[0]?.text ?? null,
              affiliations: author.AffiliationInfo.map(({ Affiliation }: Data) => Affiliation),
            })),
          },
          grantList: {
            isComplete: true,
            grants: (Article.GrantList ?? []).map(({ GrantID, Acronym, Agency, Country }: Data) => ({
              number: GrantID,
              acronym: Acronym,
              agency: Agency,
              country: Country,
            })),
          },
          meshHeadings: MeshHeadingList.map(({ DescriptorName, QualifierName }: Data) => {
            const { text, ...descriptor } = term(DescriptorName);
            const qualifiers = QualifierName.map(term).map(({ text: name, ...its }: Data) => ({ name, ...its }));
            return { descriptor: text, ...descriptor, qualifiers };
          }),
        })),
      );
      expect(records.pubmed[0].grantList.grants).toHaveLength(3);
      expect(records.pubmed[1].meshHeadings[1]).toMatchObject({ descriptor: 'Doxycycline', isMajor: true });
      expect(records.pubmed[2].authorList.authors[0].orcid).toBe('0000-0002-1851-913X');
    });

    it('reads the taxa above a taxon', async () => {
      const { taxonomy } = await ask(
        '{ taxonomy(uid: 9606) { uid scientificName rank parent { uid } lineage { uid scientificName rank } } }',
      );
      const [theirs] = await read('Entrez.efetch(db="taxonomy", id="9606", retmode="xml")');
      expect(taxonomy).toEqual({
        uid: theirs.TaxId,
        scientificName: theirs.ScientificName,
        rank: theirs.Rank,
        parent: { uid: theirs.ParentTaxId },
        lineage: theirs.LineageEx.map(({ TaxId, ScientificName, Rank }: Data) => ({
          uid: TaxId,
          scientificName: ScientificName,
          rank: Rank,
        })),
      });
      expect(taxonomy.lineage.length).toBeGreaterThan(10);
    });

    it('reads sequences', async () => {
      const { protein } = await ask('{ protein(accession: "NP_000537.3") { uid length taxid fasta } }');
      const [theirs] = await read('Entrez.efetch(db="protein", id="NP_000537.3", rettype="fasta", retmode="xml")');
      expect(theirs).toMatchObject({ TSeq_length: String(protein.length), TSeq_taxid: protein.taxid });
      expect(protein.fasta.split('\n').slice(1).join('')).toBe(theirs.TSeq_sequence);
    });

    it('raises the status of an answer that has no usable id', async () => {
      await expect(read('Entrez.efetch(db="gene", id="x1", rettype="uilist")')).rejects.toThrow('HTTP 400');
    });
  });

  it.each(['einfo(db="nothing")', 'esearch(db="nothing", term="x")', 'esummary(db="nothing", id="1")'])(
    'an unknown database is an exception: %s',
    async (call) => {
      await expect(read(`Entrez.${call}`)).rejects.toThrow(/^RuntimeError: .*nothing/);
    },
  );
});
