import { accession, curieOf, type DatabaseRules, members, tagged } from '../identifier.js';
import { accessionsOf, holdersOf, sampleNamesOf } from '../../summaries/databases/samples.js';

/** A data set of GEO and the probe of a profile in it, as pages of profiles name them; further parts name the gene. */
const PROFILE = /^(GDS\d{1,7})\s*[/|]\s*([^\s"[\]*/|]{1,80})(?:\s*[/|].*)?$/i;

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
        // SAMD9 is a gene.
        recognizeHere: /^SAM[DEN][AG]?\d{1,12}$/i,
        recognize: /^SAM(?:[DN]\d{6,12}|E[AG]?\d{3,12})$/i,
        lastResort: /^(?:[DES]RS\d{6,12}|GSM\d{2,9})$/i,
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
        // GSE1 is a gene.
        recognize: /^G(?:DS|PL|SE|SM)\d{2,9}$/i,
        recognizeHere: /^G(?:DS|PL|SE|SM)\d{1,9}$/i,
        prefixes: ['geo', 'ncbi.geo'],
        search: {
          // The samples of a series are found by its accession too (protocol: a recorded search for GSE93374 has 13 hits).
          term: (value) => `(${value}[ACCN] AND ${value.slice(0, 3)}[ETYP])`,
          namesIn: members('accession'),
        },
      },
    ],
  },
  geoprofiles: {
    identifiers: [
      {
        argument: 'name',
        plural: 'names',
        expected: 'a data set and a probe of its platform such as GDS3710 / 1567687_at',
        parse: (value) => {
          const [, dataSet, probe] = PROFILE.exec(value.trim()) ?? [];
          return dataSet === undefined || probe === undefined ? undefined : `${dataSet.toUpperCase()} / ${probe}`;
        },
        recognize: PROFILE,
        how: 'NAME',
        search: {
          // No field is known for either.
          term: (value) =>
            `(${value
              .split(' / ')
              .map((part) => `"${part}"`)
              .join(' AND ')})`,
          namesIn: (summary) =>
            members('gds')(summary).flatMap((dataSet) =>
              members('idref')(summary).map((probe) => `GDS${dataSet} / ${probe}`),
            ),
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
        ...accession(
          'SRX000001',
          /^([DES]R[APRSX]\d{1,12}|GSM\d{1,9}|PRJ[DEN][A-Z]\d{1,9}|SAM[DEN][AG]?\d{1,12})$/i,
          'ACCN',
          [],
        ),
        expected:
          'the accession of an experiment or of one of its runs, such as SRX000001 or SRR000001, or of a study, sample, submission or project of a single experiment, also SAMN02604091 or GSM2453023',
        // SRP54 and SRA1 are genes.
        recognize: /^[DES]R[APRSX]\d{6,12}$/i,
        recognizeHere: /^[DES]R[APRSX]\d{1,12}$/i,
        prefixes: ['insdc.sra', 'ena.embl'],
        search: {
          // Those of other archives are in no field of their own.
          term: (value) => (/^[DES]R/.test(value) ? tagged('ACCN')(value) : `"${value}"`),
          namesIn: (summary) => [...accessionsOf(summary), ...holdersOf(summary)],
        },
      },
    ],
  },
};
