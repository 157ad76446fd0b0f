import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

// Which files may import which. Everything else, types above all, is looked at by oxlint: see .oxlintrc.json.

/** The layers of `src/` and those that each may import. Imports point one way; see docs/architecture.md. */
const LAYERS = {
  catalog: [],
  rows: [],
  eutils: [],
  upstream: ['eutils', 'config.ts'],
  loading: ['upstream', 'eutils', 'catalog'],
  stores: ['loading', 'upstream', 'eutils'],
  tables: ['loading', 'upstream', 'eutils', 'catalog'],
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
    pages: ['accept'],
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
  { ignores: ['dist/', 'coverage/', '**/generated/'] },
  {
    files: ['**/*.{js,ts,tsx}'],
    plugins: { 'import-x': importX },
    languageOptions: { parser: tseslint.parser },
    // Comments that switch a rule off are oxlint's.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-extraneous-dependencies': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/order': [
        'error',
        { groups: ['builtin', 'external', ['parent', 'sibling']], 'newlines-between': 'always' },
      ],
    },
  },
);
