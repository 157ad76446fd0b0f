import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import type { GraphqlAnswer } from '../support/running-gateway.js';
import { EXAMPLE } from './installed.js';

/** What a composer says of subgraphs. */
export interface Verdict {
  readonly errors: readonly string[];
  readonly hints: readonly string[];
}

/** What the example writes, line by line. */
interface Told {
  readonly composed: Readonly<Partial<Record<'apollo' | 'cosmo' | 'hive', Verdict>>>;
  /** The answer to the first query of the example. */
  readonly first: Pick<GraphqlAnswer, 'data' | 'errors'>;
  /** Address of the gateway. */
  readonly serves: string;
}

/** The example of a federated graph, with one of its gateways: a process with packages of its own. */
export class RunningExample implements AsyncDisposable {
  readonly told: Told;
  readonly #process: ChildProcess;

  private constructor(told: Told, process: ChildProcess) {
    this.told = told;
    this.#process = process;
  }

  /** Starts it around an entrez-graph that runs already, after the composers that `flags` add to Apollo's. */
  static async start(gateway: string, entrez: string, ...flags: readonly '--check'[]): Promise<RunningExample> {
    const args = [`${EXAMPLE}start.js`, '--gateway', gateway, '--port', '0', '--entrez', entrez, ...flags];
    const process = spawn(globalThis.process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let complaints = '';
    process.stderr.on('data', (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    let told: Partial<Told> = {};
    for await (const line of createInterface(process.stdout)) {
      told = { ...told, ...(JSON.parse(line) as Partial<Told>) };
      if (told.serves !== undefined) {
        return new RunningExample(told as Told, process);
      }
    }
    throw new Error(`The example ended before it served: ${complaints}`);
  }

  async query(query: string, variables?: object): Promise<Pick<GraphqlAnswer, 'data' | 'errors'>> {
    const response = await fetch(this.told.serves, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as GraphqlAnswer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }
}
