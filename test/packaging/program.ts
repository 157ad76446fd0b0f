import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A program as a process of its own, which sees nothing of this environment but where programs are. */
export class Program implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  /** What it has written so far. */
  said = '';

  constructor(
    [program = '', ...args]: readonly string[],
    { cwd, environment = {} }: { readonly cwd?: string; readonly environment?: Readonly<Record<string, string>> } = {},
  ) {
    this.#process = spawn(program, args, {
      cwd,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    }
    this.#ended = once(this.#process, 'close');
  }

  stop(): void {
    this.#process.kill('SIGTERM');
  }

  /** The exit code, or null when a signal ended it. */
  async end(): Promise<number | null> {
    const [code] = await this.#ended;
    return code as number | null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }
}

/**
 * Runs a program that ends by itself.
 *
 * @returns What it wrote.
 * @throws Error when it fails, with what it wrote.
 */
export async function runToEnd(command: readonly string[], cwd: string): Promise<string> {
  await using program = new Program(command, { cwd, environment: { npm_config_prefer_offline: 'true' } });
  const code = await program.end();
  if (code !== 0) {
    throw new Error(`${command.join(' ')} failed: ${program.said}`);
  }
  return program.said;
}

/** Ports that nobody listens on. */
export async function freePorts<const Names extends readonly string[]>(
  ...names: Names
): Promise<Readonly<Record<Names[number], string>>> {
  const servers = names.map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => String((server.address() as AddressInfo).port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return Object.fromEntries(names.map((name, i) => [name, ports[i]])) as Record<Names[number], string>;
}
