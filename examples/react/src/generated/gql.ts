/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

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
    "fragment Paper on PubMed {\n  id\n  uid\n  title\n  journal\n  pubDate\n}\n\nquery GenePapers($symbol: String!, $first: Int!, $after: String) {\n  gene(symbol: $symbol, organism: \"human\") {\n    id\n    symbol\n    description\n    pubmed(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...Paper\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nquery PaperDetail($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n    authors {\n      name\n    }\n    abstract\n    gene(first: 12) {\n      totalCount\n      nodes {\n        id\n        symbol\n      }\n    }\n  }\n}\n\nquery PaperSummary($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n  }\n}": typeof types.PaperFragmentDoc,
};
const documents: Documents = {
    "fragment Paper on PubMed {\n  id\n  uid\n  title\n  journal\n  pubDate\n}\n\nquery GenePapers($symbol: String!, $first: Int!, $after: String) {\n  gene(symbol: $symbol, organism: \"human\") {\n    id\n    symbol\n    description\n    pubmed(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...Paper\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nquery PaperDetail($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n    authors {\n      name\n    }\n    abstract\n    gene(first: 12) {\n      totalCount\n      nodes {\n        id\n        symbol\n      }\n    }\n  }\n}\n\nquery PaperSummary($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n  }\n}": types.PaperFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Paper on PubMed {\n  id\n  uid\n  title\n  journal\n  pubDate\n}\n\nquery GenePapers($symbol: String!, $first: Int!, $after: String) {\n  gene(symbol: $symbol, organism: \"human\") {\n    id\n    symbol\n    description\n    pubmed(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...Paper\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nquery PaperDetail($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n    authors {\n      name\n    }\n    abstract\n    gene(first: 12) {\n      totalCount\n      nodes {\n        id\n        symbol\n      }\n    }\n  }\n}\n\nquery PaperSummary($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n  }\n}"): (typeof documents)["fragment Paper on PubMed {\n  id\n  uid\n  title\n  journal\n  pubDate\n}\n\nquery GenePapers($symbol: String!, $first: Int!, $after: String) {\n  gene(symbol: $symbol, organism: \"human\") {\n    id\n    symbol\n    description\n    pubmed(first: $first, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          ...Paper\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nquery PaperDetail($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n    authors {\n      name\n    }\n    abstract\n    gene(first: 12) {\n      totalCount\n      nodes {\n        id\n        symbol\n      }\n    }\n  }\n}\n\nquery PaperSummary($uid: ID!) {\n  pubmed(uid: $uid) {\n    ...Paper\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;