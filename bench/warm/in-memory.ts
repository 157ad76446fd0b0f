import type { NestedAnswer } from './queries.js';

interface Gene {
  readonly uid: string;
  readonly symbol: string;
}

interface Paper {
  readonly uid: string;
  readonly title: string;
  readonly journal: string;
}

interface Page {
  readonly first: number;
}

export const typeDefs = `
  type Query { gene(uid: ID!): Gene }
  type Gene { uid: ID! symbol: String pubmed(first: Int = 20): Papers! }
  type Genes { nodes: [Gene!]! }
  type Papers { nodes: [Paper!]! }
  type Paper { uid: ID! title: String journal: String gene(first: Int = 20): Genes! }
`;

/** The plainest resolvers that give this answer: records and their links in maps, nothing to wait for. */
export function inMemoryResolvers({ gene: root }: NestedAnswer) {
  const papers = new Map<string, Paper>();
  const genes = new Map<string, Gene>([['7157', { uid: '7157', symbol: root.symbol }]]);
  const genesOf = new Map<string, readonly string[]>();
  for (const { uid, title, journal, gene } of root.pubmed.nodes) {
    papers.set(uid, { uid, title, journal });
    gene.nodes.forEach((each) => genes.set(each.uid, each));
    genesOf.set(
      uid,
      gene.nodes.map((each) => each.uid),
    );
  }
  const papersOf = new Map([['7157', [...papers.keys()]]]);
  return {
    Query: { gene: (_root: unknown, { uid }: { readonly uid: string }) => genes.get(uid) },
    Gene: {
      pubmed: ({ uid }: Gene, { first }: Page) => ({
        nodes: (papersOf.get(uid) ?? []).slice(0, first).map((paper) => papers.get(paper)),
      }),
    },
    Paper: {
      gene: ({ uid }: Paper, { first }: Page) => ({
        nodes: (genesOf.get(uid) ?? []).slice(0, first).map((gene) => genes.get(gene)),
      }),
    },
  };
}
