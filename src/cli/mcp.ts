import { once } from 'node:events';

import { Command, Option } from 'commander';

import { ASSISTANT, ASSISTANT_SANDBOX } from '../config/presets.js';
import { configWarnings } from '../config/warnings.js';
import { startSandbox } from '../sandbox/server.js';
import { createGateway } from '../server/gateway.js';
import { createLogger } from '../server/logger.js';
import { addSettings, configOf, flagsTakenAway } from './settings.js';
import { untilStopped } from './signals.js';

export function mcpCommand(): Command {
  const command = new Command('mcp').addOption(
    new Option('--sandbox', 'Use sample data instead of NCBI').conflicts(flagsTakenAway(ASSISTANT_SANDBOX, ASSISTANT)),
  );
  return addSettings(command, ASSISTANT).action(async ({ sandbox: isSandbox }: { readonly sandbox?: true }) => {
    const config = configOf(command, isSandbox ? ASSISTANT_SANDBOX : ASSISTANT);
    const logger = createLogger(config.LOG_LEVEL, config);
    const sandbox = isSandbox
      ? await startSandbox({ rps: config.rps, latency: { kind: 'constant', ms: 100 } })
      : undefined;
    for (const warning of isSandbox ? [] : configWarnings(config, process.env)) {
      logger.warn(warning);
    }
    const gateway = createGateway(sandbox ? { ...config, NCBI_BASE_URL: sandbox.url } : config, logger);
    try {
      // Only this command needs it.
      const { serveOverStdio } = await import('../mcp/stdio.js');
      // A file or a device that was read to its end is never closed.
      const left = Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close')]);
      const connection = serveOverStdio(gateway);
      void gateway.prepare();
      await Promise.race([untilStopped(), left]);
      await connection.close();
    } finally {
      await gateway.close();
      await sandbox?.close();
      await logger.close();
    }
  });
}
