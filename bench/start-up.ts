import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { startSandbox } from '../src/sandbox/server.js';
import { type Bench, median } from './bench.js';

const ROUNDS = 5;
const GATEWAY = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const PLAIN_YOGA = fileURLToPath(new URL('plain-yoga.js', import.meta.url));

/** From the start of the process to its first answer, full catalog, against an empty Yoga server. */
export const startUp: Bench = {
  name: 'start-up',
  async measure() {
    const sandbox = await startSandbox({ rps: 0 });
    const gateway: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const environment = { NCBI_BASE_URL: sandbox.url, PORT: '0' };
      gateway.push(await timeToAnswer([GATEWAY, 'serve'], environment, '{ gene(uid: "7157") { symbol } }', 'TP53'));
      plain.push(await timeToAnswer([PLAIN_YOGA], {}, '{ hello }', 'world'));
    }
    await sandbox.close();
    const [ours, theirs] = [median(gateway), median(plain)];
    return [
      {
        what: 'process start to first answer, full catalog, median of 5',
        measured: `${ours.toFixed(0)} ms`,
        comparedWith: `${theirs.toFixed(0)} ms, empty Yoga`,
        ratio: ours / theirs,
        goal: 'under 1500 ms',
      },
    ];
  },
};

async function timeToAnswer(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  query: string,
  expected: string,
): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const answer = await response.text();
  const took = performance.now() - start;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  if (!answer.includes(expected)) {
    throw new Error(`Expected ${expected} in ${answer}`);
  }
  return took;
}

async function addressOf(child: ChildProcess): Promise<string> {
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
