import { Command } from 'commander';

import { SERVER } from '../config/presets.js';
import { configWarnings } from '../config/warnings.js';
import { createGateway } from '../server/gateway.js';
import { startServer } from '../server/http/http-server.js';
import { createLogger } from '../server/logger.js';
import { mcpRouteOf } from './mcp-route.js';
import { addSettings, configOf } from './settings.js';
import { untilStopped } from './signals.js';

export function serveCommand(): Command {
  const command = new Command('serve');
  command.option('--record <folder>', 'Short for --record-dir');
  return addSettings(command, SERVER).action(async ({ record }: { readonly record?: string }) => {
    const config = configOf(command, SERVER, record === undefined ? {} : { RECORD_DIR: record });
    const logger = createLogger(config.LOG_LEVEL, config);
    for (const warning of configWarnings(config, process.env)) {
      logger.warn(warning);
    }
    if (config.RECORD_DIR !== undefined) {
      logger.warn(`Recording NCBI traffic to ${config.RECORD_DIR} (keys removed). Review it before sharing.`);
    }
    try {
      const gateway = createGateway(config, logger);
      // Before the address is announced: a supervisor may stop us right away.
      const stopped = untilStopped();
      const server = await startServer(gateway, { host: config.HOST, port: config.PORT, mcp: mcpRouteOf(gateway) });
      process.stdout.write(
        `Listening on ${server.url}/graphql (upstream ${config.NCBI_BASE_URL}, ${config.rps} requests/s)\n`,
      );
      await stopped;
      await server.close();
    } finally {
      await logger.close();
    }
  });
}
