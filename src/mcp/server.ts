import {
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';

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
  const prompts = addPrompts(server);
  addResources(server, host.gateway.catalog);
  // The SDK looks names up in objects: it takes `constructor` for a tool that is disabled.
  const tools = new Map(TOOLS.map((tool) => [tool.name, tool]));
  server.server.setRequestHandler('tools/call', async ({ params }, context) => {
    const tool = named(tools, params.name, 'tool');
    return server.server.projectCallToolResult(await runTool(tool, params.arguments, host, context), undefined);
  });
  server.server.setRequestHandler('prompts/get', ({ params }, context) =>
    named(prompts, params.name, 'prompt').handler(params.arguments, context),
  );
  return server;
}

function named<T>(all: ReadonlyMap<string, T>, name: string, what: string): T {
  const found = all.get(name);
  if (found === undefined) {
    const names = [...all.keys()].join(', ');
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      `Unknown ${what} ${JSON.stringify(name.slice(0, MAX_NAME))}. Use one of ${names}.`,
    );
  }
  return found;
}

/** Characters of an unknown name that are repeated. */
const MAX_NAME = 100;

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
