import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The command as a process of its own, from source. */
class Running {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  out = '';
  err = '';

  constructor(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    this.#process.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.#ended = once(this.#process, 'close');
  }

  /** Resolves with the first group of `pattern` as soon as standard output holds it. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.out)?.[1];
      if (found !== undefined) {
        return found;
      }
      if (this.#process.stdout === null || this.#process.exitCode !== null) {
        throw new Error(`It ended without saying ${String(pattern)}: ${this.out}${this.err}`);
      }
      await Promise.race([once(this.#process.stdout, 'data'), this.#ended]);
    }
  }

  stop(signal: 'SIGTERM' | 'SIGINT'): void {
    this.#process.kill(signal);
  }

  /** The exit code. */
  async end(): Promise<unknown> {
    const [code] = await this.#ended;
    return code;
  }
}

describe.concurrent('the command as a process', { timeout: 60_000 }, () => {
  it('demo --once shows TP53 with papers, scores and titles, marked as sample data, and ends', async () => {
    // Neither a key nor an address of the environment reaches the demo.
    const command = new Running(['demo', '--once', '--port', '0'], {
      NCBI_API_KEY: 'invalid',
      NCBI_BASE_URL: 'http://127.0.0.1:9/',
    });
    expect([await command.end(), command.err]).toEqual([0, '']);
    expect(command.out).toContain('Sample data from the built-in sandbox, not from NCBI.');
    expect(command.out).toContain('"symbol": "TP53"');
    expect(command.out).toMatch(/"score": \d+/);
    expect(command.out).toMatch(/"title": "\w/);
    expect(command.out).toContain('"source": "sandbox"');
    expect(command.out).not.toContain('"errors"');
  });

  it('serve answers from where it is told to, and ends with 0 at SIGTERM', async () => {
    const sandbox = new Running(['sandbox', '--port', '0', '--rps', '0']);
    const upstream = await sandbox.says(/serves (http:\S+)/);
    const serve = new Running(['serve', '--port', '0', '--ncbi-rps', '50'], { NCBI_BASE_URL: upstream });
    const address = await serve.says(/serves (http:\S+)/);
    expect(serve.out).toBe(`entrez-graph serves ${address} from ${upstream} at 50 requests a second.\n`);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ gene(uid: 7157) { symbol } }' }),
    });
    expect(await response.json()).toMatchObject({
      data: { gene: { symbol: 'TP53' } },
      extensions: { entrez: { source: 'sandbox' } },
    });

    serve.stop('SIGTERM');
    expect(await serve.end()).toBe(0);
    expect(serve.err).toMatch(/^NCBI_EMAIL is not set\..*\n$/);
    sandbox.stop('SIGINT');
    expect([await sandbox.end(), sandbox.err]).toEqual([0, '']);
  });
});
