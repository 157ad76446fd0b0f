import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const PROGRAMS = ['einfo', 'esearch', 'esummary', 'efetch', 'elink', 'epost'];
const NCBI = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';
/** Nobody listens at the discard port, so a request that misses the sandbox fails instead of reaching NCBI. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * A shell in which EDirect and curl ask another server than NCBI.
 *
 * Programs of EDirect call each other without handing `-base` on, so each is covered by one of the same name that adds
 * it; in curl's addresses the server is replaced.
 */
export class EDirect implements Disposable {
  readonly #base: string;
  readonly #folder: string;

  /** @param base - the folder of the `.fcgi` programs, with a slash at its end. */
  constructor(base: string) {
    this.#base = base;
    this.#folder = mkdtempSync(join(tmpdir(), 'edirect-'));
    for (const program of PROGRAMS) {
      const path = join(this.#folder, program);
      writeFileSync(path, `#!/bin/sh\nexec /usr/bin/${program} "$@" -base "${base}"\n`);
      chmodSync(path, 0o755);
    }
  }

  /**
   * What a line of shell writes, without blank lines.
   *
   * @param variables - of the shell, beside its own.
   * @throws Error when a program of the line fails or complains: EDirect does the latter and goes on.
   */
  async lines(line: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const env = {
      PATH: `${this.#folder}:/usr/bin:/bin`,
      HOME: this.#folder,
      LC_ALL: 'C.UTF-8',
      EMAIL: 'tests@example.org',
      https_proxy: NOWHERE,
      ...variables,
    };
    const command = line.replaceAll(NCBI, this.#base).replaceAll('curl ', 'curl -sS ');
    const running = run('bash', ['-o', 'pipefail', '-c', command], { env, maxBuffer: 64 * 1024 * 1024 });
    // Without a question of their own the programs read one from the standard input.
    running.child.stdin?.end();
    const { stdout, stderr } = await running;
    if (stderr.trim() !== '') {
      throw new Error(`${line} complains: ${stderr}`);
    }
    return stdout.split('\n').filter((each) => each.trim() !== '');
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true });
  }
}
