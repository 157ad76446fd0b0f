import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import promise from 'eslint-plugin-promise';
import tseslint from 'typescript-eslint';

/** The layers of `src/` and those that each may import. Imports point one way; see docs/architecture.md. */
const LAYERS = {
  catalog: [],
  rows: [],
  eutils: [],
  upstream: ['eutils', 'config.ts'],
  loading: ['upstream', 'eutils', 'catalog'],
  stores: ['loading', 'upstream', 'eutils'],
  tables: ['stores', 'loading', 'upstream', 'eutils', 'catalog'],
  schema: ['loading', 'eutils', 'catalog'],
  embed: ['server', 'schema', 'loading', 'eutils', 'catalog', 'config.ts'],
  mcp: ['server', 'schema', 'loading', 'upstream', 'eutils', 'catalog'],
  server: ['rows', 'schema', 'tables', 'stores', 'loading', 'upstream', 'eutils', 'catalog', 'config.ts'],
  sandbox: ['eutils', 'catalog'],
  formats: [],
  explore: ['formats'],
};

/** The folders inside a layer and what of that layer each may import; the files beside them may import them all. */
const FOLDERS = {
  eutils: {
    failures: ['wire.ts'],
    body: ['failures', 'wire.ts'],
    search: ['body', 'failures', 'wire.ts', 'given-params.ts'],
    records: ['body', 'failures', 'wire.ts', 'given-params.ts'],
    links: ['search', 'body', 'failures', 'wire.ts', 'given-params.ts'],
  },
  upstream: {
    transport: ['clock.ts'],
    'rate-limit': ['clock.ts'],
    'circuit-breaker': ['clock.ts'],
    'shared-rate-limit': ['rate-limit', 'clock.ts'],
  },
  loading: {
    values: [],
    graph: ['values'],
    operation: [],
    batching: ['operation'],
    cache: ['batching', 'operation'],
    fleet: ['batching', 'cache', 'operation', 'cached-loader.ts'],
  },
  tables: {
    reading: ['description.ts', 'table-error.ts'],
    sorting: [],
    storage: ['sorting', 'table-error.ts'],
    descriptions: ['reading', 'description.ts', 'read-pair.ts', 'concept.ts', 'table-error.ts'],
    importing: ['reading', 'sorting', 'storage', 'description.ts', 'table-error.ts'],
    serving: ['storage', 'descriptions', 'description.ts'],
    verifying: ['storage', 'importing', 'descriptions', 'description.ts', 'table-error.ts'],
  },
  server: {
    access: [],
    accept: [],
    pages: [],
    execution: ['accept', 'access'],
    errors: [],
    plugins: ['errors', 'execution', 'accept', 'access'],
    observability: ['errors', 'plugins', 'accept', 'access'],
  },
};

function zonesOf(place, folders) {
  return Object.entries(folders).map(([folder, mayUse]) => ({
    target: `${place}/${folder}`,
    from: place,
    except: [folder, ...mayUse].map((allowed) => `./${allowed}`),
    message: `${folder}/ may import from ${mayUse.join(', ') || 'no other folder'} only.`,
  }));
}

const zones = [
  ...zonesOf('./src', LAYERS),
  ...Object.entries(FOLDERS).flatMap(([layer, folders]) => zonesOf(`./src/${layer}`, folders)),
];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'examples/generated/', 'examples/react/src/generated/', 'src/explore/generated/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  promise.configs['flat/recommended'],
  importX.flatConfigs.recommended,
  importX.flatConfigs.typescript,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js'] } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      curly: 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-param-reassign': 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'import-x/extensions': ['error', 'ignorePackages'],
      'import-x/no-default-export': 'error',
      'import-x/no-extraneous-dependencies': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/order': [
        'error',
        { groups: ['builtin', 'external', ['parent', 'sibling']], 'newlines-between': 'always' },
      ],
      // The type checker knows what a module exports. These rules parse each one again, which took a third of the time.
      'import-x/default': 'off',
      'import-x/namespace': 'off',
      'import-x/no-named-as-default': 'off',
      'import-x/no-named-as-default-member': 'off',
      // `work.then(resolve, reject)` hands a promise on; awaiting it would only add a function.
      'promise/always-return': 'off',
      'promise/catch-or-return': 'off',
    },
  },
  {
    // An answer to a query that is written as text has no type of its own.
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Numbers of typed arrays are read at places that exist: a check of each would slow imports and look-ups down.
    files: ['src/tables/**/*.ts'],
    rules: { '@typescript-eslint/non-nullable-type-assertion-style': 'off' },
  },
  {
    // Tool configurations are read by tools that want a default export.
    files: ['*.js', '*.ts', 'examples/react/codegen.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['**/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    // Has packages of its own, which are not installed everywhere.
    files: ['examples/federation/**', 'test/packaging/in-runtime.js'],
    rules: { 'import-x/no-unresolved': 'off' },
  },
);
