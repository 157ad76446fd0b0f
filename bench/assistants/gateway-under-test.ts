import { mcpRouteOf } from '../../src/cli/mcp-route.js';
import { readConfig } from '../../src/config.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { createGateway } from '../../src/server/gateway.js';
import { startServer } from '../../src/server/http/http-server.js';

export const RPS = 3;

/** A gateway that knows nothing yet, at 3 requests per second. */
export interface ColdGateway extends AsyncDisposable {
  readonly url: string;
  /** Requests that the sandbox answered. */
  readonly calls: number;
}

export async function startCold(): Promise<ColdGateway> {
  const sandbox = await startSandbox({ rps: RPS, latency: { kind: 'constant', ms: 100 } });
  const config = readConfig({ NCBI_BASE_URL: sandbox.url, NCBI_RPS: String(RPS), LOG_LEVEL: 'silent' });
  const ignore = (): void => undefined;
  const gateway = createGateway(config, { debug: ignore, info: ignore, warn: ignore, error: ignore });
  const server = await startServer(gateway, { host: '127.0.0.1', port: 0, mcp: mcpRouteOf(gateway) });
  return {
    url: server.url,
    get calls() {
      return sandbox.requests.filter(({ refused }) => !refused).length;
    },
    [Symbol.asyncDispose]: async () => {
      await server.close();
      await sandbox.close();
    },
  };
}
