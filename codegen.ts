import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for clients, from the printed schema and the operations in `examples/`. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'examples/*.graphql',
  generates: {
    'examples/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        scalars: { JSON: 'unknown' },
        strictScalars: true,
        useTypeImports: true,
        enumsAsTypes: true,
        documentMode: 'string',
        importExtension: '.js',
        emitLegacyCommonJSImports: false,
        onlyOperationTypes: true,
      },
    },
  },
};

export default config;
