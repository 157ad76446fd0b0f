import { Catalog } from '../../src/explore/model/catalog.js';
import { Knowledge, type LinkPage, pagesKey } from '../../src/explore/model/knowledge.js';
import type { GraphRecord } from '../../src/explore/model/record.js';

/** Two databases and three link names, one of them scored. */
export const CATALOG = new Catalog({
  databases: [
    {
      name: 'gene',
      label: 'Gene',
      typeName: 'Gene',
      aliasOf: null,
      links: [
        {
          name: 'gene_pubmed',
          to: 'pubmed',
          label: 'PubMed',
          meaning: null,
          scored: false,
          field: 'pubmed',
          criteria: ['PUBLICATION_DATE'],
          orders: ['DATE', 'UID'],
        },
      ],
    },
    {
      name: 'pubmed',
      label: 'PubMed',
      typeName: 'PubMed',
      aliasOf: null,
      links: [
        {
          name: 'pubmed_pubmed',
          to: 'pubmed',
          label: 'Similar articles',
          meaning: null,
          scored: true,
          field: 'related',
          criteria: ['PUBLICATION_DATE', 'SCORE'],
          orders: ['SCORE', 'DATE', 'UID'],
        },
        {
          name: 'pubmed_gene',
          to: 'gene',
          label: 'Genes',
          meaning: null,
          scored: false,
          field: 'gene',
          criteria: ['ORGANISM'],
          orders: ['UID'],
        },
      ],
    },
  ],
});

export function gene(uid: string, facts: object = {}): GraphRecord {
  return {
    __typename: 'Gene',
    id: `gene-${uid}`,
    db: 'gene',
    uid,
    title: `Gene ${uid}`,
    url: `/gene/${uid}`,
    ...facts,
  };
}

export function paper(uid: string, facts: object = {}): GraphRecord {
  return {
    __typename: 'PubMed',
    id: `paper-${uid}`,
    db: 'pubmed',
    uid,
    title: `Paper ${uid}`,
    url: `/pubmed/${uid}`,
    ...facts,
  };
}

/** A page of links, as the gateway answers it. */
export function page(
  linkName: string,
  targets: readonly (readonly [record: GraphRecord, score?: number])[],
  { total = targets.length, next }: { readonly total?: number; readonly next?: string } = {},
): LinkPage {
  const edges = targets.map(([node, score = null]) => ({ linkName, score, node }));
  return {
    totalCount: total,
    pageInfo: { endCursor: next ?? null, hasNextPage: next !== undefined },
    edges: edges as unknown as LinkPage['edges'],
  };
}

/** A gene and three of its ten papers. */
export const KNOWN = Knowledge.NONE.withRecords([gene('1', { symbol: 'ONE' })]).withPage(
  pagesKey('gene-1', 'gene_pubmed', {}),
  page('gene_pubmed', [[paper('10')], [paper('11')], [paper('12')]], { total: 10, next: 'behind-12' }),
);
