import type { TableDescription } from '../description.js';
import { edgeOr, lostOf } from '../read-pair.js';
import { BAD, NULL } from '../reading/row.js';

const COMPOUND = 0;
const PUBMED = 1;
const TYPE = 2;

/** The edges without a type, each of which is also one of these. */
const ANY = 3;
const OF_ONE_TYPE = [0, 1, 2];

/** The edges of each type of link: by depositors, by MeSH headings, by publishers. */
const KINDS: ReadonlyMap<string, number> = new Map([
  ['1', 0],
  ['2', 1],
  ['3', 2],
  ['', ANY],
]);

export const cidPmid: TableDescription = {
  name: 'CID-PMID',
  title: 'Articles of compounds',
  url: 'https://ftp.ncbi.nlm.nih.gov/pubchem/Compound/Extras/CID-PMID.gz',
  md5: true,
  edges: [
    { forward: 'pccompound_pubmed', backward: 'pubmed_pccompound', from: 'pccompound', to: 'pubmed' },
    { forward: 'pccompound_pubmed_mesh', backward: 'pubmed_pccompound_mesh', from: 'pccompound', to: 'pubmed' },
    {
      forward: 'pccompound_pubmed_publisher',
      backward: 'pubmed_pccompound_publisher',
      from: 'pccompound',
      to: 'pubmed',
    },
    // Older files do not say of which type links are.
    { forward: 'pccompound_pubmed_any', from: 'pccompound', to: 'pubmed' },
  ],
  parts: [
    {
      layout: { fields: 'tab', header: 'none' },
      columns: [['CID'], ['PMID'], ['type']],
      optional: [TYPE],
      read: (row, out) => {
        const [compound, pubmed, type] = [row.id(COMPOUND), row.id(PUBMED), row.text(TYPE)];
        const kind = KINDS.get(type);
        if (compound === BAD) {
          // There are such lines in PubChem's own file.
          out.skip('no number of a compound');
          out.lost(kind ?? 0, NULL, Math.max(pubmed, NULL));
        } else if (kind === undefined) {
          out.skip(type === '4' ? 'a link through a BioAssay' : 'a link of another type');
        } else {
          edgeOr(out, kind, compound, pubmed);
          for (const other of kind === ANY ? OF_ONE_TYPE : []) {
            lostOf(out, other, compound, pubmed);
          }
        }
      },
    },
  ],
};
