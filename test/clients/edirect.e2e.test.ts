import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';
import { type Data, distinct, uidsOf } from './answers.js';
import { EDirect } from './edirect.js';
import { isMissing } from './installed.js';
import { plainly, questionOfAll, RARE_DATABASES, valuesOf } from './rare-databases.js';

describe.skipIf(isMissing('edirect'))('EDirect (needs ncbi-entrez-direct)', () => {
  let gateway: RunningGateway;
  let edirect: EDirect;
  beforeAll(async () => {
    gateway = await RunningGateway.start({ sandbox: { rps: 0, keyedRps: 0 } });
    edirect = new EDirect(gateway.sandbox.url);
  });
  afterAll(async () => {
    edirect[Symbol.dispose]();
    await gateway[Symbol.asyncDispose]();
  });

  async function ask(query: string): Promise<Data> {
    const { data, errors } = await gateway.query(query);
    expect(errors).toBeUndefined();
    return data;
  }

  it('einfo lists the databases of the gateway', async () => {
    const { databases } = await ask('{ databases { name } }');
    expect(distinct(await edirect.lines('einfo -dbs'))).toEqual(distinct(databases.map(({ name }: Data) => name)));
  });

  it('einfo lists links with the labels of the gateway', async () => {
    const { linkNames } = await ask('{ linkNames(from: gene) { name label } }');
    const ours = new Set(linkNames.map(({ name, label }: Data) => `${name}\t${label}`.trim()));
    const theirs = await edirect.lines('einfo -db gene -links');
    expect(theirs.length).toBeGreaterThan(10);
    expect(theirs.filter((line) => !ours.has(line))).toEqual([]);
  });

  it.each([
    ['pubmed', 'cancer'],
    ['gene', 'human[ORGN] AND alive[PROP]'],
    ['clinvar', 'TP53[GENE]'],
  ])('esearch and efetch find in %s what the gateway finds: %s', async (db, term) => {
    const { search } = await ask(`{ search { ${db}(term: "${term}", first: 1000) { totalCount nodes { uid } } } }`);
    const theirs = await edirect.lines(`esearch -db ${db} -query "${term}" | efetch -format uid`);
    expect(theirs.length).toBeGreaterThan(1);
    expect(search[db].totalCount).toBe(theirs.length);
    expect(distinct(uidsOf(search[db]))).toEqual(distinct(theirs));
  });

  it('esearch finds the orthologs of a gene and the taxa below a taxon', async () => {
    const { gene, taxonomy } = await ask(
      '{ gene(uid: 7157) { orthologs { uid } } taxonomy(uid: 862507) { children { uid parent { uid } } } }',
    );
    const group = await edirect.lines('esearch -db gene -query "ortholog_gene_7157[group]" | efetch -format uid');
    expect(distinct(group.filter((uid) => uid !== '7157'))).toEqual(
      distinct(gene.orthologs.map(({ uid }: Data) => uid)),
    );
    const below = await edirect.lines(
      'esearch -db taxonomy -query "Mus[Next Level] AND Mus[Subtree]" | efetch -format uid',
    );
    // Its index is by name, so that the child of the genus of the same name is among them.
    expect(distinct(below)).toEqual(distinct([...taxonomy.children.map(({ uid }: Data) => uid), '862507']));
    expect(taxonomy.children).toEqual([{ uid: '10090', parent: { uid: '862507' } }]);
  });

  it('efilter keeps the dates that the gateway keeps', async () => {
    const { search } = await ask(
      '{ search { pubmed(term: "cancer", minDate: "2010", maxDate: "2012", first: 1000) { nodes { uid } } } }',
    );
    const theirs = await edirect.lines(
      'esearch -db pubmed -query cancer | efilter -mindate 2010 -maxdate 2012 | efetch -format uid',
    );
    expect(theirs).not.toEqual([]);
    expect(distinct(theirs)).toEqual(distinct(uidsOf(search.pubmed)));
  });

  it('a search without hits ends in nothing, without a complaint', async () => {
    await expect(edirect.lines('esearch -db gene -query zzzznothing | efetch -format uid')).resolves.toEqual([]);
  });

  it('epost hands records on, whose links are those of the gateway', async () => {
    const { unionLinks } = await ask(
      '{ unionLinks(from: gene, uids: ["7157", "672"], name: "gene_omim", first: 1000) { nodes { uid } } }',
    );
    const theirs = await edirect.lines('epost -db gene -id 7157,672 | elink -target omim | efetch -format uid');
    expect(theirs.length).toBeGreaterThan(1);
    expect(distinct(theirs)).toEqual(distinct(uidsOf(unionLinks)));
  });

  it('a search is followed over two kinds of links to the records that the gateway finds', async () => {
    const { search } = await ask(`{
      search { gene(term: "human[ORGN]", first: 200) { nodes {
        protein(first: 100) { nodes { structure(first: 10) { nodes { uid } } } }
      } } }
    }`);
    const ours = search.gene.nodes.flatMap(({ protein }: Data) =>
      protein.nodes.flatMap(({ structure }: Data) => uidsOf(structure)),
    );
    const theirs = await edirect.lines(
      'esearch -db gene -query "human[ORGN]" | elink -target protein | elink -target structure | efetch -format uid',
    );
    expect(theirs).not.toEqual([]);
    expect(distinct(theirs)).toEqual(distinct(ours));
  });

  it('records without links end in nothing, without a complaint', async () => {
    const { gene } = await ask('{ gene(uid: "93100") { omim { totalCount } } }');
    expect(gene.omim.totalCount).toBe(0);
    await expect(edirect.lines('elink -db gene -id 93100 -target omim | efetch -format uid')).resolves.toEqual([]);
  });

  it('elink -cmd score gives the scores of the gateway, the article itself first', async () => {
    const { pubmed } = await ask(
      '{ pubmed(uid: "22417847") { related(first: 1000) { edges { score node { uid } } } } }',
    );
    const [self, ...others] = await edirect.lines(
      'elink -db pubmed -id 22417847 -cmd score | xtract -pattern LinkSetDb -if LinkName -equals pubmed_pubmed -block Link -tab "\\n" -sep " " -element Id,Score',
    );
    expect(self).toBe('22417847 2147483647');
    expect(others.length).toBeGreaterThan(1);
    expect(pubmed.related.edges.map(({ score, node }: Data) => `${node.uid} ${score}`)).toEqual(others);
  });

  it.each([
    ['ncheck', 'HasNeighbor', 'hasRelated'],
    ['lcheck', 'HasLinkOut', 'hasLinkOut'],
  ])('elink -cmd %s agrees with the gateway', async (command, attribute, field) => {
    const { records } = await ask(`{ records { pubmed(uids: ["8023157", "31978945"]) { uid ${field} } } }`);
    const theirs = await edirect.lines(
      `elink -db pubmed -id 8023157,31978945 -cmd ${command} | xtract -pattern IdCheckList -block Id -sep " " -element Id,"@${attribute}"`,
    );
    expect(records.pubmed.map((paper: Data) => `${paper.uid} ${paper[field] ? 'Y' : 'N'}`)).toEqual(theirs);
  });

  it('efetch -format docsum gives the summaries of the gateway', async () => {
    const { search } = await ask(
      '{ search { gene(term: "human[ORGN]", first: 1000) { nodes { uid symbol chromosome description } } } }',
    );
    const theirs = await edirect.lines(
      'esearch -db gene -query "human[ORGN]" | efetch -format docsum | xtract -pattern DocumentSummary -def - -element Id Name Chromosome Description',
    );
    const ours = search.gene.nodes.map(({ uid, symbol, chromosome, description }: Data) =>
      [uid, symbol, chromosome ?? '-', description ?? '-'].join('\t'),
    );
    expect(theirs.length).toBeGreaterThan(50);
    expect(distinct(theirs)).toEqual(distinct(ours));
  });

  it('efetch -format xml gives the articles of the gateway', async () => {
    const { records } = await ask('{ records { pubmed(uids: ["8023157", "22417847"]) { uid volume pages } } }');
    const theirs = await edirect.lines(
      'efetch -db pubmed -id 8023157,22417847 -format xml | xtract -pattern PubmedArticle -element MedlineCitation/PMID JournalIssue/Volume MedlinePgn',
    );
    const ours = records.pubmed.map(({ uid, volume, pages }: Data) => [uid, volume, pages].join('\t'));
    expect(distinct(theirs)).toEqual(distinct(ours));
  });

  it('efetch -format ipg gives the identical proteins of the gateway', async () => {
    const { protein } = await ask(`{ protein(accession: "NP_000537.3") { identicalProteins {
      source accession name start stop strand organism nuccore
    } } }`);
    const [, ...theirs] = await edirect.lines('efetch -db protein -id NP_000537.3 -format ipg');
    expect(theirs).toHaveLength(2);
    const ours = protein.identicalProteins.map(
      ({ source, nuccore, start, stop, strand, accession, name, organism }: Data) =>
        [source, nuccore, start, stop, strand, accession, name, organism].map((each) => each ?? '').join('\t'),
    );
    expect(theirs.map((row) => row.split('\t').slice(1, 9).join('\t'))).toEqual(ours);
  });

  it('efetch -format xml gives the lineage of the gateway', async () => {
    const { taxonomy } = await ask('{ taxonomy(uid: 10090) { lineage { uid scientificName rank } } }');
    const theirs = await edirect.lines(
      'efetch -db taxonomy -id 10090 -format xml | xtract -pattern TaxaSet -block LineageEx/Taxon -tab "\\n" -sep "|" -element TaxId,ScientificName,Rank',
    );
    expect(theirs.length).toBeGreaterThan(10);
    expect(taxonomy.lineage.map((taxon: Data) => [taxon.uid, taxon.scientificName, taxon.rank].join('|'))).toEqual(
      theirs,
    );
  });

  it('efetch -format fasta gives the residues of the gateway', async () => {
    const { nuccore } = await ask('{ nuccore(accession: "NM_152783.3") { fasta } }');
    const theirs = await edirect.lines('efetch -db nuccore -id NM_152783.3 -format fasta');
    expect(theirs[0]).toMatch(/^>NM_152783\.3 /);
    expect(nuccore.fasta.trim().split('\n')).toEqual(theirs);
  });

  it('esummary gives the fields of databases that few ask for', async () => {
    const { records } = await ask(questionOfAll());
    const ours = RARE_DATABASES.flatMap((each) =>
      records[each.db].map((record: Data) => [record.uid, ...valuesOf(record, each)].join('\t')),
    );
    const theirs = await edirect.lines(
      RARE_DATABASES.map(
        ({ db, uids, fields }) =>
          `esummary -db ${db} -id ${uids.join(',')} | xtract -pattern DocumentSummary -def - -sep "|" -element Id ${Object.keys(fields).join(' ')}`,
      ).join('; '),
    );
    expect(theirs.map((line) => line.split('\t').map(plainly).join('\t'))).toEqual(ours);
  });

  it('esummary and elink lead from a GEO series to its experiments in SRA', async () => {
    const { gds } = await ask(`{ gds(accession: "GSE93374") {
      externalRelations { type accession ftpLink }
      sra(first: 100) { nodes { uid studyAccession } }
    } }`);
    const [relation, ...experiments] = await edirect.lines(
      [
        'esummary -db gds -id 200093374 | xtract -pattern ExtRelation -element RelationType TargetObject TargetFTPLink',
        'elink -db gds -id 200093374 -target sra | efetch -format uid',
      ].join('; '),
    );
    expect(gds.externalRelations.map(Object.values)).toEqual([relation?.split('\t')]);
    expect(experiments).toHaveLength(11);
    expect(distinct(uidsOf(gds.sra))).toEqual(distinct(experiments));
    const { accession } = gds.externalRelations[0];
    expect(gds.sra.nodes.every(({ studyAccession }: Data) => studyAccession === accession)).toBe(true);
  });
});
