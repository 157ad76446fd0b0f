import { capitals, type DatabaseRules, members, quoted } from '../identifier.js';

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
        parse: capitals(/^([A-Z]{14}-[A-Z]{10}-[A-Z])$/i),
        recognize: /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/i,
        prefixes: ['inchikey'],
        how: 'ACCESSION',
        search: { term: quoted('InChIKey'), namesIn: members('inchikey') },
      },
    ],
  },
  pcsubstance: {
    uidPrefixes: ['pubchem.substance', 'sid'],
    uidForm: /^SID\s?0*([1-9]\d{0,11})$/i,
    curie: { ofUid: (uid) => `pubchem.substance:${uid}` },
  },
  pcassay: {
    uidPrefixes: ['pubchem.bioassay', 'aid', 'pubchem.aid'],
    uidForm: /^AID\s?0*([1-9]\d{0,11})$/i,
    curie: { ofUid: (uid) => `pubchem.bioassay:${uid}` },
  },
};
