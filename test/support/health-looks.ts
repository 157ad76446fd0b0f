import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Command } from './command.js';

/** The worst of some looks at health. */
export interface Looks {
  /** CPU time of the gateway's event loop during the look. */
  readonly blockedMs: number;
  /** Until the answer was there, without the time that the gateway or who looked waited for a CPU. */
  readonly answeredMs: number;
}

const SCRIPT = fileURLToPath(new URL('look-at-health.ts', import.meta.url));

/** Looks at the health of a gateway from a process of its own, which what this process does meanwhile cannot slow down. */
export class HealthLooks implements Disposable {
  readonly #process: ChildProcess;
  readonly #ended: Promise<never>;
  #answers = '';

  constructor(gateway: Command, url: string) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', SCRIPT, url, String(gateway.pid)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout?.setMaxListeners(0).on('data', (chunk: Buffer) => (this.#answers += chunk.toString()));
    this.#ended = once(this.#process, 'exit').then(() => {
      throw new Error('A look at health was not answered.');
    });
    // Told to whoever asks next.
    this.#ended.catch(() => undefined);
  }

  /** The worst look since the last time that this was asked. Fails when one was not answered. */
  async worst(): Promise<Looks> {
    this.#process.stdin?.write('\n');
    while (!this.#answers.includes('\n')) {
      await Promise.race([once(this.#process.stdout ?? this.#process, 'data'), this.#ended]);
    }
    const [line = '', ...rest] = this.#answers.split('\n');
    this.#answers = rest.join('\n');
    return JSON.parse(line) as Looks;
  }

  [Symbol.dispose](): void {
    this.#process.kill();
  }
}
