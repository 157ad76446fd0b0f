import type { Data } from './answers.js';

/** A database whose records few clients ask for: records of the sample, and members of its summaries with their fields. */
export interface RareDatabase {
  readonly db: string;
  /** Records by what the root field takes. */
  readonly uids: readonly string[];
  /** Members of the summary, as XML names them, and the fields of the same values, as GraphQL selects them. */
  readonly fields: Readonly<Record<string, string>>;
}

export const RARE_DATABASES: readonly RareDatabase[] = [
  {
    db: 'gap',
    uids: ['195331', '9000000031'],
    fields: {
      d_object_type: 'objectType',
      d_study_id: 'accession',
      d_study_type: 'studyType',
      d_num_participants_in_subtree: 'participantCount',
      d_num_variables_in_subtree: 'variableCount',
      d_num_documents_in_subtree: 'documentCount',
      d_num_analyses_in_subtree: 'analysisCount',
      d_ancestor_id: 'variableAncestors { accession }',
    },
  },
  {
    db: 'genome',
    uids: ['2640'],
    fields: {
      Organism_Name: 'organism',
      Organism_Kingdom: 'kingdom',
      Organism_Group: 'group',
      Organism_Subgroup: 'subgroup',
      ProjectID: 'bioprojectUid',
      Project_Accession: 'bioprojectAccession',
      Status: 'status',
      Number_of_Chromosomes: 'chromosomeCount',
      Number_of_Plasmids: 'plasmidCount',
      Number_of_Organelles: 'organelleCount',
      Assembly_Name: 'assemblyName',
      Assembly_Accession: 'assemblyAccession',
      AssemblyID: 'assemblyUid',
      Create_Date: 'createDate',
    },
  },
  {
    db: 'ipg',
    uids: ['79092155'],
    fields: {
      Accession: 'accession',
      Title: 'title',
      Organism: 'organism',
      Slen: 'length',
      NucleotideAccession: 'nucleotideAccession',
    },
  },
  { db: 'protfam', uids: ['9000000032'], fields: { DispFamilyAcc: 'accession' } },
  {
    db: 'proteinclusters',
    uids: ['2516486'],
    fields: {
      ACCN: 'accession',
      Definition: 'definition',
      Total_Prots: 'proteinCount',
      Total_genera: 'genusCount',
      Gene: 'geneSymbol',
      GeneSynonym: 'geneSynonyms',
      COG: 'cog',
      HAMAP: 'hamap',
      KO: 'keggOrthology',
      CreateDate: 'createDate',
      ModDate: 'modifyDate',
      Domains: 'domainCount',
      CommonTaxonomy: 'commonTaxonomy',
      Paralogs: 'paralogCount',
      COGgroup: 'cogGroup',
      AverageLength: 'averageLength',
      Total_Publications: 'publicationCount',
      Source: 'source',
    },
  },
  {
    db: 'pcsubstance',
    uids: ['127317050'],
    fields: {
      'SourceNameList/string': 'sourceNames',
      CurrentSourceName: 'source',
      SourceID: 'sourceId',
      'SourceCategoryList/string': 'sourceCategories',
      SourceReleaseDate: 'releaseDate',
      DepositDate: 'depositDate',
      ModifyDate: 'modifyDate',
      'SynonymList/string': 'synonyms',
      'CommentList/string': 'comments',
      IUPACName: 'iupacName',
      CanonicalSmiles: 'canonicalSmiles',
      IsomericSmiles: 'isomericSmiles',
      MolecularFormula: 'molecularFormula',
      MolecularWeight: 'molecularWeight',
    },
  },
];

/** One operation for all of them; each field has the alias `f0`, `f1` ... of its place. */
export function questionOfAll(): string {
  const parts = RARE_DATABASES.map(({ db, uids, fields }) => {
    const selected = Object.values(fields).map((field, place) => `f${place}: ${field}`);
    return `${db}(uids: ${JSON.stringify(uids)}) { uid ${selected.join(' ')} }`;
  });
  return `{ records { ${parts.join(' ')} } }`;
}

/** The values of a record in the order of its fields, as {@link plainly} writes them. */
export function valuesOf(record: Data, { fields }: RareDatabase): readonly string[] {
  return Object.keys(fields).map((_, place) => plainly(record[`f${place}`]));
}

/**
 * A value without what only its notation adds: days with slashes and an hour, trailing zeros, the word for nothing. A list
 * is joined by bars; nothing is a hyphen.
 */
export function plainly(value: Data): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? '-' : value.map(plainly).join('|');
  }
  if (typeof value === 'object' && value !== null) {
    return plainly(Object.values(value)[0]);
  }
  const text = String(value ?? '').trim();
  const day = /^(\d{4})\/(\d\d)\/(\d\d) \d\d:\d\d$/.exec(text);
  if (day !== null) {
    return day.slice(1).join('-');
  }
  if (/^\d+\.\d+$/.test(text)) {
    return String(Number(text));
  }
  return ['', 'None'].includes(text) ? '-' : text;
}
