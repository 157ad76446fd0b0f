import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Sandbox, startSandbox } from '../../src/sandbox/server.js';
import { Command } from '../support/command.js';
import { idsOf, parameterOf } from '../support/interceptor.js';
import { LARGE_ANSWERS } from './large-answers.js';

/** The longest that reading may keep a look at health waiting, in seconds of CPU: wall time is others' as well. */
const MAX_BLOCKED_S = 0.25;
const HEAP_MB = 512;

describe(`a process with a heap of ${HEAP_MB} MB`, { timeout: 120_000 }, () => {
  let sandbox: Sandbox;
  let gateway: Command;
  let url: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ rps: 0 });
    gateway = new Command(['serve', '--port', '0'], {
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
      NCBI_BASE_URL: sandbox.url,
      LOG_LEVEL: 'error',
    });
    url = (await gateway.says(/(http:\/\/[\d.:]+)/)).replace(/\/$/, '');
  }, 120_000);
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await sandbox.close();
  });

  /** Looks at health from this process until `work` is done. Returns the most CPU that one look had to wait for. */
  async function longestBlock(work: Promise<unknown>): Promise<number> {
    const state = { isDone: false };
    const done = work.finally(() => (state.isDone = true));
    let longest = 0;
    do {
      const before = gateway.cpuSeconds ?? 0;
      expect((await fetch(`${url}/health/live`)).ok).toBe(true);
      longest = Math.max(longest, (gateway.cpuSeconds ?? 0) - before);
      await delay(10);
    } while (!state.isDone);
    await done;
    return longest;
  }

  it.each(LARGE_ANSWERS)('reads $name and answers looks at health meanwhile', async ({ name, uid, links, bodies }) => {
    const written = bodies();
    sandbox.intercept((request) =>
      request.utility === 'elink' && idsOf(request).join() === uid
        ? { body: parameterOf(request, 'retmode') === 'xml' ? written.xml : written.json }
        : undefined,
    );
    const answer = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ gene(uid: "${uid}") { pubmed(first: 1) { totalCount } } }` }),
    });
    const longest = await longestBlock(answer);
    sandbox.intercept(undefined);
    expect(await (await answer).json()).toMatchObject({ data: { gene: { pubmed: { totalCount: links } } } });
    expect(longest).toBeLessThan(MAX_BLOCKED_S);
    const figure = `${name}: the longest look at health took ${(1000 * longest).toFixed(0)} ms of the gateway's CPU`;
    console.info(figure); // oxlint-disable-line no-console -- for whoever runs this
  });
});
