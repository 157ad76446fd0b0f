import { type SampleGraph } from '../sample-graph.js';
import { sortableDate } from '../search/search-dates.js';
import { fill, type RecordFacts, type Scope, text, texts } from './facts.js';
import { isLocalUid } from './uids.js';

/** What follows from the facts and links of a record of one database. */
type Derivation = (uid: string, facts: RecordFacts, graph: SampleGraph) => Scope;

const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  pubmed: derivePubmed,
  pmc: derivePmc,
  gene: deriveGene,
  medgen: (_, facts) => ({ conceptMeta: conceptMetaOf(facts) }),
  taxonomy: deriveTaxon,
  protein: (uid, facts, graph) => deriveSequence('protein', uid, facts, graph),
  nuccore: (uid, facts, graph) => deriveSequence('nuccore', uid, facts, graph),
  snp: deriveSnp,
  clinvar: deriveClinvar,
  omim: (_, facts) => ({
    // OMIM writes titles in capitals; the genes stand in for a missing name.
    composedTitle: text(facts, 'phenotypeName').toUpperCase() || texts(facts, 'genes').join('; '),
  }),
  gds: (_, facts) => ({
    seriesNumber: text(facts, 'accession').replace(/^GSE/, ''),
    externalRelations: texts(facts, 'sraStudy').map((accession) => ({ accession, folder: folderOfStudy(accession) })),
  }),
  bioproject: (_, facts) => ({ registered: timestamp(text(facts, 'registrationDate')) }),
};

/**
 * The facts of a record and what follows from them, which `sample/summaries.json` and `sample/link-out.json` name alike.
 */
export function scopeOf(db: string, uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const taxon = graph.record('taxonomy', text(facts, 'taxid')) ?? {};
  return {
    uid,
    ...facts,
    taxonName: text(taxon, 'scientificName'),
    taxonCommonName: text(taxon, 'commonName'),
    ...DERIVATIONS[db]?.(uid, facts, graph),
  };
}

/** Languages by their code; ESummary 1.0 writes them out. */
const LANGUAGES: Readonly<Record<string, string>> = {
  chi: 'Chinese',
  eng: 'English',
  fre: 'French',
  ger: 'German',
  jpn: 'Japanese',
  rus: 'Russian',
  spa: 'Spanish',
};

function derivePubmed(uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const [pmcid, doi, year] = [text(facts, 'pmcid'), text(facts, 'doi'), Number(facts.year)];
  const authors = texts(facts, 'authors');
  const hasAllAuthors = facts.firstAuthorOnly !== true && Number(facts.authorCount ?? 0) <= authors.length;
  const parts = ['volume', 'issue', 'pages'].map((name) => text(facts, name));
  const [volume = '', issue = '', pages = ''] = parts;
  return {
    firstAuthor: authors[0],
    lastAuthor: hasAllAuthors ? authors.at(-1) : undefined,
    sortTitle: sortTitle(text(facts, 'title')),
    sortDate: timestamp(fill('{pubdate|year}', facts)),
    languages: texts(facts, 'lang').map((code) => LANGUAGES[code] ?? code),
    citedBy: graph.links('pubmed_pubmed_citedin', uid).length,
    // The codes of the types are recorded (2026).
    articleIds: identifiers({
      pubmed: [1, uid],
      pmc: [8, pmcid],
      pmcid: [5, fill('pmc-id: {pmcid};', facts)],
      doi: [3, doi],
      pii: [4, text(facts, 'pii')],
    }),
    source: `${fill('{pubdate|year}', facts)};${volume}${issue && `(${issue})`}${pages && `:${pages}`}`,
    doiPath: pathOf(doi),
    doiQuery: encodeURIComponent(doi),
    recentDoiQuery: year >= 2001 ? encodeURIComponent(doi) : undefined,
  };
}

/** A PMC record is the full text of an article that PubMed cites with authors and pages. */
function derivePmc(uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const [pmid = text(facts, 'pmid')] = graph.links('pmc_pubmed', uid);
  const citation = graph.record('pubmed', pmid) ?? {};
  const doi = text(facts, 'doi');
  const printed = fill('{pubdate|year}', { ...facts, ...citation });
  return {
    printed,
    sortDate: timestamp(printed),
    pmcName: `PMC${uid}`,
    citedAuthors: texts(citation, 'authors'),
    citedVolume: text(citation, 'volume'),
    citedIssue: text(citation, 'issue'),
    citedPages: text(citation, 'pages'),
    citedJournal: text(citation, 'fullJournalName'),
    articleIds: identifiers({ pmid: [0, pmid], doi: [0, doi], pmcid: [0, `PMC${uid}`] }),
    doiPath: pathOf(doi),
  };
}

function deriveGene(_: string, facts: RecordFacts): Scope {
  const chromosome = text(facts, 'chromosome');
  return {
    geneticSource: chromosome === 'MT' ? 'mitochondrion' : 'genomic',
    chrSort: chromosome.padStart(2, '0'),
    aliasText: texts(facts, 'aliases').join(', '),
    // 1: replaced; a gene in force has none (protocol, second part).
    recordStatus: text(facts, 'currentGene') && '1',
  };
}

