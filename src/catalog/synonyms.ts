/**
 * Words that people use for what the schema names otherwise, in lower case and singular: the fields that each may mean, the
 * likeliest first.
 */
export const FIELDS: Readonly<Record<string, readonly string[]>> = {
  abstracttext: ['abstract'],
  article: ['pubmed'],
  assay: ['pcassay'],
  author: ['authors'],
  bookchapter: ['books'],
  chemical: ['pccompound'],
  citation: ['citedIn', 'pmcCitationCount'],
  citedby: ['citedIn'],
  clinicalvariant: ['clinvar'],
  compound: ['pccompound'],
  condition: ['medgen', 'omim'],
  dataset: ['gds'],
  disease: ['medgen', 'omim'],
  disorder: ['medgen', 'omim'],
  domain: ['cdd'],
  drug: ['pccompound'],
  expression: ['gds', 'geoprofiles'],
  fulltext: ['pmc'],
  genome: ['assembly'],
  literature: ['pubmed'],
  medline: ['pubmed'],
  mutation: ['clinvar', 'snp'],
  name: ['symbol', 'scientificName', 'title'],
  nucleotide: ['nuccore'],
  organism: ['taxonomy'],
  paper: ['pubmed'],
  pdb: ['structure'],
  phenotype: ['medgen', 'omim'],
  polymorphism: ['snp'],
  project: ['bioproject'],
  publication: ['pubmed'],
  relatedarticle: ['related'],
  relatedpaper: ['related'],
  run: ['sra'],
  sample: ['biosample'],
  sequence: ['nuccore', 'protein'],
  similar: ['related'],
  similararticle: ['related'],
  specie: ['taxonomy'],
  taxon: ['taxonomy'],
  transcript: ['nuccore'],
  variant: ['clinvar', 'snp'],
  variation: ['clinvar', 'snp'],
};

/** The same for arguments. */
export const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  accessionid: ['accession'],
  count: ['first'],
  cursor: ['after'],
  genesymbol: ['symbol'],
  limit: ['first'],
  maxresult: ['first'],
  name: ['symbol', 'name', 'accession', 'names'],
  offset: ['after'],
  order: ['orderBy', 'sort'],
  page: ['after'],
  pagesize: ['first'],
  pmid: ['uid'],
  query: ['term'],
  retmax: ['first'],
  retstart: ['after'],
  size: ['first'],
  skip: ['after'],
  sort: ['orderBy'],
  sortby: ['orderBy', 'sort'],
  take: ['first'],
  text: ['term'],
  top: ['first'],
};

/** The fields that a word may mean; not all of them exist wherever it stands. */
export function fieldsMeantBy(word: string): readonly string[] {
  return meantBy(FIELDS, word);
}

/** As {@link fieldsMeantBy}, of arguments. */
export function argumentsMeantBy(word: string): readonly string[] {
  return meantBy(ARGUMENTS, word);
}

function meantBy(table: Readonly<Record<string, readonly string[]>>, word: string): readonly string[] {
  const plain = word.toLowerCase().replaceAll('_', '');
  const forms = [plain, plain.replace(/s$/, ''), plain.replace(/ies$/, 'y'), plain.replace(/ids$/, 'id')];
  const known = forms.find((form) => Object.hasOwn(table, form));
  return [...(known === undefined ? [] : (table[known] ?? [])), ...forms];
}
