import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Of the clock in which Linux counts the time of processes. */
const TICKS_PER_S = 100;
/** The checkout that is tested. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The built command as a process of its own. A rejection that nobody handles ends it, with a code that is not 0
 * and a trace on standard error.
 */
export class Command implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown[]>;
  out = '';
  err = '';

  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    {
      readsErrors = true,
      limits,
      folder = ROOT,
    }: {
      readonly readsErrors?: boolean;
      /** Lines of the shell that take something away from the process, such as `ulimit -f 100`. */
      readonly limits?: string;
      /** Where the package is. */
      readonly folder?: string;
    } = {},
  ) {
    const command = [process.execPath, '--unhandled-rejections=strict', 'dist/cli.js', ...args];
    const [file = '', ...rest] =
      limits === undefined ? command : ['/bin/sh', '-c', `${limits}; exec "$0" "$@"`, ...command];
    this.#process = spawn(file, rest, {
      cwd: folder,
      env: { PATH: process.env.PATH, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (chunk: Buffer) => (this.out += chunk.toString()));
    if (!readsErrors) {
      this.#process.stderr?.destroy();
    }
    this.#process.stderr?.on('data', (chunk: Buffer) => (this.err += chunk.toString()));
    this.#ended = once(this.#process, 'close');
  }

  /** Resolves with the first group of `pattern` as soon as standard output holds it. Fails after a minute without it. */
  async says(pattern: RegExp): Promise<string> {
    const patience = AbortSignal.timeout(60_000);
    for (;;) {
      const found = pattern.exec(this.out)?.[1];
      if (found !== undefined) {
        return found;
      }
      if (this.#process.stdout === null || this.#process.exitCode !== null || patience.aborted) {
        throw new Error(`The command did not print ${String(pattern)}: ${this.out}${this.err}`);
      }
      const more = once(this.#process.stdout, 'data', { signal: patience }).catch(() => undefined);
      await Promise.race([more, this.#ended]);
    }
  }

  /** Of the process. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Seconds of CPU that the thread of its event loop has taken; undefined on a system that does not say so in a file. */
  get cpuSeconds(): number | undefined {
    try {
      const text = readFileSync(`/proc/${this.#process.pid}/task/${this.#process.pid}/stat`, 'utf8');
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S;
    } catch {
      return undefined;
    }
  }

  stop(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** The exit code, or null and the signal that ended it. */
  async end(): Promise<readonly [code: number | null, signal: string | null]> {
    const [code, signal] = await this.#ended;
    return [code as number | null, signal as string | null];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop('SIGKILL');
    await this.#ended;
  }
}
