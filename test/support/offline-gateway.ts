import { readConfig, type SettingName } from '../../src/config.js';
import { createGateway, type Gateway } from '../../src/server/gateway.js';
import { type RunningServer, startServer } from '../../src/server/http/http-server.js';

/** A gateway whose NCBI nobody may ask, for what the server does by itself. It keeps what it logs. */
export class OfflineGateway implements AsyncDisposable {
  readonly gateway: Gateway;
  readonly server: RunningServer;
  /** Everything that was logged above debug. */
  readonly logged: unknown[];

  private constructor(gateway: Gateway, server: RunningServer, logged: unknown[]) {
    this.gateway = gateway;
    this.server = server;
    this.logged = logged;
  }

  static async start(settings: Partial<Record<SettingName, string>> = {}): Promise<OfflineGateway> {
    const logged: unknown[] = [];
    const keep = (...args: unknown[]): void => {
      logged.push(...args);
    };
    const config = readConfig({ NCBI_BASE_URL: 'http://127.0.0.1:9/', ...settings });
    const gateway = createGateway(config, { debug: () => undefined, info: keep, warn: keep, error: keep });
    return new OfflineGateway(gateway, await startServer(gateway, { host: '127.0.0.1', port: 0 }), logged);
  }

  get url(): string {
    return `${this.server.url}/graphql`;
  }

  post(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
  }
}
