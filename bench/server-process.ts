import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

const GATEWAY = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** Where Linux tells the processor time of a process, behind its name, and what it counts in. */
const USER_TIME = 11;
const MS_PER_TICK = 10;

/** A GraphQL server in a process of its own. */
export class ServerProcess implements AsyncDisposable {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /**
   * Starts a Node program that prints where it answers.
   *
   * @param niceness - How much of a core it leaves to others, from 0 to 19.
   * @throws Error when it ends without.
   */
  static async start(args: readonly string[], environment: NodeJS.ProcessEnv, niceness = 0): Promise<ServerProcess> {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (niceness > 0 && child.pid !== undefined) {
      setPriority(child.pid, niceness);
    }
    return new ServerProcess(child, await addressOf(child));
  }

  /** The gateway as it is built, with an empty cache. */
  static gateway(ncbi: string, environment: NodeJS.ProcessEnv = {}, niceness = 0): Promise<ServerProcess> {
    const settings = { NCBI_BASE_URL: ncbi, NCBI_EMAIL: 'bench@example.org', PORT: '0', LOG_LEVEL: 'silent' };
    return ServerProcess.start([GATEWAY, 'serve'], { ...settings, ...environment }, niceness);
  }

  /** Sends a query and gives the response before its body is read. */
  send(
    query: string,
    variables: object,
    headers: Readonly<Record<string, string>> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    return fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
  }

  /** Processor time that it has spent, in milliseconds; NaN where the system does not tell. */
  get processorTime(): number {
    try {
      const [, ...fields] = readFileSync(`/proc/${this.#process.pid}/stat`, 'utf8').split(') ');
      const [user, system] = fields
        .join(') ')
        .split(' ')
        .slice(USER_TIME, USER_TIME + 2);
      return (Number(user) + Number(system)) * MS_PER_TICK;
    } catch {
      return NaN;
    }
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  /** The exit code, or the signal that ended it. */
  async ended(): Promise<unknown> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) {
      return exitCode ?? signalCode;
    }
    const [code, signal] = (await once(this.#process, 'exit')) as [number | null, NodeJS.Signals | null];
    return code ?? signal;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) {
      return;
    }
    const gone = once(this.#process, 'exit');
    // What it was asked is answered or of no more interest; a graceful end would wait for what is under way.
    this.#process.kill('SIGKILL');
    await gone;
  }
}

/** Where a program says it answers GraphQL, on its standard output. Throws an Error when it ends without. */
export async function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const url = /http:\/\/\S+\/graphql/.exec(printed)?.[0];
    if (url !== undefined) {
      return url;
    }
  }
  throw new Error(`The server ended without an address: ${printed}`);
}
