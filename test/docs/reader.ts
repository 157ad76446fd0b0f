import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, vi } from 'vitest';

import { run } from '../../src/cli/run.js';
import { RunningGateway } from '../support/running-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

/** Files that a reader of the documentation brings along. */
export const BROUGHT: Readonly<Record<string, string>> = {
  'pmids.txt': '22417847\n19966300\n8023157\n',
  'tokens.txt': '# name:token\nlab:0123456789abcdef0123456789abcdef\n',
};
/** Where pages have the demo listen. */
const DEMO = 'http://127.0.0.1:4000';

/** Somebody who has the demo running and types what pages show. */
export class Reader implements AsyncDisposable {
  readonly demo: RunningGateway;
  readonly #folder: TemporaryFolder;

  private constructor(demo: RunningGateway, folder: TemporaryFolder) {
    this.demo = demo;
    this.#folder = folder;
  }

  static async start(): Promise<Reader> {
    const folder = await TemporaryFolder.create();
    for (const [name, text] of Object.entries(BROUGHT)) {
      await writeFile(join(folder.path, name), text);
    }
    return new Reader(await RunningGateway.start(), folder);
  }

  /** What a command of entrez-graph writes. It asks the demo's sandbox, not one of its own that takes its time, as that of doctor does not. */
  async outputOf(args: readonly string[]): Promise<string> {
    const file = join(this.#folder.path, 'out');
    const isQuery = args[0] === 'query';
    const typed = args
      .filter((word) => word !== '--sandbox' || args[0] === 'doctor')
      .map((word) => (word in BROUGHT ? join(this.#folder.path, word) : word));
    vi.stubEnv('NCBI_BASE_URL', this.demo.sandbox.url);
    try {
      const written = await standardOutputOf(isQuery ? [...typed, '--out', file] : typed);
      return isQuery ? await readFile(file, 'utf8') : written;
    } finally {
      vi.unstubAllEnvs();
    }
  }

  /** What a line with curl writes. A status of 400 or above is a failure. */
  async curl(line: string): Promise<string> {
    const here = line.replaceAll(DEMO, this.demo.server.url);
    const { stdout } = await promisify(execFile)('sh', ['-c', `${here} --fail --silent --show-error`]);
    return stdout;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.demo[Symbol.asyncDispose]();
    await this.#folder[Symbol.asyncDispose]();
  }
}

/** What a command of entrez-graph that ends well writes to standard output. */
export async function standardOutputOf(args: readonly string[]): Promise<string> {
  let written = '';
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  try {
    expect(await run(args), args.join(' ')).toBe(0);
  } finally {
    spy.mockRestore();
  }
  return written;
}
