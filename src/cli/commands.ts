import type { Command } from 'commander';

/** A command as the help lists it, and how it is loaded. */
export interface ListedCommand {
  /** Name, options and arguments, as Commander writes them. */
  readonly term: string;
  readonly description: string;
  readonly load: () => Promise<Command>;
}

/** The commands in the order of the help. Only the one that is used is loaded: the gateway takes most of a second. */
export const COMMANDS: Readonly<Record<string, ListedCommand>> = {
  serve: {
    term: 'serve [options]',
    description: 'Serve the GraphQL API against NCBI, or another NCBI_BASE_URL.',
    load: async () => (await import('./serve.js')).serveCommand(),
  },
  demo: {
    term: 'demo [options]',
    description: 'Run the gateway with built-in sample data and print one example query.',
    load: async () => (await import('./demo.js')).demoCommand(),
  },
  sandbox: {
    term: 'sandbox [options]',
    description: 'Run a local E-utilities server with sample records, for testing.',
    load: async () => (await import('./sandbox.js')).sandboxCommand(),
  },
  query: {
    term: 'query [options] <file>',
    description: 'Run one GraphQL operation without a server and print the result.',
    load: async () => (await import('./query.js')).queryCommand(),
  },
  resolve: {
    term: 'resolve [options] <file>',
    description: 'Find the records of a list of names of mixed kinds.',
    load: async () => (await import('./resolve.js')).resolveCommand(),
  },
  common: {
    term: 'common [options] <file>',
    description: 'Find the records that many records are linked to in common.',
    load: async () => (await import('./graph/common.js')).commonCommand(),
  },
  set: {
    term: 'set [options] <operation> <files...>',
    description: 'Combine lists of links: union, intersection or difference.',
    load: async () => (await import('./graph/set.js')).setCommand(),
  },
  paths: {
    term: 'paths [options] <from> <to>',
    description: 'Find how two records are connected.',
    load: async () => (await import('./graph/paths.js')).pathsCommand(),
  },
  mcp: {
    term: 'mcp [options]',
    description: 'Serve tools for assistants over standard input and output (Model Context Protocol).',
    load: async () => (await import('./mcp.js')).mcpCommand(),
  },
  schema: {
    term: 'schema [options]',
    description: 'Print the GraphQL schema.',
    load: async () => (await import('./schema.js')).schemaCommand(),
  },
  catalog: {
    term: 'catalog',
    description: 'Manage the catalog the schema is generated from.',
    load: async () => (await import('./catalog.js')).catalogCommand(),
  },
  doctor: {
    term: 'doctor [options]',
    description: 'Check what the gateway believes about NCBI against NCBI itself.',
    load: async () => (await import('./doctor.js')).doctorCommand(),
  },
  routes: {
    term: 'routes [options] <from> <to>',
    description: 'Find link paths between two databases, best first.',
    load: async () => (await import('./routes.js')).routesCommand(),
  },
  links: {
    term: 'links [options] <database>',
    description: "List a database's links with their target and GraphQL field.",
    load: async () => (await import('./links.js')).linksCommand(),
  },
  tables: {
    term: 'tables',
    description: 'Manage tables of links that NCBI publishes, which answer without a call.',
    load: async () => (await import('./tables.js')).tablesCommand(),
  },
};
