import {
  accession,
  anyVersion,
  captured,
  type DatabaseRules,
  type IdentifierSearch,
  olderVersion,
  tagged,
  VERSION,
  versioned,
} from '../identifier.js';
import { spdi, SUBSTITUTION } from './spdi.js';
import type { DocSum } from '../../../eutils/records/esummary.js';
import { type Doc, docsAt, textAt, textsAt } from '../../summaries/docsum.js';
import { accessionOfStudy } from '../../summaries/databases/studies.js';

/** An accession with its version, perhaps a gene in parentheses, and the change. */
const HGVS =
  /^([A-Z]{2}_\d{6,9}(?:\.\d{1,3})?|LRG_\d{1,5}(?:[tp]\d{1,3})?|ENST\d{11}(?:\.\d{1,3})?)(?:\([\w.-]{1,30}\))?:([cgmnp]\.[^\s"[\]]{1,200})(?:\s*\(p\.[^)]{1,100}\))?$/i;

function allelesOf(summary: DocSum): readonly Doc[] {
  return docsAt(summary, 'variation_set') ?? [];
}

/** The expressions that a summary shows, without their genes and what they do to the protein. */
function expressionsOf(summary: DocSum): readonly string[] {
  const shown = [textAt(summary, 'title'), ...allelesOf(summary).map((allele) => textAt(allele, 'variation_name'))];
  return shown.flatMap((text) => {
    const expression = HGVS.exec(text ?? '');
    return expression ? `${expression[1]}:${expression[2]}` : [];
  });
}

const byTest: IdentifierSearch = { term: anyVersion('GTRACC'), namesIn: versioned('accession') };

const byStudy: IdentifierSearch = {
  term: (value) => (value.startsWith('phs') ? tagged('STID')(value.replace(/\..*/, '')) : `"${value}"`),
  namesIn: (summary) => {
    const shown = accessionOfStudy(summary);
    return shown === null ? [] : [shown, shown.replace(/\.p\d+$/, ''), shown.replace(/\..*/, '')];
  },
};

export const variation: Readonly<Record<string, DatabaseRules>> = {
  snp: {
    curie: { ofUid: (uid) => `dbsnp:rs${uid}` },
    identifiers: [
      {
        argument: 'rs',
        plural: 'rs',
        expected: 'an rs number such as rs28934578',
        numeric: true,
        parse: captured(/^(?:rs\s?)?0*([1-9]\d{0,14})$/i),
        // RS1 is a gene.
        recognize: /^(?:rs\s?\d{1,15}|[Rr][Ss]\s?\d{3,15})$/,
        recognizeHere: /^rs\s?\d{1,15}$/i,
        prefixes: ['dbsnp', 'rsid'],
        how: 'UID',
      },
      {
        argument: 'ss',
        plural: 'ss',
        expected: 'a number of a submitted SNP such as ss4921649',
        numeric: true,
        parse: captured(/^(?:ss\s?)?0*([1-9]\d{0,14})$/i),
        // SS18 is a gene.
        recognize: /^(?:ss\s?\d{1,15}|[Ss][Ss]\s?\d{6,15})$/,
        recognizeHere: /^ss\s?\d{1,15}$/i,
        how: 'ACCESSION',
        search: { term: (value) => `ss${value}[SS]`, namesIn: (summary) => textsAt(summary, 'ss', ',') ?? [] },
      },
      { ...spdi, lastResort: SUBSTITUTION },
    ],
  },
  clinvar: {
    curie: { ofUid: (uid) => `clinvar:${uid}` },
    uidPrefixes: ['clinvar.variation', 'clinvarvariant'],
    identifiers: [
      {
        argument: 'accession',
        plural: 'accessions',
        expected: 'a VCV, RCV or SCV accession such as VCV000012374, whose newest version is meant',
        parse: (value) => {
          const [, kind = '', number] = /^([VRS]CV)0*([1-9]\d{0,11})(?:\.\d+)?$/i.exec(value.trim()) ?? [];
          return number === undefined ? undefined : `${kind.toUpperCase()}${number.padStart(9, '0')}`;
        },
        recognize: /^[VRS]CV\d{1,12}(?:\.\d+)?$/i,
        prefixes: ['clinvar', 'clinvar.record', 'clinvar.submission'],
        how: 'ACCESSION',
        uidOf: captured(/^VCV0*([1-9]\d{0,11})$/),
        search: {
          term: (value) => value,
          namesIn: (summary) =>
            ['rcv', 'scv'].flatMap((kind) =>
              (textsAt(summary, `supporting_submissions.${kind}`) ?? []).map((name) => name.replace(VERSION, '')),
            ),
        },
      },
      {
        argument: 'alleleId',
        plural: 'alleleIds',
        expected: 'an AlleleID such as 15048',
        numeric: true,
        parse: captured(/^0*([1-9]\d{0,9})$/),
        how: 'ACCESSION',
        search: {
          term: tagged('AlleleID'),
          namesIn: (summary) => allelesOf(summary).flatMap((allele) => textAt(allele, 'measure_id') ?? []),
        },
      },
      {
        argument: 'hgvs',
        plural: 'hgvs',
        expected: 'an HGVS expression such as NM_000410.3:c.845G>A',
        parse: (value) => {
          const expression = HGVS.exec(value.trim());
          return expression ? `${expression[1]}:${expression[2]}` : undefined;
        },
        recognize: HGVS,
        prefixes: ['hgvs'],
        how: 'NAME',
        howUnseen: 'SYNONYM',
        // The expressions of other transcripts are not in the summary.
        search: { term: (value) => `"${value}"`, namesIn: expressionsOf, mayBe: () => true },
      },
      {
        argument: 'rs',
        plural: 'rs',
        expected: 'an rs number such as rs1800562',
        numeric: true,
        parse: captured(/^(?:rs\s?)?0*([1-9]\d{0,14})$/i),
        how: 'CROSS_REFERENCE',
        search: {
          term: (value) => `rs${value}`,
          namesIn: (summary) =>
            allelesOf(summary)
              .flatMap((allele) => docsAt(allele, 'variation_xrefs') ?? [])
              .flatMap((each) => (textAt(each, 'db_source') === 'dbSNP' ? (textAt(each, 'db_id') ?? []) : [])),
        },
      },
      {
        ...spdi,
        // By itself, a change is looked for in dbSNP.
        recognize: undefined,
        search: {
          ...spdi.search,
          namesIn: (summary) => allelesOf(summary).flatMap((allele) => textAt(allele, 'canonical_spdi') ?? []),
        },
      },
    ],
  },
  gtr: {
    identifiers: [
      {
        ...accession('GTR000500010', /^(GTR\d{9}(?:\.\d+)?)$/i, 'GTRACC', ['accession']),
        search: byTest,
        otherwise: olderVersion(byTest, (summary) => textAt(summary, 'accession')),
      },
    ],
  },
  gap: {
    identifiers: [
      {
        argument: 'accession',
        plural: 'accessions',
        expected: 'a dbGaP accession such as phs000007.v1.p1 or phs000007',
        parse: (value) => captured(/^(ph[advst]\d{6}(?:\.v\d{1,3}(?:\.p\d{1,3})?)?)$/i)(value)?.toLowerCase(),
        recognize: /^ph[advst]\d{6}(?:\.v\d{1,3}(?:\.p\d{1,3})?)?$/i,
        prefixes: ['dbgap', 'gap'],
        how: 'ACCESSION',
        search: byStudy,
        otherwise: olderVersion(byStudy, accessionOfStudy),
      },
    ],
  },
  dbvar: {
    identifiers: [
      {
        ...accession('nsv513796', /^([ned]s(?:v|td)\d{1,10})$/i, 'ACCN', ['sv']),
        prefixes: ['dbvar', 'dbvar.variant'],
      },
    ],
  },
};
