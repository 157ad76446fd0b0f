import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ExecutionResult, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

import { loadCatalog } from '../src/catalog/catalog.js';
import { readConfig } from '../src/config.js';
import type { AnswerStore } from '../src/loading/answer-store.js';
import { Loaders } from '../src/loading/loaders.js';
import { Operation } from '../src/loading/operation.js';
import { startSandbox } from '../src/sandbox/server.js';
import { buildSchema } from '../src/schema/schema.js';
import { namespaceOf } from '../src/stores/encode-answer.js';
import { LmdbAnswers } from '../src/stores/lmdb-answers.js';
import { connectRedis } from '../src/stores/redis.js';
import { RedisAnswers } from '../src/stores/redis-answers.js';
import { systemClock } from '../src/upstream/clock.js';
import { openDoors } from '../src/upstream/open-doors.js';
import { type Bench, type Figure, median } from './bench.js';

const QUERIES = {
  '100 titles': '{ gene(uid: "7157") { symbol pubmed(first: 100) { nodes { uid title } } } }',
  '100 papers with genes':
    '{ gene(uid: "7157") { symbol pubmed(first: 100) { nodes { uid title journal gene(first: 3) { nodes { uid symbol } } } } } }',
};
const ROUNDS = 200;
const WARM_UP = 200;
const GOAL = 2;
const REDIS_PORT = 6399;

/** Answers from a store with nothing in memory, beside the same with everything in memory; compiled, without HTTP. */
export const store: Bench = {
  name: 'store',
  async measure() {
    await using sandbox = await startSandbox({ rps: 0 });
    const folder = await mkdtemp(join(tmpdir(), 'entrez-graph-bench-'));
    const redis = spawn('redis-server', ['--port', String(REDIS_PORT), '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    const options = { namespace: namespaceOf(sandbox.url), grace: 0 };
    const connection = connectRedis(`redis://127.0.0.1:${REDIS_PORT}`);
    try {
      await untilReached(connection);
      const stores = {
        'LMDB on disk': LmdbAnswers.open({ folder, maxBytes: 1e9, ...options }),
        'Redis on this machine': new RedisAnswers({ connection, ...options }),
      };
      const figures: Figure[] = [];
      for (const [name, each] of Object.entries(stores)) {
        for (const [what, query] of Object.entries(QUERIES)) {
          figures.push(await compare(`${what}, ${name}`, query, sandbox.url, each));
        }
        await each.close();
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

function untilReached(connection: ReturnType<typeof connectRedis>): Promise<void> {
  return new Promise((resolve) => {
    connection.watch((available) => {
      if (available) {
        resolve();
      }
    });
  });
}

async function compare(what: string, query: string, ncbi: string, its: AnswerStore): Promise<Figure> {
  const doors = openDoors(readConfig({ NCBI_BASE_URL: ncbi, NCBI_RPS: '50' }), {
    onRecordingFailure: (message) => {
      throw new Error(message);
    },
  });
  const compiled = compileQuery(buildSchema(loadCatalog()), parse(query));
  if (!isCompiledQuery(compiled)) {
    throw new Error('The query does not compile.');
  }
  const day = 86_400_000;
  const lives = { links: day, summaries: day, volatile: day, grace: 0 };
  const loadersOver = (): Loaders => new Loaders({ clock: systemClock, maxCacheBytes: 1e8, lives, store: its });
  const answer = async (loaders: Loaders): Promise<{ time: number; calls: number }> => {
    const begin = performance.now();
    const operation = new Operation({ clock: systemClock, deadline: Infinity, maxCalls: 1000, door: doors.own });
    const { data, errors } = (await compiled.query(undefined, { loaders, operation }, {})) as ExecutionResult;
    if (errors || JSON.stringify(data).length < 1000) {
      throw new Error(`There is no answer: ${JSON.stringify(errors)}`);
    }
    return { time: performance.now() - begin, calls: operation.account().calls.total };
  };
  const warm = loadersOver();
  await answer(warm);
  // What was answered is stored some time later.
  let missing = Infinity;
  while (missing > 0) {
    missing = (await answer(loadersOver())).calls;
  }
  const times = { memory: [] as number[], store: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    // Turn and turn about, so that both run on the same machine.
    const memory = await answer(warm);
    const stored = await answer(loadersOver());
    if (round >= 0) {
      times.memory.push(memory.time);
      times.store.push(stored.time);
    }
  }
  await doors.close();
  const [ours, theirs] = [median(times.store), median(times.memory)];
  return {
    what: `answer from the store: ${what}`,
    measured: `${ours.toFixed(2)} ms`,
    comparedWith: `${theirs.toFixed(2)} ms, in memory`,
    ratio: ours / theirs,
    goal: `at most ${GOAL}`,
    met: ours / theirs <= GOAL,
  };
}
