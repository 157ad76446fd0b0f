import type { TableDescription } from '../description.js';
import { BAD, idOf, NULL } from '../reading/row.js';

const PMC = 0;
const PUBMED = 1;
const RELEASE = 2;

export const pmcIds: TableDescription = {
  name: 'PMC-ids',
  title: 'PubMed records of articles in PMC',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/pmc/PMC-ids.csv.gz',
  edges: [{ forward: 'pmc_pubmed', backward: 'pubmed_pmc', from: 'pmc', to: 'pubmed' }],
  layout: { fields: 'csv', header: 'first', columns: [['PMCID', 'PMC accession number'], ['PMID'], ['Release Date']] },
  read: (row, out) => {
    const pmc = idOf(row.text(PMC).replace(/^PMC/i, ''));
    const pubmed = row.id(PUBMED);
    if (pmc === BAD || pubmed === BAD) {
      out.bad('no id in a column of ids');
    } else if (pmc === NULL || pubmed === NULL) {
      out.skip('no id');
    } else if (row.text(RELEASE) !== 'live') {
      out.skip('not released yet');
    } else {
      out.edge(0, pmc, pubmed);
    }
  },
};
