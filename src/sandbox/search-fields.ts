import { memoized, type RecordFacts, type SampleGraph } from './sample-graph.js';
import { sortableDate } from './search-dates.js';

/**
 * How a field is searched.
 *
 * - `words`: a phrase of words somewhere in the text, else all the words.
 * - `value`: the whole value, in any case.
 * - `author`: last name and initials; initials may be left out or cut short.
 * - `number`, `date`: one value or a range.
 * - `filter`: names of record sets, see {@link SearchIndex}.
 */
type FieldKind = 'words' | 'value' | 'author' | 'number' | 'date' | 'filter';

/** A search field of a database, under the names EInfo gives it (recorded 2025). */
export interface SearchField {
  readonly name: string;
  readonly fullName: string;
  readonly kind: FieldKind;
  /** Other tags by which it is known, in lower case. */
  readonly tags: readonly string[];
  readonly values: (uid: string, facts: RecordFacts) => readonly string[];
}

type Members = readonly string[];

/** The search fields of the sample's databases. All Fields and UID exist everywhere and come first. */
export class SearchFields {
  readonly #graph: SampleGraph;
  readonly #fields = new Map<string, readonly SearchField[]>();

  constructor(graph: SampleGraph) {
    this.#graph = graph;
  }

  of(db: string): readonly SearchField[] {
    return memoized(this.#fields, db, () => {
      const own = this.#own(db);
      const all: SearchField = {
        ...field('ALL', 'All Fields', 'words', [], 'all'),
        values: (uid, facts) => [uid, ...own.flatMap(({ values }) => values(uid, facts)), ...strings(facts)],
      };
      const uid: SearchField = { ...field('UID', 'UID', 'number', [], ...(UID_TAGS[db] ?? [])), values: (id) => [id] };
      return [all, uid, field('FILT', 'Filter', 'filter', [], 'sb', 'subset'), ...own];
    });
  }

  /** The field of a tag, which may be a short name, a full name or another tag, in any case. */
  byTag(db: string, tag: string): SearchField | undefined {
    const wanted = tag.toLowerCase();
    return this.of(db).find(({ name, fullName, tags }) =>
      [name.toLowerCase(), fullName.toLowerCase(), ...tags].includes(wanted),
    );
  }

  /** What untagged words are looked up in (recorded 2024: All Names in taxonomy, All Fields elsewhere). */
  untagged(db: string): SearchField {
    const found = this.byTag(db, db === 'taxonomy' ? 'ALLN' : 'ALL');
    if (found === undefined) {
      throw new Error(`no field for untagged words in ${db}`);
    }
    return found;
  }

  #own(db: string): readonly SearchField[] {
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
          field('LID', 'Location ID', 'value', ['doi', 'pii'], 'aid', 'doi'),
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
          this.#organism(),
          field('TXID', 'Taxonomy ID', 'number', ['taxid'], 'taxid'),
          field('CHR', 'Chromosome', 'value', ['chromosome']),
          field('MAP', 'Map Location', 'value', ['mapLocation'], 'default map location'),
          field(
            'ACCN',
            'Nucleotide/Protein Accession',
            'value',
            ['refseqRna', 'refseqProtein', 'ensembl', 'uniprot'],
            'accession',
          ),
          { ...field('MIM', 'MIM ID', 'value', []), values: (uid) => this.#graph.links('gene_omim', uid) },
          { ...field('PROP', 'Properties', 'value', []), values: (_, facts) => ['alive', ...geneTypes(facts)] },
        ];
      case 'protein':
      case 'nuccore':
        return [
          field('ACCN', 'Accession', 'value', ['accession', 'accessionVersion'], 'pacc', 'primary accession'),
          { ...field('GENE', 'Gene Name', 'value', []), values: (uid) => this.#symbols(`${db}_gene`, uid) },
          { ...field('ORGN', 'Organism', 'value', []), values: (uid) => this.#organismsOfGenes(`${db}_gene`, uid) },
          field('PROP', 'Properties', 'value', ['sourcedb', 'molecule']),
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
          field('ALLN', 'All Names', 'value', ['scientificName', 'commonName']),
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
          field('ORGN', 'Organism', 'value', ['organism', 'speciesName']),
          field('TXID', 'Taxonomy ID', 'number', ['taxid']),
        ];
      default:
        return [];
    }
  }

  /** Scientific and common name of the organism a record's `taxid` names. */
  #organism(): SearchField {
    return { ...field('ORGN', 'Organism', 'value', [], 'organism'), values: (_, facts) => this.#organismNames(facts) };
  }

  #organismNames(facts: RecordFacts): readonly string[] {
    const taxon = this.#graph.record('taxonomy', String(facts.taxid));
    return [facts.organism, taxon?.scientificName, taxon?.commonName].filter((name) => typeof name === 'string');
  }

  #organismsOfGenes(linkName: string, uid: string): readonly string[] {
    return this.#graph
      .links(linkName, uid)
      .flatMap((gene) => this.#organismNames(this.#graph.record('gene', gene) ?? {}));
  }

  #symbols(linkName: string, uid: string): readonly string[] {
    return this.#graph.links(linkName, uid).flatMap((gene) => list(this.#graph.record('gene', gene)?.symbol));
  }
}

const UID_TAGS: Readonly<Record<string, readonly string[]>> = {
  pubmed: ['pmid'],
  gene: ['gene id', 'geneid'],
  taxonomy: ['taxonomy id', 'txid'],
  clinvar: ['variation id'],
};

function field(
  name: string,
  fullName: string,
  kind: FieldKind,
  members: Members,
  ...tags: readonly string[]
): SearchField {
  return { name, fullName, kind, tags, values: (_, facts) => members.flatMap((member) => list(facts[member])) };
}

/** A date field: the first of its members that holds a date. */
function date(name: string, fullName: string, members: Members, ...tags: readonly string[]): SearchField {
  const values = (_: string, facts: RecordFacts): readonly string[] =>
    members
      .flatMap((member) => list(facts[member]))
      .flatMap((text) => sortableDate(text) ?? [])
      .slice(0, 1);
  return { name, fullName, kind: 'date', tags, values };
}

/** Types of genes as Entrez names them among the properties: `genetype protein coding`. */
function geneTypes(facts: RecordFacts): readonly string[] {
  return list(facts.geneType).map((type) => `genetype ${type.replaceAll('-', ' ')}`);
}

function list(value: RecordFacts[string] | undefined): readonly string[] {
  if (value === undefined) {
    return [];
  }
  return typeof value === 'object' ? value.map(String) : [String(value)];
}

function strings(facts: RecordFacts): readonly string[] {
  return Object.values(facts).flatMap((value) => (typeof value === 'boolean' ? [] : list(value)));
}
