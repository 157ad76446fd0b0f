import type { TableDescription } from '../description.js';
import { pair } from '../read-pair.js';

const CITING = 0;
const REFERENCED = 1;

/** NIH publishes it with iCite, under a new address each month; 800 million rows. */
export const openCitations: TableDescription = {
  name: 'open_citation_collection',
  title: 'Open Citation Collection of NIH: references of articles in PubMed',
  url: 'https://nih.figshare.com/collections/iCite_Database_Snapshots_NIH_Open_Citation_Collection_/4586573',
  edges: [{ forward: 'pubmed_open_references', backward: 'pubmed_open_cited_in', from: 'pubmed', to: 'pubmed' }],
  parts: [
    {
      // Archives of macOS hold a second file beside each, whose name begins with a dot.
      member: /^[^.].*\.csv$/i,
      layout: { fields: 'comma', header: 'first', quoted: true },
      columns: [['citing'], ['referenced']],
      // So does EDirect with the same file.
      skipsLongRows: true,
      read: pair(CITING, REFERENCED),
    },
  ],
};
