import type { Organisms } from './organisms.js';
import type { RecordFacts, SampleGraph } from '../sample-graph.js';
import { date, field, list, type SearchField } from './search-field.js';

/** The fields a database has beside those all have, as far as the sample can fill them. */
export function fieldsOf(db: string, graph: SampleGraph, organisms: Organisms): readonly SearchField[] {
  switch (db) {
    case 'pubmed':
      return [
        field('TITL', 'Title', 'words', ['title'], 'ti'),
        field('TIAB', 'Title/Abstract', 'words', ['title']),
        field('WORD', 'Text Word', 'words', ['title'], 'tw'),
        field('JOUR', 'Journal', 'value', ['journal', 'fullJournalName', 'issn'], 'ta'),
        field('AUTH', 'Author', 'author', ['authors'], 'au'),
        {
          ...field('FAUT', 'Author - First', 'author', [], '1au'),
          values: (_, facts) => list(facts.authors).slice(0, 1),
        },
        // All the dates PubMed keeps are one here, since the sample knows only the date of publication.
        date('PDAT', 'Date - Publication', ['pubdate', 'year'], 'dp', 'publication date'),
        date('EDAT', 'Date - Entry', ['pubdate', 'year'], 'entrez date'),
        date('MDAT', 'Date - Modification', ['pubdate', 'year']),
        date('CRDT', 'Date - Create', ['pubdate', 'year']),
        field('VOL', 'Volume', 'value', ['volume'], 'vi'),
        field('ISS', 'Issue', 'value', ['issue'], 'ip'),
        field('PAGE', 'Pagination', 'value', ['pages'], 'pg'),
        field('PTYP', 'Publication Type', 'value', ['pubtypes'], 'pt'),
        field('LANG', 'Language', 'value', ['lang'], 'la'),
        field('LID', 'Location ID', 'value', ['doi', 'pii', 'pmcid'], 'aid', 'doi', 'pmcid', 'pmc'),
      ];
    case 'pmc':
      return [
        field('TITL', 'Title', 'words', ['title'], 'ti'),
        field('JOUR', 'Journal', 'value', ['journal'], 'ta'),
        date('PDAT', 'Publication Date', ['year'], 'dp'),
        field('PMID', 'PubMed ID', 'number', ['pmid']),
        field('ACCN', 'Accession', 'value', ['pmcid'], 'pmcid'),
        field('DOI', 'DOI', 'value', ['doi']),
      ];
    case 'gene':
      return [
        field('GENE', 'Gene Name', 'value', ['symbol', 'aliases']),
        field('PREF', 'Preferred Symbol', 'value', ['symbol'], 'sym', 'symbol', 'gene symbol'),
        field('GFN', 'Gene Full Name', 'words', ['name'], 'title', 'ti'),
        organism(organisms),
        field('TXID', 'Taxonomy ID', 'number', ['taxid'], 'taxid'),
        field('CHR', 'Chromosome', 'value', ['chromosome']),
        field('MAP', 'Map Location', 'value', ['mapLocation'], 'default map location'),
        field(
          'ACCN',
          'Nucleotide/Protein Accession',
          'accession',
          ['refseqRna', 'refseqProtein', 'ensembl', 'uniprot'],
          'accession',
        ),
        { ...field('MIM', 'MIM ID', 'value', []), values: (uid) => graph.links('gene_omim', uid) },
        { ...field('PROP', 'Properties', 'value', []), values: (_, facts) => ['alive', ...geneTypes(facts)] },
      ];
    case 'protein':
    case 'nuccore':
      return [
        field('ACCN', 'Accession', 'accession', ['accession', 'accessionVersion'], 'pacc', 'primary accession'),
        field('TITL', 'Title', 'words', ['title'], 'ti'),
        { ...field('GENE', 'Gene Name', 'value', []), values: (uid) => symbols(graph, `${db}_gene`, uid) },
        organism(organisms, `${db}_gene`),
        { ...field('PROP', 'Properties', 'value', ['sourcedb', 'molecule']), values: (_, facts) => properties(facts) },
        field('SLEN', 'Sequence Length', 'number', ['slen']),
      ];
    case 'structure':
      return [
        field('ACCN', 'PDB Accession', 'value', ['pdbAccession'], 'pdb', 'pacc', 'pdb code'),
        field('TITL', 'Title', 'words', ['title'], 'ti', 'pdb description'),
        field('EXPM', 'Experimental Method', 'words', ['method'], 'method'),
        field('RESO', 'Resolution', 'number', ['resolution']),
        organism(organisms),
        field('TXID', 'Taxonomy ID', 'number', ['taxid'], 'taxid'),
      ];
    case 'snp':
      return [
        {
          ...field('RS', 'Reference SNP ID', 'value', ['rs']),
          values: (uid, facts) => [`rs${uid}`, uid, ...list(facts.rs)],
        },
        field('GENE', 'Gene Name', 'value', ['genes'], 'sym'),
        field('CHR', 'Chromosome', 'value', ['chromosome']),
        field('CPOS', 'Base Position', 'number', ['positionGRCh38']),
        field('FXN', 'Function Class', 'value', ['fxnClass', 'context']),
        field('SCLS', 'SNP Class', 'value', ['snpClass']),
      ];
    case 'clinvar':
      return [
        field('GENE', 'Gene Name', 'value', ['gene'], 'sym'),
        field('TITL', 'Title', 'words', ['title', 'hgvs', 'variant'], 'ti', 'varnam', 'variant name'),
        field('CLSI', 'Clinical significance', 'value', ['significance'], 'clinsig'),
        field('DIS', 'Disease/Phenotype', 'words', ['conditions']),
        field('ALID', 'Allele ID', 'number', ['alleleId'], 'alleleid'),
      ];
    case 'omim':
      return [
        field('TITL', 'Title', 'words', ['phenotypeName'], 'ti'),
        field('GENE', 'Gene Name', 'value', ['genes'], 'sym'),
      ];
    case 'taxonomy':
      return [
        field('SCIN', 'Scientific Name', 'value', ['scientificName']),
        field('COMN', 'Common Name', 'value', ['commonName']),
        field('ALLN', 'All Names', 'value', ['scientificName', 'commonName'], 'orgn', 'organism'),
        {
          ...field('SBTR', 'Subtree', 'value', []),
          values: (uid) => organisms.lineage(uid).map((taxid) => `txid${taxid}`),
        },
        field('RANK', 'Rank', 'value', ['rank']),
      ];
    case 'gds':
      return [
        field('ACCN', 'GEO Accession', 'value', ['accession', 'samples']),
        field('TITL', 'Title', 'words', ['title'], 'ti'),
        field('ORGN', 'Organism', 'value', ['taxon']),
        field('ETYP', 'Entry Type', 'value', ['entryType']),
        date('PDAT', 'Publication Date', ['pdat'], 'dp'),
      ];
    case 'bioproject':
      return [field('PRJA', 'Project Accession', 'value', ['accession'], 'accn')];
    case 'biosample':
      return [field('ACCN', 'Accession', 'value', ['accession'])];
    case 'assembly':
      return [
        field('ASAC', 'Assembly Accession', 'value', ['accession'], 'accn'),
        field('NAME', 'Assembly Name', 'value', ['name']),
        organism(organisms),
        field('TXID', 'Taxonomy ID', 'number', ['taxid']),
      ];
    default:
      return [];
  }
}

/** The organism of a record or, where it tells none, of the genes it is linked with, under all its names. */
function organism(organisms: Organisms, genes?: string): SearchField {
  return {
    ...field('ORGN', 'Organism', 'value', [], 'organism'),
    values: (uid, facts) => organisms.namesFor(uid, facts, genes),
  };
}

function symbols(graph: SampleGraph, linkName: string, uid: string): readonly string[] {
  return graph.links(linkName, uid).flatMap((gene) => list(graph.record('gene', gene)?.symbol));
}

/** Where a sequence comes from and what it is, as Entrez names properties: `srcdb refseq`, `biomol mrna`. */
function properties(facts: RecordFacts): readonly string[] {
  const sources = list(facts.sourcedb).flatMap((source) => [source, `srcdb ${source.replace('swiss', 'swiss ')}`]);
  const molecules = list(facts.molecule).flatMap((molecule) => [molecule, `biomol ${molecule}`]);
  return [...sources, ...molecules];
}

/** Types of genes as Entrez names them among the properties: `genetype protein coding`. */
function geneTypes(facts: RecordFacts): readonly string[] {
  return list(facts.geneType).map((type) => `genetype ${type.replaceAll('-', ' ')}`);
}
