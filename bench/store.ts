import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AnswerStore } from '../src/loading/cache/answer-store.js';
import { SampleGraph } from '../src/sandbox/sample-graph.js';
import { startSandbox } from '../src/sandbox/server.js';
import { namespaceOf } from '../src/stores/encode-answer.js';
import { LmdbAnswers } from '../src/stores/lmdb/lmdb-answers.js';
import { connectRedis, type RedisConnection } from '../src/stores/redis.js';
import { RedisAnswers } from '../src/stores/redis-answers.js';
import { type Bench, type Figure, median } from './bench.js';
import { genesWithPapers } from './store/graph.js';
import { type Times, timesInProcess } from './store/in-process.js';
import { timesOverHttp } from './store/over-http.js';
import { QUERIES, questionAbout, WAYS } from './store/questions.js';
import { Contestant } from './warm/contestant.js';

const WARM_UP = 50;
const MEASURED = 150;
const GOAL = 2;
/** Times that a question has to come until its answer is remembered as a whole: asked, known, known again. */
const TIMES = 3;
const REDIS_PORT = 6399;
const REDIS_URL = `redis://127.0.0.1:${REDIS_PORT}`;

/** Answers of a fresh process from a store that another one has filled, beside the same answers from memory. */
export const store: Bench = {
  name: 'store',
  async measure() {
    const { uids, file } = genesWithPapers(WARM_UP + MEASURED);
    await using sandbox = await startSandbox({ rps: 0, graph: new SampleGraph(file) });
    const folder = await mkdtemp(join(tmpdir(), 'entrez-graph-bench-'));
    const redis = spawn('redis-server', ['--port', String(REDIS_PORT), '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    const connection = connectRedis(REDIS_URL);
    try {
      await untilReached(connection);
      const options = { namespace: namespaceOf(sandbox.url), grace: 0 };
      const stores: readonly (readonly [string, NodeJS.ProcessEnv, () => AnswerStore])[] = [
        ['LMDB on disk', { CACHE_DIR: folder }, () => LmdbAnswers.open({ folder, maxBytes: 1e9, ...options })],
        ['Redis on this machine', { REDIS_URL }, () => new RedisAnswers({ connection, ...options })],
      ];
      const figures: Figure[] = [];
      for (const [name, settings, open] of stores) {
        const at = { ncbi: sandbox.url, settings };
        await fill(uids, at);
        for (const [what, query] of Object.entries(QUERIES)) {
          const parts = { warmUp: uids.slice(0, WARM_UP), measured: uids.slice(WARM_UP) };
          for (const [way, twice] of Object.entries(WAYS)) {
            const times = await timesOverHttp(query, twice, parts, at);
            figures.push(compare(`over HTTP, ${what}, ${way}, ${name}`, times, GOAL));
          }
          const opened = open();
          const { store: stored, memory } = await timesInProcess(query, uids, { ncbi: sandbox.url, store: opened });
          await opened.close();
          const times = { store: stored.slice(WARM_UP), memory: memory.slice(WARM_UP) };
          figures.push(compare(`without HTTP, ${what}, in other words, ${name}`, times));
        }
      }
      return figures;
    } finally {
      await connection.close();
      const gone = once(redis, 'exit');
      redis.kill();
      await gone;
      await rm(folder, { recursive: true });
    }
  },
};

/** Lets a process ask everything, and end. */
async function fill(
  uids: readonly string[],
  { ncbi, settings }: { readonly ncbi: string; readonly settings: NodeJS.ProcessEnv },
): Promise<void> {
  await using gateway = await Contestant.gateway(ncbi, { NCBI_RPS: '100', ...settings });
  for (const query of Object.values(QUERIES)) {
    for (const uid of uids) {
      for (let time = 0; time < TIMES; time += 1) {
        await gateway.ask({ query, variables: [questionAbout(query, uid).variables] });
      }
    }
  }
}

function untilReached(connection: RedisConnection): Promise<void> {
  return new Promise((resolve) => {
    connection.watch((available) => {
      if (available) {
        resolve();
      }
    });
  });
}

function compare(what: string, times: Times, goal?: number): Figure {
  const [stored, memory] = [median(times.store), median(times.memory)];
  return {
    what: `answer from the store: ${what}`,
    measured: `${stored.toFixed(2)} ms`,
    comparedWith: `${memory.toFixed(2)} ms, in memory`,
    ratio: stored / memory,
    goal: goal === undefined ? '' : `at most ${goal}`,
    ...(goal !== undefined && { met: stored / memory <= goal }),
  };
}
