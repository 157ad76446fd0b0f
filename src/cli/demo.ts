import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Command } from 'commander';

import type { Config } from '../config.js';
import { DEMO } from '../config/presets.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { createGateway } from '../server/gateway.js';
import { FIRST_QUERY } from '../server/pages/graphiql-page.js';
import { startServer } from '../server/http/http-server.js';
import { createLogger } from '../server/logger.js';
import { mcpRouteOf } from './mcp-route.js';
import { addSettings, configOf } from './settings.js';
import { untilStopped } from './signals.js';
import { importSamples } from './tables/import-samples.js';

interface Flags {
  readonly once?: true;
  readonly tables?: true;
}

export function demoCommand(): Command {
  const command = new Command('demo')
    .option('--once', 'Exit after the example query')
    .option('--tables', 'Answer from tables of the sample data where these have it, and from the sandbox else');
  return addSettings(command, DEMO).action(async ({ once, tables }: Flags) => {
    const configured = configOf(command, DEMO);
    const tablesDir = tables && (await mkdtemp(join(tmpdir(), 'entrez-graph-demo-')));
    let sandbox: Sandbox | undefined;
    try {
      const names = tablesDir === undefined ? [] : await importSamples(tablesDir);
      sandbox = await startSandbox({ port: 0, rps: 3, latency: { kind: 'constant', ms: 100 } });
      const config = { ...configured, NCBI_BASE_URL: sandbox.url, TABLES_DIR: tablesDir };
      await show(config, names, once === true);
    } finally {
      await sandbox?.close();
      if (tablesDir !== undefined) {
        await rm(tablesDir, { recursive: true, force: true });
      }
    }
  });
}

async function show(config: Config, tables: readonly string[], once: boolean): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL, config);
  const gateway = createGateway(config, logger);
  const server = await startServer(gateway, { host: config.HOST, port: config.PORT, mcp: mcpRouteOf(gateway) });
  try {
    await runFirstQuery(server.url, tables);
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

async function runFirstQuery(url: string, tables: readonly string[]): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: FIRST_QUERY }),
  });
  const answer: unknown = await response.json();
  const also = tables.length > 0 ? ` Links come first from tables made of them: ${tables.join(', ')}.` : '';
  process.stdout.write(
    `Sample data from the built-in sandbox, not from NCBI.${also}\n\n${FIRST_QUERY}\n${JSON.stringify(answer, undefined, 2)}\n`,
  );
}
