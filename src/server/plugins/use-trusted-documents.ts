import { existsSync, readFileSync } from 'node:fs';

import { defaultExtractPersistedOperationId, usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { z } from 'zod';

import { ConfigError } from '../../config.js';
import { documentExcess, parseDocument } from '../../schema/limits/document-limits.js';
import { validateDocument } from '../../schema/limits/validation.js';
import { documentIn } from '../../schema/core/type-prefix.js';
import { refusal } from '../access/refusal.js';

/** What GraphQL Code Generator and Relay's compiler write: texts by their ids. */
const textsById = z.record(z.string(), z.string());
/** What Apollo's `generate-persisted-query-manifest` writes. */
const apolloManifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

/**
 * Reads a manifest of trusted documents, as the client preset of GraphQL Code Generator (`persistedDocuments`), Relay's
 * compiler (`persistConfig`) or Apollo's `generate-persisted-query-manifest` writes it.
 *
 * @throws {@link ConfigError} when it cannot be read, or holds a document that this schema would not answer.
 */
export function readTrustedDocuments(path: string, schema: GraphQLSchema): ReadonlyMap<string, string> {
  let documents: ReadonlyMap<string, string>;
  try {
    documents = readManifest(path);
  } catch (error) {
    throw unusable('it is no JSON object of texts by their ids', error);
  }
  for (const [id, text] of documents) {
    const mistake = mistakeIn(text, schema);
    if (mistake !== undefined) {
      throw unusable(`document ${id}: ${mistake}`);
    }
  }
  return documents;
}

/**
 * The operations of the page /explore, which a server that shows it trusts beside those of its manifest; none where the
 * page was not built. Their ids are those of the texts without a prefix of types.
 *
 * @param folder - Where `scripts/build-explore.ts` put the page.
 */
export function readExploreDocuments(folder: string, schema: GraphQLSchema): ReadonlyMap<string, string> {
  const path = `${folder}/documents.json`;
  const documents = existsSync(path) ? [...readManifest(path)] : [];
  return new Map(documents.map(([id, text]) => [id, documentIn(schema, text)]));
}

function readManifest(path: string): ReadonlyMap<string, string> {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const apollo = apolloManifest.safeParse(content);
  const texts = apollo.success
    ? apollo.data.operations.map(({ id, body }) => [id, body] as const)
    : Object.entries(textsById.parse(content));
  return new Map(texts.map(([id, text]) => [bare(id), text]));
}

/** Code generators and clients may or may not say which hash it is. */
function bare(id: string): string {
  return id.replace(/^sha256:/, '');
}

/** Parameters for ids: of GraphQL over HTTP, its appendix on persisted documents, and of Relay's network layers. */
export const DOCUMENT_IDS = ['documentId', 'id', 'doc_id'] as const;

/** The id of a document that a request names, with the parameter that has it. */
export function namedDocument(
  params: object,
  request: Request,
): { readonly parameter: string; readonly id: string } | undefined {
  const inBody = params as Readonly<Record<string, unknown>>;
  const inUrl = new URL(request.url, 'http://localhost').searchParams;
  for (const parameter of DOCUMENT_IDS) {
    const id = inBody[parameter] ?? inUrl.get(parameter);
    if (typeof id === 'string') {
      return { parameter, id };
    }
  }
  return undefined;
}

/**
 * Answers trusted documents only. Clients name one by `documentId`, `id` or `doc_id`, or by
 * `extensions.persistedQuery.sha256Hash` as clients of persisted queries do, and send no text.
 */
export function useTrustedDocuments(documents: ReadonlyMap<string, string>): Plugin {
  return usePersistedOperations({
    getPersistedOperation: (id) => documents.get(bare(id)) ?? null,
    extractPersistedOperationId: (params, request, context) =>
      namedDocument(params, request)?.id ?? defaultExtractPersistedOperationId(params, request, context),
    customErrors: {
      notFound: () => refusal('DOCUMENT_NOT_TRUSTED', 'No trusted document has this id.', { status: 404, spec: true }),
      keyNotFound: () => idRequired(false),
      persistedQueryOnly: ({ params: { query } }) => idRequired(typeof query === 'string'),
    },
  });
}

/** @param hasText - Whether the request is good but for its text; else it asks nothing, or nothing readable. */
function idRequired(hasText: boolean): GraphQLError {
  return refusal('DOCUMENT_ID_REQUIRED', 'Only trusted documents are answered: send the id of one, and no text.', {
    status: 400,
    spec: hasText,
  });
}

function mistakeIn(text: string, schema: GraphQLSchema): string | undefined {
  try {
    const document = parseDocument(text);
    return [...documentExcess(schema, document), ...validateDocument(schema, document)][0]?.message;
  } catch (error) {
    if (error instanceof GraphQLError) {
      return error.message;
    }
    throw error;
  }
}

function unusable(why: string, cause?: unknown): ConfigError {
  return new ConfigError(`TRUSTED_DOCUMENTS (--trusted-documents) cannot be used: ${why}.`, { cause });
}
