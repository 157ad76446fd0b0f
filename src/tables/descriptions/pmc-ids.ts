import type { TableDescription } from '../description.js';
import { edgeOr } from '../read-pair.js';
import { NULL, pmcIdOf } from '../reading/row.js';

const PMC = 0;
const PUBMED = 1;
const RELEASE = 2;

export const pmcIds: TableDescription = {
  name: 'PMC-ids',
  title: 'PubMed records of articles in PMC',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/pmc/PMC-ids.csv.gz',
  edges: [{ forward: 'pmc_pubmed', backward: 'pubmed_pmc', from: 'pmc', to: 'pubmed' }],
  parts: [
    {
      layout: { fields: 'csv', header: 'first' },
      columns: [['PMCID', 'PMC accession number'], ['PMID'], ['Release Date']],
      read: (row, out) => {
        const pmc = pmcIdOf(row.text(PMC));
        const pubmed = row.id(PUBMED);
        const release = row.text(RELEASE);
        if (/^live$/i.test(release) || pmc <= NULL || pubmed <= NULL) {
          edgeOr(out, 0, pmc, pubmed);
        } else {
          out.skip('not released yet');
          if (release !== '' && !/\d/.test(release)) {
            // Neither a day nor what NCBI writes.
            out.lost(0, pmc, pubmed);
          }
        }
      },
    },
  ],
};
