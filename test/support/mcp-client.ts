import { fileURLToPath } from 'node:url';

import { Client, StreamableHTTPClientTransport, type VersionNegotiationMode } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What a tool answered. */
export interface ToolText {
  readonly text: string;
  readonly isError: boolean;
}

/** The official client, connected. */
export class McpClient implements AsyncDisposable {
  readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  /** Connects to `/mcp` of a server. */
  static async overHttp(
    url: string,
    {
      headers = {},
      mode = 'legacy',
    }: { readonly headers?: Readonly<Record<string, string>>; readonly mode?: VersionNegotiationMode } = {},
  ): Promise<McpClient> {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
    return new McpClient(client);
  }

  /** Starts the built command and connects to it. */
  static async overStdio(args: readonly string[], mode: VersionNegotiationMode = 'legacy'): Promise<McpClient> {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: ['dist/cli.js', 'mcp', ...args],
        cwd: ROOT,
        stderr: 'inherit',
      }),
    );
    return new McpClient(client);
  }

  async call(name: string, args: unknown, options: Parameters<Client['callTool']>[1] = {}): Promise<ToolText> {
    const result = await this.client.callTool({ name, arguments: args as Record<string, unknown> }, options);
    const [content] = result.content;
    return { text: content?.type === 'text' ? content.text : '', isError: result.isError === true };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.close();
  }
}
