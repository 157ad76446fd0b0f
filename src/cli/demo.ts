import { Command } from 'commander';

import { DEMO } from '../config/presets.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { createGateway } from '../server/gateway.js';
import { FIRST_QUERY } from '../server/pages/graphiql-page.js';
import { startServer } from '../server/http/http-server.js';
import { createLogger } from '../server/logger.js';
import { mcpRouteOf } from './mcp-route.js';
import { addSettings, configOf } from './settings.js';
import { untilStopped } from './signals.js';

export function demoCommand(): Command {
  const command = new Command('demo').option('--once', 'Exit after the example query');
  return addSettings(command, DEMO).action(async ({ once }: { readonly once?: boolean }) => {
    const sandbox = await startSandbox({ port: 0, rps: 3, latency: { kind: 'constant', ms: 100 } });
    try {
      await show(command, sandbox, once === true);
    } finally {
      await sandbox.close();
    }
  });
}

async function show(command: Command, sandbox: Sandbox, once: boolean): Promise<void> {
  const config = { ...configOf(command, DEMO), NCBI_BASE_URL: sandbox.url };
  const logger = createLogger(config.LOG_LEVEL, config);
  const gateway = createGateway(config, logger);
  const server = await startServer(gateway, { host: config.HOST, port: config.PORT, mcp: mcpRouteOf(gateway) });
  try {
    await runFirstQuery(server.url);
    if (!once) {
      const stopped = untilStopped();
      process.stdout.write(
        `\nOpen ${server.url}/graphql to run queries, or ${server.url}/explore for the graph explorer. Ctrl-C stops.\n`,
      );
      await stopped;
    }
  } finally {
    await server.close();
    await logger.close();
  }
}

async function runFirstQuery(url: string): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: FIRST_QUERY }),
  });
  const answer: unknown = await response.json();
  process.stdout.write(
    `Sample data from the built-in sandbox, not from NCBI.\n\n${FIRST_QUERY}\n${JSON.stringify(answer, undefined, 2)}\n`,
  );
}