/** What else MedGen knows of a concept, as XML inside the XML (recorded 2014). */
function conceptMetaOf(facts: RecordFacts): string {
  const names = [
    ...texts(facts, 'mim').map((number) => [number, 'OMIM'] as const),
    ...texts(facts, 'orphanet').map((number) => [`Orphanet_${number}`, 'ORDO'] as const),
  ].map(
    ([id, vocabulary]) =>
      `<Name SDUI="${id}" CODE="${id}" SAB="${vocabulary}" type="syn">${text(facts, 'title')}</Name>`,
  );
  const mim = texts(facts, 'mim').map((number) => `<MIM>${number}</MIM>`);
  return `<Names>${names.join('')}</Names><OMIM>${mim.join('')}</OMIM>`;
}

function deriveTaxon(_: string, facts: RecordFacts): Scope {
  const [, genus, species] = /^([A-Z][a-z]+) ([a-z-]+)$/.exec(text(facts, 'scientificName')) ?? [];
  return { genus, species };
}

function deriveSequence(db: 'protein' | 'nuccore', uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const gene = genesOf(`${db}_gene`, uid, graph)[0]?.facts ?? {};
  const taxid = text(facts, 'taxid') || text(gene, 'taxid');
  const organismName = text(graph.record('taxonomy', taxid) ?? {}, 'scientificName') || text(gene, 'organism');
  const biomol = db === 'protein' ? '' : text(facts, 'molecule') || 'genomic';
  const kind = db === 'protein' ? 'protein' : biomol === 'genomic' ? 'genomic sequence' : biomol;
  const name = fill('{accessionVersion|accession}', facts) || `GI ${uid}`;
  const gi = isLocalUid(uid) ? '' : uid;
  const version = text(facts, 'accessionVersion');
  const register = facts.sourcedb === 'refseq' ? 'ref' : 'gb';
  return {
    composedTitle: `${text(facts, 'gene') || text(gene, 'symbol')} ${kind}, ${name} [${organismName}]`,
    organismName,
    anyTaxid: taxid,
    biomol,
    molType: db === 'protein' ? 'aa' : biomol === 'genomic' ? 'dna' : 'rna',
    source: facts.refseq === true ? 'refseq' : text(facts, 'sourcedb'),
    giNumber: gi,
    giText: gi && `gi|${gi}${version && `|${register}|${version}|`}`,
    swissProt: facts.sourcedb === 'swissprot' ? text(facts, 'accession') : undefined,
  };
}

function deriveSnp(uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const survivor = text(facts, 'rs').replace('rs', '') || uid;
  const place = text(facts, 'chrpos') || fill('{chromosome}:{positionGRCh38}', facts);
  const [placeChromosome = '', position = ''] = place.split(':');
  const merged = survivor !== uid;
  const known = new Map(genesOf('snp_gene', uid, graph).map(({ id, facts: gene }) => [text(gene, 'symbol'), id]));
  return {
    survivor,
    survivorSort: survivor.padStart(10, '0'),
    mergedInto: merged ? survivor : undefined,
    mergedSort: merged ? '1' : '0',
    place,
    placeChromosome,
    placeSort: position.padStart(10, '0'),
    usualClass: 'snv',
    geneIds: texts(facts, 'genes').map((name) => ({ name, id: known.get(name) ?? '' })),
  };
}

function deriveClinvar(uid: string, facts: RecordFacts, graph: SampleGraph): Scope {
  const symbol = text(facts, 'gene');
  const [gene] = genesOf('clinvar_gene', uid, graph);
  const names = texts(facts, 'hgvs');
  const conditions = texts(facts, 'conditions');
  const concepts = texts(facts, 'medgenConcepts');
  const paired = conditions.length === concepts.length;
  return {
    vcv: `VCV${uid.padStart(9, '0')}`,
    composedTitle: names[0] ?? `${symbol} ${text(facts, 'variant') || `variation ${uid}`}`,
    otherNames: names.slice(1),
    rsNumbers: graph.links('clinvar_snp', uid),
    significanceText: texts(facts, 'significance').join('; '),
    traits: conditions.map((name, place) => ({ name, concepts: paired ? [concepts[place] ?? ''] : [] })),
    consequences: texts(facts, 'variantTypes').map((term) => term.replaceAll('_', ' ')),
    chrSort: text(gene?.facts ?? {}, 'chromosome').padStart(2, '0'),
    geneIds: symbol === '' ? [] : [{ name: symbol, id: gene?.id ?? '' }],
  };
}

/** A date with the time of day that NCBI adds; empty if it is unknown. */
function timestamp(printed: string): string {
  const date = sortableDate(printed);
  return date === undefined ? '' : `${date} 00:00`;
}

function sortTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/^(?:the|an?) /, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function identifiers(known: Readonly<Record<string, readonly [code: number, value: string]>>): readonly Scope[] {
  return Object.entries(known).flatMap(([type, [code, value]]) => (value === '' ? [] : [{ type, code, value }]));
}

/** The folder of a study's reads in SRA (recorded 2020). */
function folderOfStudy(accession: string): string {
  const [, kind = '', hundreds = ''] = /^(\w{3})(\d{3})/.exec(accession) ?? [];
  return `ftp://ftp-trace.ncbi.nlm.nih.gov/sra/sra-instant/reads/ByStudy/sra/${kind}/${kind}${hundreds}/${accession}/`;
}

/** A DOI as the path of a URL. */
function pathOf(doi: string): string {
  return encodeURI(doi).replaceAll('#', '%23').replaceAll('?', '%3F');
}

function genesOf(linkName: string, uid: string, graph: SampleGraph) {
  return graph.links(linkName, uid).map((id) => ({ id, facts: graph.record('gene', id) ?? {} }));
}
