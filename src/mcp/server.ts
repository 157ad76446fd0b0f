import { McpServer, type ServerContext, type StandardSchemaWithJSON } from '@modelcontextprotocol/server';

import { VERSION } from './version.js';
import { schemaOf } from './input/arguments.js';
import { addPrompts } from './prompts.js';
import { addResources } from './resources.js';
import { runTool, type ToolHost } from './run-tool.js';
import { findTool } from './tools/find.js';
import { followTool } from './tools/follow.js';
import { linksTool } from './tools/links.js';
import { queryTool } from './tools/query.js';
import { routesTool } from './tools/routes.js';
import { schemaTool } from './tools/schema.js';
import type { Tool } from './tools/tool.js';

/** What assistants are told of all tools. */
const INSTRUCTIONS = `NCBI Entrez as a graph. find turns names into ids (CURIEs), follow gives linked records for many ids and up to three steps in
one call, links counts what a record has, routes finds paths. Requests to NCBI are few per second: prefer one call with many
ids. found, none, unknown and failed differ: only "none" means that NCBI has no such links or records. Name the source line.`;

// Each tool reads its own arguments.
const TOOLS = [
  findTool,
  linksTool,
  followTool,
  routesTool,
  schemaTool,
  queryTool,
] as readonly unknown[] as readonly Tool[];

/** Creates the server of one request or connection. */
export function createServer(host: ToolHost): McpServer {
  const server = new McpServer(
    { name: 'entrez-graph', title: 'NCBI Entrez link graph', version: VERSION },
    { instructions: INSTRUCTIONS },
  );
  for (const tool of TOOLS) {
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: tool.description,
        inputSchema: unchecked(schemaOf(tool.args)),
        annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
      },
      (args: unknown, context: ServerContext) => runTool(tool, args, host, context),
    );
  }
  addPrompts(server);
  addResources(server, host.gateway.catalog);
  return server;
}

/** Shows a JSON Schema and accepts everything: tools name the argument that is wrong, which the SDK does not. */
function unchecked(schema: Record<string, unknown>): StandardSchemaWithJSON {
  return {
    '~standard': {
      version: 1,
      vendor: 'entrez-graph',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => schema, output: () => schema },
    },
  };
}
