import { Command } from './command.js';
import type { GraphqlAnswer } from './running-gateway.js';

/** A gateway in a process of its own. */
export class GatewayProcess implements AsyncDisposable {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly #command: Command;

  private constructor(command: Command, url: string) {
    this.#command = command;
    this.url = url;
  }

  /** @param folder - Where the package is. By default the checkout that is tested. */
  static async start(settings: Readonly<Record<string, string>>, folder?: string): Promise<GatewayProcess> {
    const environment = { NCBI_EMAIL: 'test@example.org', NCBI_RPS: '50', PORT: '0', ...settings };
    const command = new Command(['serve'], environment, { ...(folder !== undefined && { folder }) });
    return new GatewayProcess(command, await command.says(/(http:\/\/\S+\/graphql)/));
  }

  async ask(query: string): Promise<GraphqlAnswer> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as GraphqlAnswer;
  }

  /** Ends it as an orchestrator does, and waits for that. */
  async stop(): Promise<void> {
    this.#command.stop('SIGTERM');
    await this.#command.end();
  }

  /** Ends it as a crash does, and waits for that. */
  async kill(): Promise<void> {
    await this.#command[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }
}
