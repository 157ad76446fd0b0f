/** The layers of `src/` and those that each may import. Imports point one way; see docs/architecture.md. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  catalog: [],
  rows: [],
  eutils: ['turns.ts'],
  upstream: ['eutils', 'config.ts'],
  loading: ['upstream', 'eutils', 'catalog', 'turns.ts'],
  stores: ['loading', 'upstream', 'eutils'],
  tables: ['loading', 'upstream', 'eutils', 'catalog'],
  schema: ['loading', 'eutils', 'catalog', 'turns.ts'],
  embed: ['server', 'schema', 'loading', 'eutils', 'catalog', 'config.ts'],
  mcp: ['server', 'schema', 'loading', 'upstream', 'eutils', 'catalog'],
  server: ['rows', 'schema', 'tables', 'stores', 'loading', 'upstream', 'eutils', 'catalog', 'config.ts', 'turns.ts'],
  sandbox: ['eutils', 'catalog'],
  formats: [],
  explore: ['formats'],
};

/** The folders inside a layer and what of that layer each may import; the files beside them may import them all. */
export const FOLDERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
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
