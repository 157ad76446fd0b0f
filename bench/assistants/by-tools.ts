import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

import { type ColdGateway, startCold } from './gateway-under-test.js';
import type { Question } from './questions.js';
import { Tally } from './tally.js';

/** A caller of the tools at /mcp: find, then follow. It takes the answer from the text. */
export class ByTools implements AsyncDisposable {
  readonly #gateway: ColdGateway;
  readonly #client: Client;

  private constructor(gateway: ColdGateway, client: Client) {
    this.#gateway = gateway;
    this.#client = client;
  }

  static async start(): Promise<ByTools> {
    const gateway = await startCold();
    const client = new Client({ name: 'bench', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', gateway.url)));
    return new ByTools(gateway, client);
  }

  get calls(): number {
    return this.#gateway.calls;
  }

  async definitions(): Promise<Tally> {
    return new Tally(JSON.stringify((await this.#client.listTools()).tools));
  }

  async answer({ start, path }: Question, tally: Tally): Promise<ReadonlySet<string>> {
    const isPaper = /^\d+$/.test(start);
    const id = isPaper ? `pubmed:${start}` : await this.#find(start, tally);
    const found = new Set<string>();
    let cursor: string | undefined;
    do {
      const text = await this.#call('follow', { ids: [id], path, ...(cursor !== undefined && { cursor }) }, tally);
      for (const target of targetsIn(text)) {
        found.add(target);
      }
      cursor = /cursor "([^"]+)"/.exec(text)?.[1];
    } while (cursor !== undefined);
    return found;
  }

  async #find(symbol: string, tally: Tally): Promise<string> {
    const text = await this.#call('find', { texts: [symbol] }, tally);
    return /^[^\t]*\tfound\t([^\t]+)/m.exec(text)?.[1] ?? '';
  }

  async #call(name: string, args: Record<string, unknown>, tally: Tally): Promise<string> {
    const { content } = await this.#client.callTool({ name, arguments: args });
    const [first] = content;
    const text = first?.type === 'text' ? first.text : '';
    tally.note(name, args, text);
    return text;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.close();
    await this.#gateway[Symbol.asyncDispose]();
  }
}

/** The uids of the table below the header that starts with "target". */
function targetsIn(text: string): string[] {
  const lines = text.split('\n');
  const header = lines.findIndex((line) => line.startsWith('target\t'));
  return header < 0
    ? []
    : lines.slice(header + 1).flatMap((line) => /^[A-Za-z.]+:(?:rs)?(\d+)\t/.exec(line)?.[1] ?? []);
}
