import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

import { Contestant } from '../warm/contestant.js';
import type { Times } from './in-process.js';
import { checkAnswer, checkCalls, type Question, questionAbout, type WAYS } from './questions.js';

/** Times that each of the first questions is asked, until V8 has optimised what all of them run through. */
const REPEATS = 20;

interface Response {
  readonly data?: unknown;
  readonly extensions?: { readonly entrez?: { readonly calls: { readonly total: number } } };
}

/** Answers over HTTP of a process that has just started, from a store that is filled. */
export async function timesOverHttp(
  query: string,
  twice: (typeof WAYS)[keyof typeof WAYS],
  { warmUp, measured }: { readonly warmUp: readonly string[]; readonly measured: readonly string[] },
  { ncbi, settings }: { readonly ncbi: string; readonly settings: NodeJS.ProcessEnv },
): Promise<Times> {
  await using gateway = await Contestant.gateway(ncbi, { CACHE_MB: '1024', ...settings });
  // A plain client, since what it takes itself is counted as well.
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const timeOf = async (question: Question): Promise<number> => {
    const begin = performance.now();
    const asked = request(gateway.url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
    asked.end(JSON.stringify(question));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const body = await text(response);
    const time = performance.now() - begin;
    const { data, extensions } = JSON.parse(body) as Response;
    checkAnswer(data);
    checkCalls(extensions?.entrez?.calls.total ?? NaN);
    return time;
  };
  const times = { store: [] as number[], memory: [] as number[] };
  for (const uid of warmUp) {
    const [first, again] = twice(questionAbout(query, uid));
    await timeOf(first);
    const { papers } = again.variables;
    for (let repeat = 1; repeat < REPEATS; repeat += 1) {
      await timeOf(first === again ? again : { query, variables: { uid, papers: papers + repeat } });
    }
  }
  for (const uid of measured) {
    const [first, again] = twice(questionAbout(query, uid));
    times.store.push(await timeOf(first));
    times.memory.push(await timeOf(again));
  }
  agent.destroy();
  return times;
}
