import { mcpRouteOf } from '../../src/cli/mcp-route.js';
import { readConfig, type SettingName } from '../../src/config.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.js';
import type { CostReport } from '../../src/loading/operation/cost-report.js';
import { createGateway, type Gateway } from '../../src/server/gateway.js';
import { type RunningServer, startServer } from '../../src/server/http/http-server.js';
import { realLimits } from './hurried-clock.js';

/** An answer of the gateway, as a client sees it. */
export interface GraphqlAnswer {
  // What a query asks for is known to the test that wrote it only.
  readonly data: Record<string, any> | null; // oxlint-disable-line typescript/no-explicit-any
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
  }[];
  readonly extensions: { readonly entrez: CostReport };
}

/** A gateway over a sandbox, both real servers on free ports. */
export class RunningGateway implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly gateway: Gateway;
  readonly server: RunningServer;

  private constructor(sandbox: Sandbox, gateway: Gateway, server: RunningServer) {
    this.sandbox = sandbox;
    this.gateway = gateway;
    this.server = server;
  }

  static async start({
    sandbox: sandboxOptions = { rps: 0 },
    settings = {},
    explore,
  }: {
    readonly sandbox?: SandboxOptions;
    readonly settings?: Partial<Record<SettingName, string>>;
    /** Folder of the built page /explore. */
    readonly explore?: string;
  } = {}): Promise<RunningGateway> {
    const sandbox = await startSandbox(sandboxOptions);
    const config = readConfig({
      NCBI_BASE_URL: sandbox.url,
      NCBI_RPS: '50',
      LOG_LEVEL: 'silent',
      ...realLimits(),
      ...settings,
    });
    const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
    const gateway = createGateway(config, silent, { explore });
    const server = await startServer(gateway, {
      host: '127.0.0.1',
      port: 0,
      mcp: mcpRouteOf(gateway),
      ...(explore !== undefined && { explore }),
    });
    return new RunningGateway(sandbox, gateway, server);
  }

  async query(
    query: string,
    variables?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphqlAnswer> {
    const response = await fetch(`${this.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  }

  /** How many requests of a utility reached the sandbox so far. */
  callsOf(utility: string, command?: string): number {
    return this.sandbox.requests.filter(
      (request) =>
        request.utility === utility &&
        (command === undefined || request.params.some(([name, value]) => name === 'cmd' && value === command)),
    ).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    await this.sandbox.close();
  }
}

function ignore(): void {
  // Tests look at answers, not at logs.
}
