/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query AnyRecord($ids: [ID!]!, $linkName: String!) {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}": typeof types.AnyRecordDocument,
    "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}": typeof types.CatalogDocument,
    "query ClosestArticles($pmid: ID!, $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": typeof types.ClosestArticlesDocument,
    "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    description\n    pubmed(first: 5) {\n      totalCount\n      nodes {\n        title\n        journal\n        related(first: 3) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.FirstLookDocument,
    "query ManyGenes($uids: [ID!]!) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}": typeof types.ManyGenesDocument,
    "query NextPage($gene: ID!, $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}": typeof types.NextPageDocument,
    "query SearchToGenes($term: String!) {\n  search {\n    pubmed(term: $term, first: 10) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        title\n        gene(first: 5) {\n          nodes {\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}": typeof types.SearchToGenesDocument,
};
const documents: Documents = {
    "query AnyRecord($ids: [ID!]!, $linkName: String!) {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}": types.AnyRecordDocument,
    "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}": types.CatalogDocument,
    "query ClosestArticles($pmid: ID!, $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}": types.ClosestArticlesDocument,
    "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    description\n    pubmed(first: 5) {\n      totalCount\n      nodes {\n        title\n        journal\n        related(first: 3) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.FirstLookDocument,
    "query ManyGenes($uids: [ID!]!) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}": types.ManyGenesDocument,
    "query NextPage($gene: ID!, $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}": types.NextPageDocument,
    "query SearchToGenes($term: String!) {\n  search {\n    pubmed(term: $term, first: 10) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        title\n        gene(first: 5) {\n          nodes {\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}": types.SearchToGenesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AnyRecord($ids: [ID!]!, $linkName: String!) {\n  nodes(ids: $ids) {\n    id\n    ... on Record {\n      db\n      uid\n      title\n      url\n      links(name: $linkName, first: 3) {\n        totalCount\n        edges {\n          linkName\n          node {\n            db\n            uid\n            title\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').AnyRecordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Catalog {\n  linkNames(from: clinvar) {\n    name\n    field\n    to\n    label\n    scored\n  }\n}"): typeof import('./graphql.js').CatalogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ClosestArticles($pmid: ID!, $minScore: Float) {\n  pubmed(uid: $pmid) {\n    title\n    related(first: 20, minScore: $minScore) {\n      totalCount\n      edges {\n        score\n        node {\n          uid\n          title\n          pubDate\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ClosestArticlesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FirstLook {\n  gene(uid: \"7157\") {\n    symbol\n    description\n    pubmed(first: 5) {\n      totalCount\n      nodes {\n        title\n        journal\n        related(first: 3) {\n          edges {\n            score\n            node {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').FirstLookDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query ManyGenes($uids: [ID!]!) {\n  records {\n    gene(uids: $uids) {\n      uid\n      symbol\n      omim(first: 3) {\n        nodes {\n          title\n        }\n      }\n      clinvar(first: 3) {\n        totalCount\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ManyGenesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NextPage($gene: ID!, $after: String) {\n  gene(uid: $gene) {\n    pubmed(first: 50, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        uid\n        title\n      }\n    }\n  }\n}"): typeof import('./graphql.js').NextPageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchToGenes($term: String!) {\n  search {\n    pubmed(term: $term, first: 10) {\n      totalCount\n      queryTranslation\n      warnings\n      nodes {\n        title\n        gene(first: 5) {\n          nodes {\n            symbol\n            chromosome\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').SearchToGenesDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
