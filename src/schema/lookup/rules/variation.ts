import { accession, captured, type DatabaseRules, VERSION } from '../identifier.js';
import { textsAt } from '../../summaries/docsum.js';

export const variation: Readonly<Record<string, DatabaseRules>> = {
  snp: {
    curie: { ofUid: (uid) => `dbsnp:rs${uid}` },
    identifiers: [
      {
        argument: 'rs',
        plural: 'rs',
        expected: 'an rs number such as rs28934578',
        numeric: true,
        parse: captured(/^(?:rs)?0*([1-9]\d{0,14})$/i),
        recognize: /^rs\d{1,15}$/i,
        prefixes: ['dbsnp', 'rsid'],
        how: 'UID',
      },
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
    ],
  },
  gtr: { identifiers: [accession('GTR000500010', /^(GTR\d{9}(?:\.\d+)?)$/i, 'GTRACC', ['accession'])] },
  dbvar: {
    identifiers: [
      {
        ...accession('nsv513796', /^([ned]s(?:v|td)\d{1,10})$/i, 'ACCN', ['sv']),
        prefixes: ['dbvar', 'dbvar.variant'],
      },
    ],
  },
};
