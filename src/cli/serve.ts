import { Command } from 'commander';

import { createGateway } from '../server/gateway.js';
import { startServer } from '../server/http/http-server.js';
import { createLogger } from '../server/logger.js';
import { addSettings, configOf } from './settings.js';
import { untilStopped } from './until-stopped.js';

export function serveCommand(): Command {
  const command = new Command('serve').description('Serve the GraphQL API against NCBI, or another NCBI_BASE_URL.');
  command.option('--record <folder>', 'Short for --record-dir');
  return addSettings(command).action(async ({ record }: { readonly record?: string }) => {
    const config = configOf(command, record === undefined ? {} : { RECORD_DIR: record });
    const gateway = createGateway(config, createLogger(config.LOG_LEVEL, config));
    // Whoever reads that it serves may stop it at once.
    const stopped = untilStopped();
    const server = await startServer(gateway, { host: config.HOST, port: config.PORT });
    process.stdout.write(
      `entrez-graph serves ${server.url}/graphql from ${config.NCBI_BASE_URL} at ${config.rps} requests a second.\n`,
    );
    if (config.NCBI_EMAIL === undefined) {
      process.stderr.write(
        'NCBI_EMAIL is not set. NCBI asks for an address, so that it can warn you before it blocks you.\n',
      );
    }
    if (config.RECORD_DIR !== undefined) {
      process.stderr.write(
        `Every exchange with NCBI is written to ${config.RECORD_DIR}, without keys; look it over before you share it.\n`,
      );
    }
    await stopped;
    await server.close();
  });
}
