import { setImmediate as nextTurn } from 'node:timers/promises';

import { buildSchema, execute, type ExecutionResult, GraphQLError, validate } from 'graphql';

import { loadCatalog } from '../../../src/catalog/catalog.js';
import type { OperationRequest } from '../../../src/server/execution/execute-operation.js';
import type { Gateway } from '../../../src/server/gateway.js';

const schema = buildSchema(/* GraphQL */ `
  interface Node {
    id: ID!
  }
  interface Record implements Node {
    id: ID!
    curie: String
    db: String!
    uid: ID!
    title: String
  }
  type Gene implements Node & Record {
    id: ID!
    curie: String
    db: String!
    uid: ID!
    title: String
    symbol: String
    papers(first: Int, after: String): Papers
    omim(first: Int, after: String): Papers
  }
  type Papers {
    totalCount: Int!
    nodes: [Paper!]!
    edges: [PaperEdge!]!
    pageInfo: PageInfo!
  }
  type PaperEdge {
    linkName: String!
    node: Paper!
  }
  type Paper implements Node & Record {
    id: ID!
    curie: String
    db: String!
    uid: ID!
    title: String
  }
  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    endCursor: String
  }
  type Query {
    genes(ids: [ID!]!): [Gene]
    node(id: ID!): Node
  }
`);

/** Genes whose uids have this ending fail, or their lists do; the lengths of the others' lists follow from their uids. */
export const ENDINGS = { unknown: '7', failingList: '8', failingPage: '9' } as const;

interface Page {
  readonly first?: number;
  readonly after?: string;
}

/** A gateway over generated genes, without NCBI. Operations end in another order than they begin. */
export function exportGateway(): Gateway {
  return {
    schema,
    catalog: loadCatalog(),
    config: { MAX_CALLS: Infinity, MAX_NODES: 1_000_000 },
    pacer: { inFlight: 0, queued: 0, state: { limit: 1, slowedBy: 1 } },
    validate: (document: OperationRequest['document']) => validate(schema, document),
    plan: () => ({ calls: { best: 1, worst: 1 }, seconds: { best: 1, worst: 1 } }),
    execute: run,
  } as unknown as Gateway;
}

let turns = 0;

async function run({ document, variables, signal }: OperationRequest): Promise<ExecutionResult> {
  turns += 1;
  if (turns % 3 === 0) {
    await nextTurn();
  }
  if (signal?.aborted === true) {
    return { data: null, errors: [failure('CANCELLED', 'The operation was cancelled.')] };
  }
  const rootValue = {
    genes: ({ ids }: { ids: readonly string[] }) => ids.map((id) => (isGene(id) ? gene(id) : refusal(id))),
    node: ({ id }: { id: string }) => gene(id.replace('gene:', '')),
  };
  return execute({ schema, document, rootValue, variableValues: variables ?? {} });
}

function isGene(id: string): boolean {
  return /^[1-9]\d*$/.test(id) && !id.endsWith(ENDINGS.unknown);
}

function refusal(id: string): GraphQLError {
  return /^\d+$/.test(id)
    ? failure('UNKNOWN_ID', `NCBI has no gene ${id}.`)
    : failure('BAD_USER_INPUT', `Argument "ids" is ${JSON.stringify(id)}; use a uid.`);
}

function gene(uid: string): object {
  const count = uid.endsWith(ENDINGS.failingList) ? -1 : Number(uid) % 9;
  return {
    __typename: 'Gene',
    ...{ id: `gene:${uid}`, curie: `NCBIGene:${uid}`, db: 'gene', uid, title: `gene ${uid}`, symbol: `=S"${uid}";\t` },
    papers: (page: Page) => papers(uid, count, page),
    omim: (page: Page) => papers(uid, 2, page),
  };
}

function papers(uid: string, count: number, { first = 20, after }: Page): object | GraphQLError {
  const start = after === undefined ? 0 : Number(after);
  if (count < 0 || (uid.endsWith(ENDINGS.failingPage) && start > 0)) {
    return failure('UPSTREAM_UNAVAILABLE', `NCBI did not answer; "${uid}".`);
  }
  const nodes = Array.from({ length: Math.max(0, Math.min(first, count - start)) }, (_each, index) => {
    const paper = `${uid}${String(start + index).padStart(3, '0')}`;
    return {
      __typename: 'Paper',
      id: paper,
      curie: `pubmed:${paper}`,
      db: 'pubmed',
      uid: paper,
      title: `“${paper}”\u2028`,
    };
  });
  const end = start + nodes.length;
  return {
    totalCount: count,
    nodes,
    edges: nodes.map((node) => ({ linkName: 'gene_pubmed', node })),
    pageInfo: { hasNextPage: end < count, hasPreviousPage: start > 0, endCursor: end === 0 ? null : String(end) },
  };
}

function failure(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
