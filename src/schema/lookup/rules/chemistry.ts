import { textsAt } from '../../summaries/docsum.js';
import { capitals, captured, type DatabaseRules, type Identifier, members, quoted } from '../identifier.js';

const byName: Required<Identifier>['search'] = {
  term: quoted('CompleteSynonym'),
  namesIn: (summary) => [...(textsAt(summary, 'synonymlist') ?? []), ...members('iupacname')(summary)],
};

/** Whether the last digit is the check digit of the others. */
function isCasNumber(number: string): boolean {
  const [check = 0, ...digits] = Array.from(number.replaceAll('-', ''), Number).toReversed();
  const sum = digits.reduce((total, digit, index) => total + digit * (index + 1), 0);
  return sum % 10 === check;
}

/** What a depositor calls a record; others may call theirs so as well. */
function deposited(field: string, path: string): Omit<Identifier, 'expected'> {
  return {
    argument: 'sourceId',
    plural: 'sourceIds',
    parse: captured(/^([^"[\]*\t\n]{1,100})$/),
    how: 'CROSS_REFERENCE',
    search: { term: quoted(field), namesIn: members(path) },
  };
}

export const chemistry: Readonly<Record<string, DatabaseRules>> = {
  pccompound: {
    uidPrefixes: ['pubchem.compound', 'pubchem', 'pubchem_cid', 'cid'],
    uidForm: /^CID\s?0*([1-9]\d{0,11})$/i,
    curie: { ofUid: (uid) => `pubchem.compound:${uid}` },
    identifiers: [
      {
        argument: 'inchiKey',
        plural: 'inchiKeys',
        expected: 'an InChIKey such as BSYNRYMUTXBXSQ-UHFFFAOYSA-N',
        parse: capitals(/^(?:InChIKey=)?([A-Z]{14}-[A-Z]{10}-[A-Z])$/i),
        recognize: /^(?:InChIKey=)?[A-Z]{14}-[A-Z]{10}-[A-Z]$/i,
        prefixes: ['inchikey'],
        how: 'ACCESSION',
        search: { term: quoted('InChIKey'), namesIn: members('inchikey') },
      },
      {
        argument: 'cas',
        plural: 'cas',
        expected: 'a CAS number such as 50-78-2',
        parse: (value) => {
          const number = /^(?:CAS(?:RN)?[:\s]*)?(\d{2,7}-\d{2}-\d)$/i.exec(value.trim())?.[1];
          return number !== undefined && isCasNumber(number) ? number : undefined;
        },
        recognize: /^(?:CAS(?:RN)?[:\s]*)?\d{2,7}-\d{2}-\d$/i,
        prefixes: ['cas', 'casrn'],
        how: 'CROSS_REFERENCE',
        search: byName,
      },
      {
        argument: 'name',
        plural: 'names',
        expected: 'a name of a compound such as aspirin',
        parse: captured(/^([^"[\]*\n]{1,200})$/),
        how: 'NAME',
        search: byName,
      },
    ],
  },
  pcsubstance: {
    uidPrefixes: ['pubchem.substance', 'sid'],
    uidForm: /^SID\s?0*([1-9]\d{0,11})$/i,
    curie: { ofUid: (uid) => `pubchem.substance:${uid}` },
    identifiers: [{ ...deposited('SRID', 'sourceid'), expected: 'the identifier of a depositor such as DB00945' }],
    distinctions: { source: 'currentsourcename' },
  },
  pcassay: {
    uidPrefixes: ['pubchem.bioassay', 'aid', 'pubchem.aid'],
    uidForm: /^AID\s?0*([1-9]\d{0,11})$/i,
    curie: { ofUid: (uid) => `pubchem.bioassay:${uid}` },
    identifiers: [
      { ...deposited('ASRD', 'assaysourceid'), expected: 'the identifier of a depositor such as CHEMBL615117' },
    ],
    distinctions: { source: 'currentsourcename' },
  },
};
