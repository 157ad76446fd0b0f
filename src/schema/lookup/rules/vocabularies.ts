import { conceptNamesOf, mimNumbersOf, vocabularyIdsOf } from '../../summaries/databases/conditions.js';
import { textsAt } from '../../summaries/docsum.js';
import { badInput } from '../../core/arguments.js';
import { parseOrganism } from '../../core/query-arguments.js';
import {
  captured,
  capitals,
  curieOf,
  type DatabaseRules,
  members,
  type Identifier,
  type Narrowing,
  quoted,
  sameAs,
  tagged,
} from '../identifier.js';

interface Vocabulary {
  readonly vocabulary: string;
  readonly example: string;
  readonly form: RegExp;
  /** As MedGen writes it among the names of a concept. */
  readonly plain: (number: string) => string;
  readonly prefixes: readonly string[];
}

/** Vocabularies whose identifiers MedGen shows beside the names of its concepts. */
const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  hpoId: {
    vocabulary: 'HPO',
    example: 'HP:0001250',
    form: /^HP[:_](\d{7})$/i,
    plain: (number) => `HP:${number}`,
    prefixes: ['hp', 'hpo'],
  },
  mondoId: {
    vocabulary: 'MONDO',
    example: 'MONDO:0007947',
    form: /^MONDO[:_](\d{7})$/i,
    plain: (number) => `MONDO:${number}`,
    prefixes: ['mondo'],
  },
  orphanetId: {
    vocabulary: 'Orphanet',
    example: 'ORPHA:558',
    form: /^(?:ORPHA(?:NET)?|ORDO)[:_]?(?:Orphanet_)?0*([1-9]\d{0,6})$/i,
    plain: (number) => `Orphanet_${number}`,
    prefixes: ['orphanet', 'orpha', 'orphanet.ordo', 'ordo'],
  },
};

const within: Narrowing = {
  argument: 'within',
  description: 'Uid or name of a taxon that contains the one meant, such as 2 or Bacteria.',
  term: (taxon) => {
    const name = parseOrganism(taxon, 'within');
    return /^\d+$/.test(name) ? `txid${name}[SBTR]` : quoted('SBTR')(name);
  },
};

const rank: Narrowing = {
  argument: 'rank',
  description: 'Rank of the taxon meant, such as genus.',
  term: (value) => {
    if (!/^[a-z][a-z ]{1,30}$/i.test(value.trim())) {
      throw badInput('rank', value, 'Use a rank such as genus.');
    }
    return quoted('RANK')(value.trim().toLowerCase());
  },
  isMet: (summary, value) => members('rank')(summary).some(sameAs(value.trim())),
};

export const vocabularies: Readonly<Record<string, DatabaseRules>> = {
  medgen: {
    curie: { ofUid: (uid) => `medgen:${uid}` },
    identifiers: [
      {
        argument: 'conceptId',
        plural: 'conceptIds',
        expected: 'a concept identifier such as C0027672',
        parse: capitals(/^(CN?\d{4,8})$/i),
        recognize: /^C(?:\d{7}|N\d{6})$/i,
        prefixes: ['umls', 'umls_cui', 'umls.cui', 'cui', 'medgen'],
        how: 'ACCESSION',
        search: { term: tagged('ConceptId'), namesIn: members('conceptid') },
      },
      {
        argument: 'mim',
        plural: 'mims',
        expected: 'the MIM number of a condition such as 154700',
        numeric: true,
        parse: captured(/^(?:O?MIM:?\s*)?[#%*+^]?\s*([1-9]\d{5})$/i),
        recognizeHere: /^(?:O?MIM\s*)?[#%*+^]\s*[1-9]\d{5}$|^O?MIM\s*[1-9]\d{5}$/i,
        borrowed: ['omim', 'mim'],
        how: 'CROSS_REFERENCE',
        search: { term: tagged('MIM'), namesIn: mimNumbersOf },
      },
      ...Object.entries(VOCABULARIES).map(([argument, { vocabulary, example, form, plain, prefixes }]): Identifier => ({
        argument,
        plural: `${argument}s`,
        expected: `the ${vocabulary} identifier of a condition such as ${example}`,
        parse: (value) => {
          const number = form.exec(value.trim())?.[1];
          return number === undefined ? undefined : plain(number);
        },
        recognize: form,
        prefixes,
        how: 'CROSS_REFERENCE',
        // A colon would be taken for a range (protocol, second part, section 8).
        search: { term: (value) => `"${value}"`, namesIn: vocabularyIdsOf },
      })),
      {
        argument: 'name',
        plural: 'names',
        expected: 'a name of a condition such as Alzheimer disease',
        parse: captured(/^([^"[\]*\t\n]{1,200})$/),
        how: 'NAME',
        search: {
          term: (value) => `"${value}"`,
          namesIn: (summary) => [...members('title')(summary), ...conceptNamesOf(summary)],
          preferences: [(summary, value) => members('title')(summary).some(sameAs(value))],
        },
      },
    ],
  },
  mesh: {
    curie: curieOf('mesh', 'ds_meshui'),
    identifiers: [
      {
        argument: 'meshId',
        plural: 'meshIds',
        expected: 'a MeSH unique identifier such as D009369',
        parse: capitals(/^([CDQ]\d{6,9})$/i),
        recognize: /^(?:[CDQ]\d{6}|[CD]\d{9})$/i,
        prefixes: ['mesh', 'msh'],
        how: 'ACCESSION',
        search: { term: tagged('MHUI'), namesIn: members('ds_meshui') },
      },
      {
        argument: 'term',
        plural: 'terms',
        expected: 'a heading or entry term such as Neoplasms',
        parse: captured(/^([^"[\]*\n]{1,200})$/),
        how: 'NAME',
        search: {
          term: quoted('MESH'),
          namesIn: (summary) => textsAt(summary, 'ds_meshterms') ?? [],
          preferences: [(summary, value) => sameAs(value)((textsAt(summary, 'ds_meshterms') ?? [])[0] ?? '')],
        },
      },
    ],
  },
  taxonomy: {
    uidPrefixes: [
      'ncbitaxon',
      'taxid',
      'taxon',
      'txid',
      'ncbi_taxid',
      'ncbitaxonomyid',
      'ncbi taxon',
      'taxonomyid',
      'taxonid',
    ],
    uidForm: /^(?:NCBI:)?txid0*([1-9]\d{0,9})(?:\[[\w: ]+\])?$/i,
    curie: { ofUid: (uid) => `NCBITaxon:${uid}` },
    distinctions: { rank: 'rank', division: 'division' },
    identifiers: [
      {
        argument: 'name',
        plural: 'names',
        expected: 'a scientific, common or former name of a taxon, such as Homo sapiens',
        parse: taxonName,
        how: 'NAME',
        howUnseen: 'SYNONYM',
        search: {
          term: quoted('ALLN'),
          namesIn: (summary) =>
            members('scientificname', 'commonname')(summary).flatMap((name) => taxonName(name) ?? []),
          preferences: [(summary, value) => members('scientificname')(summary).some(sameAs(value))],
          // Synonyms are not in the summary.
          mayBe: () => true,
        },
        narrowings: [within, rank],
      },
    ],
  },
};

/** A name without the brackets of misplaced taxa (`[Candida] auris`), which a query cannot hold; an asterisk would stand for any ending. */
function taxonName(name: string): string | undefined {
  const plain = name
    .replaceAll(/["[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return plain === '' || plain.length > 200 || plain.includes('*') ? undefined : plain;
}
