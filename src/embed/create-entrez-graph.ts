import type { IncomingMessage, ServerResponse } from 'node:http';

import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, Kind } from 'graphql';

import type { EntrezError } from '../eutils/failures/errors.js';
import { parseDocument } from '../schema/limits/document-limits.js';
import { subgraphText } from '../server/open-schema.js';
import { createGateway, type Gateway } from '../server/gateway.js';
import { refuseInvalidAddress, sendGraphql, sendUnexpected } from '../server/http/last-handler.js';
import { createLogger } from '../server/logger.js';
import { type CallOptions, limitsOf } from './call-options.js';
import { type LinkedUids, linksOf } from './links-of.js';
import { configOf, type EntrezGraphOptions, withOptionNames } from './options.js';

/** A document as text, parsed, or with the types of its data and variables, as GraphQL Code Generator prints it. */
export type TypedDocument<Data, Variables> = string | TypedNode<Data, Variables>;

interface TypedNode<Data, Variables> extends DocumentNode {
  readonly __apiType?: ((variables: Variables) => Data) | undefined;
}

/** The Entrez link graph inside another program: one cache and one rate limit for everything it is asked. */
export interface EntrezGraph extends AsyncDisposable {
  /** The schema that `fetch`, `handler` and `execute` serve, to print or to compare; `createSchema` is for servers of your own. */
  readonly schema: GraphQLSchema;
  /** The schema as the text of a Federation 2 subgraph. */
  readonly subgraphSdl: string;
  /**
   * Answers a request of GraphQL over HTTP. Never rejects: what fails is a response with `errors`. A request whose signal has
   * aborted gets status 499.
   *
   * @param caller - `remoteAddress` of the caller, for limits per caller. Without it all callers count as one.
   */
  fetch(request: Request, caller?: { readonly remoteAddress?: string | undefined }): Promise<Response>;
  /** As `fetch`, for servers of `node:http`; a body that the server has parsed is taken from `request.body`. */
  handler(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Runs an operation without HTTP. Never rejects because of the operation: its failures are in `errors`, its cost is in
   * `extensions.entrez`. Deferred and streamed parts are part of the one result.
   *
   * @throws RangeError for an option that cannot be used; TypeError for what is no document, or no object of variables.
   */
  execute<Data = Readonly<Record<string, unknown>>, Variables = Readonly<Record<string, unknown>>>(
    document: TypedDocument<Data, Variables>,
    variables?: Variables,
    options?: CallOptions & { readonly operationName?: string | undefined },
  ): Promise<ExecutionResult<Data>>;
  /**
   * Returns what records are linked to under one link name: for each uid its list, or the {@link EntrezError} in its place.
   *
   * @throws {@link EntrezError} `BAD_USER_INPUT` for a database, uid or link name that cannot be; RangeError for an option
   * that cannot be used.
   */
  links(
    db: string,
    uids: readonly string[],
    name: string,
    options?: CallOptions,
  ): Promise<ReadonlyMap<string, LinkedUids | EntrezError>>;
  /** Closes the connections to NCBI and to stores. What is under way fails with `SHUTTING_DOWN`. */
  close(): Promise<void>;
}

/**
 * Creates the Entrez link graph for a program that serves or queries it itself. Reads no environment variables, opens no
 * connection before it is asked, and starts no server.
 *
 * @throws ConfigError naming the option and what was expected.
 */
export function createEntrezGraph(options: EntrezGraphOptions = {}): EntrezGraph {
  const config = configOf(options);
  const logger = options.logger ?? createLogger(config.LOG_LEVEL, config);
  const gateway = withOptionNames(() => createGateway(config, logger, { endpoint: options.endpoint }));
  let subgraphSdl: string | undefined;
  const unexpected = (error: unknown): void => {
    logger.error(error);
  };
  const close = (): Promise<void> => gateway.close();

  const graph: EntrezGraph = {
    schema: gateway.schema,
    get subgraphSdl() {
      subgraphSdl ??= subgraphText(config, gateway.catalog);
      return subgraphSdl;
    },
    fetch: async (request, { remoteAddress } = {}) => {
      try {
        return await gateway.yoga.fetch(request, { remoteAddress });
      } catch (error) {
        if ((request as Request | undefined)?.signal.aborted) {
          // Nobody reads it, and nothing went wrong.
          return new Response(null, { status: CLIENT_CLOSED_REQUEST });
        }
        unexpected(error);
        return Response.json(
          { errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
          { status: 500 },
        );
      }
    },
    handler: async (request, response) => {
      if (refuseInvalidAddress(request, response)) {
        return;
      }
      try {
        // A body that the server around it has parsed cannot be read again.
        const { yoga, shortWay } = gateway;
        await sendGraphql({ yoga, shortWay: 'body' in request ? undefined : shortWay }, request, response);
      } catch (error) {
        if (!response.destroyed) {
          unexpected(error);
          sendUnexpected(response);
        }
      }
    },
    execute: async <Data>(
      document: TypedDocument<Data, never>,
      variables?: unknown,
      { operationName, ...limits }: CallOptions & { readonly operationName?: string | undefined } = {},
    ) => {
      const allowed = limitsOf(limits);
      checkOperation(document, variables);
      try {
        const result = await gateway.execute({
          document: typeof document === 'string' ? parseDocument(document) : document,
          variables: variables as Readonly<Record<string, unknown>> | undefined,
          operationName,
          ...allowed,
        });
        return result as ExecutionResult<Data>;
      } catch (error) {
        if (error instanceof GraphQLError) {
          return { errors: [error] };
        }
        throw error;
      }
    },
    links: async (db, uids, name, limits = {}) => {
      const operation = gateway.createOperation(limitsOf(limits));
      try {
        return await linksOf(gateway, { db, uids, name }, operation);
      } finally {
        operation.close();
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  gateways.set(graph, gateway);
  return graph;
}

/** Status of servers such as nginx for a client that left before it was answered. */
const CLIENT_CLOSED_REQUEST = 499;

function checkOperation(document: unknown, variables: unknown): void {
  if (typeof document !== 'string' && (Object(document) as Partial<DocumentNode>).kind !== Kind.DOCUMENT) {
    throw new TypeError('Invalid document. Use the text of an operation, or a parsed document.');
  }
  if ((typeof variables !== 'object' && variables !== undefined) || Array.isArray(variables)) {
    throw new TypeError('Invalid variables. Use an object of values by their names.');
  }
}

const gateways = new WeakMap<EntrezGraph, Gateway>();

/**
 * The gateway behind a graph, for the other functions of this package.
 *
 * @internal
 */
export function gatewayOf(graph: EntrezGraph): Gateway {
  const gateway = gateways.get(graph);
  if (!gateway) {
    throw new TypeError('Invalid graph. Pass what createEntrezGraph returned.');
  }
  return gateway;
}
