import { configWarnings } from '../../config/warnings.js';
import type { Config } from '../../config.js';
import { type Sandbox, startSandbox } from '../../sandbox/server.js';
import { createGateway, type Gateway } from '../../server/gateway.js';
import type { Progress } from './progress.js';

/** Runs something with a gateway of its own, to NCBI or to a sandbox, and closes both. */
export async function withGateway<T>(
  config: Config,
  wantsSandbox: boolean,
  progress: Progress,
  use: (gateway: Gateway) => Promise<T>,
): Promise<T> {
  const sandbox = wantsSandbox
    ? await startSandbox({ rps: config.rps, latency: { kind: 'constant', ms: 100 } })
    : undefined;
  if (!progress.quiet) {
    for (const note of notesOf(config, sandbox)) {
      progress.note(note);
    }
  }
  try {
    const gateway = createGateway(
      sandbox ? { ...config, NCBI_BASE_URL: sandbox.url } : config,
      progress.logger(config.LOG_LEVEL),
    );
    try {
      return await use(gateway);
    } finally {
      await gateway.close();
    }
  } finally {
    await sandbox?.close();
  }
}

function notesOf(config: Config, sandbox: Sandbox | undefined): readonly string[] {
  return sandbox ? ['Sample data from the built-in sandbox, not from NCBI.'] : configWarnings(config, process.env);
}
