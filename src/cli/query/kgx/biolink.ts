import type { LinkName } from '../../../catalog/catalog.js';
import { linkKind } from '../../../catalog/link-kind.js';

/** What an edge of a knowledge graph says of its link. */
export interface Relation {
  readonly predicate: string;
  readonly knowledgeLevel: 'knowledge_assertion' | 'prediction' | 'not_provided';
  readonly agentType: 'manual_agent' | 'data_analysis_pipeline' | 'not_provided';
}

const NAMED_THING = 'biolink:NamedThing';

/** Classes of the Biolink Model, by database. OMIM has genes and conditions in one database. */
const CATEGORIES: Readonly<Record<string, string>> = {
  annotinfo: 'biolink:InformationContentEntity',
  assembly: 'biolink:Genome',
  bioproject: 'biolink:Study',
  biosample: 'biolink:MaterialSample',
  blastdbinfo: 'biolink:Dataset',
  books: 'biolink:Book',
  cdd: 'biolink:ProteinDomain',
  clinvar: 'biolink:SequenceVariant',
  dbvar: 'biolink:SequenceVariant',
  gap: 'biolink:Study',
  gapplus: 'biolink:InformationContentEntity',
  gds: 'biolink:Dataset',
  gene: 'biolink:Gene',
  genome: 'biolink:Genome',
  geoprofiles: 'biolink:Dataset',
  grasp: 'biolink:InformationContentEntity',
  ipg: 'biolink:Protein',
  medgen: 'biolink:DiseaseOrPhenotypicFeature',
  nlmcatalog: 'biolink:Publication',
  nuccore: 'biolink:NucleicAcidEntity',
  omim: 'biolink:BiologicalEntity',
  pcassay: 'biolink:Study',
  pccompound: 'biolink:ChemicalEntity',
  pcsubstance: 'biolink:ChemicalEntity',
  pmc: 'biolink:Article',
  protein: 'biolink:Protein',
  proteinclusters: 'biolink:ProteinFamily',
  protfam: 'biolink:ProteinFamily',
  pubmed: 'biolink:Article',
  seqannot: 'biolink:InformationContentEntity',
  snp: 'biolink:SequenceVariant',
  sra: 'biolink:Dataset',
  structure: 'biolink:MacromolecularComplex',
  taxonomy: 'biolink:OrganismTaxon',
};

/** Names in the Information Resource Registry, by database. */
const INFORMATION_RESOURCES: Readonly<Record<string, string>> = {
  clinvar: 'infores:clinvar',
  gene: 'infores:ncbi-gene',
  medgen: 'infores:medgen',
  mesh: 'infores:mesh',
  omim: 'infores:omim',
  pcassay: 'infores:pubchem',
  pccompound: 'infores:pubchem',
  pcsubstance: 'infores:pubchem',
  pmc: 'infores:pubmed-central',
  pubmed: 'infores:pubmed',
  snp: 'infores:dbsnp',
  taxonomy: 'infores:ncbi-taxonomy',
};

const LITERATURE: ReadonlySet<string> = new Set(['books', 'nlmcatalog', 'pmc', 'pubmed']);
const VARIANTS: ReadonlySet<string> = new Set(['clinvar', 'dbvar', 'snp']);

/** Link names that say more than the databases that they lead between. */
const PREDICATES: Readonly<Record<string, string>> = {
  books_pmc_refs: 'mentions',
  books_pubmed_refs: 'mentions',
  gene_medgen_diseases: 'gene_associated_with_condition',
  medgen_gene_diseases: 'condition_associated_with_gene',
  pmc_books_refs: 'mentioned_by',
  pmc_pubmed: 'same_as',
  pmc_pubmed_embargo: 'same_as',
  pmc_refs_pubmed: 'mentions',
  protein_structure_direct: 'part_of',
  pubmed_books_refs: 'mentioned_by',
  pubmed_pmc: 'same_as',
  pubmed_pmc_bookrecords: 'mentions',
  pubmed_pmc_embargo: 'same_as',
  pubmed_pmc_local: 'same_as',
  pubmed_pmc_refs: 'mentioned_by',
  pubmed_pubmed_bookrecords: 'mentions',
  pubmed_pubmed_citedin: 'mentioned_by',
  pubmed_pubmed_refs: 'mentions',
  structure_protein_direct: 'has_part',
};

/** Fields that lead from record to record without a link name. */
const FIELDS: Readonly<Record<string, Relation>> = {
  children: stated('superclass_of'),
  geneRifs: stated('mentioned_by'),
  lineage: stated('subclass_of'),
  openCitedIn: unstated('mentioned_by'),
  openReferences: unstated('mentions'),
  orthologs: computed('orthologous_to'),
  parent: stated('subclass_of'),
};

/** The class of the records of a database. */
export function categoryOf(db: string): string {
  return CATEGORIES[db] ?? NAMED_THING;
}

/** The information resource that a database is; Entrez as a whole where the registry does not have it. */
export function informationResourceOf(db: string): string {
  return INFORMATION_RESOURCES[db] ?? 'infores:entrez';
}

/** What links of a name say. Where that is not certain, records are related, which is true of all links. */
export function relationOfLink(link: LinkName): Relation {
  if (linkKind(link) === 'computed') {
    return computed(link.from === link.to ? 'similar_to' : 'related_to');
  }
  return stated(PREDICATES[link.name] ?? predicateBetween(link.from, link.to));
}

/** What a field says that leads from one record to others. */
export function relationOfField(field: string): Relation {
  return FIELDS[field] ?? unstated('related_to');
}

function predicateBetween(from: string, to: string): string {
  if (LITERATURE.has(from) || LITERATURE.has(to)) {
    return LITERATURE.has(from) && LITERATURE.has(to)
      ? 'related_to'
      : LITERATURE.has(from)
        ? 'mentions'
        : 'mentioned_by';
  }
  if (from === 'taxonomy' || to === 'taxonomy') {
    return to === 'taxonomy' ? 'in_taxon' : 'taxon_of';
  }
  if (from === 'gene' || to === 'gene') {
    const other = from === 'gene' ? to : from;
    const [ofGene, ofOther] = VARIANTS.has(other)
      ? ['has_sequence_variant', 'is_sequence_variant_of']
      : other === 'protein'
        ? ['has_gene_product', 'gene_product_of']
        : ['related_to', 'related_to'];
    return from === 'gene' ? ofGene : ofOther;
  }
  return 'related_to';
}

function stated(predicate: string): Relation {
  return { predicate: `biolink:${predicate}`, knowledgeLevel: 'knowledge_assertion', agentType: 'manual_agent' };
}

function computed(predicate: string): Relation {
  return { predicate: `biolink:${predicate}`, knowledgeLevel: 'prediction', agentType: 'data_analysis_pipeline' };
}

function unstated(predicate: string): Relation {
  return { predicate: `biolink:${predicate}`, knowledgeLevel: 'not_provided', agentType: 'not_provided' };
}
