import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { HostedSandbox, LoggedCall, Order, Report } from './sandbox-process.js';

const PROGRAM = fileURLToPath(new URL('sandbox-process.ts', import.meta.url));

/** A sandbox of a {@link SandboxHost}. */
export interface RemoteSandbox extends AsyncDisposable {
  readonly url: string;
  /** The requests so far in the order of their arrival, with times on this process' `performance.now()`. */
  calls(): Promise<readonly LoggedCall[]>;
}

/** A process that runs sandboxes. */
export class SandboxHost implements Disposable {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (report: Report) => void>();
  #orders = 0;

  constructor() {
    this.#process = fork(PROGRAM, { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
    this.#process.on('message', (report: Report) => {
      this.#waiting.get(report.number)?.(report);
      this.#waiting.delete(report.number);
    });
    this.#process.on('exit', (code) => {
      if (this.#waiting.size > 0) {
        throw new Error(`The process of the sandboxes ended with ${code}.`);
      }
    });
  }

  async start(options: HostedSandbox): Promise<RemoteSandbox> {
    const started = await this.#tell({ order: 'start', options, number: this.#next() });
    if (!('url' in started)) {
      throw new Error('The sandbox did not start.');
    }
    const sandbox = started.number;
    return {
      url: started.url,
      calls: async () => {
        const log = await this.#tell({ order: 'log', sandbox, number: this.#next() });
        return 'calls' in log ? log.calls.map(onOurClock) : [];
      },
      [Symbol.asyncDispose]: async () => {
        await this.#tell({ order: 'stop', sandbox, number: this.#next() });
      },
    };
  }

  [Symbol.dispose](): void {
    this.#process.disconnect();
  }

  #next(): number {
    this.#orders += 1;
    return this.#orders;
  }

  #tell(order: Order): Promise<Report> {
    return new Promise((resolve) => {
      this.#waiting.set(order.number, resolve);
      this.#process.send(order);
    });
  }
}

function onOurClock(call: LoggedCall): LoggedCall {
  const { timeOrigin } = performance;
  return { ...call, at: call.at - timeOrigin, answeredAt: call.answeredAt - timeOrigin };
}
