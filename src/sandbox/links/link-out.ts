import type { SandboxContext } from '../context.js';
import type { RecordFacts } from '../sample-graph.js';

/** A page about a record outside of NCBI's databases. */
export interface LinkOutPage {
  readonly url: string;
  /** Relative to NCBI's site, as NCBI gives it since 2025. */
  readonly iconUrl?: string;
  readonly linkName?: string;
  readonly category: string;
  readonly attributes: readonly string[];
  readonly provider: LinkOutProvider;
}

interface LinkOutProvider {
  readonly name: string;
  /** What `holding` takes. */
  readonly abbreviation: string;
  readonly id: number;
}

/** Categories as NCBI names them. */
const FULL_TEXT = 'Full Text Sources';
const MOLECULAR = 'Molecular Biology Databases';

/** The providers' abbreviations and numbers are the sandbox's own, none of NCBI's registry. */
const DOI = provider('DOI resolver', 'sandbox-doi', 1);
const PMC = provider('PubMed Central', 'sandbox-pmc', 2);
const ENSEMBL = provider('Ensembl', 'sandbox-ensembl', 3);
const UNIPROT = provider('UniProt', 'sandbox-uniprot', 4);
const PDB = provider('RCSB Protein Data Bank', 'sandbox-rcsb', 5);
const UNIVERSITY_LIBRARY = provider('Example University Library', 'sandbox-unilib', 6);
const CITY_LIBRARY = provider('Example City Library', 'sandbox-citylib', 7);

/**
 * The LinkOut pages of a record but for libraries, the publisher's first.
 *
 * They are composed by the sandbox from true identifiers of the sample: DOI, PMC, Ensembl and UniProt accessions and PDB
 * codes. They are not the entries of NCBI's LinkOut.
 */
export function linkOutOf(db: string, uid: string, { graph }: SandboxContext): readonly LinkOutPage[] {
  const facts = graph.record(db, uid) ?? {};
  switch (db) {
    case 'pubmed':
      return [...texts(facts, 'doi').map(publisherPage), ...texts(facts, 'pmcid').map(fullText)];
    case 'pmc':
      return texts(facts, 'doi').map(publisherPage);
    case 'gene':
      return [...texts(facts, 'ensembl').map(ensemblPage), ...texts(facts, 'uniprot').map(uniprotPage)];
    case 'protein':
      return facts.sourcedb === 'swissprot' ? texts(facts, 'accession').map(uniprotPage) : [];
    case 'structure':
      return texts(facts, 'pdbAccession').map(pdbPage);
    default:
      return [];
  }
}

/** The pages of two made-up libraries that hold the articles with a DOI, the city's only those of this century. */
export function libraryPagesOf(db: string, uid: string, { graph }: SandboxContext): readonly LinkOutPage[] {
  const facts = db === 'pubmed' ? (graph.record(db, uid) ?? {}) : {};
  return texts(facts, 'doi').flatMap((doi) => {
    const holders = Number(facts.year) >= 2001 ? [UNIVERSITY_LIBRARY, CITY_LIBRARY] : [UNIVERSITY_LIBRARY];
    return holders.map((holder) => ({
      url: `https://${holder.abbreviation}.example/resolve?id=doi:${encodeURIComponent(doi)}`,
      category: 'Libraries',
      attributes: ['library holdings'],
      provider: holder,
    }));
  });
}

/** The page at the record's primary provider, an article's publisher; `undefined` when there is none. */
export function primaryPageOf(db: string, uid: string, context: SandboxContext): LinkOutPage | undefined {
  return linkOutOf(db, uid, context).find(({ provider: { id } }) => id === DOI.id);
}

function publisherPage(doi: string): LinkOutPage {
  return {
    url: `https://doi.org/${encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
    category: FULL_TEXT,
    attributes: ['publisher of information in url'],
    provider: DOI,
  };
}

function fullText(pmcid: string): LinkOutPage {
  return {
    url: `https://pmc.ncbi.nlm.nih.gov/articles/${pmcid}/`,
    iconUrl: '/corehtml/pmc/pmcgifs/pubmed-pmc.png',
    category: FULL_TEXT,
    attributes: ['free resource', 'full-text online'],
    provider: PMC,
  };
}

function ensemblPage(id: string): LinkOutPage {
  return database(`https://www.ensembl.org/id/${id}`, id, ENSEMBL);
}

function uniprotPage(accession: string): LinkOutPage {
  return database(`https://www.uniprot.org/uniprotkb/${accession}`, accession, UNIPROT);
}

function pdbPage(code: string): LinkOutPage {
  return database(`https://www.rcsb.org/structure/${code}`, code, PDB);
}

function database(url: string, linkName: string, holder: LinkOutProvider): LinkOutPage {
  return { url, linkName, category: MOLECULAR, attributes: ['free resource'], provider: holder };
}

function provider(name: string, abbreviation: string, number: number): LinkOutProvider {
  return { name, abbreviation, id: 9_000_000_000 + number };
}

function texts(facts: RecordFacts, name: string): readonly string[] {
  const value = facts[name];
  return typeof value === 'object' ? value.map(String) : value === undefined ? [] : [String(value)];
}
