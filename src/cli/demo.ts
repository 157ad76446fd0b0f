import { Command } from 'commander';

import type { SettingName } from '../config.js';
import { type Sandbox, startSandbox } from '../sandbox/server.js';
import { createGateway } from '../server/gateway.js';
import { FIRST_QUERY } from '../server/pages/graphiql-page.js';
import { startServer } from '../server/http/http-server.js';
import { createLogger } from '../server/logger.js';
import { addSettings, configOf } from './settings.js';
import { untilStopped } from './until-stopped.js';

/** What the demo decides itself, whatever the environment says: nothing of a caller's own goes to a sandbox. */
const FIXED: Partial<Record<SettingName, string>> = {
  NCBI_BASE_URL: '',
  NCBI_API_KEY: '',
  NCBI_TOOL: '',
  NCBI_EMAIL: '',
  NCBI_RPS: '3',
  // The first question is asked without them.
  AUTH_TOKENS_FILE: '',
  TRUSTED_DOCUMENTS: '',
};

export function demoCommand(): Command {
  const command = new Command('demo')
    .description('Start the gateway over the sandbox, ask a first question and stay for yours.')
    .option('--once', 'Stop after the first answer');
  return addSettings(command, (name) => !(name in FIXED)).action(async ({ once }: { readonly once?: boolean }) => {
    const sandbox = await startSandbox({ port: 0, rps: 3, latency: { kind: 'constant', ms: 100 } });
    try {
      await show(command, sandbox, once === true);
    } finally {
      await sandbox.close();
    }
  });
}

async function show(command: Command, sandbox: Sandbox, once: boolean): Promise<void> {
  const config = configOf(command, { ...FIXED, NCBI_BASE_URL: sandbox.url });
  const gateway = createGateway(config, createLogger(config.LOG_LEVEL, config));
  const server = await startServer(gateway, { host: config.HOST, port: config.PORT });
  try {
    await askFirstQuestion(server.url);
    if (!once) {
      process.stdout.write(
        `\nYour turn: open ${server.url}/graphql in a browser to ask, or ${server.url}/explore to look. Ctrl-C stops.\n`,
      );
      await untilStopped();
    }
  } finally {
    await server.close();
  }
}

async function askFirstQuestion(url: string): Promise<void> {
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
