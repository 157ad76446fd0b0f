import type { TableDescription } from '../description.js';
import { edgeOr } from '../read-pair.js';
import { idOf } from '../reading/row.js';

const MEDGEN = 0;
const PUBMED = 1;

export const medgenPubmed: TableDescription = {
  name: 'medgen_pubmed_lnk',
  title: 'Articles of conditions',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/medgen/medgen_pubmed_lnk.txt.gz',
  edges: [{ forward: 'medgen_pubmed', backward: 'pubmed_medgen', from: 'medgen', to: 'pubmed' }],
  parts: [
    {
      layout: { fields: 'pipe', header: 'hash', freeText: true },
      columns: [['UID'], ['PMID']],
      read: (row, out) => {
        // A name may contain the character between fields.
        edgeOr(out, 0, row.id(MEDGEN), idOf(row.textFromEnd(PUBMED)));
      },
    },
  ],
};
