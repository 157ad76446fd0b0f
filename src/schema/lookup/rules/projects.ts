import { accession, curieOf, type DatabaseRules, members, tagged } from '../identifier.js';
import { accessionsOf, holdersOf, sampleNamesOf } from '../../summaries/databases/samples.js';

export const projects: Readonly<Record<string, DatabaseRules>> = {
  bioproject: {
    curie: curieOf('bioproject', 'project_acc'),
    identifiers: [
      { ...accession('PRJNA257197', /^(PRJ[DEN][A-Z]\d{1,9})$/i, 'PRJA', ['project_acc']), prefixes: ['bioproject'] },
    ],
  },
  biosample: {
    curie: curieOf('biosample', 'accession'),
    identifiers: [
      {
        ...accession('SAMN02604091', /^(SAM[DEN][AG]?\d{1,12}|[DES]RS\d{1,12}|GSM\d{1,9})$/i, 'ACCN', []),
        expected: 'an accession such as SAMN02604091 or SRS000001 of SRA or GSM2453023 of GEO',
        recognize: /^SAM[DEN][AG]?\d{1,12}$/i,
        prefixes: ['biosample'],
        search: {
          // Those of other archives are in no field of their own.
          term: (value) => (value.startsWith('SAM') ? tagged('ACCN')(value) : `"${value}"`),
          namesIn: sampleNamesOf,
        },
      },
    ],
  },
  gds: {
    curie: curieOf('geo', 'accession'),
    identifiers: [
      {
        ...accession('GSE93374', /^(G(?:DS|PL|SE|SM)\d{1,9})$/i, 'ACCN', ['accession']),
        expected: 'a GEO accession such as GSE93374',
        prefixes: ['geo', 'ncbi.geo'],
        search: {
          // The samples of a series are found by its accession too (protocol: a recorded search for GSE93374 has 13 hits).
          term: (value) => `(${value}[ACCN] AND ${value.slice(0, 3)}[ETYP])`,
          namesIn: members('accession'),
        },
      },
    ],
  },
  sra: {
    curie: {
      ofSummary: (summary) => {
        const [name] = accessionsOf(summary);
        return name === undefined ? undefined : `insdc.sra:${name}`;
      },
    },
    identifiers: [
      {
        ...accession('SRX000001', /^([DES]R[APRSX]\d{1,12})$/i, 'ACCN', []),
        expected:
          'the accession of an experiment or of one of its runs, such as SRX000001 or SRR000001, or of a study, sample or submission of a single experiment',
        prefixes: ['insdc.sra', 'ena.embl'],
        search: { term: tagged('ACCN'), namesIn: (summary) => [...accessionsOf(summary), ...holdersOf(summary)] },
      },
    ],
  },
};
