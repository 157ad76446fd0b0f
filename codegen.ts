import { createHash } from 'node:crypto';

import type { CodegenConfig } from '@graphql-codegen/cli';

/** How operations are typed wherever they are. */
const client = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: { Date: 'string', DateTime: 'string', JSON: 'unknown', URI: 'string' },
    strictScalars: true,
    useTypeImports: true,
    enumsAsTypes: true,
    documentMode: 'string',
    importExtension: '.js',
    emitLegacyCommonJSImports: false,
    onlyOperationTypes: true,
  },
} as const;

/**
 * With the texts by their hashes, for servers that answer trusted documents only. Hashes are plain, so that they are also
 * those of clients of persisted queries.
 */
const presetConfig = { ...client.presetConfig, persistedDocuments: { hashAlgorithm: sha256 } };

/** Typed documents from the printed schema: for clients those of `examples/`, for the page /explore its own. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'examples/generated/': {
      ...client,
      documents: ['examples/*.graphql', 'examples/client/*.graphql'],
      presetConfig,
    },
    'src/explore/generated/': {
      ...client,
      presetConfig,
      documents: 'src/explore/operations.graphql',
      // A record may be of any type, so types are told apart once and not wherever a record is.
      config: { ...client.config, inlineFragmentTypes: 'combine' },
    },
  },
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export default config;
