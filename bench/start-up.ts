import { fileURLToPath } from 'node:url';

import { startSandbox } from '../src/sandbox/server.js';
import { type Bench, median } from './bench.js';
import { ServerProcess } from './server-process.js';

const ROUNDS = 5;
const GOAL_MS = 1500;
const PLAIN_YOGA = fileURLToPath(new URL('plain-yoga.js', import.meta.url));

/** From the start of the process to its first answer, full catalog, against an empty Yoga server. */
export const startUp: Bench = {
  name: 'start-up',
  async measure() {
    await using sandbox = await startSandbox({ rps: 0 });
    const gateway: number[] = [];
    const plain: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      gateway.push(
        await timeToAnswer(() => ServerProcess.gateway(sandbox.url), '{ gene(uid: "7157") { symbol } }', 'TP53'),
      );
      plain.push(await timeToAnswer(() => ServerProcess.start([PLAIN_YOGA], {}), '{ hello }', 'world'));
    }
    const [ours, theirs] = [median(gateway), median(plain)];
    return [
      {
        what: `process start to first answer, full catalog, median of ${ROUNDS}`,
        measured: `${ours.toFixed(0)} ms`,
        comparedWith: `${theirs.toFixed(0)} ms, empty Yoga`,
        ratio: ours / theirs,
        goal: `under ${GOAL_MS} ms`,
        met: ours < GOAL_MS,
      },
    ];
  },
};

async function timeToAnswer(start: () => Promise<ServerProcess>, query: string, expected: string): Promise<number> {
  const startedAt = performance.now();
  await using server = await start();
  const answer = await (await server.send(query, {})).text();
  const took = performance.now() - startedAt;
  if (!answer.includes(expected)) {
    throw new Error(`Expected ${expected} in ${answer}`);
  }
  return took;
}
