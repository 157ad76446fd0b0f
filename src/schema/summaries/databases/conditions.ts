import { type Doc, docsAt, textAt, textsAt } from '../docsum.js';
import { embeddedXml, inside } from '../embedded-xml.js';
import { date, derived, object, objects, type SummaryFields, type SummaryShape, text, texts } from '../field-spec.js';

/** What the sign before a MIM number says about the entry. */
const OMIM_KINDS: Readonly<Record<string, string>> = {
  '*': 'gene',
  '+': 'gene and phenotype',
  '#': 'phenotype, molecular basis known',
  '%': 'phenotype or locus, molecular basis unknown',
  '^': 'moved or removed',
};

export const omim: SummaryFields = {
  mimNumber: derived(
    'MIM number, without the sign before it.',
    (doc) => /\d+/.exec(textAt(doc, 'oid') ?? '')?.[0] ?? null,
  ),
  entryType: derived(
    'What the entry is about, from the sign before its number; null without a sign.',
    (doc) => OMIM_KINDS[textAt(doc, 'oid')?.charAt(0) ?? ''] ?? null,
  ),
  alternativeTitles: text('alttitles', 'Alternative titles as one text.'),
  locus: text('locus', 'Cytogenetic position.'),
};

const conceptName: SummaryShape = {
  name: 'MedGenName',
  description: 'A name of a concept in one vocabulary.',
  fields: {
    name: text('value', 'The name.'),
    source: text('SAB', 'Abbreviation of the vocabulary.'),
    code: text('CODE', 'Code of the concept in the vocabulary.'),
    type: text('type', 'preferred or syn.'),
  },
};

const conceptDefinition: SummaryShape = {
  name: 'MedGenDefinition',
  description: 'A definition of a concept from one source.',
  fields: {
    source: text('source', 'Where it comes from.'),
    text: text('value', 'The definition.'),
  },
};

const conceptGene: SummaryShape = {
  name: 'MedGenGene',
  description: 'A gene tied to a condition.',
  fields: {
    symbol: text('value', 'Symbol.'),
    geneUid: text('gene_id', 'Gene uid.'),
    chromosome: text('chromosome', 'Chromosome.'),
    cytogeneticLocation: text('cytogen_loc', 'Cytogenetic position.'),
  },
};

const inheritance: SummaryShape = {
  name: 'MedGenInheritance',
  description: 'A way a condition is inherited.',
  fields: {
    name: text('Name', 'Its name.'),
    conceptId: text('CUI', 'Concept identifier.'),
  },
};

const feature: SummaryShape = {
  name: 'MedGenFeature',
  description: 'A sign or symptom of a condition.',
  fields: {
    name: text('Name', 'Its name.'),
    conceptId: text('CUI', 'Concept identifier.'),
    hpoId: text('SDUI', 'Identifier in the Human Phenotype Ontology.'),
    medgenUid: text('uid', 'MedGen uid of the feature.'),
  },
};

const concept = embeddedXml('conceptmeta');

export const medgen: SummaryFields = {
  conceptId: text('conceptid', 'Concept identifier of UMLS or MedGen, such as C0027672.'),
  definition: text('definition', 'What the concept means.'),
  semanticType: text('semantictype', 'Kind of concept, such as Disease or Syndrome.'),
  semanticTypeId: text('semanticid', 'Identifier of that kind.'),
  names: inside(concept, objects(conceptName, 'Names.Name', 'Names in all vocabularies.')),
  definitions: inside(concept, objects(conceptDefinition, 'Definitions.Definition', 'Definitions from all sources.')),
  genes: inside(concept, objects(conceptGene, 'AssociatedGenes.Gene', 'Genes tied to the condition.')),
  modesOfInheritance: inside(
    concept,
    objects(inheritance, 'ModesOfInheritance.ModeOfInheritance', 'Ways the condition is inherited.'),
  ),
  clinicalFeatures: inside(concept, objects(feature, 'ClinicalFeatures.ClinicalFeature', 'Signs and symptoms.')),
  mimNumbers: inside(concept, texts('OMIM.MIM', 'OMIM numbers.')),
  mergedInto: text('merged', 'Identifier of the concept this one was merged into.'),
  modificationDate: date('modificationdate', 'Day of the last change.'),
};

/** The identifiers of a concept in the vocabularies that its names come from. */
export function vocabularyIdsOf(doc: Doc): readonly string[] {
  return (docsAt(concept(doc) ?? {}, 'Names.Name') ?? []).flatMap((name) => textAt(name, 'SDUI') ?? []);
}

/** The names of a concept in all vocabularies. */
export function conceptNamesOf(doc: Doc): readonly string[] {
  return (docsAt(concept(doc) ?? {}, 'Names.Name') ?? []).flatMap((name) => textAt(name, 'value') ?? []);
}

/** The MIM numbers of a concept. */
export function mimNumbersOf(doc: Doc): readonly string[] {
  return textsAt(concept(doc) ?? {}, 'OMIM.MIM') ?? [];
}

const testedCondition: SummaryShape = {
  name: 'GtrCondition',
  description: 'A condition that a genetic test is for.',
  fields: {
    name: text('name', 'Its name.'),
    acronym: text('acronym', 'Its acronym.'),
    conceptId: text('cui', 'Concept identifier, as in MedGen.'),
  },
};

const analyte: SummaryShape = {
  name: 'GtrAnalyte',
  description: 'What a genetic test measures.',
  fields: {
    type: text('analytetype', 'Gene, Chromosome ...'),
    name: text('name', 'Symbol or name.'),
    geneUid: text('geneid', 'Gene uid.', { none: ['0'] }),
    location: text('location', 'Cytogenetic position.'),
  },
};

const place: SummaryShape = {
  name: 'GtrPlace',
  description: 'Where a laboratory is.',
  fields: {
    city: text('city', 'City.'),
    state: text('state', 'State or province.'),
    country: text('country', 'Country.'),
  },
};

const methodCategory: SummaryShape = {
  name: 'GtrMethodCategory',
  description: 'A category of test methods.',
  fields: {
    name: text('name', 'Its name.'),
    methods: texts('methodlist', 'The methods used.'),
  },
};

const testMethod: SummaryShape = {
  name: 'GtrMethod',
  description: 'How a genetic test is done.',
  fields: {
    name: text('name', 'Group of methods, such as Molecular Genetics.'),
    categories: objects(methodCategory, 'categorylist', 'Categories within the group.'),
  },
};

const certification: SummaryShape = {
  name: 'GtrCertification',
  description: 'A certification of a laboratory.',
  fields: {
    type: text('certificationtype', 'Kind, such as CLIA.'),
    number: text('id', 'Its number.'),
  },
};

export const gtr: SummaryFields = {
  accession: text('accession', 'GTR accession and version.'),
  testType: text('testtype', 'Clinical or Research.'),
  conditions: objects(testedCondition, 'conditionlist', 'Conditions the test is for.'),
  analytes: objects(analyte, 'analytes', 'What the test measures.'),
  laboratory: text('offerer', 'Laboratory that offers the test.'),
  laboratoryLocation: object(place, 'offererlocation', 'Where the laboratory is.'),
  methods: objects(testMethod, 'method', 'How the test is done.'),
  certifications: objects(certification, 'certifications', 'Certifications of the laboratory.'),
  specimens: texts('specimens', 'Kinds of specimen.'),
  testPurposes: texts('testpurpose', 'What the test is for, such as Diagnosis.'),
  clinicalValidity: text('clinicalvalidity.description', 'What is known of the clinical validity.'),
  country: text('country', 'Country.'),
};
