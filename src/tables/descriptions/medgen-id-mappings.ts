import { conceptNumber, MEDGEN_OF_CONCEPT } from '../concept.js';
import type { TableDescription } from '../description.js';
import { edgeOr, NOT_AN_ID } from '../read-pair.js';
import { BAD, idOf, UNREADABLE } from '../reading/row.js';

const CONCEPT = 0;
const ID = 1;
const SOURCE = 2;

/** Maps concepts to uids of MedGen, which other tables lack, and to the identifiers of the same concept elsewhere. */
export const medgenIdMappings: TableDescription = {
  name: 'MedGenIDMappings',
  title: 'Concepts of MedGen, their uids, and their identifiers in other databases',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/medgen/MedGenIDMappings.txt.gz',
  edges: [{ forward: MEDGEN_OF_CONCEPT, from: 'concept', to: 'medgen' }],
  facts: ['concept_references'],
  parts: [
    {
      layout: { fields: 'pipe', header: 'hash', freeText: true },
      columns: [['CUI_or_CN_id', 'CUI'], ['source_id'], ['source']],
      read: (row, out) => {
        const concept = conceptNumber(row.text(CONCEPT));
        // A name may contain the character between fields.
        const [id, source] = [row.textFromEnd(ID), row.textFromEnd(SOURCE)];
        if (concept === undefined) {
          out.bad(NOT_AN_ID);
          out.lost(0, BAD, BAD);
        } else if (source === UNREADABLE) {
          out.lost(0, concept, BAD);
        } else if (source === 'MedGen') {
          edgeOr(out, 0, concept, idOf(id));
        } else if (/ included$/i.test(source)) {
          out.skip('a part of another record, not the same concept');
        } else if (id === '' || source === '') {
          out.skip('no identifier');
        } else {
          out.fact(0, concept, [source, id]);
        }
      },
    },
  ],
};
