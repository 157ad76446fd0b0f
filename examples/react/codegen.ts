import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for Apollo Client. In a project of your own, the schema is `node_modules/entrez-graph/schema/schema.graphql`. */
const config: CodegenConfig = {
  schema: '../../schema/schema.graphql',
  documents: 'src/*.graphql',
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        scalars: { Date: 'string', DateTime: 'string', JSON: 'unknown', URI: 'string' },
        enumsAsTypes: true,
        useTypeImports: true,
        onlyOperationTypes: true,
      },
    },
  },
};

export default config;
