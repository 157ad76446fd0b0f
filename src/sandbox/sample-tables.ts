import { text, texts } from './records/facts.js';
import type { SampleGraph } from './sample-graph.js';

/** What NCBI writes where it knows nothing. */
const NOTHING = '-';

const GENE_INFO =
  '#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tchromosome\tmap_location\tdescription\ttype_of_gene\tSymbol_from_nomenclature_authority\tFull_name_from_nomenclature_authority\tNomenclature_status\tOther_designations\tModification_date\tFeature_type';
const GENE2ENSEMBL =
  '#tax_id\tGeneID\tEnsembl_gene_identifier\tRNA_nucleotide_accession.version\tEnsembl_rna_identifier\tprotein_accession.version\tEnsembl_protein_identifier';
const PMC_IDS = 'Journal Title,ISSN,eISSN,Year,Volume,Issue,Page,DOI,PMCID,PMID,Manuscript Id,Release Date';

/** Tables that NCBI publishes, in its formats, with the rows of the sample: the text of each by its name. */
export function sampleTables(graph: SampleGraph): Readonly<Record<string, string>> {
  const all = graph.uids('gene').toReversed();
  const genes = all.filter((gene) => !isGone(gene, graph));
  return {
    gene_info: lines(
      GENE_INFO,
      genes.map((gene) => geneInfoRow(gene, graph)),
    ),
    gene_history: lines(
      '#tax_id\tGeneID\tDiscontinued_GeneID\tDiscontinued_Symbol\tDiscontinue_Date',
      all.filter((gene) => isGone(gene, graph)).map((gene) => historyRow(gene, graph)),
    ),
    gene2pubmed: lines(
      '#tax_id\tGeneID\tPubMed_ID',
      genes.flatMap((gene) =>
        graph.links('gene_pubmed', gene).map((pubmed) => tabbed(taxonOf(gene, graph), gene, pubmed)),
      ),
    ),
    gene2ensembl: lines(
      GENE2ENSEMBL,
      genes.flatMap((gene) =>
        texts(graph.record('gene', gene) ?? {}, 'ensembl').map((id) =>
          tabbed(taxonOf(gene, graph), gene, id, '', '', '', ''),
        ),
      ),
    ),
    'PMC-ids': lines(
      PMC_IDS,
      graph
        .uids('pmc')
        .toReversed()
        .flatMap((pmc) => articleRows(pmc, graph)),
    ),
    ...conditionTables(graph),
  };
}

/** Rows of MedGen's files end with the character between fields. */
function conditionTables(graph: SampleGraph): Readonly<Record<string, string>> {
  const concepts = graph
    .uids('medgen')
    .toReversed()
    .map((uid) => ({ uid, facts: graph.record('medgen', uid) ?? {} }));
  return {
    MedGenIDMappings: lines(
      '#CUI_or_CN_id|pref_name|source_id|source|',
      concepts.flatMap(({ uid, facts }) => {
        const ids = [
          [uid, 'MedGen'],
          ...texts(facts, 'mim').map((id) => [id, 'OMIM']),
          ...texts(facts, 'orphanet').map((id) => [`Orphanet_${id}`, 'Orphanet']),
        ];
        return ids.map((id) => piped(text(facts, 'conceptId'), text(facts, 'title'), ...id));
      }),
    ),
    medgen_pubmed_lnk: lines(
      '#UID|CUI|NAME|PMID|',
      concepts.flatMap(({ uid, facts }) =>
        graph
          .links('medgen_pubmed', uid)
          .map((pubmed) => piped(uid, text(facts, 'conceptId'), text(facts, 'title'), pubmed)),
      ),
    ),
  };
}

function isGone(gene: string, graph: SampleGraph): boolean {
  return graph.record('gene', gene)?.discontinued !== undefined;
}

function historyRow(gene: string, graph: SampleGraph): string {
  const facts = graph.record('gene', gene) ?? {};
  const [current, symbol, day] = ['currentGene', 'symbol', 'discontinued'].map((fact) => text(facts, fact));
  return tabbed(taxonOf(gene, graph), current ?? '', gene, symbol ?? '', day ?? '');
}

function geneInfoRow(gene: string, graph: SampleGraph): string {
  const facts = graph.record('gene', gene) ?? {};
  const references = [
    ...texts(facts, 'hgnc').map((id) => `HGNC:${id}`),
    ...texts(facts, 'ensembl').map((id) => `Ensembl:${id}`),
  ];
  const known = ['chromosome', 'mapLocation', 'name', 'geneType'].map((fact) => text(facts, fact));
  return tabbed(
    taxonOf(gene, graph),
    gene,
    text(facts, 'symbol'),
    '',
    texts(facts, 'aliases').join('|'),
    references.join('|'),
    ...known,
    ...Array.from({ length: 6 }, () => ''),
  );
}

/** An article in PMC; one that PubMed does not have lacks its PMID. */
function articleRows(pmc: string, graph: SampleGraph): readonly string[] {
  const facts = graph.record('pmc', pmc) ?? {};
  const pmids = graph.links('pmc_pubmed', pmc);
  return (pmids.length === 0 ? [''] : pmids).map((pmid) => {
    const cited = graph.record('pubmed', pmid) ?? {};
    const place = ['volume', 'issue', 'pages'].map((fact) => text(cited, fact));
    const fields = [
      text(facts, 'journal'),
      text(cited, 'issn'),
      '',
      text(facts, 'year'),
      ...place,
      text(facts, 'doi'),
      `PMC${pmc}`,
      pmid,
      '',
      'live',
    ];
    return fields.map(quoted).join(',');
  });
}

function taxonOf(gene: string, graph: SampleGraph): string {
  return text(graph.record('gene', gene) ?? {}, 'taxid');
}

function tabbed(...fields: readonly string[]): string {
  return fields.map((field) => field || NOTHING).join('\t');
}

function piped(...fields: readonly string[]): string {
  return `${fields.join('|')}|`;
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

function lines(header: string, rows: readonly string[]): string {
  return [header, ...rows, ''].join('\n');
}
