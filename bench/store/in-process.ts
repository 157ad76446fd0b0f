import { type ExecutionResult, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { readConfig } from '../../src/config.js';
import type { AnswerStore } from '../../src/loading/cache/answer-store.js';
import { Loaders } from '../../src/loading/loaders.js';
import { Operation } from '../../src/loading/operation/operation.js';
import { buildSchema } from '../../src/schema/schema.js';
import { systemClock } from '../../src/upstream/clock.js';
import { createNcbiClients } from '../../src/upstream/create-clients.js';
import { checkAnswer, checkCalls, type Question, questionAbout, WAYS } from './questions.js';

const DAY = 86_400_000;
const LIVES = { links: DAY, summaries: DAY, searches: DAY, staleWhileRevalidate: 0 };

/** What answers took, in milliseconds, in the same order. */
export interface Times {
  /** With nothing in memory. */
  readonly store: readonly number[];
  /** Asked again, with all records in memory. */
  readonly memory: readonly number[];
}

/** Answers from a store that is filled, compiled and without HTTP. */
export async function timesInProcess(
  query: string,
  uids: readonly string[],
  { ncbi, store }: { readonly ncbi: string; readonly store: AnswerStore },
): Promise<Times> {
  const ncbiClients = createNcbiClients(readConfig({ NCBI_BASE_URL: ncbi }), {
    onRecordingFailure: (message) => {
      throw new Error(message);
    },
  });
  const compiled = compileQuery(buildSchema(loadCatalog()), parse(query));
  if (!isCompiledQuery(compiled)) {
    throw new Error('The query does not compile.');
  }
  const loaders = new Loaders({ clock: systemClock, maxCacheBytes: 1e9, ttls: LIVES, store });
  const timeOf = async ({ variables }: Question): Promise<number> => {
    const begin = performance.now();
    const operation = new Operation({
      clock: systemClock,
      deadline: Infinity,
      maxCalls: 1000,
      client: ncbiClients.default,
    });
    const { data } = (await compiled.query(undefined, { loaders, operation }, variables)) as ExecutionResult;
    const time = performance.now() - begin;
    checkAnswer(data);
    checkCalls(operation.report().calls.total);
    return time;
  };
  const times = { store: [] as number[], memory: [] as number[] };
  for (const uid of uids) {
    const [first, again] = WAYS['in other words'](questionAbout(query, uid));
    times.store.push(await timeOf(first));
    times.memory.push(await timeOf(again));
  }
  await ncbiClients.close();
  return times;
}
