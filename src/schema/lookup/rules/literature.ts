import type { DocSum } from '../../../eutils/records/esummary.js';
import {
  accession,
  articleIds,
  capitals,
  captured,
  curieOf,
  type DatabaseRules,
  type Identifier,
  members,
  quoted,
  tagged,
} from '../identifier.js';
import { docsAt, textAt } from '../../summaries/docsum.js';
import { title, titleWords } from './title.js';

const DOI = /^(?:doi:\s*)?(10\.\d{4,9}(?:\/|%2F)[^\s"]{0,199}[^\s".,;])[.,;]*$/i;
const DOI_ADDRESS = /^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/([^?#\s]+)(?:[?#].*)?$/i;

const doi: Identifier = {
  argument: 'doi',
  plural: 'dois',
  expected: 'a DOI such as 10.1038/nature12373',
  parse: (value) => {
    const text = DOI.exec(value.trim().replace(DOI_ADDRESS, '$1'))?.[1];
    return text?.replaceAll(/%2F/gi, '/');
  },
  recognize: DOI,
  prefixes: ['doi'],
  how: 'ACCESSION',
  search: { term: quoted('doi'), namesIn: articleIds('doi') },
};

const pmcid: Identifier = {
  argument: 'pmcid',
  plural: 'pmcids',
  expected: 'a PMCID such as PMC3531190',
  numeric: true,
  // Versions of an article are not told apart.
  parse: captured(/^(?:PMC\s?)?0*([1-9]\d{0,9})(?:\.\d+)?$/i),
  recognize: /^PMC\s?0*[1-9]\d{0,9}(?:\.\d+)?$/i,
  prefixes: ['pmc', 'pmcid'],
  how: 'ACCESSION',
};

const pmid: Identifier = {
  argument: 'pmid',
  plural: 'pmids',
  expected: 'a PubMed uid such as 23193287',
  numeric: true,
  parse: captured(/^(?:PMID:?\s*)?0*([1-9]\d{0,9})$/i),
  recognize: /^PMID\s*\d{1,10}$/i,
  prefixes: ['pmid', 'pubmed', 'medline', 'pubmedid'],
  how: 'UID',
};

const issn: Identifier = {
  argument: 'issn',
  plural: 'issns',
  expected: 'an ISSN such as 0028-0836',
  parse: (value) => {
    const [, start, end] = /^(\d{4})-?(\d{3}[\dX])$/i.exec(value.trim()) ?? [];
    return start !== undefined && end !== undefined ? `${start}-${end}`.toUpperCase() : undefined;
  },
  recognize: /^\d{4}-\d{3}[\dX]$/i,
  prefixes: ['issn'],
  how: 'ACCESSION',
  search: {
    term: quoted('ISSN'),
    namesIn: (summary) => (docsAt(summary, 'issnlist') ?? []).flatMap((each) => textAt(each, 'issn') ?? []),
  },
};

/** Titles of journals end with a full stop, and differ in capitals. */
function journalTitles(summary: DocSum): readonly string[] {
  const others = (docsAt(summary, 'titleotherlist') ?? []).flatMap((each) => textAt(each, 'titlealternate') ?? []);
  const own = (docsAt(summary, 'titlemainlist') ?? []).flatMap((each) => textAt(each, 'title') ?? []);
  return [...own, ...others].map(titleWords);
}

export const literature: Readonly<Record<string, DatabaseRules>> = {
  pubmed: {
    curie: { ofUid: (uid) => `pubmed:${uid}` },
    identifiers: [
      doi,
      {
        ...pmcid,
        search: {
          term: (value) => `PMC${value}[pmcid]`,
          namesIn: (summary) => articleIds('pmc')(summary).map((id) => id.replace(/^PMC/i, '')),
        },
      },
      pmid,
      title,
    ],
  },
  pmc: {
    curie: { ofUid: (uid) => `pmc:PMC${uid}` },
    identifiers: [
      pmcid,
      doi,
      { ...pmid, how: 'ACCESSION', search: { term: tagged('PMID'), namesIn: articleIds('pmid') } },
      title,
    ],
  },
  nlmcatalog: {
    curie: curieOf('nlm', 'nlmuniqueid'),
    identifiers: [
      {
        argument: 'nlmUniqueId',
        plural: 'nlmUniqueIds',
        expected: 'an NLM unique identifier such as 2985038R',
        parse: capitals(/^(\d{5,10}[A-Z]?)$/i),
        recognize: /^\d{5,10}[A-Z]$/i,
        prefixes: ['nlm', 'nlmid'],
        how: 'ACCESSION',
        search: { term: tagged('nlmid'), namesIn: members('nlmuniqueid') },
      },
      issn,
      {
        argument: 'abbreviation',
        plural: 'abbreviations',
        expected: 'the MEDLINE abbreviation of a title, or the title, such as Nat Med',
        parse: captured(/^([^"[\]*\n]{1,120})$/),
        how: 'NAME',
        search: { term: quoted('Title Abbreviation'), namesIn: members('medlineta') },
        otherwise: {
          name: 'title',
          how: 'TITLE',
          keyOf: (plain) => titleWords(plain) || undefined,
          search: { term: quoted('Title'), namesIn: journalTitles },
          explain: (summary, plain) => `"${plain}" is the title of ${textAt(summary, 'nlmuniqueid') ?? summary.uid}.`,
        },
      },
    ],
  },
  books: {
    identifiers: [
      {
        ...accession('NBK65951', /^(NBK\d{1,9})$/i, 'AID', ['accessionid']),
        prefixes: ['bookshelf', 'ncbibook'],
      },
    ],
  },
};
