import type { TableDescription, TablePart } from '../description.js';
import { edgeOr, without } from '../read-pair.js';
import { NULL } from '../reading/row.js';

const TAXON = 0;
const PARENT = 1;
const RANK = 2;
const NAME = 1;
const NAME_CLASS = 3;

const RANKS = 0;
const NAMES = 1;

const nodes: TablePart = {
  member: /^nodes\.dmp$/,
  layout: { fields: 'dmp', header: 'none' },
  columns: [['tax_id'], ['parent tax_id'], ['rank']],
  // The root is its own parent, so that each taxon is in the list.
  read: (row, out) => {
    edgeOr(out, 0, row.id(TAXON), row.id(PARENT));
    if (row.id(TAXON) > NULL) {
      out.fact(RANKS, row.id(TAXON), row.text(RANK));
    }
  },
};

const names: TablePart = {
  member: /^names\.dmp$/,
  layout: { fields: 'dmp', header: 'none' },
  columns: [['tax_id'], ['name_txt'], ['unique name'], ['name class']],
  read: (row, out) => {
    const taxon = row.id(TAXON);
    if (!(taxon > NULL)) {
      without(out, taxon);
    } else if (row.text(NAME_CLASS) === 'scientific name') {
      out.fact(NAMES, taxon, row.text(NAME));
    } else {
      out.skip('a name that is not the scientific one');
    }
  },
};

const merged: TablePart = {
  member: /^merged\.dmp$/,
  layout: { fields: 'dmp', header: 'none' },
  columns: [['old_tax_id'], ['new_tax_id']],
  read: (row, out) => {
    edgeOr(out, 1, row.id(TAXON), row.id(PARENT));
  },
};

export const taxdump: TableDescription = {
  name: 'taxdump',
  title: 'All taxa, their parents, ranks and names',
  url: 'https://ftp.ncbi.nlm.nih.gov/pub/taxonomy/taxdump.tar.gz',
  md5: true,
  edges: [
    { forward: 'taxonomy_parent', backward: 'taxonomy_children', from: 'taxonomy', to: 'taxonomy' },
    { forward: 'taxonomy_successor', from: 'taxonomy', to: 'taxonomy' },
  ],
  facts: ['taxonomy_rank', 'taxonomy_name'],
  live: { db: 'taxonomy', edges: 'taxonomy_parent' },
  retired: { db: 'taxonomy', edges: 'taxonomy_successor' },
  parts: [nodes, names, merged],
};
